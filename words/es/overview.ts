import type { Phrase } from '../phrase.ts'
import { livesInTray } from './lives-in-tray.ts'
import { at, ended, the, theLast } from './when.ts'

export const overview = {
  organisations: 'Organizaciones',
  allOrganisations: 'Todas las organizaciones',
  addOrganisation: 'Añadir una organización…',
  signOutOf: <T>(organisation: T): Phrase<T> => ['Cerrar sesión en ', organisation, '…'],
  signOut: 'Cerrar sesión…',
  signingOut: 'Cerrando sesión',
  refresh: 'Actualizar ahora',
  refreshAll: 'Actualizar todas',
  reading: 'Cargando…',
  notRead: 'Aún sin consultar',
  openBilling: 'Abrir facturación',

  spendable: 'Disponible',
  explained: 'Crédito menos lo que retienen las tareas en curso',
  asOf: (when: string, age: string) => `consultado ${at(when)}, ${age}`,
  lessThanADayAgo: (amount: string) => `${amount} menos que hace 24 horas`,
  moreThanADayAgo: (amount: string) => `${amount} más que hace 24 horas`,
  asADayAgo: 'Igual que hace 24 horas',
  nothingLeft: 'No queda nada disponible.',
  heldOverCredit: 'Bajo cero: hay más retenido que crédito',
  creditBelowZero: 'Tu crédito está bajo cero.',
  credit: 'Crédito',
  held: 'Retenido para tareas en curso',
  split: (spendable: string, held: string) => `${spendable} disponibles, ${held} retenidos`,

  balance: 'Saldo',
  invoice: 'Paga con factura',
  invoiceShort: 'Factura',
  invoiceExplained: <T>(organisation: T): Phrase<T> => [
    'Parallel envía a ',
    organisation,
    ' una factura por lo que ha usado. No hay saldo prepago que vigilar ni recargar, así que la previsión y los avisos de saldo bajo están desactivados.',
  ],

  topUp: 'Recargar…',
  topUpOff: {
    unknown: 'En pausa hasta que se confirme el último pago.',
    stale: 'En pausa hasta que se pueda actualizar el saldo.',
    reading: 'Disponible en cuanto se cargue el saldo.',
  },
  topUpLine: {
    charging: (amount: string) => `Procesando el pago de ${amount}`,
    unknown: (amount: string, when: string) =>
      `Recarga de ${amount} solicitada ${at(when)}, pago sin confirmar.`,
    asking: 'Comprobando de nuevo ahora.',
    next: (wait: string) => `Nueva comprobación en ${wait}.`,
    findOut: 'Ya puedes reintentarlo.',
    tooOld: 'Consulta la facturación en la consola.',
    off: 'Hasta entonces, las recargas están en pausa.',
    added: (amount: string, when: string) => ended(`Recarga de ${amount} completada ${at(when)}`),
    notCharged: (amount: string, when: string) =>
      `Recarga de ${amount} ${at(when)}: no se hizo ningún cargo.`,
    more: 'Detalles',
  },

  forecast: {
    lessThanADay: 'Queda menos de un día',
    moreThanTwoMonths: 'Quedan más de dos meses',
    about: (days: number) => (days === 1 ? 'Queda alrededor de 1 día' : `Quedan unos ${days} días`),
    nothingLeft: 'No queda nada disponible',
    nothingLeftExplained: 'Las solicitudes que cuestan dinero fallan hasta que recargues.',
    thisWeek: (perDay: string) => `al ritmo de los últimos 7 días, ${perDay} al día`,
    lastDays: (basis: string, perDay: string) => `al ritmo de ${theLast(basis)}, ${perDay} al día`,
    days: (days: number) => (days === 1 ? '1 día' : `${days} días`),
    knownAt: (when: string, perDay: string) => `al último ritmo conocido (${when}), ${perDay} al día`,
    runsOutAbout: (when: string, perDay: string) =>
      ended(`A este ritmo (${perDay} al día), se agota hacia ${the(when)}`),
    notEnough: 'Aún no hay datos suficientes',
    notEnoughExplained: (since: string | null) =>
      since === null
        ? 'La previsión necesita un día de saldos. Deja Parallel Tray abierto.'
        : `La previsión necesita un día de saldos. El primero se consultó ${at(since)}; deja Parallel Tray abierto.`,
    noSpending: 'No se está gastando nada',
    noSpendingExplained: (basis: string) => `No se gastó nada en ${theLast(basis)}.`,
    today: 'Hoy',
    chart: (from: string, first: string, last: string) =>
      `Disponible desde ${the(from)}: de ${first} a ${last}.`,
    chartEnd: (when: string) => `A este ritmo llega a cero hacia ${the(when)}.`,
  },

  lastDays: 'Últimos días',
  allActivity: 'Toda la actividad',
  meanwhile: 'Mientras tanto',
  warnBelow: 'Avisarme por debajo de',
  shortcutToOpen: 'Atajo para abrir',
  notSet: 'Sin definir',
  keysMade: (keys: number) =>
    keys === 0
      ? 'Aún no hay claves creadas aquí'
      : keys === 1
        ? '1 clave creada aquí'
        : `${keys} claves creadas aquí`,
  keysDue: (keys: string) => `${keys} por rotar`,
  keysMadeHere: 'Claves creadas aquí',
  allKeys: 'Apps y claves',
  authorizationEnded: (when: string) => `La autorización terminó ${at(when)}`,

  thisSignIn: 'Esta sesión',
  authorizedUntil: (date: string) => `Autorizada hasta ${the(date)}`,
  authorizedExplained: 'Se renueva automáticamente hasta entonces.',
  signedInUntil: (date: string) => `Sesión iniciada al menos hasta ${the(date)}`,
  signedInExplained: 'Se renueva automáticamente mientras Parallel Tray está abierto.',
  authorized: 'Autorizada, fecha de fin desconocida',

  pendingNow: (count: number) =>
    count === 1 ? 'Hay un cierre de sesión pendiente' : `Hay ${count} cierres de sesión pendientes`,
  pendingNowExplained: 'Se reintenta hasta que Parallel responda',
  pendingTitle: 'Cierres de sesión pendientes',
  pending: <T>(organisation: T): Phrase<T> => [organisation, ': sesión cerrada aquí'],
  pendingUntil: (when: string) =>
    ended(
      `Parallel aún no lo ha confirmado. Se reintenta hasta que responda; la autorización caduca, a más tardar, ${at(when)}`,
    ),
  pendingOpen: 'Parallel aún no lo ha confirmado. Se reintenta hasta que responda.',
  pendingNext: (when: string) => ended(`Próximo intento ${at(when)}`),
  pendingTrying: 'Intentando',

  why: {
    unreadable: 'No se puede abrir la sesión guardada',
    signingOut: 'Cerrando sesión',
    unsaved: 'Últimos tokens aún sin guardar',
    topUpUnknown: 'Pago aún sin confirmar',
  },

  strips: {
    signInAgain: {
      title: <T>(organisation: T): Phrase<T> => ['Inicia sesión de nuevo en ', organisation],
      explained: (when: string) => `Su autorización terminó (detectado ${at(when)}).`,
      act: 'Iniciar sesión de nuevo',
    },
    unreadable: {
      title: 'El llavero estaba bloqueado',
      explained: 'Desbloquéalo y reinicia la aplicación. Tu sesión sigue guardada.',
      act: 'Reiniciar',
    },
    unreadableOnWindows: {
      title: 'Windows no puede abrir la sesión guardada',
      explained: 'Inicia sesión de nuevo. El historial, las claves y los ajustes se conservan.',
    },
    unsaved: {
      title: 'Los últimos tokens no se han guardado',
      explained:
        'Están en la memoria y Parallel Tray sigue intentando guardarlos. Si sales antes, tendrás que iniciar sesión de nuevo.',
    },
    alerts: {
      spendable: {
        title: 'Saldo bajo',
        explained: (limit: string) => `Por debajo de los ${limit} que fijaste.`,
        short: 'Saldo bajo',
      },
      daysLeft: {
        title: (days: number) =>
          days < 1
            ? 'Queda menos de un día'
            : days === 1
              ? 'Queda alrededor de un día'
              : `Quedan unos ${days} días`,
        explained: (days: number) =>
          days === 1 ? 'Menos del día que fijaste.' : `Menos de los ${days} días que fijaste.`,
        unknown: 'Quedan pocos días',
        short: 'Se agota pronto',
      },
      spending: {
        title: 'Gasto elevado en la última hora',
        explained: (limit: string) => `Más de los ${limit} que fijaste.`,
        short: 'Gasto rápido',
      },
      noLimit: 'Tú pediste este aviso.',
      notToday: 'Silenciar hoy',
      topUp: 'Recargar…',
    },
    justArrived: {
      title: <T>(organisation: T): Phrase<T> => ['Sesión iniciada en ', organisation],
      explained: '¿No fuiste tú? Quizá otra persona aprobó tu código.',
      insteadOf: (organisation: string) =>
        `Elegiste esta en el navegador. En ${organisation} aún falta iniciar sesión de nuevo.`,
      act: 'Cerrar sesión',
    },
    trouble: {
      since: (what: string, when: string) => `${what} desde ${the(when)}`,
      known: 'Se muestra el último saldo conocido.',
      byItself: 'Se reintenta automáticamente.',
    },
    endsSoon: {
      title: (when: string) => `La autorización termina ${at(when)}`,
      explained: 'Inicia sesión de nuevo para no perder el acceso.',
      act: 'Iniciar sesión de nuevo',
    },
    signIn: {
      consent: {
        title: 'Termina de iniciar sesión',
        explained: 'Elige dónde guardar la sesión.',
        act: 'Elegir',
      },
      waiting: {
        title: 'Inicio de sesión en curso',
        explained: 'Apruébalo en el navegador.',
        act: 'Mostrar código',
      },
      ended: {
        title: 'El inicio de sesión no se completó',
        explained: 'No se inició ninguna sesión.',
        act: 'Ver por qué',
      },
    },
    livesInTray,
    noTray: {
      title: 'Este escritorio no muestra ninguna bandeja',
      minimises: 'Al cerrar la ventana, se minimiza.',
      quits: 'Al cerrar la ventana, la aplicación se cierra.',
      act: '¿Por qué?',
    },
    fileSetAside: {
      title: (file: string) => `No se pudo leer ${file}`,
      explained: 'El archivo se conserva. Parallel Tray continúa sin él.',
    },
    storage: { title: 'No guardado en este equipo' },
    keyringWaits: {
      title: 'Esperando al llavero',
      explained: 'Los saldos se actualizarán cuando esté desbloqueado. Si pide una contraseña, introdúcela.',
    },
    windowRebuilt: {
      title: 'La ventana se volvió a abrir tras un fallo',
      explained: 'Solo se perdió el texto sin enviar.',
    },
  },

  signOutDialog: {
    title: <T>(organisation: T): Phrase<T> => ['¿Cerrar sesión en ', organisation, '?'],
    explained:
      'Parallel Tray pide a Parallel que revoque esta autorización y elimina sus tokens de este equipo. Para volver a iniciar sesión, aprueba un código nuevo.',
    unreachable:
      'Si no se puede contactar con Parallel, Parallel Tray lo sigue intentando y lo muestra en el resumen.',
    cancel: 'Cancelar',
    act: 'Cerrar sesión',
    busy: 'Cerrando sesión',
  },
}
