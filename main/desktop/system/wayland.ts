import type { App } from 'electron'

/** Whether Chromium draws on Wayland: it notes its choice in this switch before the app starts. False for XWayland. */
export function usesWayland(app: Pick<App, 'commandLine'>): boolean {
  return app.commandLine.getSwitchValue('ozone-platform') === 'wayland'
}
