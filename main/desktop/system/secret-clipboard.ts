/** The SecretClipboard port: the clipboard, with what makes managers and histories leave a secret alone. */
import type { Clipboard, ClipboardItem } from 'electron'
import type { Log, SecretClipboard } from '../../ports.ts'

type System = 'darwin' | 'win32' | 'linux'

export type SecretClipboardOptions = {
  readonly clipboard: Clipboard
  /** Electron's class, handed in so that the rest is plain. */
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
        // One write, so that nobody sees the text without its hints.
        await clipboard.write([new ClipboardItem({ 'text/plain': secret, ...hints(system) })])
        return true
      } catch {
        // What was thrown may quote what was to be written.
        log.warn('secret not on the clipboard')
        return false
      }
    },
    async read() {
      try {
        return await clipboard.readText()
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
 * What each system's clipboard managers ask for. On Linux only KDE has such a hint; elsewhere there the clearing
 * after a minute is all there is. What a manager took before that, or takes in spite of the hint, stays with it.
 */
function hints(system: NodeJS.Platform): Record<string, string | Blob> {
  const named: Record<System, Record<string, string | Blob>> = {
    // nspasteboard.org: the presence of the type is the hint, whatever it holds.
    darwin: { 'org.nspasteboard.ConcealedType': 'secret' },
    // "Cloud Clipboard and Clipboard History": presence of the first, and a DWORD of zero in the others.
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
