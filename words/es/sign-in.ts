import type { FailureKind, Keeping } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'

type Check = { readonly name: string; readonly explained: string }
type Ending = {
  readonly title: string
  readonly explained: string
  readonly checks: readonly Check[]
}

const storing: Record<Keeping, string> = {
  encrypted: 'Cifrada, con la clave en el llavero del sistema',
  plain: 'En este disco, sin cifrar, como elegiste',
  memory: 'En la memoria hasta que salgas, como elegiste',
}

const networkChecks: readonly Check[] = [
  {
    name: '¿Tiene conexión este equipo?',
    explained: 'Abre cualquier página en el navegador para comprobarlo.',
  },
  {
    name: '¿Usas una red wifi con página de acceso?',
    explained: 'Primero, accede a la red desde el navegador.',
  },
  {
    name: '¿Estás detrás de un proxy de empresa?',
    explained: 'Parallel Tray usa el proxy y los certificados configurados en tu sistema.',
  },
]

const waitChecks: readonly Check[] = [
  { name: 'Espera un momento', explained: 'Los problemas del servidor suelen durar poco.' },
  { name: '¿Funciona el sitio web de Parallel?', explained: 'Si no, el problema es de su lado.' },
]

const diskChecks: readonly Check[] = [
  { name: '¿Está lleno el disco?', explained: 'Bastan unos pocos kilobytes.' },
  {
    name: '¿Está desbloqueado el llavero?',
    explained: 'Desbloquéalo y obtén un código nuevo.',
  },
]

/** The ways an attempt ends that have words of their own; the others are put together from `failures`. */
const endings: Partial<Record<FailureKind, Ending>> = {
  expired: {
    title: 'Este código ha caducado',
    explained: 'Cierra la página antigua del navegador: su código ya no sirve.',
    checks: [
      {
        name: '¿No se abrió el navegador?',
        explained: 'Copia el enlace y ábrelo en cualquier navegador, aquí o en otro equipo.',
      },
      {
        name: '¿Iniciaste sesión allí con otra cuenta?',
        explained: 'Copia el enlace y ábrelo en el perfil correcto o en una ventana privada.',
      },
      { name: '¿No tienes un navegador a mano?', explained: 'Escanea el código QR con el teléfono.' },
    ],
  },
  denied: {
    title: 'La solicitud fue denegada',
    explained: 'Alguien eligió Denegar en el navegador.',
    checks: [
      {
        name: '¿No empezaste tú este inicio de sesión?',
        explained: 'Entonces, denegarlo fue lo correcto. No tienes que hacer nada más.',
      },
      {
        name: '¿Pedía demasiado?',
        explained: 'Obtén un código nuevo y permite menos. Basta con ver el saldo.',
      },
      { name: '¿Se denegó por error?', explained: 'Obtén un código nuevo y aprueba ese.' },
    ],
  },
  'unknown-client': {
    title: 'Este inicio de sesión no puede continuar',
    explained:
      'Parallel ya no reconoce esta instalación, así que el código no se puede aprobar. Un código nuevo la registra de nuevo.',
    checks: [
      {
        name: '¿Sigue ocurriendo?',
        explained: 'Contacta con el soporte de Parallel e indica la referencia, si la hay.',
      },
    ],
  },
  storage: {
    title: 'No se pudo guardar la sesión',
    explained:
      'La aprobaste, pero no se pudo escribir en este disco. Libera espacio o repara el disco y obtén un código nuevo.',
    checks: diskChecks,
  },
  keyring: {
    title: 'No se pudo guardar la sesión',
    explained: 'El llavero del sistema no la aceptó. Desbloquéalo y obtén un código nuevo.',
    checks: diskChecks,
  },
}

