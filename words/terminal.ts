/**
 * What is said on the terminal. In English only: it comes before any setting is read, and it is what programs say
 * there, what scripts compare and what people search for.
 */

export type TerminalOption = {
  readonly name: string
  /** What has to follow it. */
  readonly argument?: 'NAME' | 'SHELL'
  /** One line. */
  readonly explained: string
}

export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]

/** Every option: help, completion and the manual page are made of this list. */
export const terminalOptions: readonly TerminalOption[] = [
  { name: '--sign-in', explained: 'sign in, or add an organization; start the app if it isn’t running' },
  { name: '--hidden', explained: 'start without a window; a running app stays as it is' },
  { name: '--refresh', explained: 'let the running app load all balances now' },
  {
    name: '--quit',
    explained: 'quit the running app; it asks in its window first if something would be lost',
  },
  { name: '--diagnostics', explained: 'let the running app show its diagnostics' },
  { name: '--status', explained: 'print what the running app knows, one line for each organization' },
  { name: '--json', explained: 'with --status: print JSON' },
  {
    name: '--organization',
    argument: 'NAME',
    explained: 'with --status: only this one, by its name or the beginning of it',
  },
  { name: '--watch', explained: 'with --status: print again at each change, until interrupted' },
  { name: '--completion', argument: 'SHELL', explained: `print the completion for ${shells.join(', ')}` },
  { name: '--version', explained: 'print the version' },
  { name: '--help', explained: 'print this help' },
]

/** What the process ends with. */
export const exitCodes: readonly (readonly [code: number, meaning: string])[] = [
  [0, 'done, or the running app was asked'],
  [1, 'the running app does not answer'],
  [2, 'a wrong option or setting, or no such organization'],
  [3, 'the app isn’t running'],
  [4, 'with --status: a sign-in is needed'],
  [5, 'with --status: less is left than you want to be warned of, or nothing'],
]

const withArgument = ({ name, argument }: TerminalOption): string =>
  argument === undefined ? name : `${name} ${argument}`

const column = 2 + Math.max(...terminalOptions.map((option) => withArgument(option).length))

export const terminal = {
  version: (version: string) => `Parallel Tray ${version}`,
  usage: 'parallel-tray [options] [switches of Chromium]',
  withoutOptions: 'start, or show the window of the running app',
  help: [
    'Usage: parallel-tray [options] [switches of Chromium]',
    '',
    `  ${'(none)'.padEnd(column)}start, or show the window of the running app`,
    ...terminalOptions.map((option) => `  ${withArgument(option).padEnd(column)}${option.explained}`),
    '',
    'Exit codes:',
    ...exitCodes.map(([code, meaning]) => `  ${code}  ${meaning}`),
  ].join('\n'),
  /** @param word as it was typed */
  unknown: (word: string) => `parallel-tray: unknown option ${quoted(word)}. See parallel-tray --help`,
  notTogether: (one: string, other: string) =>
    `parallel-tray: ${one} and ${other} contradict each other. See parallel-tray --help`,
  refused: {
    debugging: 'parallel-tray: debugging is off while the app uses Parallel’s own servers',
    sandbox:
      'parallel-tray: the packaged app doesn’t start without its sandbox (--no-sandbox, ELECTRON_DISABLE_SANDBOX)',
  },
  noArgument: (option: string, argument: string) =>
    `parallel-tray: ${option} needs a ${argument}. See parallel-tray --help`,
  onlyWithStatus: (option: string) => `parallel-tray: ${option} goes with --status. See parallel-tray --help`,
  unknownShell: (shell: string) =>
    `parallel-tray: no completion for ${quoted(shell)}. Choose one of ${shells.join(', ')}.`,
  asked: 'asked the running app',
  noneRuns: 'parallel-tray: the app isn’t running',
  noAnswer: (folder: string) => `parallel-tray: the app doesn’t answer, but its folder is locked: ${folder}`,
  quitMeanwhile: 'parallel-tray: the app has quit',

  notSignedIn: 'parallel-tray: not signed in. Start with parallel-tray --sign-in',
  noOrganization: (wanted: string, names: readonly string[]) =>
    names.length === 0
      ? `parallel-tray: no organization ${quoted(wanted)}: not signed in to any`
      : `parallel-tray: no organization ${quoted(wanted)}. Signed in to: ${names.map(quoted).join(', ')}`,
  ambiguousOrganization: (wanted: string, names: readonly string[]) =>
    `parallel-tray: ${quoted(wanted)} may be: ${names.map(quoted).join(', ')}`,
}

/** Stays one line and does nothing to the terminal, whatever the text holds. */
export function quoted(text: string): string {
  const escaped = (letter: string) => `\\u{${letter.codePointAt(0)?.toString(16)}}`
  return JSON.stringify(text).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, escaped)
}
