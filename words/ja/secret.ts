/** What the system's own dialogs say while a secret is saved to a file. Their titles are sentences of their own. */
export const secret = {
  save: {
    title: 'キーを.envファイルに保存',
    /** Above the fields, where the system shows it: its own question may say "replace". */
    explained: '既存のファイルでは、PARALLEL_API_KEYだけが変更されます。',
    button: '保存',
  },
  warning: {
    tracked: (file: string) => ({
      title: `「${file}」はgitの管理対象です`,
      explained: '次のコミットでキーが履歴に入り、リポジトリを持つ全員が読めるようになります。',
    }),
    notIgnored: (file: string) => ({
      title: `「${file}」はgitの無視対象ではありません`,
      explained:
        '次の「git add」でキーが追加される可能性があります。先にこのファイルを.gitignoreに追加してください。',
    }),
    unknown: (file: string) => ({
      title: `「${file}」がgitの管理対象かどうか確認できません`,
      explained:
        'このファイルはgitリポジトリ内にあります。コミットすると、リポジトリを持つ全員がキーを読めるようになります。',
    }),
    outside: (target: string) => ({
      title: 'このファイルはホームフォルダーの外へのリンクです',
      explained: `キーは「${target}」に保存されます。`,
    }),
    saveAnyway: 'それでも保存',
    cancel: '保存しない',
  },
  refused: {
    title: (file: string) => `キーは「${file}」に保存されていません`,
    close: '閉じる',
    why: {
      folder: 'これはフォルダーです。その中のファイル名を選んでください。',
      'no-file': 'これは通常のファイルではありません。別のファイルを選んでください。',
      'lost-link': 'これは存在しないファイルへのリンクです。',
      'too-large': '.envファイルとしては大きすぎます。',
      'no-text': 'これはテキストファイルではありません。',
      'read-only':
        'このファイルまたはそのフォルダーに書き込めません。別の場所に保存するか、キーをコピーしてください。',
      'in-use':
        '別のプログラムがこのファイルを開いています。そのプログラムで閉じてから、もう一度お試しください。',
      changed: '別のプログラムが同時にファイルを変更しました。もう一度お試しください。',
      unwritable: 'このファイルの形式では、キーを安全に保存できません。代わりにキーをコピーしてください。',
    },
  },
}
