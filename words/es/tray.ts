/** The tray icon's tooltip and menu, and what is said before there is a window. */

import { restartToUpdate } from './updates.ts'
import { at } from './when.ts'

export const tray = {
  notSignedIn: 'Parallel Tray: sesión no iniciada',
  restoring: 'Parallel Tray: abriendo lo guardado',
  waiting: 'Parallel Tray: esperando la aprobación',

  paysByInvoice: 'paga con factura',
  notRead: 'aún sin leer',
  signInAgain: 'iniciar sesión de nuevo',
  keyringLocked: 'el llavero estaba bloqueado al arrancar',
  signingOut: 'cerrando sesión',
  unsaved: 'los últimos tokens aún no se han guardado',
  low: 'bajo',
  lessThanADay: 'menos de un día',
  nothingLeft: 'no queda nada',
  spendsFast: 'gasta rápido',
  topUpUnknown: 'aún no se sabe si se cobró',
  offline: 'sin conexión',
  asOf: (when: string) => `Leído ${at(when)}`,
  organisation: (name: string, what: string) => `${name}: ${what}`,
  /** Joins what is known of an organisation with its time, or with what is wrong. */
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
  noDebugging:
    'La depuración está desactivada en la aplicación empaquetada. Para depurar, indicar otra carpeta en PARALLEL_TRAY_USER_DATA.',
  noAnswer: (folder: string) => ({
    title: 'Parallel Tray no pudo arrancar',
    explained:
      `Su carpeta está bloqueada, pero no respondió ningún Parallel Tray en ejecución: ${folder}\n` +
      'Comprobar que se puede escribir en ella. Si no hay ningún Parallel Tray abierto, en este u otro equipo, ' +
      'eliminar de ella el archivo SingletonLock y volver a arrancar.',
  }),

  /** Said before quitting when a sign-in that was kept in memory only could not be ended on the server. */
  notRevoked: {
    title: 'No se pudo pedir a Parallel que termine la sesión',
    explained:
      'Solo estaba en la memoria y aquí ya se ha olvidado, pero en el servidor sigue vigente hasta que termine por sí sola:',
    organisation: (name: string, until: string | null) =>
      until === null ? `${name}: en un momento que el servidor no indicó` : `${name}: ${until}`,
  },
}
