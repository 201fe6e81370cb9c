/** The word at the start after a crash. */
export const crashed = {
  title: (when: string) => `Quit unexpectedly (${when})`,
  explained: 'Everything you saved is safe.',
  act: 'Diagnostics…',
}
