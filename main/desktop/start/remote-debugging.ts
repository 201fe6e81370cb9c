/**
 * Chromium's debugging switches would let any program of the same user control the window and its sign-ins. The
 * packaged app accepts them only with an explicit user-data folder, as its own tests use.
 */
const switches = ['remote-debugging-port', 'remote-debugging-pipe'] as const

export function refusesDebugging(start: {
  readonly isPackaged: boolean
  readonly hasOwnFolder: boolean
  readonly hasSwitch: (name: string) => boolean
}): boolean {
  return start.isPackaged && !start.hasOwnFolder && switches.some((name) => start.hasSwitch(name))
}
