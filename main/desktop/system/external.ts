/** The Desktop port: browser, clipboard, relaunch and quit; typing is the window's. */
import type { App, Clipboard, Shell } from 'electron'
import type { Desktop, Log } from '../../ports.ts'
import { hiddenArgument, withoutWishes } from '../start/command-line.ts'
import { ownAppImage, startAfter } from './app-image.ts'
import { mayOpen } from './destinations.ts'

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
    holdTyping(unsaved: boolean): void
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
  let relaunching = false
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
        // The error may quote the address, which may hold a user code.
        log.warn('address not opened', { why: 'the system refused' })
        return false
      }
    },
    async copyText(text) {
      try {
        await clipboard.writeText(text)
        // A clipboard that another program blocks takes nothing, and the system doesn't say so.
        if (withoutCr(await clipboard.readText()) === withoutCr(text)) return true
        log.warn('clipboard took nothing')
        return false
      } catch {
        log.warn('clipboard not written')
        return false
      }
    },
    relaunch() {
      // Each call would start one more.
      if (relaunching) return
      relaunching = true
      // Nobody who doesn't see a window now wants one because of this.
      const args = withoutWishes(process.argv.slice(1))
      const shown = window.isVisible ? [...args] : [...args, hiddenArgument]
      const image = ownAppImage(process.env, process.execPath)
      if (image === null) app.relaunch({ args: shown })
      else startAfter(process.pid, image, shown)
      app.quit()
    },
    quit,
    windowRendered: () => window.rendered(),
    holdTyping: (unsaved) => window.holdTyping(unsaved),
  }
}

/** Windows gives line breaks of its own. */
function withoutCr(text: string): string {
  return text.replaceAll('\r\n', '\n')
}
