import type { SystemWords } from '../systems.ts'
import { app } from './app.ts'

const inMenuBar = {
  title: 'Parallel Tray läuft in der Menüleiste weiter',
  explained: 'Schließen blendet das Fenster nur aus. Zum Beenden nutzen Sie das Symbol in der Menüleiste.',
}
const inNotificationArea = {
  title: 'Parallel Tray läuft im Infobereich weiter',
  explained:
    'Schließen blendet das Fenster nur aus. Zum Beenden nutzen Sie das Menü des Symbols neben der Uhr.',
}
const [, ...otherFacts] = app.keepingDialog.facts

export const deSystems: SystemWords = {
  mac: {
    window: {
      app: {
        keeping: { encrypted: { explained: 'Der Schlüssel dazu liegt in Ihrem Schlüsselbund.' } },
        keepingDialog: {
          facts: [
            {
              name: 'Verschlüsselt',
              explained:
                'Der Schlüssel dazu liegt in Ihrem Schlüsselbund. Ist er nicht verfügbar, werden Sie zuerst gefragt, und ohne Ihre Zustimmung wird nichts gespeichert.',
            },
            ...otherFacts,
          ],
          limit:
            'Programme, die auf diesem Computer unter Ihrem Benutzerkonto laufen, können den Schlüsselbund unter Umständen ebenfalls abfragen.',
        },
      },
      failures: {
        kinds: {
          keyring: {
            short: 'Schlüsselbund gesperrt',
            what: 'Der Schlüsselbund ist gesperrt oder hat nicht geantwortet.',
          },
        },
      },
      overview: {
        strips: {
          livesInTray: inMenuBar,
          keyringWaits: {
            title: 'Warten auf den Schlüsselbund',
            explained:
              'Sobald er entsperrt ist, werden die Guthaben aktualisiert. Fragt er nach einem Passwort, geben Sie es ein.',
          },
          unreadable: {
            title: 'Der Schlüsselbund war beim Start gesperrt',
            explained:
              'Ihre Anmeldung ist noch gespeichert. Entsperren Sie den Schlüsselbund und starten Sie Parallel Tray neu.',
          },
        },
      },
      signIn: {
        storing: { how: { encrypted: 'Verschlüsselt, mit dem Schlüssel in Ihrem Schlüsselbund' } },
      },
    },
    later: {
      proxy: {
        dialog: {
          keeping: {
            encrypted:
              'Wird auf diesem Computer gespeichert, verschlüsselt mit Ihrem Schlüsselbund. Wird nur an diesen Proxy gesendet.',
            memory:
              'Bleibt bis zum Beenden im Arbeitsspeicher, weil der Schlüsselbund es nicht speichern kann. Wird nur an diesen Proxy gesendet.',
          },
        },
      },
      session: {
        unreadable: 'Wann sie endet, lässt sich erst bei entsperrtem Schlüsselbund feststellen.',
        kept: {
          encrypted: (host) =>
            `Die Token sind mit einem Schlüssel in Ihrem Schlüsselbund verschlüsselt. Sie werden nur an ${host} gesendet.`,
        },
      },
      settings: {
        startHidden: 'Ausgeblendet in der Menüleiste starten',
        closeToTrayExplained: 'Nach dem Schließen bleibt das Symbol in der Menüleiste.',
      },
    },
    desktop: {
      livesInTray: inMenuBar,
    },
  },
  windows: {
    window: {
      app: {
        keeping: {
          encrypted: { explained: 'Windows bewahrt den Schlüssel dazu für Ihr Benutzerkonto auf.' },
        },
        keepingDialog: {
          facts: [
            {
              name: 'Verschlüsselt',
              explained:
                'Windows bewahrt den Schlüssel dazu für Ihr Benutzerkonto auf. Ist das nicht möglich, werden Sie zuerst gefragt, und ohne Ihre Zustimmung wird nichts gespeichert.',
            },
            ...otherFacts,
          ],
          limit:
            'Programme, die auf diesem Computer unter Ihrem Benutzerkonto laufen, können die Token ebenfalls von Windows entschlüsseln lassen.',
        },
      },
      failures: {
        kinds: {
          keyring: {
            short: 'Entschlüsseln nicht möglich',
            what: 'Windows konnte für Ihr Benutzerkonto nicht ver- oder entschlüsseln.',
            next: 'Melden Sie sich von Windows ab und wieder an und versuchen Sie es dann erneut.',
          },
        },
      },
      overview: {
        strips: {
          livesInTray: inNotificationArea,
          keyringWaits: {
            title: 'Warten auf Windows',
            explained: 'Sobald Windows Ihre Anmeldung entschlüsselt hat, werden die Guthaben aktualisiert.',
          },
        },
      },
      signIn: {
        storing: { how: { encrypted: 'Von Windows für Ihr Benutzerkonto verschlüsselt' } },
      },
    },
    later: {
      proxy: {
        dialog: {
          keeping: {
            encrypted:
              'Wird auf diesem Computer gespeichert, verschlüsselt durch Windows. Wird nur an diesen Proxy gesendet.',
            memory:
              'Bleibt bis zum Beenden im Arbeitsspeicher, weil Windows es nicht verschlüsseln kann. Wird nur an diesen Proxy gesendet.',
          },
        },
      },
      session: {
        unreadable: 'Wann sie endet, lässt sich nicht feststellen. Melden Sie sich erneut an.',
        kept: {
          encrypted: (host: string) =>
            `Die Token sind von Windows für Ihr Benutzerkonto verschlüsselt. Sie werden nur an ${host} gesendet.`,
        },
      },
      settings: {
        startHidden: 'Ausgeblendet im Infobereich starten',
        closeToTrayExplained: 'Nach dem Schließen bleibt das Symbol im Infobereich.',
      },
    },
    desktop: {
      livesInTray: inNotificationArea,
    },
  },
}
