import type { FailureKind, Keeping } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'

type Check = { readonly name: string; readonly explained: string }
type Ending = {
  readonly title: string
  readonly explained: string
  readonly checks: readonly Check[]
}

const storing: Record<Keeping, string> = {
  encrypted: 'Cifrado, con la clave en el llavero del sistema',
  plain: 'En este disco, sin cifrar, como se eligió',
  memory: 'En la memoria hasta salir, como se eligió',
}

const networkChecks: readonly Check[] = [
  {
    name: '¿Tiene conexión este equipo?',
    explained: 'Para comprobarlo, abrir cualquier página en el navegador.',
  },
  {
    name: '¿Una red wifi con página de acceso?',
    explained: 'Primero hay que acceder a la red desde el navegador.',
  },
  {
    name: '¿Detrás de un proxy de empresa?',
    explained: 'Parallel Tray usa el proxy y los certificados configurados en el sistema.',
  },
]

const waitChecks: readonly Check[] = [
  { name: 'Esperar un poco', explained: 'Los problemas del servidor suelen pasar solos.' },
  { name: '¿Funciona el sitio web?', explained: 'Si tampoco funciona, solo queda esperar.' },
]

const diskChecks: readonly Check[] = [
  { name: '¿Está lleno el disco?', explained: 'Bastan unos pocos kilobytes.' },
  {
    name: '¿Está abierto el llavero?',
    explained: 'Desbloquearlo y empezar de nuevo.',
  },
]

/** The ways an attempt ends that have words of their own; the others are put together from `failures`. */
const endings: Partial<Record<FailureKind, Ending>> = {
  expired: {
    title: 'Este código ha caducado',
    explained: 'Conviene cerrar la página antigua del navegador: su código ya no sirve.',
    checks: [
      {
        name: '¿No se abrió el navegador?',
        explained: 'Copiar el enlace en cualquier navegador, aquí o en otro equipo.',
      },
      {
        name: '¿La sesión de allí es de otra persona?',
        explained: 'Copiar el enlace en el perfil correcto o en una ventana privada.',
      },
      { name: '¿No hay un navegador a mano?', explained: 'Escanear el código QR con el teléfono.' },
    ],
  },
  denied: {
    title: 'La solicitud fue denegada',
    explained: 'Alguien eligió Denegar en el navegador.',
    checks: [
      {
        name: '¿Inicio de sesión no reconocido?',
        explained: 'Entonces denegarlo fue lo correcto. No hay que hacer nada más.',
      },
      {
        name: '¿Pedía demasiado?',
        explained: 'Empezar de nuevo con menos. Para ver el saldo no hace falta nada más.',
      },
      { name: '¿Fue sin querer?', explained: 'Empezar de nuevo y aprobar el código nuevo.' },
    ],
  },
  'unknown-client': {
    title: 'Este intento ha terminado',
    explained:
      'Parallel ya no conoce esta instalación, así que el código no se puede aprobar. Empezar de nuevo la registra otra vez y muestra un código nuevo.',
    checks: [
      {
        name: '¿Vuelve a ocurrir?',
        explained: 'Consultar al soporte de Parallel, con la referencia si la hay.',
      },
    ],
  },
  storage: {
    title: 'No se pudo guardar el inicio de sesión',
    explained:
      'Se aprobó, pero no se pudo escribir en este disco. Hay que liberar espacio o repararlo y empezar de nuevo.',
    checks: diskChecks,
  },
  keyring: {
    title: 'No se pudo guardar el inicio de sesión',
    explained: 'El llavero del sistema no lo aceptó. Hay que desbloquearlo y empezar de nuevo.',
    checks: diskChecks,
  },
}