export const signIn = {
  title: 'Iniciar sesión',
  nowLabel: 'En este momento',

  welcome: {
    title: 'Inicia sesión en Parallel',
    explained: 'Consulta cuánto le queda por gastar a cada organización. Aquí nunca escribes una contraseña.',
    addTitle: 'Añadir una organización',
    addExplained: 'Cada sesión es de una sola organización. La eliges en el navegador.',
    steps: ['Aquí aparece un código.', 'El navegador muestra el mismo.', 'Lo apruebas allí.'],
    may: 'Parallel Tray puede',
    mayAside: 'puedes cambiarlo cuando quieras',
    start: 'Obtener un código',
    starting: 'Obteniendo un código',
    unofficial: 'No oficial. No lo ha creado Parallel.',
  },

  consent: {
    title: '¿Dónde quieres guardar la sesión?',
    explained:
      'Este sistema no tiene llavero, así que Parallel Tray no puede cifrar lo que guarda. Elige antes de aprobar.',
    memory: {
      name: 'En la memoria, hasta que salgas',
      explained: 'No se guarda nada. Tendrás que iniciar sesión cada vez que abras la aplicación.',
    },
    disk: {
      name: 'En este disco, sin cifrar',
      risk: 'Quien pueda leer tus archivos puede usar tu cuenta',
      until: ' hasta que cierres la sesión.',
      impossible: 'No es posible en este sistema: no puede cifrar nada.',
    },
    go: 'Continuar',
    help: 'Configurar un llavero',
    now: 'Aún no se ha solicitado nada',
    nowExplained: 'Después viene el código',
  },

  starting: {
    title: 'Obteniendo un código…',
    now: (host: string) => `Contactando con ${host}`,
    nowExplained: 'El código aparece aquí',
    explained: 'El navegador mostrará el mismo.',
  },

  code: {
    title: '¿El navegador muestra este código?',
    copy: 'Copiar código',
    copyShort: 'Copiar',
    copied: 'Copiado',
    codeCopied: 'Código copiado',
    validFor: 'Válido durante',
    nearlyOver: 'Queda menos de un minuto',
    caution: 'Apruébalo allí solo si tú empezaste este inicio de sesión.',
    inBrowser: 'En el navegador',
    open: 'Abrir navegador',
    /** Asks first. */
    openForeign: 'Abrir navegador…',
    openAgain: 'Abrir de nuevo',
    copyLink: 'Copiar enlace',
    linkCopied: 'Enlace copiado',
    foreign: 'Esta página no está en el dominio de Parallel.',
    byPhone: 'O con el teléfono',
    qrLabel: 'Código QR del enlace',
    asksTo: 'Permisos',
    change: 'Cambiar',
    changeLabel: 'Cambiar permisos',
    openToApprove: 'Abre el navegador para aprobarlo',
    waiting: 'Esperando tu aprobación',
    notOpened: 'El navegador no se abrió',
    notOpenedExplained: 'Copia el enlace y ábrelo en un navegador',
    wrongProfile: '¿Perfil equivocado? Abre el enlace en el correcto',
    checking: 'Comprobando ahora',
    firstCheck: (seconds: number) => `Primera comprobación en ${seconds} s`,
    nextCheck: (checked: number, next: number) => `Comprobado hace ${checked} s, próxima vez en ${next} s`,
    checkingNow: (checked: number) => `Comprobado hace ${checked} s, comprobando ahora`,
    stillTrying: (why: string) => `${why}, se sigue intentando`,
    nextTry: (seconds: number) => `El código aún es válido, próximo intento en ${seconds} s`,
    tryingNow: 'El código aún es válido, intentando ahora',
  },

  foreign: {
    title: '¿Abrir esta dirección?',
    explained:
      'La página de inicio de sesión no está en el dominio de Parallel. Ábrela solo si te lo esperabas.',
    dont: 'No abrir',
    open: 'Abrir de todos modos',
    opening: 'Abriendo',
    now: 'Esperando tu decisión',
    nowExplained: (left: string) => `El código es válido durante ${left}`,
  },

  storing: {
    title: 'Aprobado',
    explained: <T>(organisation: T): Phrase<T> => [
      'La sesión en ',
      organisation,
      ' quedará iniciada cuando se guarden los tokens. Después aparecerá su saldo.',
    ],
    now: 'Guardando la sesión',
    how: storing,
  },

  ended: {
    endings,
    notApprovedWithin: (lifetime: string) => `No se aprobó en ${lifetime}.`,
    again: 'Obtener un código nuevo',
    starting: 'Iniciando',
    change: 'Cambiar permisos',
    checksTitle: 'Qué puede ayudar',
    networkChecks,
    waitChecks,
    now: 'No se inició ninguna sesión',
    nowExplained: 'No se guardó nada de este intento',
    nowExpired: 'Obtén un código nuevo cuando quieras',
  },
}
