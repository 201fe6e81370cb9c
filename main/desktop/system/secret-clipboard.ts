/** The SecretClipboard port: writes secrets with the hints that keep them out of clipboard managers and histories. */
import type { Clipboard, ClipboardItem } from 'electron'
import type { Log, SecretClipboard } from '../../ports.ts'
import { readClipboard } from './read-clipboard.ts'

type System = 'darwin' | 'win32' | 'linux'

export type SecretClipboardOptions = {
  readonly clipboard: Clipboard
  /** Electron's class, injected so that tests run without Electron. */
  readonly ClipboardItem: new (
    payloads: Record<string, string | Blob>,
  ) => ClipboardItem
  readonly log: Log
  readonly system?: NodeJS.Platform
}

export function electronSecretClipboard({
  clipboard,
  ClipboardItem,
  log,
  system = process.platform,
}: SecretClipboardOptions): SecretClipboard {
  return {
    async write(secret) {
      try {
        // One write, so that no program sees the text without its hints.
        await clipboard.write([new ClipboardItem({ 'text/plain': secret, ...hints(system) })])
        return true
      } catch {
        // Not logged: the error may quote the secret.
        log.warn('secret not on the clipboard')
        return false
      }
    },
    async read() {
      try {
        return await readClipboard(clipboard)
      } catch {
        log.warn('clipboard not read')
        return null
      }
    },
    async clear() {
      clipboard.clear()
    },
  }
}

/**
 * The formats by which clipboard managers recognise a secret. On Linux only KDE has one, so other desktops depend on
 * the clearing after a minute. A manager that ignores the hint keeps its copy.
 */
function hints(system: NodeJS.Platform): Record<string, string | Blob> {
  const named: Record<System, Record<string, string | Blob>> = {
    // nspasteboard.org: the presence of the type is the hint; its value doesn't matter.
    darwin: { 'org.nspasteboard.ConcealedType': 'secret' },
    // Microsoft, "Cloud Clipboard and Clipboard History": the first by its presence, the others as a DWORD of zero.
    win32: {
      ExcludeClipboardContentFromMonitorProcessing: zero(),
      CanIncludeInClipboardHistory: zero(),
      CanUploadToCloudClipboard: zero(),
    },
    linux: { 'x-kde-passwordManagerHint': 'secret' },
  }
  const ofSystem = Object.entries(named[system as System] ?? {})
  return Object.fromEntries(
    ofSystem.map(([format, value]) => [`electron application/osclipboard;format="${format}"`, value]),
  )
}

function zero(): Blob {
  return new Blob([new Uint8Array(4)])
}