export const signIn = {
  title: 'Iniciar sesión',
  nowLabel: 'En este momento',

  welcome: {
    title: 'Iniciar sesión en Parallel',
    explained:
      'Muestra cuánto le queda por gastar a cada organización. Aquí no se escribe ninguna contraseña.',
    addTitle: 'Añadir una organización',
    addExplained: 'Cada inicio de sesión pertenece a una organización. Se elige en el navegador.',
    steps: ['Aquí aparece un código.', 'El navegador muestra el mismo.', 'Se aprueba allí.'],
    may: 'Parallel Tray puede',
    mayAside: 'se puede cambiar en cualquier momento',
    start: 'Obtener un código',
    starting: 'Obteniendo un código',
    unofficial: 'No oficial. No es de Parallel.',
  },

  restoring: {
    title: 'Abriendo los inicios de sesión…',
    explained:
      'Están cifrados con la clave del llavero del sistema. Si pide una contraseña, espera a que se escriba.',
    now: 'Esperando al llavero',
    nowExplained: 'No se pierde nada mientras está cerrado',
  },

  consent: {
    title: '¿Dónde se guarda el inicio de sesión?',
    explained:
      'Este sistema no ofrece llavero, así que Parallel Tray no puede cifrar lo que guarda. Hay que elegir antes de aprobar.',
    memory: {
      name: 'En la memoria, hasta salir',
      explained: 'No se escribe nada. Hay que iniciar sesión tras cada arranque.',
    },
    disk: {
      name: 'En este disco, sin cifrar',
      risk: 'Quien pueda leer los archivos de este usuario puede usar la cuenta',
      until: ' hasta que se cierre la sesión.',
      impossible: 'No es posible en este sistema: no puede cifrar nada.',
    },
    go: 'Continuar',
    help: 'Configurar un llavero',
    now: 'Aún no se ha pedido nada',
    nowExplained: 'Después viene el código',
  },

  starting: {
    title: 'Obteniendo un código…',
    now: (host: string) => `Preguntando a ${host}`,
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
    caution: 'Aprobarlo allí, si este inicio de sesión es propio.',
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
    asksTo: 'Pide',
    change: 'Cambiar',
    changeLabel: 'Cambiar lo permitido',
    openToApprove: 'Abrir el navegador para aprobar',
    waiting: 'Esperando la aprobación',
    notOpened: 'El navegador no se abrió',
    notOpenedExplained: 'Copiar el enlace a mano en un navegador',
    wrongProfile: '¿Otro perfil? Copiar el enlace en el correcto',
    checking: 'Comprobando ahora',
    firstCheck: (seconds: number) => `Primera comprobación en ${seconds} s`,
    nextCheck: (checked: number, next: number) => `Comprobado hace ${checked} s, próxima vez en ${next} s`,
    checkingNow: (checked: number) => `Comprobado hace ${checked} s, comprobando ahora`,
    stillTrying: (why: string) => `${why}, se sigue intentando`,
    nextTry: (seconds: number) => `El código aún es válido, próximo intento en ${seconds} s`,
    tryingNow: 'El código aún es válido, intentando ahora',
  },

  foreign: {
    title: '¿Abrir esta dirección?',
    explained:
      'La página de inicio de sesión no está en el dominio de Parallel. Conviene abrirla solo si era de esperar.',
    dont: 'No abrir',
    open: 'Abrir de todos modos',
    opening: 'Abriendo',
    now: 'Esperando una decisión',
    nowExplained: (left: string) => `El código sigue siendo válido durante ${left}`,
  },

  storing: {
    title: 'Aprobado',
    explained: <T>(organisation: T): Phrase<T> => [
      organisation,
      ' queda con la sesión iniciada en cuanto se guarden los tokens. Después viene su saldo.',
    ],
    now: 'Guardando el inicio de sesión',
    how: storing,
  },

  ended: {
    endings,
    notApprovedWithin: (lifetime: string) => `No se aprobó en ${lifetime}.`,
    again: 'Obtener otro código',
    starting: 'Iniciando',
    change: 'Cambiar lo permitido',
    checksTitle: 'Qué puede ayudar',
    networkChecks,
    waitChecks,
    now: 'No se inició ninguna sesión',
    nowExplained: 'No se guarda nada de este intento',
    nowExpired: 'Un código nuevo empieza solo cuando se pide',
  },
}
