/**
 * A change without its undefined members, each of which would take the place of the value that it leaves alone.
 * Structured clone and the types of partial schemas let them through.
 */
export function definedMembers<T extends object>(change: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const members = Object.entries(change).filter(([, value]) => value !== undefined)
  return Object.fromEntries(members) as { [K in keyof T]?: Exclude<T[K], undefined> }
}
