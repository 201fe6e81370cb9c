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
                'With a key that only your keychain holds. Without it you are asked first, and nothing is written unless you say so.',
            },
            ...otherFacts,
          ],
          limit: 'Programs that run as you on this computer may be able to ask the keychain too.',
        },
      },
      failures: {
        kinds: { keyring: { short: 'Keychain locked', what: 'The keychain didn’t answer.' } },
      },
      overview: {
        why: { unreadable: 'The keychain was locked at start' },
        strips: {
          livesInTray: inMenuBar,
          unreadable: {
            title: 'The keychain was locked at start',
            explained: 'The sign-in is still stored, but can’t be opened. Unlock the keychain, then restart.',
          },
        },
      },
      signIn: {
        restoring: {
          explained: 'They are encrypted with a key in your keychain. If it asks for a password, enter it.',
          now: 'Waiting for the keychain',
        },
        storing: { how: { encrypted: 'Encrypted, with the key in your keychain' } },
      },
    },
    later: {
      proxy: {
        dialog: {
          keeping: {
            encrypted: 'Kept on this computer, encrypted with your keychain. Sent to this proxy only.',
            memory: 'Kept in memory until you quit: the keychain can’t keep it. Sent to this proxy only.',
          },
        },
      },
      session: {
        unreadable:
          'The sign-in is still stored, but the keychain was locked at start, so its times aren’t known. Unlock the keychain, then restart.',
        kept: {
          encrypted: (host) =>
            `Tokens are encrypted with a key in your keychain and never leave this computer, except to ${host}.`,
        },
      },
      settings: {
        startHidden: 'Start hidden in the menu bar',
        closeToTrayExplained: 'Closing the window leaves the icon in the menu bar.',
        pace: {
          normal: { explained: 'Every minute in sight, every 5 in the menu bar.' },
          slower: { explained: 'Every 5 minutes in sight, every 15 in the menu bar.' },
          slowest: { explained: 'Every 15 minutes in sight, once an hour in the menu bar.' },
        },
      },
    },
    desktop: {
      livesInTray: inMenuBar,
      tray: { keyringLocked: 'the keychain was locked at start' },
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
                'With a key that Windows keeps for your user account. If it can’t, you are asked first, and nothing is written unless you say so.',
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
        why: { unreadable: 'Windows can’t decrypt the sign-in' },
        strips: {
          livesInTray: inNotificationArea,
          unreadable: {
            title: 'Windows can’t decrypt the sign-in',
            explained:
              'This happens after a password was reset or the files came from another computer. Sign in again.',
          },
        },
      },
      signIn: {
        restoring: {
          explained: 'They are encrypted with a key that Windows keeps for your user account.',
          now: 'Waiting for Windows',
        },
        storing: { how: { encrypted: 'Encrypted by Windows for your user account' } },
      },
    },
    later: {
      proxy: {
        dialog: {
          keeping: {
            encrypted: 'Kept on this computer, encrypted by Windows. Sent to this proxy only.',
            memory: 'Kept in memory until you quit: Windows can’t encrypt it. Sent to this proxy only.',
          },
        },
      },
      session: {
        unreadable:
          'The sign-in is still stored, but Windows can’t decrypt it, so its times aren’t known. Sign in again.',
        kept: {
          encrypted: (host: string) =>
            `Tokens are encrypted by Windows for your user account and never leave this computer, except to ${host}.`,
        },
      },
      settings: {
        startHidden: 'Start hidden in the notification area',
        closeToTrayExplained: 'Closing the window leaves the icon in the notification area.',
        pace: {
          normal: { explained: 'Every minute in sight, every 5 when hidden.' },
          slower: { explained: 'Every 5 minutes in sight, every 15 when hidden.' },
          slowest: { explained: 'Every 15 minutes in sight, once an hour when hidden.' },
        },
      },
    },
    desktop: {
      livesInTray: inNotificationArea,
      tray: { keyringLocked: 'Windows can’t decrypt the sign-in' },
    },
  },
}
