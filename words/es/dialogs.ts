import type { Permission } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'

const allow: Record<Permission, { title: <T>(organisation: T) => Phrase<T>; explained: string }> = {
  see: {
    title: (organisation) => ['¿Permitir que Parallel Tray vea el saldo de ', organisation, '?'],
    explained: 'Lee el saldo, las apps y las claves, y no cambia nada.',
  },
  manage: {
    title: (organisation) => [
      '¿Permitir que Parallel Tray gestione las apps y claves de ',
      organisation,
      '?',
    ],
    explained: 'Crea y elimina apps y claves, solo cuando tú lo pides.',
  },
  'add-money': {
    title: (organisation) => ['¿Permitir que Parallel Tray añada dinero a ', organisation, '?'],
    explained:
      'Hace cargos a la tarjeta de la organización, de 100 US$ como máximo cada uno, solo cuando tú lo pides.',
  },
}

const forget = {
  name: 'Eliminar también el historial y el registro de claves',
  explained: 'Si no, se quedan en este equipo para tu próximo inicio de sesión.',
}

/** The dialogs that belong to no screen. */
export const dialogs = {
  keyIsMade: 'Se está creando una clave. Espera a que llegue su secreto.',
  forget,
  signOutEverywhere: {
    title: (organisations: number) =>
      organisations === 1
        ? '¿Cerrar sesión en tu organización?'
        : `¿Cerrar sesión en las ${organisations} organizaciones?`,
    explained:
      'Parallel Tray pide a Parallel que revoque estas autorizaciones y elimina sus tokens de este equipo. Para volver a iniciar sesión, aprueba un código nuevo por cada una.',
    unreachable: 'Si no se puede contactar con Parallel, Parallel Tray lo sigue intentando.',
    act: 'Cerrar todas las sesiones',
    busy: 'Cerrando sesión',
  },
  reset: {
    title: '¿Borrar todo aquí?',
    explained:
      'Cierra todas las sesiones y elimina de este equipo los tokens, los ajustes, el historial y el registro de claves. Después, Parallel Tray se reinicia.',
    keysGoOn: 'Las claves de API siguen funcionando: las gestiona Parallel.',
    alive:
      'Si ahora no se puede contactar con Parallel, Parallel Tray lo reintenta tras reiniciarse. Hasta entonces, estas autorizaciones siguen activas en Parallel, como máximo hasta que caduquen:',
    charging: 'Hay un pago en curso. Espera el resultado.',
    endsAt: <T>(organisation: T, when: string): Phrase<T> => [organisation, `: ${when}`],
    endsUnknown: <T>(organisation: T): Phrase<T> => [organisation, ': fecha desconocida'],
    confirm: (word: string) => `Escribe ${word} para confirmar`,
    /** What has to be typed. */
    word: 'borrar',
    act: 'Borrar todo',
    busy: 'Borrando',
  },
  allow: {
    permissions: allow,
    how: 'Para permitirlo, inicia sesión de nuevo: aprueba un código nuevo en el navegador. Hasta entonces no cambia nada.',
    act: 'Iniciar sesión de nuevo',
    busy: 'Iniciando',
  },
  quit: {
    title: '¿Salir ahora?',
    secret: <T>(key: T): Phrase<T> => [
      'El secreto de ',
      key,
      ' no se ha copiado ni guardado. Si sales, no se podrá volver a mostrar.',
    ],
    secretCopied: <T>(key: T): Phrase<T> => [
      'El secreto de ',
      key,
      ' sigue abierto. Si sales, no se podrá volver a mostrar.',
    ],
    charging: (amount: string) =>
      `El pago de ${amount} aún no está confirmado. Podrás reintentarlo cuando vuelvas a abrir Parallel Tray.`,
    key: <T>(key: T): Phrase<T> => [
      'Parallel está creando la clave ',
      key,
      '. Su secreto llega una sola vez, con la respuesta.',
    ],
    otherwise: 'Todavía hay algo en curso.',
    back: 'Volver',
    act: 'Salir de todos modos',
  },
  import: {
    kept: (here: string, inFile: string) => `sigue en ${here} (en el archivo: ${inFile})`,
    deletedThere: 'eliminada en otro sitio:',
    title: <T>(file: T): Phrase<T> => ['¿Importar ', file, '?'],
    madeAt: 'Exportado',
    settings: 'Ajustes',
    withSettings: 'sustituyen a los actuales',
    withoutSettings: 'ninguno',
    organisations: 'Organizaciones',
    keys: 'Claves en el registro',
    readings: 'Saldos',
    explained: 'Las claves y los saldos se añaden a los actuales. Esto no inicia ninguna sesión.',
    act: 'Importar',
    busy: 'Importando',
  },
}
