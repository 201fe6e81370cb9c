/**
 * What the system says for the app while its window isn't in view. Names that others have chosen stand in titles
 * only: some systems read markup in the text below.
 */
import { at } from './when.ts'

type Said = { readonly title: string; readonly body: string }

const sentences = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null).join(' ')

export const notifications = {
  acts: {
    signInAgain: 'Iniciar sesión de nuevo',
    topUp: 'Recargar…',
    notToday: 'Silenciar hoy',
  },

  signInAgain: (organisation: string): Said => ({
    title: `Iniciar sesión de nuevo en ${organisation}`,
    body: 'Parallel terminó esta autorización. El historial, las claves y los ajustes se conservan.',
  }),
  endsSoon: (organisation: string, when: string): Said => ({
    title: `${organisation}: la autorización termina ${at(when)}`,
    body: 'Iniciar sesión antes evita una interrupción.',
  }),
  low: (organisation: string, spendable: string | null, limit: string | null): Said => ({
    title: spendable === null ? `${organisation}: saldo bajo` : `${organisation}: ${spendable} disponibles`,
    body: limit === null ? 'El saldo es bajo.' : `Es menos de ${limit}, el límite fijado para avisar.`,
  }),
  /** `days`: whole ones that are left, null if that isn't known. */
  daysLeft: (
    organisation: string,
    days: number | null,
    spendable: string | null,
    perDay: string | null,
  ): Said => ({
    title: `${organisation}: ${
      days === null
        ? 'el saldo se agota pronto'
        : days < 1
          ? 'queda menos de un día'
          : days === 1
            ? 'queda aproximadamente 1 día'
            : `quedan unos ${days} días`
    }`,
    body: sentences(
      spendable === null ? null : `${spendable} disponibles.`,
      perDay === null ? null : `Se gastan unos ${perDay} al día.`,
    ),
  }),
  spending: (organisation: string, spendable: string | null, limit: string | null): Said => ({
    title: `${organisation}: gasto rápido`,
    body: sentences(
      limit === null
        ? 'Se gastó más de lo habitual en una hora.'
        : `Se gastaron más de ${limit} en una hora.`,
      spendable === null ? null : `${spendable} disponibles.`,
    ),
  }),
  added: (organisation: string, amount: string, spendable: string): Said => ({
    title: `${organisation}: ${amount} añadidos`,
    body: `Disponible ahora: ${spendable}.`,
  }),
  notCharged: (organisation: string, amount: string): Said => ({
    title: `${organisation}: ${amount} no añadidos`,
    body: 'No se cobró a la tarjeta. El motivo se ve en Parallel Tray.',
  }),
  unknown: (organisation: string, amount: string, byItself: boolean): Said => ({
    title: `${organisation}: aún no se sabe si se cobraron ${amount}`,
    body: byItself
      ? 'Parallel Tray vuelve a preguntar con la misma referencia, así que no se puede cobrar dos veces.'
      : 'Se puede averiguar en Parallel Tray. Con ello no se puede cobrar dos veces.',
  }),
  tooOld: (organisation: string, amount: string): Said => ({
    title: `${organisation}: no se sabe si se cobraron ${amount}`,
    body: 'Ha pasado demasiado tiempo para volver a preguntar con seguridad. Se ve en la facturación.',
  }),
  signOutPending: (organisation: string): Said => ({
    title: `${organisation}: Parallel aún no sabe del cierre de sesión`,
    body: 'No se ha podido contactar en más de una hora. Se le avisa en cuanto responda.',
  }),
  storage: {
    title: 'No guardado en este equipo',
    body: 'Parallel Tray sigue con lo que hay en la memoria y vuelve a intentarlo. El motivo se ve al abrirlo.',
  } satisfies Said,
}
