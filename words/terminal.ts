/**
 * What is said on the terminal. In English only: it comes before any setting is read, and it is what programs say
 * there, what scripts compare and what people search for.
 */
export const terminal = {
  version: (version: string) => `Parallel Tray ${version}`,
  help: [
    'parallel-tray [one of these options] [switches of Chromium]',
    '',
    '  (none)         start, or show the window of the running app',
    '  --sign-in      the same, and sign in, or add an organisation',
    '  --hidden       start without a window; the running app stays as it is',
    '  --refresh      the running app reads all balances now',
    '  --quit         the running app quits; when something would be lost, it asks in its window first',
    '  --diagnostics  the running app shows its diagnostics',
    '  --version      say the version',
    '  --help         say this',
    '',
    'Exit codes: 0 done, or the running app was asked; 1 it does not answer; 2 a wrong option or setting;',
    '3 no app runs that could be asked.',
  ].join('\n'),
  /** @param word as it was typed; shown so that it stays one line and does nothing to the terminal */
  unknown: (word: string) => `parallel-tray: unknown option ${quoted(word)}. See parallel-tray --help`,
  notTogether: (one: string, other: string) =>
    `parallel-tray: ${one} and ${other} contradict each other. See parallel-tray --help`,
  refused: {
    debugging: 'parallel-tray: debugging is off while the app uses Parallel’s own servers',
    sandbox:
      'parallel-tray: the packaged app doesn’t start without its sandbox (--no-sandbox, ELECTRON_DISABLE_SANDBOX)',
  },
  asked: 'asked the running app',
  noneRuns: 'parallel-tray: no app runs that could be asked',
  noAnswer: (folder: string) => `parallel-tray: no app answers, but its folder is locked: ${folder}`,
}

function quoted(word: string): string {
  const escaped = (letter: string) => `\\u{${letter.codePointAt(0)?.toString(16)}}`
  return JSON.stringify(word).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, escaped)
}
