import type { Keeping, Permission } from '../../preload/contract/index.ts'

const permissions: Record<Permission, { name: string; explained: string; short: string }> = {
  see: {
    name: 'Ver el saldo y las apps',
    explained: 'Siempre necesario.',
    short: 'ver el saldo y las apps',
  },
  manage: {
    name: 'Gestionar apps y claves',
    explained: 'Crearlas y eliminarlas.',
    short: 'gestionar apps y claves',
  },
  'add-money': {
    name: 'Añadir dinero',
    explained: 'Cobrar a su tarjeta, como máximo 100 US$ cada vez.',
    short: 'añadir dinero',
  },
}

const keeping: Record<Keeping, { name: string; explained: string }> = {
  encrypted: {
    name: 'Guardado con cifrado en este equipo',
    explained: 'La clave de cifrado está en el llavero del sistema.',
  },
  plain: {
    name: 'Guardado en este disco, sin cifrar',
    explained: 'Quien pueda leer los archivos de este usuario puede usar este inicio de sesión.',
  },
  memory: {
    name: 'En la memoria hasta salir de la aplicación',
    explained: 'No se escribe nada. Hay que iniciar sesión tras cada arranque.',
  },
}

/** What more than one screen says. */
export const app = {
  name: 'Parallel Tray',
  unofficial: 'Parallel Tray, no oficial',
  cancel: 'Cancelar',
  back: 'Atrás',
  close: 'Cerrar',
  dismiss: 'Descartar',
  tryNow: 'Intentar ahora',
  /** Before the host's name, in the banner that can't be closed. */
  otherServer: 'No es el servidor de Parallel:',
  otherServerLabel: 'Servidor',
  noticeLabel: 'Aviso',
  howTokensAreKept: 'Cómo se guardan los tokens',
  keepingDialog: {
    title: 'Cómo se guardan los tokens',
    facts: [
      {
        name: 'Cifrados',
        explained:
          'Con una clave que solo tiene el llavero del sistema. Si no hay llavero, primero se pregunta, y no se escribe nada sin consentimiento.',
      },
      {
        name: 'Fuera de la vista',
        explained: 'Esta ventana nunca recibe un token, y ninguno se escribe en el log.',
      },
      {
        name: 'Solo a Parallel',
        explained: 'Se envían a los servidores que los emitieron, y a ningún otro sitio.',
      },
      {
        name: 'Se borran al cerrar sesión',
        explained: 'Se pide a Parallel que termine la sesión, y el archivo se elimina.',
      },
    ],
    limit:
      'Lo que se ejecute con la misma cuenta de usuario en este equipo quizá también pueda consultar el llavero.',
    folder: 'Archivos de esta aplicación',
    close: 'Cerrar',
  },
  reference: 'Referencia',
  permissions,
  keeping,
  /** Permissions in one line, from their short forms. */
  list: (short: readonly string[]) => {
    const line = short.join(', ')
    return line.charAt(0).toUpperCase() + line.slice(1)
  },
  mayDo: (short: readonly string[]) =>
    short.length === 0
      ? 'No puede ni ver el saldo: hay que iniciar sesión de nuevo y permitirlo'
      : `Puede ${short.join(', ')}`,
}
