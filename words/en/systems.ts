import type { SystemWords } from '../systems.ts'
import { app } from './app.ts'

const inMenuBar = {
  title: 'Parallel Tray keeps running in the menu bar',
  explained: 'Closing the window only hides it. Quit from the menu of the icon in the menu bar.',
}
const inNotificationArea = {
  title: 'Parallel Tray keeps running in the notification area',
  explained: 'Closing the window only hides it. Quit from the menu of the icon beside the clock.',
}
const [, ...otherFacts] = app.keepingDialog.facts

export const enSystems: SystemWords = {
  mac: {
    window: {
      app: {
        keeping: { encrypted: { explained: 'The key is in your keychain.' } },
        keepingDialog: {
          facts: [
            {
              name: 'Encrypted',
              explained:
                'The key is in your keychain. If it can’t be used, you’re asked first, and nothing is saved unless you agree.',
            },
            ...otherFacts,
          ],
          limit: 'Programs that run as you on this computer may be able to ask the keychain too.',
        },
      },
      failures: {
        kinds: { keyring: { short: 'Keychain locked', what: 'The keychain is locked or didn’t answer.' } },
      },
      overview: {
        strips: {
          livesInTray: inMenuBar,
          keyringWaits: {
            title: 'Waiting for the keychain',
            explained: 'Balances are updated once it’s unlocked. If it asks for a password, enter it.',
          },
          unreadable: {
            title: 'The keychain was locked',
            explained: 'Unlock it, then restart. Your sign-in is still stored.',
          },
        },
      },
      signIn: {
        storing: { how: { encrypted: 'Encrypted, with the key in your keychain' } },
      },
    },
    later: {
      proxy: {
        dialog: {
          keeping: {
            encrypted: 'Saved on this computer, encrypted with your keychain. Sent only to this proxy.',
            memory:
              'Kept in memory until you quit, because the keychain can’t store it. Sent only to this proxy.',
          },
        },
      },
      session: {
        unreadable: 'Its end date can be read once the keychain is unlocked.',
        kept: {
          encrypted: (host) =>
            `Tokens are encrypted with a key in your keychain. They’re sent only to ${host}.`,
        },
      },
      settings: {
        startHidden: 'Start hidden in the menu bar',
        closeToTrayExplained: 'Closing the window leaves the icon in the menu bar.',
      },
    },
    desktop: {
      livesInTray: inMenuBar,
    },
  },
  windows: {
    window: {
      app: {
        keeping: { encrypted: { explained: 'Windows keeps the key for your user account.' } },
        keepingDialog: {
          facts: [
            {
              name: 'Encrypted',
              explained:
                'Windows keeps the key for your user account. If it can’t, you’re asked first, and nothing is saved unless you agree.',
            },
            ...otherFacts,
          ],
          limit: 'Programs that run as you on this computer can ask Windows to decrypt them too.',
        },
      },
      failures: {
        kinds: {
          keyring: {
            short: 'Can’t decrypt',
            what: 'Windows couldn’t encrypt or decrypt for your user account.',
            next: 'Sign out of Windows and in again, then try again.',
          },
        },
      },
      overview: {
        strips: {
          livesInTray: inNotificationArea,
          keyringWaits: {
            title: 'Waiting for Windows',
            explained: 'Balances are updated once Windows has decrypted your sign-in.',
          },
        },
      },
      signIn: {
        storing: { how: { encrypted: 'Encrypted by Windows for your user account' } },
      },
    },
    later: {
      proxy: {
        dialog: {
          keeping: {
            encrypted: 'Saved on this computer, encrypted by Windows. Sent only to this proxy.',
            memory:
              'Kept in memory until you quit, because Windows can’t encrypt it. Sent only to this proxy.',
          },
        },
      },
      session: {
        unreadable: 'Its end date can’t be read. Sign in again.',
        kept: {
          encrypted: (host: string) =>
            `Tokens are encrypted by Windows for your user account. They’re sent only to ${host}.`,
        },
      },
      settings: {
        startHidden: 'Start hidden in the notification area',
        closeToTrayExplained: 'Closing the window leaves the icon in the notification area.',
      },
    },
    desktop: {
      livesInTray: inNotificationArea,
    },
  },
}
