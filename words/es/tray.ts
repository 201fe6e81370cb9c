/** The tray icon's tooltip and menu, and what is said before there is a window. */

import { restartToUpdate } from './updates.ts'
import { at } from './when.ts'

export const tray = {
  notSignedIn: 'Parallel Tray: sesión no iniciada',
  restoring: 'Parallel Tray: cargando tus sesiones',
  waiting: 'Parallel Tray: esperando tu aprobación',

  paysByInvoice: 'paga con factura',
  notRead: 'aún sin consultar',
  signInAgain: 'inicia sesión de nuevo',
  unreadable: 'no se puede abrir la sesión guardada',
  signingOut: 'cerrando sesión',
  unsaved: 'últimos tokens aún sin guardar',
  low: 'saldo bajo',
  lessThanADay: 'menos de un día',
  nothingLeft: 'no queda nada',
  spendsFast: 'gasto rápido',
  topUpUnknown: 'pago aún sin confirmar',
  offline: 'sin conexión',
  asOf: (when: string) => `Consultado ${at(when)}`,
  organisation: (name: string, what: string) => `${name}: ${what}`,
  /** Joins two reasons to look. */
  and: (one: string, other: string) => `${one}, ${other}`,
  because: (amount: string, reason: string) => `${amount} · ${reason}`,
  more: (count: number) => `y ${count} más`,

  allOrganisations: (count: number) => `Las ${count} organizaciones`,
  refresh: 'Actualizar ahora',
  topUp: (name: string) => `Recargar ${name}…`,
  signIn: 'Iniciar sesión',
  addOrganisation: 'Añadir una organización…',
  copyAndOpen: (userCode: string) => `${userCode} – copiar y abrir navegador`,
  /** When the address is a foreign one, the window asks before it is opened. */
  copyAndShow: (userCode: string) => `${userCode} – copiar y mostrar`,
  cancelSignIn: 'Cancelar inicio de sesión',
  open: 'Abrir Parallel Tray',
  about: 'Acerca de Parallel Tray',
  quit: 'Salir de Parallel Tray',
  restartToUpdate,

  /** For the terminal. */
  noAnswer: (folder: string) => ({
    title: 'No se pudo iniciar Parallel Tray',
    explained:
      `Su carpeta está bloqueada, pero no respondió ningún Parallel Tray en ejecución: ${folder}\n` +
      'Comprueba que puedes escribir en ella. Si Parallel Tray no está abierto, ni aquí ni en otro equipo, ' +
      'elimina de esa carpeta el archivo SingletonLock y vuelve a intentarlo.',
  }),

  /** Said before quitting when a sign-in that was kept in memory only could not be ended on the server. */
  notRevoked: {
    title: 'No se pudo contactar con Parallel para revocar la sesión',
    explained:
      'Solo estaba en la memoria y ya no está en este equipo, pero en Parallel sigue siendo válida hasta que caduque:',
    organisation: (name: string, until: string | null) =>
      until === null ? `${name}: fecha desconocida` : `${name}: ${until}`,
  },
}
