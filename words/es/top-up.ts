import type { Phrase } from '../phrase.ts'
import { at, ended, the } from './when.ts'

/** Adding money: every step says what was charged, and what wasn't. */
export const topUp = {
  cancel: 'Cancelar',
  close: 'Cerrar',
  done: 'Listo',
  tryAgain: 'Intentar de nuevo',
  amount: 'Importe',
  askedAt: 'Solicitado',
  asked: (when: string, age: string) => `${when}, ${age}`,
  reference: 'Referencia',
  billing: 'Facturación',
  openBilling: 'Abrir facturación',

  choose: {
    title: <T>(organisation: T): Phrase<T> => ['Recargar ', organisation],
    spendable: (amount: string) => `Disponible ahora: ${amount}`,
    other: 'U otro importe',
    between: (least: string, most: string) => `de ${least} a ${most}`,
    worth: {
      lessThanADay: 'Alcanza para menos de un día.',
      moreThanTwoMonths: 'Alcanza para más de dos meses.',
      about: (days: string, one: boolean) =>
        one ? 'Alcanza para un día, más o menos.' : `Alcanza para unos ${days} días.`,
    },
    limit: (amount: string) => `Te quedan ${amount} de tu límite de hoy.`,
    next: 'Continuar',
    wrong: {
      'not-an-amount': (least: string, most: string) =>
        `Escribe un importe de ${least} a ${most}, como 25 o 12,50.`,
      'too-little': (least: string) => `El mínimo es ${least}.`,
      'too-much': (most: string) =>
        `El máximo es ${most} cada vez. Para más, usa la facturación de la consola.`,
      'over-limit': (left: string) =>
        `Te quedan ${left} de tu límite de hoy. Puedes cambiar el límite en Ajustes.`,
      'limit-reached': 'Has alcanzado tu límite diario. Puedes cambiarlo en Ajustes.',
    },
  },

  confirm: {
    title: (amount: string) => `¿Pagar ${amount} ahora?`,
    explained: 'Aquí no se puede deshacer.',
    organisation: 'Organización',
    paidWith: 'Forma de pago',
    card: 'su tarjeta predeterminada, de inmediato',
    after: 'Disponible después',
    about: (amount: string) => `unos ${amount}`,
    charge: 'Importe',
    act: (amount: string) => `Pagar ${amount}`,
    busy: 'Procesando el pago',
  },

  charging: {
    title: (amount: string) => `Procesando el pago de ${amount}…`,
    explained: 'Puedes ocultar Parallel Tray; el resultado se conserva.',
  },

  unknown: {
    title: (amount: string) => `${amount}: pago aún sin confirmar`,
    lost: 'La respuesta de Parallel no llegó. Parallel Tray lo sigue comprobando con la misma referencia: si el pago no se hizo, se hace entonces, y ',
    notTwice: 'no puede haber un cargo doble.',
    nextTry: 'Próxima comprobación',
    in: (wait: string) => `en ${wait}`,
    now: 'ahora',
    byItself: (until: string) =>
      `Parallel Tray lo sigue comprobando hasta ${the(until)}, incluso con esta ventana cerrada. Podrás volver a recargar cuando se confirme.`,
    act: 'Comprobar de nuevo',
    asking: 'Comprobando',
  },

  /** Sent again only when the user wants it: that may charge the card. */
  later: {
    title: (amount: string) => `${amount}: pago sin confirmar`,
    restarted: (amount: string) =>
      `Parallel Tray se cerró, o cerraste la sesión, antes de que llegara la respuesta. Al reintentar se envía la misma solicitud: si el pago de ${amount} ya se hizo, no pasa nada; si no, se hace ahora.`,
    stopped: (amount: string) =>
      `No llegó ninguna respuesta. Al reintentar se envía la misma solicitud: si el pago de ${amount} ya se hizo, no pasa nada; si no, se hace ahora.`,
    act: (amount: string) => `Reintentar pago de ${amount}`,
    asking: 'Reintentando',
  },

  tooOld: {
    title: (amount: string) => `${amount}: pago sin confirmar`,
    explained:
      'Ha pasado demasiado tiempo para reintentarlo con seguridad. La facturación de la consola muestra si el pago se hizo.',
    putAway: 'Ya lo comprobé, descartar',
    puttingAway: 'Descartando',
  },

  added: {
    title: (amount: string) => `Se añadieron ${amount}`,
    explained: (when: string) => ended(`Cargo hecho a la tarjeta predeterminada ${at(when)}`),
    now: 'Disponible ahora',
    charged: 'Pagado',
    /** After "About 12 days left". */
    pace: (left: string) => `${left} al ritmo de los últimos 7 días.`,
  },

  declined: {
    title: 'La tarjeta fue rechazada',
    explained: 'No se hizo ningún cargo. Consulta a tu banco o los ajustes de la tarjeta en Parallel.',
    act: 'Ajustes de tarjeta',
  },

  notCharged: {
    title: (amount: string) => `El pago de ${amount} no se hizo`,
    tried: 'Intentado',
    at: (amount: string, when: string) => `${amount} ${at(when)}`,
    says: 'Parallel dice',
  },

  notAllowed: {
    title: 'Aún no está permitido añadir dinero',
    explained: <T>(organisation: T): Phrase<T> => [
      'Esta sesión en ',
      organisation,
      ' aún no puede añadir dinero. Inicia sesión de nuevo en el navegador para permitirlo; nada más cambia.',
    ],
    notNow: 'Ahora no',
    act: 'Permitir…',
  },

  invoice: {
    title: 'No hay nada que recargar',
  },

  signedOut: {
    title: 'Inicia sesión de nuevo para recargar',
    explained: 'Sin iniciar sesión no se puede hacer ningún cargo.',
  },
}
