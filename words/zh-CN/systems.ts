import type { SystemWords } from '../systems.ts'
import { app } from './app.ts'

const inMenuBar = {
  title: 'Parallel Tray 在菜单栏中继续运行',
  explained: '关闭窗口只是将其隐藏。要退出，使用菜单栏图标的菜单。',
}
const inNotificationArea = {
  title: 'Parallel Tray 在通知区域中继续运行',
  explained: '关闭窗口只是将其隐藏。要退出，使用时钟旁图标的菜单。',
}
const [, ...otherFacts] = app.keepingDialog.facts

export const zhCNSystems: SystemWords = {
  mac: {
    window: {
      app: {
        keeping: { encrypted: { explained: '加密密钥在你的钥匙串中。' } },
        keepingDialog: {
          facts: [
            {
              name: '加密',
              explained: '加密密钥在你的钥匙串中。无法使用钥匙串时会先询问，未经你同意不会保存任何内容。',
            },
            ...otherFacts,
          ],
          limit: '在这台电脑上以你的身份运行的程序，也可能使用钥匙串。',
        },
      },
      failures: {
        kinds: { keyring: { short: '钥匙串已锁定', what: '钥匙串已锁定或没有响应。' } },
      },
      overview: {
        strips: {
          livesInTray: inMenuBar,
          keyringWaits: {
            title: '正在等待钥匙串',
            explained: '解锁后会更新余额。如果要求输入密码，请输入。',
          },
          unreadable: {
            title: '钥匙串已锁定',
            explained: '解锁后重新启动 Parallel Tray。登录信息仍在。',
          },
        },
      },
      signIn: {
        storing: { how: { encrypted: '已加密，密钥在你的钥匙串中' } },
      },
    },
    later: {
      proxy: {
        dialog: {
          keeping: {
            encrypted: '由钥匙串加密后保存在这台电脑上。只发送给此代理。',
            memory: '钥匙串无法保存，因此保留在内存中，直到退出。只发送给此代理。',
          },
        },
      },
      session: {
        unreadable: '解锁钥匙串后才能读取结束日期。',
        kept: {
          encrypted: (host) => `令牌使用钥匙串中的密钥加密，只发送给 ${host}。`,
        },
      },
      settings: {
        startHidden: '启动时隐藏到菜单栏',
        closeToTrayExplained: '关闭窗口后，图标保留在菜单栏中。',
      },
    },
    desktop: {
      livesInTray: inMenuBar,
    },
  },
  windows: {
    window: {
      app: {
        keeping: { encrypted: { explained: '加密密钥由 Windows 为你的用户账户保管。' } },
        keepingDialog: {
          facts: [
            {
              name: '加密',
              explained:
                '加密密钥由 Windows 为你的用户账户保管。Windows 无法加密时会先询问，未经你同意不会保存任何内容。',
            },
            ...otherFacts,
          ],
          limit: '在这台电脑上以你的身份运行的程序，也能让 Windows 解密令牌。',
        },
      },
      failures: {
        kinds: {
          keyring: {
            short: '无法解密',
            what: 'Windows 无法为你的用户账户加密或解密。',
            next: '注销 Windows 并重新登录，然后重试。',
          },
        },
      },
      overview: {
        strips: {
          livesInTray: inNotificationArea,
          keyringWaits: {
            title: '正在等待 Windows',
            explained: 'Windows 解密登录信息后会更新余额。',
          },
        },
      },
      signIn: {
        storing: { how: { encrypted: '已由 Windows 为你的用户账户加密' } },
      },
    },
    later: {
      proxy: {
        dialog: {
          keeping: {
            encrypted: '由 Windows 加密后保存在这台电脑上。只发送给此代理。',
            memory: 'Windows 无法加密，因此保留在内存中，直到退出。只发送给此代理。',
          },
        },
      },
      session: {
        unreadable: '无法读取结束日期。重新登录。',
        kept: {
          encrypted: (host) => `令牌由 Windows 为你的用户账户加密，只发送给 ${host}。`,
        },
      },
      settings: {
        startHidden: '启动时隐藏到通知区域',
        closeToTrayExplained: '关闭窗口后，图标保留在通知区域中。',
      },
    },
    desktop: {
      livesInTray: inNotificationArea,
    },
  },
}
