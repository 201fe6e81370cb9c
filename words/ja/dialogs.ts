import type { Permission } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'

const allow: Record<Permission, { title: <T>(organisation: T) => Phrase<T>; explained: string }> = {
  see: {
    title: (organisation) => ['Parallel Trayに「', organisation, '」の残高の表示を許可しますか？'],
    explained: '残高、アプリ、キーを読み取ります。変更は行いません。',
  },
  manage: {
    title: (organisation) => ['Parallel Trayに「', organisation, '」のアプリとキーの管理を許可しますか？'],
    explained: 'アプリとキーを作成、削除します。操作したときだけ実行されます。',
  },
  'add-money': {
    title: (organisation) => ['Parallel Trayに「', organisation, '」へのチャージを許可しますか？'],
    explained: '組織のカードで1回につき最大$100を決済します。操作したときだけ実行されます。',
  },
}

const forget = {
  name: '履歴とキー台帳も削除',
  explained: '削除しない場合は、次のサインインに備えてこのコンピューターに残ります。',
}

/** The dialogs that belong to no screen. */
export const dialogs = {
  forget,
  /** Why nobody may leave now. */
  keyIsMade: 'キーを作成中です。シークレットが届くまでお待ちください。',
  signOutEverywhere: {
    title: (organisations: number) =>
      organisations === 1
        ? '組織からサインアウトしますか？'
        : `${organisations}件の組織すべてからサインアウトしますか？`,
    explained:
      'これらの認可の取り消しをParallelに要求し、このコンピューターからトークンを削除します。もう一度サインインするには、組織ごとに新しいコードの承認が必要です。',
    unreachable: 'Parallelに接続できない場合は、接続できるまで再試行します。',
    act: 'すべてサインアウト',
    busy: 'サインアウト中',
  },
  reset: {
    title: 'Parallel Trayのデータをすべて消去しますか？',
    explained:
      'すべての組織からサインアウトし、トークン、設定、履歴、キー台帳をこのコンピューターから削除します。その後、Parallel Trayは再起動します。',
    keysGoOn: 'APIキーはParallelで管理されているため、引き続き使えます。',
    alive:
      '今Parallelに接続できない場合は、再起動後に再試行します。取り消されるまで、次の認可はParallelで有効なままです（最長で期限まで）：',
    charging: 'カードの決済中です。結果が出るまでお待ちください。',
    endsAt: <T>(organisation: T, when: string): Phrase<T> => [organisation, `：${when}`],
    endsUnknown: <T>(organisation: T): Phrase<T> => [organisation, '：期限不明'],
    confirm: (word: string) => `確認のため「${word}」と入力してください`,
    /** What has to be typed. */
    word: '消去',
    act: 'すべて消去',
    busy: '消去中',
  },
  allow: {
    permissions: allow,
    how: '許可するには、再サインインしてブラウザで新しいコードを承認してください。それまでは何も変わりません。',
    act: '再サインイン',
    busy: '開始中',
  },
  quit: {
    title: '今すぐ終了しますか？',
    secret: <T>(key: T): Phrase<T> => [
      '「',
      key,
      '」のシークレットは、コピーも保存もされていません。終了すると、二度と表示できません。',
    ],
    secretCopied: <T>(key: T): Phrase<T> => [
      '「',
      key,
      '」のシークレットがまだ表示されています。終了すると、二度と表示できません。',
    ],
    charging: (amount: string) =>
      `${amount}の決済はまだ確認できていません。次にParallel Trayを開いたときに再試行できます。`,
    key: <T>(key: T): Phrase<T> => [
      'Parallelがキー「',
      key,
      '」を作成しています。シークレットは、その応答で一度だけ届きます。',
    ],
    otherwise: 'まだ進行中の処理があります。',
    back: '戻る',
    act: 'それでも終了',
  },
  import: {
    kept: (here: string, inFile: string) => `${here}のまま（ファイルでは${inFile}）`,
    deletedThere: 'ほかで削除済み：',
    title: <T>(file: T): Phrase<T> => ['「', file, '」をインポートしますか？'],
    madeAt: 'エクスポート日時',
    settings: '設定',
    withSettings: '現在の設定を置き換え',
    withoutSettings: 'なし',
    organisations: '組織',
    keys: '台帳のキー',
    readings: '残高記録',
    explained: 'キーと残高記録は、現在のものに追加されます。サインインは行われません。',
    act: 'インポート',
    busy: 'インポート中',
  },
}
