/**
 * Removes undefined members from a change: spread over the current values, each would overwrite one. Structured clone and
 * the types of partial schemas permit them.
 */
export function definedMembers<T extends object>(change: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const members = Object.entries(change).filter(([, value]) => value !== undefined)
  return Object.fromEntries(members) as { [K in keyof T]?: Exclude<T[K], undefined> }
}
