import type { Keeping, Permission } from '../../preload/contract/index.ts'

const permissions: Record<Permission, { name: string; explained: string; short: string }> = {
  see: {
    name: '残高とアプリの表示',
    explained: '常に必要です。',
    short: '残高とアプリの表示',
  },
  manage: {
    name: 'アプリとキーの管理',
    explained: 'アプリとキーを作成、削除します。',
    short: 'アプリとキーの管理',
  },
  'add-money': {
    name: '残高のチャージ',
    explained: '組織のカードで決済します。1回につき最大$100です。',
    short: '残高のチャージ',
  },
}

const keeping: Record<Keeping, { name: string; explained: string }> = {
  encrypted: {
    name: 'このコンピューターに暗号化して保存',
    explained: '暗号鍵はシステムのキーリングにあります。',
  },
  plain: {
    name: 'このディスクに暗号化せずに保存',
    explained: 'ファイルを読める人は誰でもこのサインイン情報を使えます。',
  },
  memory: {
    name: '終了するまでメモリに保持',
    explained: '何も保存されません。起動のたびにサインインが必要です。',
  },
}

/** What more than one screen says. */
export const app = {
  name: 'Parallel Tray',
  unofficial: 'Parallel Tray（非公式）',
  cancel: 'キャンセル',
  back: '戻る',
  close: '閉じる',
  dismiss: '閉じる',
  tryNow: '今すぐ再試行',
  /** Before the host's name, in the banner that can't be closed. */
  otherServer: 'Parallelのサーバーではありません：',
  otherServerLabel: 'サーバー',
  noticeLabel: '通知',
  howTokensAreKept: 'トークンの保管方法',
  keepingDialog: {
    title: 'トークンの保管方法',
    facts: [
      {
        name: '暗号化',
        explained:
          '暗号鍵はシステムのキーリングにあります。キーリングがない場合は先に確認し、同意がない限り何も保存しません。',
      },
      {
        name: '画面やログには出ない',
        explained: 'トークンがこのウィンドウに渡ることも、ログに書き込まれることもありません。',
      },
      {
        name: '送信先はParallelのみ',
        explained: '発行元のサーバー以外には送信しません。',
      },
      {
        name: 'サインアウト時に削除',
        explained: '認可の取り消しをParallelに要求し、ファイルを削除します。',
      },
    ],
    limit:
      'このコンピューターで同じユーザーとして動作するプログラムも、キーリングを読み取れる可能性があります。',
    folder: 'アプリのファイル',
    close: '閉じる',
  },
  reference: '参照番号',
  permissions,
  keeping,
  /** Permissions in one line, from their short forms. */
  list: (short: readonly string[]) => short.join('、'),
  mayDo: (short: readonly string[]) =>
    short.length === 0
      ? '残高を表示できません。再サインインして許可してください'
      : `${short.join('、')}が可能`,
}
