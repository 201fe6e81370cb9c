/** What the system's own dialogs say while a secret is saved to a file. Their titles are sentences of their own. */
export const secret = {
  save: {
    title: 'キーを.envファイルに保存',
    /** Above the fields, where the system shows it: its own question may say "replace". */
    explained: '既存のファイルではPARALLEL_API_KEYだけが設定され、他の内容はそのまま残ります。',
    button: '保存',
  },
  warning: {
    tracked: (file: string) => ({
      title: `「${file}」はgitで管理されています`,
      explained: '次のコミットでキーが履歴に入り、リポジトリを持つ全員が見られるようになります。',
    }),
    notIgnored: (file: string) => ({
      title: `「${file}」はgitの無視対象ではありません`,
      explained:
        '次の「git add」でキーが一緒に追加される可能性があります。先にこのファイルを.gitignoreに追加してください。',
    }),
    unknown: (file: string) => ({
      title: `gitが「${file}」を追加するかどうか分かりません`,
      explained: 'このファイルはリポジトリ内にあります。コミットされると、キーも公開されます。',
    }),
    outside: (target: string) => ({
      title: 'このファイルはホームフォルダの外へのリンクです',
      explained: `キーは「${target}」に保存されます。`,
    }),
    saveAnyway: 'それでも保存',
    cancel: '保存しない',
  },
  refused: {
    title: (file: string) => `キーを「${file}」に保存できませんでした`,
    close: '閉じる',
    why: {
      folder: 'これはフォルダです。その中のファイル名を選んでください。',
      'no-file': 'これは通常のファイルではありません。',
      'lost-link': 'これは存在しないファイルへのリンクです。',
      'too-large': '.envファイルとしては大きすぎます。',
      'no-text': 'このファイルの内容はテキストではありません。',
      'read-only':
        'このファイル、またはそのフォルダに書き込めません。別の場所に保存するか、キーをコピーしてください。',
      'in-use': '別のプログラムがこのファイルを開いています。閉じてから、もう一度お試しください。',
      changed: '同時に別のプログラムがファイルを変更しました。もう一度お試しください。',
      unwritable: 'このキーは、そのまま読み戻せる形では書き込めません。代わりにコピーしてください。',
    },
  },
}
