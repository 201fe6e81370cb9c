/** The word at the start after a crash. */
export const crashed = {
  title: (when: string) => `Parallel Tray ended unexpectedly (${when})`,
  explained:
    'What was stored is still there: sign-ins, settings, history. The diagnostics say what happened.',
  act: 'Show diagnostics',
}
