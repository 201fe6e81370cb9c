/** The Desktop port: browser, clipboard, relaunch and quit. */
import type { App, Clipboard, Shell } from 'electron'
import type { Desktop, Log } from '../../ports.ts'
import { hiddenArgument, withoutLaunchRequests } from '../start/command-line.ts'
import { ownAppImage, startAfter } from './app-image.ts'
import { mayOpen } from './destinations.ts'
import { readClipboard } from './read-clipboard.ts'

export type ElectronDesktopOptions = {
  readonly app: App
  readonly shell: Shell
  readonly clipboard: Clipboard
  readonly platformUrl: string
  readonly log: Log
  readonly quit: () => void
  readonly window: {
    readonly isVisible: boolean
    rendered(): void
    setPageVisible(isVisible: boolean): void
    setHasUnsavedInput(unsaved: boolean): void
  }
}

export function electronDesktop({
  app,
  shell,
  clipboard,
  platformUrl,
  log,
  quit,
  window,
}: ElectronDesktopOptions): Desktop {
  let isRelaunching = false
  return {
    async openBrowser(address) {
      if (!mayOpen(address, platformUrl)) {
        log.warn('address not opened', { why: 'not allowed' })
        return false
      }
      try {
        await shell.openExternal(new URL(address).href)
        return true
      } catch {
        // The error may quote the address, which may contain a user code.
        log.warn('address not opened', { why: 'the system refused' })
        return false
      }
    },
    async copyText(text) {
      try {
        await clipboard.writeText(text)
        // While another program blocks the clipboard, a write has no effect and the system reports no error.
        if (withoutCr(await readClipboard(clipboard)) === withoutCr(text)) return true
        log.warn('clipboard took nothing')
        return false
      } catch {
        log.warn('clipboard not written')
        return false
      }
    },
    relaunch() {
      // Every call of Electron's relaunch starts one more instance.
      if (isRelaunching) return
      isRelaunching = true
      const args = withoutLaunchRequests(process.argv.slice(1))
      // A relaunch must not open a window that was hidden.
      const allArgs = window.isVisible ? [...args] : [...args, hiddenArgument]
      const image = ownAppImage(process.env, process.execPath)
      if (image === null) app.relaunch({ args: allArgs })
      else startAfter(process.pid, image, allArgs)
      app.quit()
    },
    quit,
    windowRendered: () => window.rendered(),
    setPageVisible: (isVisible) => window.setPageVisible(isVisible),
    setHasUnsavedInput: (unsaved) => window.setHasUnsavedInput(unsaved),
  }
}

/** The Windows clipboard returns line breaks as CRLF. */
function withoutCr(text: string): string {
  return text.replaceAll('\r\n', '\n')
}
