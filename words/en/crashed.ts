/** The word at the start after a crash. */
export const crashed = {
  title: (when: string) => `It quit unexpectedly (${when})`,
  explained: 'Everything stored is safe.',
  act: 'Diagnostics…',
}
