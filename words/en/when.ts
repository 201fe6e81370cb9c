/** "at 2:08 PM", or "on Nov 16, 2:08 PM" for another day. */
export function at(when: string): string {
  return /^\d{1,2}\D\d\d/.test(when) ? `at ${when}` : `on ${when}`
}
