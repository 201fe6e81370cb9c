/** The Desktop port: browser, clipboard, relaunch and quit; typing is the window's. */
import type { App, Clipboard, Shell } from 'electron'
import type { Desktop, Log } from '../ports.ts'
import { mayOpen } from './destinations.ts'

export type ElectronDesktopOptions = {
  readonly app: App
  readonly shell: Shell
  readonly clipboard: Clipboard
  readonly platformUrl: string
  readonly log: Log
  readonly holdTyping: (unsaved: boolean) => void
}

export function electronDesktop({
  app,
  shell,
  clipboard,
  platformUrl,
  log,
  holdTyping,
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
        return true
      } catch {
        log.warn('clipboard not written')
        return false
      }
    },
    relaunch() {
      // Each call would start one more.
      if (relaunching) return
      relaunching = true
      app.relaunch()
      app.quit()
    },
    quit: () => app.quit(),
    holdTyping,
  }
}
