import type { SystemWords } from '../systems.ts'
import { app } from './app.ts'

const inMenuBar = {
  title: 'Parallel Tray sigue abierto en la barra de menús',
  explained: 'Cerrar la ventana solo la oculta. Para salir, usa el menú del icono de la barra de menús.',
}
const inNotificationArea = {
  title: 'Parallel Tray sigue en el área de notificación',
  explained: 'Cerrar la ventana solo la oculta. Para salir, usa el menú del icono junto al reloj.',
}
const [, ...otherFacts] = app.keepingDialog.facts

export const esSystems: SystemWords = {
  mac: {
    window: {
      app: {
        keeping: { encrypted: { explained: 'La clave está en tu llavero.' } },
        keepingDialog: {
          facts: [
            {
              name: 'Cifrados',
              explained:
                'La clave está en tu llavero. Si no está disponible, se te pregunta primero y no se guarda nada sin tu permiso.',
            },
            ...otherFacts,
          ],
          limit:
            'Es posible que los programas que se ejecutan con tu usuario también puedan leer el llavero.',
        },
      },
      failures: {
        kinds: { keyring: { short: 'Llavero bloqueado', what: 'El llavero está bloqueado o no respondió.' } },
      },
      overview: {
        strips: {
          livesInTray: inMenuBar,
          keyringWaits: {
            title: 'Esperando al llavero',
            explained:
              'Los saldos se actualizarán cuando esté desbloqueado. Si pide una contraseña, introdúcela.',
          },
          unreadable: {
            title: 'El llavero estaba bloqueado',
            explained: 'Desbloquéalo y reinicia la aplicación. Tu sesión sigue guardada.',
          },
        },
      },
      signIn: {
        storing: { how: { encrypted: 'Cifrada, con la clave en tu llavero' } },
      },
    },
    later: {
      proxy: {
        dialog: {
          keeping: {
            encrypted: 'Se guarda en este equipo, cifrada con tu llavero. Solo se envía a este proxy.',
            memory:
              'Se conserva en la memoria hasta que salgas, porque el llavero no puede guardarla. Solo se envía a este proxy.',
          },
        },
      },
      session: {
        unreadable: 'La fecha de fin se podrá leer cuando se desbloquee el llavero.',
        kept: {
          encrypted: (host) =>
            `Los tokens están cifrados con una clave de tu llavero. Solo se envían a ${host}.`,
        },
      },
      settings: {
        startHidden: 'Iniciar oculto en la barra de menús',
        closeToTrayExplained: 'Al cerrar la ventana, el icono queda en la barra de menús.',
      },
    },
    desktop: {
      livesInTray: inMenuBar,
    },
  },
  windows: {
    window: {
      app: {
        keeping: { encrypted: { explained: 'Windows guarda la clave para tu cuenta de usuario.' } },
        keepingDialog: {
          facts: [
            {
              name: 'Cifrados',
              explained:
                'Con una clave que Windows guarda para tu cuenta de usuario. Si no puede, se te pregunta primero y no se guarda nada sin tu permiso.',
            },
            ...otherFacts,
          ],
          limit:
            'Los programas que se ejecutan con tu usuario en este equipo también pueden pedir a Windows que los descifre.',
        },
      },
      failures: {
        kinds: {
          keyring: {
            short: 'No se puede descifrar',
            what: 'Windows no pudo cifrar o descifrar datos para tu cuenta de usuario.',
            next: 'Cierra la sesión de Windows, vuelve a iniciarla e inténtalo de nuevo.',
          },
        },
      },
      overview: {
        strips: {
          livesInTray: inNotificationArea,
          keyringWaits: {
            title: 'Esperando a Windows',
            explained: 'Los saldos se actualizarán cuando Windows haya descifrado tu sesión.',
          },
        },
      },
      signIn: {
        storing: { how: { encrypted: 'Cifrada por Windows para tu cuenta de usuario' } },
      },
    },
    later: {
      proxy: {
        dialog: {
          keeping: {
            encrypted: 'Se guarda en este equipo, cifrada por Windows. Solo se envía a este proxy.',
            memory:
              'Se conserva en la memoria hasta que salgas, porque Windows no puede cifrarla. Solo se envía a este proxy.',
          },
        },
      },
      session: {
        unreadable: 'No se puede leer cuándo termina. Inicia sesión de nuevo.',
        kept: {
          encrypted: (host: string) =>
            `Los tokens están cifrados por Windows para tu cuenta de usuario. Solo se envían a ${host}.`,
        },
      },
      settings: {
        startHidden: 'Iniciar oculto en el área de notificación',
        closeToTrayExplained: 'Al cerrar la ventana, el icono queda en el área de notificación.',
      },
    },
    desktop: {
      livesInTray: inNotificationArea,
    },
  },
}
