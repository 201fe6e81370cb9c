/** Ends the app properly when the system asks for it by a signal. */

/**
 * The storage library listens for these signals to clean up and then sends them again, which without a listener
 * of ours would end the process at once, with nothing saved. A second signal while quitting is ignored.
 */
export function quitOnSignals(quit: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, quit)
}
