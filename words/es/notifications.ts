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
    title: `Inicia sesión de nuevo en ${organisation}`,
    body: 'Parallel puso fin a esta autorización. El historial, las claves y los ajustes se conservan.',
  }),
  endsSoon: (organisation: string, when: string): Said => ({
    title: `${organisation}: la autorización termina ${at(when)}`,
    body: 'Inicia sesión de nuevo antes para evitar una interrupción.',
  }),
  low: (organisation: string, spendable: string | null, limit: string | null): Said => ({
    title: spendable === null ? `${organisation}: saldo bajo` : `${organisation}: ${spendable} disponibles`,
    body: limit === null ? 'El saldo es bajo.' : `Está por debajo de los ${limit} de tu aviso.`,
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
            ? 'queda alrededor de 1 día'
            : `quedan unos ${days} días`
    }`,
    body: sentences(
      spendable === null ? null : `Disponible: ${spendable}.`,
      perDay === null ? null : `Gasto aproximado: ${perDay} al día.`,
    ),
  }),
  spending: (organisation: string, spendable: string | null, limit: string | null): Said => ({
    title: `${organisation}: gasto rápido`,
    body: sentences(
      limit === null
        ? 'En la última hora se gastó más de lo habitual.'
        : `En la última hora se gastaron más de ${limit}.`,
      spendable === null ? null : `Disponible: ${spendable}.`,
    ),
  }),
  added: (organisation: string, amount: string, spendable: string): Said => ({
    title: `${organisation}: ${amount} añadidos`,
    body: `Disponible ahora: ${spendable}.`,
  }),
  notCharged: (organisation: string, amount: string): Said => ({
    title: `${organisation}: ${amount} no añadidos`,
    body: 'No se hizo ningún cargo a la tarjeta. Abre Parallel Tray para ver el motivo.',
  }),
  unknown: (organisation: string, amount: string, byItself: boolean): Said => ({
    title: `${organisation}: pago de ${amount} aún sin confirmar`,
    body: byItself
      ? 'Parallel Tray lo sigue comprobando con la misma referencia, así que no puede haber un cargo doble.'
      : 'Abre Parallel Tray para reintentarlo. No puede haber un cargo doble.',
  }),
  tooOld: (organisation: string, amount: string): Said => ({
    title: `${organisation}: pago de ${amount} sin confirmar`,
    body: 'Ha pasado demasiado tiempo para reintentarlo con seguridad. Consulta la facturación.',
  }),
  signOutPending: (organisation: string): Said => ({
    title: `${organisation}: cierre de sesión aún sin confirmar`,
    body: 'Hace más de una hora que no se puede contactar con Parallel. Se sigue intentando hasta que responda.',
  }),
  storage: {
    title: 'No guardado en este equipo',
    body: 'Parallel Tray conserva todo en la memoria y sigue intentando guardarlo. Ábrelo para ver el motivo.',
  } satisfies Said,
}
