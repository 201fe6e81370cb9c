import type { DesktopWords } from '../types.ts'

/** What main asks in dialogs of its own, which the window can neither draw nor answer. */
export const consent: DesktopWords['consent'] = {
  cancel: 'Cancelar',
  charge: {
    title: (amount: string, organisation: string) => `¿Cobrar ${amount} a la tarjeta de ${organisation}?`,
    explained: 'Se cobra enseguida. Aquí no se puede deshacer.',
    act: (amount: string) => `Cobrar ${amount}`,
  },
  again: {
    title: (amount: string, organisation: string) =>
      `¿Enviar otra vez la recarga de ${amount} para ${organisation}?`,
    explained: 'Si aún no se cobró, se cobra ahora.',
    act: 'Enviar otra vez',
  },
  overLimit: {
    title: (amount: string, organisation: string) =>
      `¿Cobrar ${amount} a la tarjeta de ${organisation}, por encima del límite diario?`,
    explained: (limit: string) => `El límite propio es de ${limit} al día. Aquí no se puede deshacer.`,
  },
  raiseLimit: {
    title: (organisation: string, to: string) => `¿Subir a ${to} el límite diario de ${organisation}?`,
    explained: (from: string) => `Ahora es de ${from}.`,
    act: 'Subir el límite',
  },
  removeLimit: {
    title: (organisation: string) => `¿Quitar el límite diario de ${organisation}?`,
    explained: (from: string, most: string) =>
      `Ahora es de ${from}. Sin él se pueden cobrar hasta ${most} en 24 horas.`,
    act: 'Quitar el límite',
  },
  reset: {
    title: '¿Empezar de cero en este equipo?',
    explained:
      'Cierra todas las sesiones y elimina de este equipo los tokens, los ajustes, el historial y el registro de claves.',
    act: 'Empezar de cero',
  },
}
