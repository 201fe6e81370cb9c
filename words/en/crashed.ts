/** The word at the start after a crash. */
export const crashed = {
  title: (when: string) => `Parallel Tray quit unexpectedly (${when})`,
  explained: 'Your sign-ins, settings, and history are safe. The diagnostics have details.',
  act: 'Show diagnostics',
}
