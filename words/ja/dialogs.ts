import type { Permission } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'

const allow: Record<Permission, { title: <T>(organisation: T) => Phrase<T>; explained: string }> = {
  see: {
    title: (organisation) => ['「', organisation, '」の残高の表示を許可しますか？'],
    explained: '残高、アプリ、キーを取得します。変更は行いません。',
  },
  manage: {
    title: (organisation) => ['「', organisation, '」のアプリとキーの管理を許可しますか？'],
    explained: 'アプリとキーの作成と削除を行います。いずれも、その都度指示した場合だけです。',
  },
  'add-money': {
    title: (organisation) => ['「', organisation, '」へのチャージを許可しますか？'],
    explained: '組織のカードで1回につき最大$100を決済します。いずれも、その都度指示した場合だけです。',
  },
}

const forget = {
  name: '履歴とキー台帳も消去',
  explained: '消去しない場合は、次のサインインのためにこのコンピューターに残ります。',
}

/** The dialogs that belong to no screen. */
export const dialogs = {
  keyIsMade: 'キーを作成中です。シークレットが届くまでお待ちください。',
  forget,
  signOutEverywhere: {
    title: (organisations: number) =>
      organisations === 1
        ? 'サインアウトしますか？'
        : `${organisations}件の組織すべてからサインアウトしますか？`,
    explained:
      'これらの認可の終了をParallelに伝え、このコンピューターからトークンを削除します。もう一度使うには、組織ごとに新しいコードを承認します。',
    unreachable: '今Parallelに接続できない場合は、後で伝えます。',
    act: 'すべてサインアウト',
    busy: 'サインアウト中',
  },
  reset: {
    title: 'ここからすべて消去しますか？',
    explained:
      'すべてサインアウトし、トークン、設定、履歴、キー台帳をこのコンピューターから削除します。その後、Parallel Trayは最初の状態で起動します。',
    keysGoOn: 'APIキーはParallel側にあるため、引き続き使えます。',
    alive:
      'Parallelにすぐ伝えられない場合は、再起動後に伝えます。伝わるか自然に終了するまで、次の認可はParallel側で有効です：',
    charging: 'カードの決済中です。応答があるまで初期化できません。',
    endsAt: <T>(organisation: T, when: string): Phrase<T> => [organisation, `：${when}`],
    endsUnknown: <T>(organisation: T): Phrase<T> => [organisation, '：終了時刻は不明'],
    confirm: (word: string) => `確認のため「${word}」と入力してください`,
    /** What has to be typed, in small letters. */
    word: '消去',
    act: 'すべて消去',
    busy: '削除中',
  },
  allow: {
    permissions: allow,
    how: 'そのためにもう一度サインインし、ブラウザで新しいコードを承認します。それまでは何も変わりません。',
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
      '」のシークレットの画面がまだ開いています。終了すると、二度と表示できません。',
    ],
    charging: (amount: string) =>
      `${amount}が決済されるかどうか、まだわかりません。次の起動後に確認できます。`,
    key: <T>(key: T): Phrase<T> => [
      'Parallelがキー「',
      key,
      '」を作成しています。シークレットは応答と一緒に、一度だけ届きます。',
    ],
    otherwise: 'まだ進行中の処理があります。',
    back: '戻る',
    act: 'それでも終了',
  },
  import: {
    kept: (here: string, inFile: string) => `${here}のまま：ファイルで${inFile}に上がることはありません`,
    deletedThere: '削除済み：',
    title: <T>(file: T): Phrase<T> => ['「', file, '」をインポートしますか？'],
    madeAt: '作成日時',
    settings: '設定',
    withSettings: 'ここの設定を置き換え',
    withoutSettings: 'なし',
    organisations: '組織',
    keys: '台帳のキー',
    readings: '残高記録',
    explained: 'キーと残高記録は、ここにあるものに追加されます。サインインは行われません。',
    act: 'インポート',
    busy: 'インポート中',
  },
}
