/** The session: what lasts how long, and what this sign-in may do. */
import { at, the } from './when.ts'

export const session = {
  clocks: 'Cuánto dura cada cosa',
  access: {
    name: 'Acceso',
    renews: (when: string) =>
      `Dura hasta ${the(when)} y después se renueva por sí solo. No hay que hacer nada.`,
    over: 'Se renueva por sí solo con la próxima actualización. No hay que hacer nada.',
  },
  signIn: {
    name: 'Inicio de sesión',
    startsOver: (when: string) => `Empieza de nuevo con cada renovación. Sin ella, termina ${at(when)}.`,
    bounded: 'No puede durar más que la autorización.',
    unknown: 'Empieza de nuevo con cada renovación. Parallel no dice cuánto dura sin ella.',
  },
  authorization: {
    name: 'Autorización',
    fixed: (when: string) =>
      `Fija. ${at(when).replace(/^./, (first) => first.toUpperCase())} hay que iniciar sesión una vez más; 3 días antes llega un aviso.`,
    soon: (when: string) => `Termina ${at(when)}. Después hay que iniciar sesión una vez más.`,
    unknown: 'Parallel no dice cuándo termina. Cuando termine, hay que iniciar sesión una vez más.',
  },
  /** In place of the time that is left. */
  notKnown: 'No se sabe',
  over: 'Terminado',

  ended: 'El historial, las claves y los ajustes se conservan para el próximo inicio de sesión.',
  unreadable: 'Su fin se podrá leer cuando el llavero esté abierto.',
  signingOut: 'Cerrando sesión. Se pide a Parallel que termine esta autorización.',
  renewing: 'El acceso y la sesión se renuevan por sí solos',

  allowed: 'Permitido',
  wasAllowed: 'Estaba permitido',
  allowedOnceOpen: 'Permitido cuando el llavero esté abierto',
  notAllowed: 'no permitido',
  allow: 'Permitir…',
  /** Read out on the button. */
  allowLabel: (permission: string) => `Permitir: ${permission}…`,

  kept: {
    encrypted: (host: string) =>
      `Los tokens están cifrados con la clave del llavero del sistema y nunca salen de este equipo, salvo hacia ${host}.`,
    plain: (host: string) =>
      `Los tokens están en este disco, sin cifrar: quien pueda leer los archivos de este usuario puede usar este inicio de sesión. Solo se envían a ${host}.`,
    memory: (host: string) =>
      `Los tokens están en la memoria hasta salir de la aplicación, y solo se envían a ${host}. Hay que iniciar sesión tras cada arranque.`,
  },

  again: 'Iniciar sesión de nuevo',
  starting: 'Iniciando',
  signOut: 'Cerrar sesión…',
  signingOutNow: 'Cerrando sesión',
  signOutEverywhere: 'Cerrar todas las sesiones…',
}
