import type { KeysOperation } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'
import { at, ended } from './when.ts'

const notDone: Record<KeysOperation['kind'], <T>(name: T) => Phrase<T>> = {
  'new-app': (name) => ['No se creó la app ', name],
  'delete-app': (name) => ['No se eliminó la app ', name],
  'new-key': (name) => ['No se creó la clave ', name],
  'delete-key': (name) => ['No se eliminó la clave ', name],
  'rotate-key': (name) => ['No se rotó la clave ', name],
}

/** Apps, the keys made in them here, and the secret of a new one. */
export const keys = {
  title: 'Apps y claves',
  newApp: 'Nueva app',
  newKey: 'Nueva clave',
  newKeyIn: (app: string) => `Nueva clave en ${app}`,
  moreFor: (name: string) => `Más opciones para ${name}`,
  find: 'Buscar una app o clave',
  found: (rows: number) => (rows === 1 ? '1 resultado' : `${rows} resultados`),
  nothingFound: <T>(what: T): Phrase<T> => ['Sin resultados para «', what, '».'],
  nothingFoundExplained: 'Solo aparecen las claves creadas aquí.',
  inApp: (keys: number) =>
    keys === 0 ? 'sin claves creadas aquí' : keys === 1 ? '1 clave' : `${keys} claves`,
  appGone: 'Eliminada en otro sitio',

  made: (parts: readonly string[]) => parts.join(' · '),
  old: (days: number, said: string) =>
    days === 0 ? 'creada hoy' : days === 1 ? 'creada hace 1 día' : `creada hace ${said} días`,
  rotateDueExplained: 'Más antigua de lo que permite tu recordatorio.',
  deletedElsewhere: 'Eliminada en otro sitio',
  unknown: 'Sin confirmar',
  unknownExplained: 'Puede que exista: la respuesta se perdió, y con ella su secreto.',
  look: 'Ver en la consola',
  replaced: 'En rotación: la clave nueva ya existe y la antigua aún funciona.',
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
    forget: 'Eliminar de esta lista',
    delete: 'Eliminar…',
    deleteApp: 'Eliminar app…',
  },

  onlyHere: 'Solo aparecen las claves creadas aquí; la API de Parallel no puede mostrar las demás.',
  seeAll: 'Ver todas en la consola',
  trouble: (what: string, when: string | null) =>
    when === null
      ? `${what}: no se pudieron cargar las apps.`
      : ended(`${what}: lista consultada ${at(when)}`),
  tryNow: 'Intentar ahora',
  trying: 'Intentando',
  notManaging: 'Esta sesión puede ver las apps, pero no cambiarlas.',
  allow: 'Permitir…',
  off: {
    permission: 'Esta sesión no puede gestionar apps y claves.',
    session: 'Primero, inicia sesión de nuevo.',
    doing: 'Espera a que termine el cambio en curso.',
    noApp: 'Primero, crea una app.',
  },
  loading: 'Cargando apps y claves',

  empty: {
    noKeys: 'Aún no hay claves creadas aquí',
    noKeysExplained:
      'Con una clave, tu código puede llamar a Parallel. Crea una en una app: su secreto se muestra una sola vez, y puedes copiarlo o guardarlo directamente en un archivo .env.',
    noApps: 'Aún no hay apps',
    noAppsExplained:
      'Una app contiene las claves de un programa o servicio. Crea una y, después, una clave en ella.',
  },

  cancel: 'Cancelar',
  close: 'Cerrar',
  notDone,
  newAppDialog: {
    title: 'Nueva app',
    name: 'Nombre',
    note: 'El programa o servicio cuyas claves contendrá.',
    act: 'Crear app',
  },
  newKeyDialog: {
    title: 'Nueva clave',
    name: 'Nombre',
    note: 'Indica dónde se usará, para saber más adelante qué deja de funcionar sin ella.',
    app: 'App',
    act: 'Crear clave',
  },
  nameMissing: 'Escribe un nombre de 100 caracteres como máximo.',
  nameTooLong: (most: number) => `El nombre puede tener ${most} caracteres como máximo.`,
  deleteAppDialog: {
    title: <T>(app: T): Phrase<T> => ['¿Eliminar ', app, '?'],
    explained: (keys: number) =>
      keys === 0
        ? 'Las claves creadas en ella desde otros sitios pueden dejar de funcionar de inmediato. No se puede deshacer.'
        : `Sus claves (${keys} ${keys === 1 ? 'creada' : 'creadas'} aquí y las que se crearan en otros sitios) pueden dejar de funcionar de inmediato. No se puede deshacer.`,
    type: <T>(app: T): Phrase<T> => ['Escribe ', app, ' para confirmar'],
    act: 'Eliminar app',
  },
  /** Of a row that came from a file. */
  imported: 'de un archivo',

  deleteKeyDialog: {
    id: 'ID de la clave',
    imported:
      'Esta fila viene de un archivo, así que el nombre podría ser incorrecto. Comprueba que el ID es el de la clave que quieres eliminar.',
    title: <T>(key: T): Phrase<T> => ['¿Eliminar ', key, '?'],
    titleOld: <T>(key: T): Phrase<T> => ['¿Eliminar la clave antigua ', key, '?'],
    explained: <T>(app: T): Phrase<T> => [
      'Todo lo que use esta clave de ',
      app,
      ' puede dejar de funcionar de inmediato. No se puede deshacer.',
    ],
    explainedOld:
      'Todo lo que aún use la clave antigua puede dejar de funcionar de inmediato; la nueva se conserva. No se puede deshacer.',
    key: 'Clave',
    made: 'Creada',
    act: 'Eliminar clave',
    actOld: 'Eliminar clave antigua',
  },
  rotateDialog: {
    title: <T>(key: T): Phrase<T> => ['¿Rotar ', key, '?'],
    steps: [
      {
        name: 'Ahora: crear una clave nueva con el mismo nombre',
        explained: 'Su secreto se muestra una sola vez. Ponlo donde se usa la antigua.',
      },
      {
        name: 'Después: eliminar la clave antigua',
        explained: 'Sigue funcionando hasta que elijas «Eliminar la antigua…» en la lista.',
      },
    ],
    act: 'Crear clave nueva',
  },

  secret: {
    title: <T>(key: T): Phrase<T> => [key, ' está lista'],
    explained: 'El secreto solo se muestra esta vez. Cópialo o guárdalo ahora.',
    where: <T>(app: T, organisation: T): Phrase<T> => ['Una clave de ', app, ' en ', organisation, '.'],
    label: 'Secreto',
    show: 'Mostrar el secreto',
    hide: 'Ocultar el secreto',
    copy: 'Copiar secreto',
    copyAgain: 'Copiar de nuevo',
    copying: 'Copiando',
    save: 'Guardar en .env…',
    saving: 'Guardando',
    notKept: 'Parallel Tray no lo guarda. El portapapeles se vacía un minuto después de copiar.',
    clearsIn: (seconds: number) => `Copiado. El portapapeles se vacía en ${seconds} s.`,
    cleared: 'Copiado y eliminado del portapapeles.',
    left: 'Copiado. Aquí no se puede comprobar el portapapeles: vacíalo tú después de pegar.',
    saved: <T>(file: T): Phrase<T> => ['Guardado en ', file, '.'],
    done: 'Listo',
    doneOff: 'Primero copia o guarda el secreto, o descarta la clave.',
    discard: 'Descartar y eliminar la clave',
    discarding: 'Eliminando',
    notShown: 'No se pudo mostrar el secreto.',
  },
}
