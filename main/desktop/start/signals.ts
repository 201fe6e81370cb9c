/** Ends the app properly when the system asks for it by a signal. */

/**
 * On Linux and macOS Electron turns these signals into quitting by itself once it is ready; this is for the time
 * before, and for Windows, where the storage library would otherwise end the process at once after its own clean-up.
 */
export function quitOnSignals(quit: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, quit)
}
