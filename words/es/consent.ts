import type { DesktopWords } from '../types.ts'

/** What main asks in dialogs of its own, which the window can neither draw nor answer. */
export const consent: DesktopWords['consent'] = {
  cancel: 'Cancelar',
  charge: {
    title: (amount: string, organisation: string) =>
      `¿Hacer un cargo de ${amount} a la tarjeta de ${organisation}?`,
    explained: 'El cargo se hace de inmediato. Aquí no se puede deshacer.',
    act: (amount: string) => `Pagar ${amount}`,
  },
  again: {
    title: (amount: string, organisation: string) =>
      `¿Reintentar la recarga de ${amount} de ${organisation}?`,
    explained: 'Si el cargo aún no se ha hecho, se hace ahora.',
    act: (amount: string) => `Reintentar pago de ${amount}`,
  },
  overLimit: {
    title: (amount: string, organisation: string) =>
      `¿Hacer un cargo de ${amount} a la tarjeta de ${organisation}, por encima de tu límite diario?`,
    explained: (limit: string) => `Tu límite es de ${limit} al día. Aquí no se puede deshacer.`,
  },
  raiseLimit: {
    title: (organisation: string, to: string) => `¿Subir a ${to} el límite diario de ${organisation}?`,
    explained: (from: string) => `Ahora es de ${from}.`,
    act: 'Subir límite',
  },
  removeLimit: {
    title: (organisation: string) => `¿Eliminar el límite diario de ${organisation}?`,
    explained: (from: string, most: string) =>
      `Ahora es de ${from}. Sin él, los cargos pueden sumar hasta ${most} en 24 horas.`,
    act: 'Eliminar límite',
  },
  reset: {
    title: '¿Borrar todo aquí?',
    explained:
      'Cierra todas las sesiones y elimina de este equipo los tokens, los ajustes, el historial y el registro de claves.',
    act: 'Borrar todo',
  },
}
