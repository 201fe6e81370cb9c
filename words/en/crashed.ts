/** The word at the start after a crash. */
export const crashed = {
  title: (when: string) => `It ended unexpectedly (${when})`,
  explained: 'What was stored is still there.',
  act: 'Diagnostics…',
}
