/** What the system's own dialogs say while a secret is saved to a file. Their titles are sentences of their own. */
export const secret = {
  save: {
    title: 'Save the key to a .env file',
    /** Above the fields, where the system shows it: its own question may say "replace". */
    explained: 'In an existing file only PARALLEL_API_KEY is changed.',
    button: 'Save',
  },
  warning: {
    tracked: (file: string) => ({
      title: `${file} is tracked by git`,
      explained:
        'Your next commit would put the key in the history, where everyone with the repository can read it.',
    }),
    notIgnored: (file: string) => ({
      title: `${file} is not ignored by git`,
      explained: 'Your next “git add” could include the key. Add the file to .gitignore first.',
    }),
    unknown: (file: string) => ({
      title: `Can’t tell whether git tracks ${file}`,
      explained:
        'The file is in a git repository. If it’s committed, everyone with the repository can read the key.',
    }),
    outside: (target: string) => ({
      title: 'This file links to one outside your home folder',
      explained: `The key would be saved in ${target}.`,
    }),
    saveAnyway: 'Save anyway',
    cancel: 'Don’t save',
  },
  refused: {
    title: (file: string) => `The key wasn’t saved in ${file}`,
    close: 'Close',
    why: {
      folder: 'This is a folder. Choose a file name in it.',
      'no-file': 'This isn’t a regular file. Choose another one.',
      'lost-link': 'This links to a file that doesn’t exist.',
      'too-large': 'This file is too large for a .env file.',
      'no-text': 'This isn’t a text file.',
      'read-only': 'You can’t write to this file or its folder. Save elsewhere, or copy the key.',
      'in-use': 'Another program has the file open. Close it there, then try again.',
      changed: 'Another program changed the file at the same time. Try again.',
      unwritable: 'This file’s format can’t hold the key safely. Copy the key instead.',
    },
  },
}
