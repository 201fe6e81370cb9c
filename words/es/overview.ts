import type { Phrase } from '../phrase.ts'
import { livesInTray } from './lives-in-tray.ts'
import { at, the } from './when.ts'

export const overview = {
  organisations: 'Organizaciones',
  allOrganisations: 'Todas las organizaciones',
  addOrganisation: 'Añadir una organización…',
  signOutOf: <T>(organisation: T): Phrase<T> => ['Cerrar sesión en ', organisation, '…'],
  signOut: 'Cerrar sesión…',
  signingOut: 'Cerrando sesión',
  refresh: 'Actualizar ahora',
  refreshAll: 'Actualizar todas',
  reading: 'Leyendo…',
  notRead: 'Aún sin leer',
  openBilling: 'Abrir facturación',

  spendable: 'Disponible',
  explained: 'Crédito menos lo que retienen las tareas en curso',
  asOf: (when: string, age: string) => `leído ${at(when)}, ${age}`,
  lessThanADayAgo: (amount: string) => `${amount} menos que hace 24 horas`,
  moreThanADayAgo: (amount: string) => `${amount} más que hace 24 horas`,
  asADayAgo: 'Igual que hace 24 horas',
  nothingLeft: 'No queda nada para gastar.',
  heldOverCredit: 'Bajo cero: hay más retenido que crédito',
  creditBelowZero: 'El propio crédito está bajo cero.',
  credit: 'Crédito',
  held: 'Retenido para tareas en curso',
  split: (spendable: string, held: string) => `${spendable} disponibles, ${held} retenidos`,

  balance: 'Saldo',
  invoice: 'Paga con factura',
  invoiceShort: 'Factura',
  invoiceExplained: <T>(organisation: T): Phrase<T> => [
    'Parallel envía a ',
    organisation,
    ' una factura por lo usado. No hay saldo prepago que vigilar ni nada que recargar, así que la previsión y los avisos de saldo bajo están desactivados.',
  ],

  topUp: 'Recargar…',
  topUpOff: {
    unknown: 'Desactivado hasta saber si se cobró la última recarga.',
    stale: 'Desactivado hasta que se pueda volver a leer el saldo.',
    reading: 'Desactivado hasta que se lea el saldo.',
  },
  topUpLine: {
    charging: (amount: string) => `Cobrando ${amount}`,
    unknown: (amount: string, when: string) =>
      `${amount}, pedidos ${at(when)}: aún no se sabe si se cobraron.`,
    asking: 'Preguntando de nuevo ahora.',
    next: (wait: string) => `Se pregunta de nuevo en ${wait}.`,
    findOut: 'Se puede averiguar ahora.',
    tooOld: 'Se ve en la facturación de la consola.',
    off: 'Hasta entonces no se puede recargar.',
    added: (amount: string, when: string) => `${amount} añadidos ${at(when)}.`,
    notCharged: (amount: string, when: string) => `${amount} ${at(when)}: no cobrados.`,
    more: 'Detalles',
  },

  forecast: {
    lessThanADay: 'Queda menos de un día',
    moreThanTwoMonths: 'Quedan más de dos meses',
    about: (days: number) => (days === 1 ? 'Queda 1 día, más o menos' : `Quedan unos ${days} días`),
    nothingLeft: 'No queda nada para gastar',
    nothingLeftExplained: 'No se puede gastar nada hasta añadir dinero.',
    thisWeek: (perDay: string) => `al ritmo de esta semana, ${perDay} al día`,
    lastDays: (basis: string, perDay: string) => `al ritmo de los últimos ${basis}, ${perDay} al día`,
    days: (days: number) => (days === 1 ? '1 día' : `${days} días`),
    knownAt: (when: string, perDay: string) => `al ritmo conocido ${at(when)}, ${perDay} al día`,
    runsOutAbout: (when: string, perDay: string) =>
      `A este ritmo, ${perDay} al día, se agota hacia las ${when}.`,
    notEnough: 'Aún no hay datos suficientes',
    notEnoughExplained: (since: string | null) =>
      since === null
        ? 'Una previsión necesita un día de lecturas. Parallel Tray lee el saldo mientras está abierto.'
        : `Una previsión necesita un día de lecturas. La primera fue ${at(since)}; Parallel Tray sigue leyendo mientras está abierto.`,
    noSpending: 'No se está gastando nada',
    noSpendingExplained: (basis: string) =>
      `No se gastó nada en los últimos ${basis}, así que nada se agota.`,
    today: 'Hoy',
    chart: (from: string, first: string, last: string) =>
      `Disponible desde ${the(from)}: de ${first} a ${last}.`,
    chartEnd: (when: string) => `A este ritmo llega a cero aproximadamente ${at(when)}.`,
  },

  lastDays: 'Últimos días',
  allActivity: 'Toda la actividad',
  meanwhile: 'Mientras tanto',
  warnBelow: 'Avisar por debajo de',
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

  thisSignIn: 'Este inicio de sesión',
  authorizedUntil: (date: string) => `Autorizado hasta ${the(date)}`,
  authorizedExplained: 'Se renueva por sí solo hasta entonces.',
  signedInUntil: (date: string) => `Sesión iniciada al menos hasta ${the(date)}`,
  signedInExplained: 'Se renueva por sí sola mientras Parallel Tray está abierto.',
  authorized: 'Autorizado, no se sabe hasta cuándo',

  pendingNow: (count: number) =>
    count === 1 ? 'Hay un cierre de sesión en curso' : `Hay ${count} cierres de sesión en curso`,
  pendingNowExplained: 'Se avisa a Parallel en cuanto responda',
  pendingTitle: 'Cierres de sesión en curso',
  pending: <T>(organisation: T): Phrase<T> => [organisation, ': sesión cerrada aquí'],
  pendingUntil: (when: string) =>
    `Parallel aún no lo sabe; se le avisa en cuanto responda. Termina por sí sola ${at(when)}.`,
  pendingOpen: 'Parallel aún no lo sabe; se le avisa en cuanto responda.',
  pendingNext: (when: string) => `Se vuelve a intentar ${at(when)}.`,
  pendingTrying: 'Intentando',

  why: {
    unreadable: 'El llavero estaba bloqueado al arrancar',
    signingOut: 'Cerrando sesión',
    unsaved: 'Últimos tokens aún sin guardar',
    topUpUnknown: 'Una recarga sin resolver',
  },

  strips: {
    signInAgain: {
      title: <T>(organisation: T): Phrase<T> => ['Iniciar sesión de nuevo en ', organisation],
      explained: (when: string) => `La autorización terminó (visto: ${when}).`,
      act: 'Iniciar sesión de nuevo',
    },
    unreadable: {
      title: 'El llavero estaba bloqueado al arrancar',
      explained: 'Desbloquearlo y reiniciar. La sesión sigue guardada.',
      act: 'Reiniciar',
    },
    unsaved: {
      title: 'Los últimos tokens no se han guardado',
      explained:
        'Están en la memoria y se vuelve a intentar. Si se sale antes de lograrlo, habrá que iniciar sesión de nuevo.',
    },
    alerts: {
      spendable: {
        title: 'Saldo bajo',
        explained: (limit: string) => `Por debajo del límite fijado de ${limit}.`,
        short: 'Saldo bajo',
      },
      daysLeft: {
        title: (days: number) =>
          days < 1
            ? 'Queda menos de un día'
            : days === 1
              ? 'Queda aproximadamente un día'
              : `Quedan unos ${days} días`,
        explained: (days: number) =>
          `Menos que el límite fijado de ${days === 1 ? 'un día' : `${days} días`}.`,
        unknown: 'Quedan pocos días',
        short: 'Se agota pronto',
      },
      spending: {
        title: 'Mucho gasto en una hora',
        explained: (limit: string) => `Más que el límite fijado de ${limit}.`,
        short: 'Gasto rápido',
      },
      noLimit: 'Se avisa como estaba fijado.',
      notToday: 'Silenciar hoy',
      topUp: 'Recargar…',
    },
    justArrived: {
      title: <T>(organisation: T): Phrase<T> => ['Sesión iniciada en ', organisation],
      explained: '¿No es la suya? Otra persona la aprobó.',
      insteadOf: (organisation: string) =>
        `Se eligió esta en el navegador. En ${organisation} aún falta iniciar sesión de nuevo.`,
      act: 'Cerrar sesión',
    },
    trouble: {
      since: (what: string, when: string) => `${what} desde ${the(when)}`,
      known: 'Se muestra lo que se sabía entonces.',
      byItself: 'Se vuelve a intentar automáticamente.',
    },
    endsSoon: {
      title: (when: string) => `La autorización termina ${at(when)}`,
      explained: 'Iniciar sesión de nuevo para seguir.',
      act: 'Iniciar sesión de nuevo',
    },
    signIn: {
      consent: {
        title: 'Un inicio de sesión espera respuesta',
        explained: '¿Dónde se guarda?',
        act: 'Responder',
      },
      waiting: {
        title: 'Hay un inicio de sesión en curso',
        explained: 'Espera la aprobación en el navegador.',
        act: 'Mostrar código',
      },
      ended: {
        title: 'El inicio de sesión ha terminado',
        explained: 'No se inició ninguna sesión.',
        act: 'Ver por qué',
      },
    },
    livesInTray,
    noTray: {
      title: 'Este escritorio no muestra ninguna bandeja',
      minimises: 'Al cerrar, la ventana se minimiza.',
      quits: 'Al cerrar la ventana, la aplicación se cierra.',
      act: '¿Por qué?',
    },
    fileSetAside: {
      title: (file: string) => `No se pudo leer ${file}`,
      explained: 'Se conserva tal cual. Parallel Tray sigue sin él.',
    },
    storage: { title: 'No guardado en este equipo' },
    windowRebuilt: {
      title: 'Hubo que volver a crear la ventana',
      explained: 'Solo se perdió lo escrito sin enviar.',
    },
  },

  signOutDialog: {
    title: <T>(organisation: T): Phrase<T> => ['¿Cerrar sesión en ', organisation, '?'],
    explained:
      'Se pide a Parallel que termine esta autorización, y sus tokens se eliminan de este equipo. Para volver hay que aprobar un código nuevo.',
    unreachable:
      'Si ahora no se puede contactar con Parallel, se le avisa más tarde; hasta entonces consta en el resumen.',
    cancel: 'Cancelar',
    act: 'Cerrar sesión',
    busy: 'Cerrando sesión',
  },
}
