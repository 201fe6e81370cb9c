import type { Permission } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'

const allow: Record<Permission, { title: <T>(organisation: T) => Phrase<T>; explained: string }> = {
  see: {
    title: (organisation) => ['¿Permitir ver el saldo de ', organisation, '?'],
    explained: 'Lee el saldo, las apps y las claves. No cambia nada.',
  },
  manage: {
    title: (organisation) => ['¿Permitir gestionar las apps y claves de ', organisation, '?'],
    explained: 'Crea y elimina apps y claves, cada una solo cuando se le pide.',
  },
  'add-money': {
    title: (organisation) => ['¿Permitir añadir dinero a ', organisation, '?'],
    explained:
      'Cobra a la tarjeta de la organización, como máximo 100 US$ cada vez, y cada vez solo cuando se le pide.',
  },
}

const forget = {
  name: 'Borrar también el historial y el registro de claves',
  explained: 'Si no, se quedan en este equipo para el próximo inicio de sesión.',
}

/** The dialogs that belong to no screen. */
export const dialogs = {
  keyIsMade: 'Se está creando una clave. Esto tiene que esperar su secreto.',
  forget,
  signOutEverywhere: {
    title: (organisations: number) =>
      organisations === 1
        ? '¿Cerrar sesión en la única organización?'
        : `¿Cerrar sesión en las ${organisations} organizaciones?`,
    explained:
      'Se pide a Parallel que termine estas autorizaciones, y sus tokens se eliminan de este equipo. Para volver hay que aprobar un código nuevo por cada una.',
    unreachable: 'Si ahora no se puede contactar con Parallel, se le avisa más tarde.',
    act: 'Cerrar todas las sesiones',
    busy: 'Cerrando sesión',
  },
  reset: {
    title: '¿Borrar todo aquí?',
    explained:
      'Cierra todas las sesiones y elimina de este equipo los tokens, los ajustes, el historial y el registro de claves. Después, Parallel Tray se abre como nuevo.',
    keysGoOn: 'Las claves de API siguen funcionando: están en Parallel.',
    alive:
      'Si no se puede avisar a Parallel enseguida, se le avisa tras el reinicio. Hasta entonces estas autorizaciones siguen vigentes allí, como mucho hasta que terminen por sí solas:',
    charging: 'Se está cobrando a una tarjeta. Esto tiene que esperar la respuesta.',
    endsAt: <T>(organisation: T, when: string): Phrase<T> => [organisation, `: ${when}`],
    endsUnknown: <T>(organisation: T): Phrase<T> => [organisation, ': no se sabe cuándo'],
    confirm: (word: string) => `Escribir ${word} para confirmar`,
    /** What has to be typed. */
    word: 'borrar',
    act: 'Borrar todo',
    busy: 'Eliminando',
  },
  allow: {
    permissions: allow,
    how: 'Para ello hay que iniciar sesión una vez más: se aprueba un código nuevo en el navegador. Hasta entonces todo sigue igual.',
    act: 'Iniciar sesión de nuevo',
    busy: 'Iniciando',
  },
  quit: {
    title: '¿Salir ahora?',
    secret: <T>(key: T): Phrase<T> => [
      'El secreto de ',
      key,
      ' no se ha copiado ni guardado. Cuando esta aplicación se cierre, nadie podrá volver a mostrarlo.',
    ],
    secretCopied: <T>(key: T): Phrase<T> => [
      'El secreto de ',
      key,
      ' sigue abierto. Cuando esta aplicación se cierre, nadie podrá volver a mostrarlo.',
    ],
    charging: (amount: string) =>
      `Aún no se sabe si se cobran ${amount}. Tras el próximo arranque se puede averiguar.`,
    key: <T>(key: T): Phrase<T> => [
      'Parallel está creando la clave ',
      key,
      '. Su secreto llega con la respuesta, y solo una vez.',
    ],
    otherwise: 'Todavía hay algo en curso.',
    back: 'Volver',
    act: 'Salir de todos modos',
  },
  import: {
    kept: (here: string, inFile: string) => `sigue en ${here}: un archivo nunca lo sube a ${inFile}`,
    deletedThere: 'eliminada allí:',
    title: <T>(file: T): Phrase<T> => ['¿Importar ', file, '?'],
    madeAt: 'Creado',
    settings: 'Ajustes',
    withSettings: 'sustituyen a los de aquí',
    withoutSettings: 'ninguno',
    organisations: 'Organizaciones',
    keys: 'Claves en el registro',
    readings: 'Lecturas',
    explained: 'Las claves y lecturas se añaden a las de aquí. Con esto no se inicia ninguna sesión.',
    act: 'Importar',
    busy: 'Importando',
  },
}
