import type { Phrase } from '../phrase.ts'

/** The text that helps to find out what is wrong: its row and its dialog. */
export const diagnostics = {
  row: {
    name: 'Diagnostics',
    explained: 'A report for whoever helps you, without tokens or keys.',
    act: 'Show…',
  },
  inPalette: 'Show diagnostics…',
  title: 'Diagnostics',
  explained:
    'This is exactly what is copied or saved; nothing is sent. Tokens, keys, passwords, and the names of your organizations are removed. Read it before you share it.',
  label: 'Diagnostics',
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
