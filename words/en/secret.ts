/** What the system's own dialogs say while a secret is saved to a file. Their titles are sentences of their own. */
export const secret = {
  save: {
    title: 'Save the key to a .env file',
    /** Above the fields, where the system shows it: its own question may say "replace". */
    explained: 'In a file that is there, only PARALLEL_API_KEY is set; everything else stays.',
    button: 'Save',
  },
  warning: {
    tracked: (file: string) => ({
      title: `${file} is tracked by git`,
      explained:
        'With the next commit the key would be in the history, for everybody who has the repository.',
    }),
    notIgnored: (file: string) => ({
      title: `${file} is not ignored by git`,
      explained: 'The next “git add” may take the key along. Add the file to .gitignore first.',
    }),
    unknown: (file: string) => ({
      title: `Git couldn’t say whether it takes ${file} along`,
      explained: 'The file lies in a repository. If git commits it, the key becomes public with it.',
    }),
    outside: (target: string) => ({
      title: 'This file is a link to one outside your home folder',
      explained: `The key would be saved in ${target}.`,
    }),
    saveAnyway: 'Save anyway',
    cancel: 'Don’t save',
  },
  refused: {
    title: (file: string) => `The key was not saved in ${file}`,
    close: 'Close',
    why: {
      folder: 'This is a folder. Choose a name for a file in it.',
      'no-file': 'This is not a file of the usual kind.',
      'lost-link': 'This is a link to a file that isn’t there.',
      'too-large': 'This file is too large for a .env file.',
      'no-text': 'This file holds something other than text.',
      'read-only':
        'The file, or the folder that it is in, can’t be written. Save elsewhere, or copy the key.',
      'in-use': 'Another program holds the file open. Close it there, then try again.',
      changed: 'The file was changed by something else at the same moment. Try again.',
      unwritable: 'The key can’t be written so that it is read back as it is. Copy it instead.',
    },
  },
}
