/**
 * Chromium's debugging switches would let any program of the user drive the window with its real sign-ins. The packaged
 * app takes them only with a user-data folder that somebody named: that is how it is tested.
 */
const switches = ['remote-debugging-port', 'remote-debugging-pipe'] as const

export function refusesDebugging(start: {
  readonly isPackaged: boolean
  readonly hasOwnFolder: boolean
  readonly hasSwitch: (name: string) => boolean
}): boolean {
  return start.isPackaged && !start.hasOwnFolder && switches.some((name) => start.hasSwitch(name))
}
