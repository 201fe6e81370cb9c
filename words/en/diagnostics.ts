import type { Phrase } from '../phrase.ts'

/** The text that helps to find out what is wrong: its row and its dialog. */
export const diagnostics = {
  row: {
    name: 'Diagnostics',
    explained: 'A text for whoever helps you. It holds no token and no key.',
    act: 'Show…',
  },
  inPalette: 'Show diagnostics…',
  title: 'Diagnostics',
  explained:
    'Exactly this text is copied or saved, and nothing is sent. Tokens, keys, passwords and the names of your organisations are taken out. Read it before you pass it on.',
  label: 'The diagnostics',
  check: 'Check the network',
  checking: 'Checking',
  copy: 'Copy',
  copied: 'Copied',
  /** Read out. */
  copiedAll: 'Diagnostics copied',
  save: 'Save…',
  saving: 'Saving',
  saved: <T>(file: T): Phrase<T> => ['Saved as ', file],
}
