import type { Keeping, Permission } from '../../preload/contract/index.ts'

const permissions: Record<Permission, { name: string; explained: string; short: string }> = {
  see: {
    name: 'Ver el saldo y las apps',
    explained: 'Siempre es necesario.',
    short: 'ver el saldo y las apps',
  },
  manage: {
    name: 'Gestionar apps y claves',
    explained: 'Crearlas y eliminarlas.',
    short: 'gestionar apps y claves',
  },
  'add-money': {
    name: 'Añadir dinero',
    explained: 'Hacer cargos a su tarjeta, de 100 US$ como máximo cada uno.',
    short: 'añadir dinero',
  },
}

const keeping: Record<Keeping, { name: string; explained: string }> = {
  encrypted: {
    name: 'Guardada y cifrada en este equipo',
    explained: 'La clave está en el llavero del sistema.',
  },
  plain: {
    name: 'Guardada en este disco, sin cifrar',
    explained: 'Quien pueda leer tus archivos puede usar esta sesión.',
  },
  memory: {
    name: 'En la memoria hasta que salgas',
    explained: 'No se guarda nada. Tendrás que iniciar sesión cada vez que abras la aplicación.',
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
          'La clave está en el llavero del sistema. Si no hay llavero, se te pregunta primero y no se guarda nada sin tu permiso.',
      },
      {
        name: 'Fuera de la vista',
        explained: 'Esta ventana nunca recibe un token, y ninguno se escribe en el registro de actividad.',
      },
      {
        name: 'Solo para Parallel',
        explained: 'Se envían a los servidores que los emitieron, y a ningún otro sitio.',
      },
      {
        name: 'Se eliminan al cerrar sesión',
        explained: 'Parallel Tray pide a Parallel que revoque la autorización y elimina el archivo.',
      },
    ],
    limit: 'Es posible que los programas que se ejecutan con tu usuario también puedan leer el llavero.',
    folder: 'Archivos de la aplicación',
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
      ? 'No puede ver el saldo: inicia sesión de nuevo y permítelo'
      : `Puede ${short.join(', ')}`,
}
