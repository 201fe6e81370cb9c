import type { SystemWords } from '../systems.ts'
import { app } from './app.ts'

const inMenuBar = {
  title: 'Parallel Trayはメニューバーで動作を続けます',
  explained: 'ウィンドウを閉じても隠れるだけです。終了はメニューバーのアイコンのメニューから行えます。',
}
const inNotificationArea = {
  title: 'Parallel Trayは通知領域で動作を続けます',
  explained: 'ウィンドウを閉じても隠れるだけです。終了は時計の横のアイコンのメニューから行えます。',
}
const [, ...otherFacts] = app.keepingDialog.facts

export const jaSystems: SystemWords = {
  mac: {
    window: {
      app: {
        keeping: { encrypted: { explained: '暗号鍵はキーチェーンにあります。' } },
        keepingDialog: {
          facts: [
            {
              name: '暗号化',
              explained:
                '暗号鍵はキーチェーンにあります。キーチェーンを使えない場合は先に確認し、同意がない限り何も保存しません。',
            },
            ...otherFacts,
          ],
          limit:
            'このコンピューターで同じユーザーとして動作するプログラムも、キーチェーンを利用できる可能性があります。',
        },
      },
      failures: {
        kinds: {
          keyring: {
            short: 'キーチェーンがロック中',
            what: 'キーチェーンがロックされているか、応答がありません。',
          },
        },
      },
      overview: {
        strips: {
          livesInTray: inMenuBar,
          keyringWaits: {
            title: 'キーチェーンを待っています',
            explained:
              'ロックが解除されると、残高が更新されます。パスワードを求められたら、入力してください。',
          },
          unreadable: {
            title: 'キーチェーンがロックされていました',
            explained:
              'ロックを解除し、Parallel Trayを再起動してください。サインイン情報は保存されています。',
          },
        },
      },
      signIn: {
        storing: { how: { encrypted: 'キーチェーンの鍵で暗号化して保存' } },
      },
    },
    later: {
      proxy: {
        dialog: {
          keeping: {
            encrypted:
              'キーチェーンで暗号化し、このコンピューターに保存します。このプロキシ以外には送信しません。',
            memory:
              'キーチェーンに保存できないため、終了するまでメモリに保持します。このプロキシ以外には送信しません。',
          },
        },
      },
      session: {
        unreadable: '期限は、キーチェーンのロックを解除するとわかります。',
        kept: {
          encrypted: (host) =>
            `トークンはキーチェーンにある鍵で暗号化されています。送信先は${host}だけです。`,
        },
      },
      settings: {
        startHidden: 'メニューバーに隠して起動',
        closeToTrayExplained: 'ウィンドウを閉じても、メニューバーにアイコンが残ります。',
      },
    },
    desktop: {
      livesInTray: inMenuBar,
    },
  },
  windows: {
    window: {
      app: {
        keeping: { encrypted: { explained: '暗号鍵は、Windowsがユーザーアカウント用に保管しています。' } },
        keepingDialog: {
          facts: [
            {
              name: '暗号化',
              explained:
                '暗号鍵は、Windowsがユーザーアカウント用に保管しています。Windowsで暗号化できない場合は先に確認し、同意がない限り何も保存しません。',
            },
            ...otherFacts,
          ],
          limit:
            'このコンピューターで同じユーザーとして動作するプログラムも、Windowsを通じてトークンを復号できます。',
        },
      },
      failures: {
        kinds: {
          keyring: {
            short: '復号できません',
            what: 'Windowsがこのユーザーアカウントで暗号化または復号できませんでした。',
            next: 'Windowsからサインアウトし、サインインし直してから、もう一度お試しください。',
          },
        },
      },
      overview: {
        strips: {
          livesInTray: inNotificationArea,
          keyringWaits: {
            title: 'Windowsを待っています',
            explained: 'Windowsがサインイン情報を復号すると、残高が更新されます。',
          },
        },
      },
      signIn: {
        storing: { how: { encrypted: 'ユーザーアカウント用にWindowsで暗号化して保存' } },
      },
    },
    later: {
      proxy: {
        dialog: {
          keeping: {
            encrypted:
              'Windowsで暗号化し、このコンピューターに保存します。このプロキシ以外には送信しません。',
            memory:
              'Windowsで暗号化できないため、終了するまでメモリに保持します。このプロキシ以外には送信しません。',
          },
        },
      },
      session: {
        unreadable: '期限を読み取れません。再サインインしてください。',
        kept: {
          encrypted: (host) =>
            `トークンはWindowsによってユーザーアカウント用に暗号化されています。送信先は${host}だけです。`,
        },
      },
      settings: {
        startHidden: '通知領域に隠して起動',
        closeToTrayExplained: 'ウィンドウを閉じても、通知領域にアイコンが残ります。',
      },
    },
    desktop: {
      livesInTray: inNotificationArea,
    },
  },
}
