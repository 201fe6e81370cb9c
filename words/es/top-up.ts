import type { Phrase } from '../phrase.ts'
import { at, the } from './when.ts'

/** Adding money: every step says what was charged, and what wasn't. */
export const topUp = {
  cancel: 'Cancelar',
  close: 'Cerrar',
  done: 'Listo',
  tryAgain: 'Intentar de nuevo',
  amount: 'Importe',
  askedAt: 'Pedido',
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
    limit: (amount: string) => `Límite propio para hoy: ${amount}.`,
    next: 'Continuar',
    wrong: {
      'not-an-amount': (least: string, most: string) =>
        `Escribir un importe de ${least} a ${most}, como 25 o 12,50.`,
      'too-little': (least: string) => `El mínimo es ${least}.`,
      'too-much': (most: string) =>
        `Parallel acepta como máximo ${most} cada vez. Para más, está la facturación de la consola.`,
      'over-limit': (left: string) => `El límite propio deja ${left} para hoy. Se fija en Ajustes.`,
      'limit-reached': 'El límite propio de hoy está agotado. Se fija en Ajustes.',
    },
  },

  confirm: {
    title: (amount: string) => `¿Cobrar ${amount} ahora?`,
    explained: 'No se puede deshacer aquí.',
    organisation: 'Organización',
    paidWith: 'Se paga con',
    card: 'su tarjeta predeterminada, al instante',
    after: 'Disponible después',
    about: (amount: string) => `unos ${amount}`,
    charge: 'Cobrar',
    act: (amount: string) => `Cobrar ${amount}`,
    busy: 'Cobrando',
  },

  charging: {
    title: (amount: string) => `Cobrando ${amount}…`,
    explained: 'Parallel Tray se puede ocultar; el resultado se conserva.',
  },

  unknown: {
    title: (amount: string) => `Aún no se sabe si se cobraron ${amount}`,
    lost: 'La respuesta no llegó. Parallel Tray vuelve a preguntar con la misma referencia, así que ',
    notTwice: 'no se puede cobrar dos veces.',
    nextTry: 'Próximo intento',
    in: (wait: string) => `en ${wait}`,
    now: 'ahora',
    byItself: (until: string) =>
      `Continúa por sí solo hasta ${the(until)}, también con esta ventana cerrada. Hasta que se sepa, no se ofrece otra recarga.`,
    act: 'Preguntar de nuevo ahora',
    asking: 'Preguntando',
  },

  /** Asked again only when the user wants it. */
  later: {
    title: (amount: string) => `No se sabe si se cobraron ${amount}`,
    restarted:
      'Parallel Tray o la sesión se cerró antes de que llegara la respuesta. «Averiguar ahora» envía otra vez la misma solicitud: si ya se cobró, no pasa nada; si no, se cobra ahora.',
    stopped:
      'No llegó respuesta. «Averiguar ahora» envía otra vez la misma solicitud: si ya se cobró, no pasa nada; si no, se cobra ahora.',
    act: 'Averiguar ahora',
    asking: 'Averiguando',
  },

  tooOld: {
    title: (amount: string) => `No se sabe si se cobraron ${amount}`,
    explained:
      'Ha pasado demasiado tiempo para volver a preguntar con seguridad. La facturación de la consola muestra si se cobró.',
    putAway: 'Ya está revisado, retirar',
    puttingAway: 'Retirando',
  },

  added: {
    title: (amount: string) => `${amount} añadidos`,
    explained: (when: string) => `Cobrado a la tarjeta predeterminada ${at(when)}.`,
    now: 'Disponible ahora',
    charged: 'Cobrado',
    /** After "About 12 days left". */
    pace: (left: string) => `${left} al ritmo de esta semana.`,
  },

  declined: {
    title: 'La tarjeta fue rechazada',
    explained: 'No se cobró nada. El motivo lo puede decir el banco o los ajustes de tarjeta de Parallel.',
    act: 'Ajustes de tarjeta',
  },

  notCharged: {
    title: (amount: string) => `No se cobraron ${amount}`,
    tried: 'Intentado',
    at: (amount: string, when: string) => `${amount} ${at(when)}`,
    says: 'Parallel dice',
  },

  notAllowed: {
    title: 'Aún no está permitido añadir dinero',
    explained: <T>(organisation: T): Phrase<T> => [
      'Este inicio de sesión en ',
      organisation,
      ' no puede añadir dinero. Un breve inicio de sesión en el navegador puede permitirlo; nada más cambia.',
    ],
    notNow: 'Ahora no',
    act: 'Permitir…',
  },

  invoice: {
    title: 'No hay nada que recargar',
  },

  signedOut: {
    title: 'Iniciar sesión de nuevo para recargar',
    explained: 'Sin iniciar sesión no se puede cobrar nada.',
  },
}
