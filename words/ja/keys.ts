import type { KeysOperation } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'

const notDone: Record<KeysOperation['kind'], <T>(name: T) => Phrase<T>> = {
  'new-app': (name) => ['「', name, '」は作成されていません'],
  'delete-app': (name) => ['「', name, '」は削除されていません'],
  'new-key': (name) => ['「', name, '」は作成されていません'],
  'delete-key': (name) => ['「', name, '」は削除されていません'],
  'rotate-key': (name) => ['「', name, '」はローテーションされていません'],
}

/** Apps, the keys made in them here, and the secret of a new one. */
export const keys = {
  title: 'アプリとキー',
  newApp: '新規アプリ',
  newKey: '新規キー',
  newKeyIn: (app: string) => `「${app}」に新規キー`,
  moreFor: (name: string) => `「${name}」のその他の操作`,
  find: 'アプリまたはキーを検索',
  found: (rows: number) => `${rows}件見つかりました`,
  nothingFound: <T>(what: T): Phrase<T> => ['「', what, '」に一致する項目はありません。'],
  nothingFoundExplained: '一覧にあるのは、ここで作成したキーだけです。',
  inApp: (keys: number) => (keys === 0 ? 'ここで作成したキーなし' : `キー${keys}件`),
  appGone: 'ほかで削除済み',

  made: (parts: readonly string[]) => parts.join(' · '),
  old: (days: number, said: string) => (days === 0 ? '今日作成' : `作成から${said}日`),
  rotateDueExplained: '通知するよう設定した日数を過ぎています。',
  deletedElsewhere: 'ほかで削除済み',
  unknown: '不明',
  unknownExplained: '存在する可能性があります。応答が届かず、シークレットも失われました。',
  look: 'コンソールで確認',
  replaced: 'ローテーション中：新しいキーは作成済みで、古いキーもまだ使えます。',
  deleteOld: '古いキーを削除…',
  busy: {
    'new-app': '作成中',
    'delete-app': '削除中',
    'new-key': '作成中',
    'delete-key': '削除中',
    'rotate-key': 'ローテーション中',
  } satisfies Record<KeysOperation['kind'], string>,

  menu: {
    rotate: 'ローテーション…',
    copyId: 'キーIDをコピー',
    console: 'コンソールで開く',
    forget: 'この一覧から外す',
    delete: '削除…',
    deleteApp: 'アプリを削除…',
  },

  onlyHere: '一覧にあるのは、ここで作成したキーだけです。ほかのキーはParallelのAPIでは取得できません。',
  seeAll: 'コンソールですべて表示',
  trouble: (what: string, when: string | null) =>
    when === null ? `${what}：アプリを取得できませんでした。` : `${what}：${when}時点の一覧です。`,
  tryNow: '今すぐ再試行',
  trying: '試行中',
  notManaging: 'このサインインではアプリを表示できますが、変更はできません。',
  allow: '許可…',
  off: {
    permission: 'このサインインではアプリとキーを管理できません。',
    session: '先に再サインインしてください。',
    doing: '進行中の変更が終わるまでお待ちください。',
    noApp: '先にアプリを作成してください。',
  },
  loading: 'アプリとキーを取得中',

  empty: {
    noKeys: 'ここで作成したキーはまだありません',
    noKeysExplained:
      'キーがあると、コードからParallelを呼び出せます。アプリの中に作成してください。シークレットは一度だけ表示され、コピーするか、.envファイルに直接保存できます。',
    noApps: 'アプリはまだありません',
    noAppsExplained:
      'アプリは、1つのプログラムやサービスのキーをまとめます。アプリを作成し、その中にキーを作成してください。',
  },

  cancel: 'キャンセル',
  close: '閉じる',
  notDone,
  newAppDialog: {
    title: '新規アプリ',
    name: '名前',
    note: 'キーを使うプログラムやサービスの名前です。',
    act: 'アプリを作成',
  },
  newKeyDialog: {
    title: '新規キー',
    name: '名前',
    note: '使う場所を名前にしておくと、削除したときの影響が後からわかります。',
    app: 'アプリ',
    act: 'キーを作成',
  },
  nameMissing: '名前を100文字以内で入力してください。',
  nameTooLong: (most: number) => `名前は${most}文字以内にしてください。`,
  deleteAppDialog: {
    title: <T>(app: T): Phrase<T> => ['アプリ「', app, '」を削除しますか？'],
    explained: (keys: number) =>
      keys === 0
        ? 'ほかの場所でこのアプリに作成されたキーは、すぐに使えなくなる可能性があります。この操作は取り消せません。'
        : `ここで作成した${keys}件のキーと、ほかの場所で作成されたキーは、すぐに使えなくなる可能性があります。この操作は取り消せません。`,
    type: <T>(app: T): Phrase<T> => ['確認のため「', app, '」と入力してください'],
    act: 'アプリを削除',
  },
  /** Of a row that came from a file. */
  imported: 'ファイルから',

  deleteKeyDialog: {
    id: 'キーID',
    imported:
      'この行はファイルから取り込まれたもので、名前が間違っている可能性があります。目的のキーのIDかどうか確認してください。',
    title: <T>(key: T): Phrase<T> => ['キー「', key, '」を削除しますか？'],
    titleOld: <T>(key: T): Phrase<T> => ['古いキー「', key, '」を削除しますか？'],
    explained: <T>(app: T): Phrase<T> => [
      '「',
      app,
      '」のこのキーを使っているものは、すぐに動かなくなる可能性があります。この操作は取り消せません。',
    ],
    explainedOld:
      '古いキーをまだ使っているものは、すぐに動かなくなる可能性があります。新しいキーは残ります。この操作は取り消せません。',
    key: 'キー',
    made: '作成日',
    act: 'キーを削除',
    actOld: '古いキーを削除',
  },
  rotateDialog: {
    title: <T>(key: T): Phrase<T> => ['キー「', key, '」をローテーションしますか？'],
    steps: [
      {
        name: '今：同じ名前の新しいキーを作成',
        explained: 'シークレットは一度だけ表示されます。古いキーを使っている場所で置き換えてください。',
      },
      {
        name: '次に：古いキーを削除',
        explained: '一覧で「古いキーを削除…」を選ぶまで、古いキーは使えます。',
      },
    ],
    act: '新しいキーを作成',
  },

  secret: {
    title: <T>(key: T): Phrase<T> => ['キー「', key, '」を作成しました'],
    explained: 'シークレットは今回しか表示されません。今すぐコピーまたは保存してください。',
    where: <T>(app: T, organisation: T): Phrase<T> => [
      '「',
      organisation,
      '」のアプリ「',
      app,
      '」のキーです。',
    ],
    label: 'シークレット',
    show: 'シークレットを表示',
    hide: 'シークレットを隠す',
    copy: 'シークレットをコピー',
    copyAgain: 'もう一度コピー',
    copying: 'コピー中',
    save: '.envに保存…',
    saving: '保存中',
    notKept: 'Parallel Trayはシークレットを保存しません。コピーの1分後にクリップボードは消去されます。',
    clearsIn: (seconds: number) => `コピーしました。クリップボードは${seconds}秒後に消去されます。`,
    cleared: 'コピーした後、クリップボードから消去されました。',
    left: 'コピーしました。ここではクリップボードを確認できないため、貼り付けた後に手動で消去してください。',
    saved: <T>(file: T): Phrase<T> => ['「', file, '」に保存しました。'],
    done: '完了',
    doneOff: '先にシークレットをコピーまたは保存するか、キーを破棄してください。',
    discard: 'キーを破棄して削除',
    discarding: '削除中',
    notShown: 'シークレットを表示できませんでした。',
  },
}
