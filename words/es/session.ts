/** The session: what lasts how long, and what this sign-in may do. */
import { at, ended, the } from './when.ts'

export const session = {
  clocks: 'Cuánto dura cada cosa',
  access: {
    name: 'Acceso',
    renews: (when: string) => `Dura hasta ${the(when)} y después se renueva automáticamente.`,
    over: 'Se renueva automáticamente con la próxima actualización.',
  },
  signIn: {
    name: 'Inicio de sesión',
    startsOver: (when: string) =>
      ended(`Empieza de nuevo con cada renovación; sin ella, termina ${at(when)}`),
    bounded: 'Termina, a más tardar, con la autorización.',
    unknown: 'Empieza de nuevo con cada renovación. Parallel no indica cuánto dura sin ella.',
  },
  authorization: {
    name: 'Autorización',
    fixed: (when: string) =>
      `Fecha fija. Inicia sesión de nuevo, a más tardar, ${at(when)}; recibirás un aviso 3 días antes.`,
    soon: (when: string) => `${ended(`Termina ${at(when)}`)} Inicia sesión de nuevo antes.`,
    unknown: 'Parallel no indica cuándo termina. Cuando termine, inicia sesión de nuevo.',
  },
  /** In place of the time that is left. */
  notKnown: 'Se desconoce',
  over: 'Caducó',

  ended: 'El historial, las claves y los ajustes se conservan para el próximo inicio de sesión.',
  unreadable: 'La fecha de fin se podrá leer cuando se desbloquee el llavero.',
  signingOut: 'Cerrando sesión. Parallel Tray pide a Parallel que revoque esta autorización.',
  renewing: 'El acceso y la sesión se renuevan automáticamente',

  allowed: 'Permitido',
  wasAllowed: 'Estaba permitido',
  allowedOnceOpen: 'Permitido cuando se pueda abrir la sesión',
  notAllowed: 'no permitido',
  allow: 'Permitir…',
  /** Read out on the button. */
  allowLabel: (permission: string) => `Permitir: ${permission}…`,

  kept: {
    encrypted: (host: string) =>
      `Los tokens están cifrados con la clave del llavero del sistema. Solo se envían a ${host}.`,
    plain: (host: string) =>
      `Los tokens están en este disco, sin cifrar: quien pueda leer tus archivos puede usar esta sesión. Solo se envían a ${host}.`,
    memory: (host: string) =>
      `Los tokens están en la memoria hasta que salgas. Solo se envían a ${host}. Tendrás que iniciar sesión cada vez que abras la aplicación.`,
  },

  again: 'Iniciar sesión de nuevo',
  starting: 'Iniciando',
  signOut: 'Cerrar sesión…',
  signingOutNow: 'Cerrando sesión',
  signOutEverywhere: 'Cerrar todas las sesiones…',
}
