import type { SystemWords } from '../systems.ts'
import { app } from './app.ts'

const inMenuBar = {
  title: 'Parallel Tray reste dans la barre des menus',
  explained: 'Fermer la fenêtre ne fait que la masquer. Quittez depuis l’icône de la barre des menus.',
}
const inNotificationArea = {
  title: 'Parallel Tray reste dans la zone de notification',
  explained: 'Fermer la fenêtre ne fait que la masquer. Quittez depuis l’icône près de l’horloge.',
}
const [, ...otherFacts] = app.keepingDialog.facts

export const frSystems: SystemWords = {
  mac: {
    window: {
      app: {
        keeping: { encrypted: { explained: 'La clé de chiffrement est dans votre trousseau.' } },
        keepingDialog: {
          facts: [
            {
              name: 'Chiffrés',
              explained:
                'La clé de chiffrement est dans votre trousseau. S’il est inutilisable, la question vous est d’abord posée, et rien n’est enregistré sans votre accord.',
            },
            ...otherFacts,
          ],
          limit:
            'Les programmes qui s’exécutent sous votre compte sur cet ordinateur peuvent parfois interroger eux aussi le trousseau.',
        },
      },
      failures: {
        kinds: {
          keyring: { short: 'Trousseau verrouillé', what: 'Le trousseau est verrouillé ou n’a pas répondu.' },
        },
      },
      overview: {
        strips: {
          livesInTray: inMenuBar,
          keyringWaits: {
            title: 'En attente du trousseau',
            explained:
              'Les soldes seront mis à jour dès qu’il sera déverrouillé. S’il demande un mot de passe, saisissez-le.',
          },
          unreadable: {
            title: 'Le trousseau était verrouillé au démarrage',
            explained:
              'Votre connexion est toujours enregistrée. Déverrouillez le trousseau, puis redémarrez Parallel Tray.',
          },
        },
      },
      signIn: {
        storing: { how: { encrypted: 'Chiffrée avec la clé de votre trousseau' } },
      },
    },
    later: {
      proxy: {
        dialog: {
          keeping: {
            encrypted:
              'Enregistré sur cet ordinateur, chiffré avec votre trousseau. Envoyé à ce proxy seulement.',
            memory:
              'Gardé en mémoire jusqu’à ce que vous quittiez, car le trousseau ne peut pas l’enregistrer. Envoyé à ce proxy seulement.',
          },
        },
      },
      session: {
        unreadable: 'Sa date de fin pourra être lue une fois le trousseau déverrouillé.',
        kept: {
          encrypted: (host) =>
            `Les jetons sont chiffrés avec une clé de votre trousseau. Ils ne sont envoyés qu’à ${host}.`,
        },
      },
      settings: {
        startHidden: 'Démarrer masqué dans la barre des menus',
        closeToTrayExplained: 'Fermer la fenêtre laisse l’icône dans la barre des menus.',
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
          encrypted: { explained: 'Windows conserve la clé de chiffrement pour votre compte d’utilisateur.' },
        },
        keepingDialog: {
          facts: [
            {
              name: 'Chiffrés',
              explained:
                'Windows conserve la clé de chiffrement pour votre compte d’utilisateur. Si ce n’est pas possible, la question vous est d’abord posée, et rien n’est enregistré sans votre accord.',
            },
            ...otherFacts,
          ],
          limit:
            'Les programmes qui s’exécutent sous votre compte sur cet ordinateur peuvent eux aussi demander à Windows de déchiffrer les jetons.',
        },
      },
      failures: {
        kinds: {
          keyring: {
            short: 'Déchiffrement impossible',
            what: 'Windows n’a pas pu chiffrer ou déchiffrer pour votre compte d’utilisateur.',
            next: 'Fermez votre session Windows et rouvrez-la, puis réessayez.',
          },
        },
      },
      overview: {
        strips: {
          livesInTray: inNotificationArea,
          keyringWaits: {
            title: 'En attente de Windows',
            explained: 'Les soldes seront mis à jour dès que Windows aura déchiffré votre connexion.',
          },
        },
      },
      signIn: {
        storing: { how: { encrypted: 'Chiffrée par Windows pour votre compte d’utilisateur' } },
      },
    },
    later: {
      proxy: {
        dialog: {
          keeping: {
            encrypted: 'Enregistré sur cet ordinateur, chiffré par Windows. Envoyé à ce proxy seulement.',
            memory:
              'Gardé en mémoire jusqu’à ce que vous quittiez, car Windows ne peut pas le chiffrer. Envoyé à ce proxy seulement.',
          },
        },
      },
      session: {
        unreadable: 'Sa date de fin ne peut pas être lue. Reconnectez-vous.',
        kept: {
          encrypted: (host: string) =>
            `Les jetons sont chiffrés par Windows pour votre compte d’utilisateur. Ils ne sont envoyés qu’à ${host}.`,
        },
      },
      settings: {
        startHidden: 'Démarrer masqué dans la zone de notification',
        closeToTrayExplained: 'Fermer la fenêtre laisse l’icône dans la zone de notification.',
      },
    },
    desktop: {
      livesInTray: inNotificationArea,
    },
  },
}
