import type { KeysOperation } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'
import { at } from './when.ts'

const notDone: Record<KeysOperation['kind'], <T>(name: T) => Phrase<T>> = {
  'new-app': (name) => ['No se creó ', name],
  'delete-app': (name) => ['No se eliminó ', name],
  'new-key': (name) => ['No se creó ', name],
  'delete-key': (name) => ['No se eliminó ', name],
  'rotate-key': (name) => ['No se rotó ', name],
}

/** Apps, the keys made in them here, and the secret of a new one. */
const notKnown: Record<KeysOperation['kind'], <T>(name: T) => Phrase<T>> = {
  'new-app': (name) => ['No se sabe si se creó ', name],
  'delete-app': (name) => ['No se sabe si se eliminó ', name],
  'new-key': (name) => ['No se sabe si se creó ', name],
  'delete-key': (name) => ['No se sabe si se eliminó ', name],
  'rotate-key': (name) => ['No se sabe si ', name, ' tiene una clave nueva'],
}

export const keys = {
  title: 'Apps y claves',
  newApp: 'Nueva app',
  newKey: 'Nueva clave',
  newKeyIn: (app: string) => `Nueva clave en ${app}`,
  moreFor: (name: string) => `Más sobre ${name}`,
  find: 'Buscar una app o clave',
  found: (rows: number) => (rows === 1 ? '1 resultado' : `${rows} resultados`),
  nothingFound: <T>(what: T): Phrase<T> => ['Aquí nada se llama «', what, '».'],
  nothingFoundExplained: 'Solo aparecen las claves creadas aquí.',
  inApp: (keys: number) =>
    keys === 0 ? 'ninguna clave creada aquí' : keys === 1 ? '1 clave' : `${keys} claves`,
  appGone: 'Eliminada en otro sitio',

  made: (parts: readonly string[]) => parts.join(' · '),
  old: (days: number, said: string) =>
    days === 0 ? 'creada hoy' : days === 1 ? 'de hace 1 día' : `de hace ${said} días`,
  rotateDueExplained: 'Más antigua de lo fijado para las claves.',
  deletedElsewhere: 'Eliminada en otro sitio',
  unknown: 'Desconocida',
  unknownExplained: 'Puede que exista: la respuesta se perdió, y con ella su secreto.',
  look: 'Ver en la consola',
  replaced: 'En rotación: la clave nueva está creada, la antigua aún funciona.',
  deleteOld: 'Eliminar la antigua…',
  busy: {
    'new-app': 'Creando',
    'delete-app': 'Eliminando',
    'new-key': 'Creando',
    'delete-key': 'Eliminando',
    'rotate-key': 'Rotando',
  } satisfies Record<KeysOperation['kind'], string>,

  menu: {
    rotate: 'Rotar…',
    copyId: 'Copiar ID de la clave',
    console: 'Abrir en la consola',
    forget: 'Quitar de esta lista',
    delete: 'Eliminar…',
    deleteApp: 'Eliminar app…',
  },

  onlyHere: 'Solo aparecen las claves creadas aquí; la API de Parallel no puede listar las demás.',
  seeAll: 'Ver todas en la consola',
  trouble: (what: string, when: string | null) =>
    when === null
      ? `${what}: no se pudo obtener la lista de apps.`
      : `${what}: la lista se obtuvo ${at(when)}.`,
  tryNow: 'Intentar ahora',
  trying: 'Intentando',
  notManaging: 'Este inicio de sesión puede ver las apps, pero no cambiarlas.',
  allow: 'Permitir…',
  off: {
    permission: 'Desactivado: este inicio de sesión no puede gestionar apps y claves.',
    session: 'Desactivado hasta iniciar sesión de nuevo.',
    doing: 'Desactivado hasta que termine el cambio en curso.',
    noApp: 'Primero hay que crear una app.',
  },
  loading: 'Leyendo apps y claves',

  empty: {
    noKeys: 'Aún no hay claves creadas aquí',
    noKeysExplained:
      'Con una clave, el código puede llamar a Parallel. Se crea en una app: su secreto se muestra una sola vez y se puede copiar o guardar directamente en un archivo .env.',
    noApps: 'Aún no hay apps',
    noAppsExplained:
      'Una app contiene las claves de un programa o servicio. Primero se crea la app, después una clave en ella.',
  },

  cancel: 'Cancelar',
  close: 'Cerrar',
  notDone,
  notKnown,
  lookFirst: 'Conviene mirar la lista y la consola antes de volver a intentarlo.',
  newAppDialog: {
    title: 'Nueva app',
    name: 'Nombre',
    note: 'El programa o servicio cuyas claves contendrá.',
    act: 'Crear app',
  },
  newKeyDialog: {
    title: 'Nueva clave',
    name: 'Nombre',
    note: 'Conviene indicar dónde se usará, para saber después qué deja de funcionar sin ella.',
    app: 'App',
    act: 'Crear clave',
  },
  nameMissing: 'Hace falta un nombre, de 100 caracteres como máximo.',
  nameTooLong: (most: number) => `El nombre puede tener ${most} caracteres como máximo.`,
  deleteAppDialog: {
    title: <T>(app: T): Phrase<T> => ['¿Eliminar ', app, '?'],
    explained: (keys: number) =>
      keys === 0
        ? 'Las claves creadas en ella en otros sitios pueden dejar de funcionar enseguida. No se puede deshacer.'
        : `Sus claves, ${keys} ${keys === 1 ? 'creada' : 'creadas'} aquí y las que haya de otros sitios, pueden dejar de funcionar enseguida. No se puede deshacer.`,
    type: <T>(app: T): Phrase<T> => ['Escribir ', app, ' para confirmar'],
    act: 'Eliminar app',
  },
  /** Of a row that came from a file. */
  imported: 'de un archivo',

  deleteKeyDialog: {
    id: 'ID de la clave',
    imported:
      'Esta fila vino de un archivo y su nombre puede ser cualquiera. Hay que comprobar que el ID es el de la clave deseada.',
    title: <T>(key: T): Phrase<T> => ['¿Eliminar ', key, '?'],
    titleOld: <T>(key: T): Phrase<T> => ['¿Eliminar la antigua ', key, '?'],
    explained: <T>(app: T): Phrase<T> => [
      'Lo que use esta clave de ',
      app,
      ' puede dejar de funcionar enseguida. No se puede deshacer.',
    ],
    explainedOld:
      'Lo que aún use la clave antigua puede dejar de funcionar enseguida; la nueva se queda. No se puede deshacer.',
    key: 'Clave',
    made: 'Creada',
    act: 'Eliminar clave',
    actOld: 'Eliminar clave antigua',
  },
  rotateDialog: {
    title: <T>(key: T): Phrase<T> => ['¿Rotar ', key, '?'],
    steps: [
      {
        name: 'Ahora: una clave nueva con el mismo nombre',
        explained: 'Su secreto se muestra una sola vez. Hay que ponerlo donde se usa el antiguo.',
      },
      {
        name: 'Después: eliminar la clave antigua',
        explained: 'Sigue funcionando hasta elegir «Eliminar la antigua…» en la lista.',
      },
    ],
    act: 'Crear clave nueva',
  },

  secret: {
    title: <T>(key: T): Phrase<T> => [key, ' está lista'],
    explained: 'Su secreto solo se puede obtener esta vez. Hay que copiarlo o guardarlo ahora.',
    where: <T>(app: T, organisation: T): Phrase<T> => ['Una clave de ', app, ' en ', organisation, '.'],
    label: 'Secreto',
    show: 'Mostrar el secreto',
    hide: 'Ocultar el secreto',
    copy: 'Copiar secreto',
    copyAgain: 'Copiar de nuevo',
    copying: 'Copiando',
    save: 'Guardar en .env…',
    saving: 'Guardando',
    notKept: 'La aplicación no lo guarda. El portapapeles se vacía un rato después de copiar.',
    clearsIn: (seconds: number) => `Copiado. El portapapeles se vacía en ${seconds} s.`,
    cleared: 'Copiado. Ya no está en el portapapeles.',
    left: 'Copiado. Aquí no se puede comprobar el portapapeles: conviene vaciarlo a mano después de pegar.',
    saved: <T>(file: T): Phrase<T> => ['Guardado en ', file, '.'],
    done: 'Listo',
    doneOff: 'Primero hay que copiar o guardar el secreto, o descartar la clave.',
    discard: 'Descartar y eliminar la clave',
    discarding: 'Eliminando',
    notShown: 'No se pudo mostrar el secreto.',
  },
}
