import type { CommandName, FailureKind, TlsCause } from '../../preload/contract/index.ts'

type FailureWords = {
  /** A few words that can stand before ", still trying" and "since 14:08". */
  readonly short: string
  readonly what: string
  readonly next: string
}

const kinds: Record<FailureKind, FailureWords> = {
  offline: {
    short: 'Sin conexión',
    what: 'No hay conexión con Parallel.',
    next: 'Revisar la red y volver a intentarlo.',
  },
  timeout: {
    short: 'Sin respuesta',
    what: 'Parallel no respondió a tiempo.',
    next: 'Volver a intentarlo en un momento.',
  },
  tls: {
    short: 'Conexión no fiable',
    what: 'Este equipo no confía en el certificado del servidor, así que no se envió nada.',
    next: 'Comprobar la fecha y la hora. En una red de empresa, su certificado tiene que estar instalado en el sistema.',
  },
  proxy: {
    short: 'El proxy no conecta',
    what: 'El proxy de esta red no estableció la conexión con Parallel.',
    next: 'Revisar el proxy en los ajustes de red del sistema o consultar a quien lo administra.',
  },
  'proxy-auth': {
    short: 'El proxy pide contraseña',
    what: 'El proxy de esta red pide una contraseña antes de dejar pasar nada.',
    next: 'Introducir su nombre de usuario y contraseña.',
  },
  server: {
    short: 'Problema en Parallel',
    what: 'Parallel respondió con un error propio.',
    next: 'Volver a intentarlo en unos minutos.',
  },
  'not-json': {
    short: 'Respondió otra página',
    what: 'Respondió otra cosa en lugar de Parallel: a menudo, la página de acceso a la red de un hotel o un tren, o un proxy.',
    next: 'Acceder a la red desde el navegador y volver a intentarlo.',
  },
  redirected: {
    short: 'Desviado a otro sitio',
    what: 'La respuesta apuntaba a otra dirección. No se siguió, para que el inicio de sesión no se filtre allí.',
    next: 'Acceder a la red desde el navegador o revisar su proxy, y volver a intentarlo.',
  },
  'rate-limited': {
    short: 'Demasiadas solicitudes',
    what: 'Parallel pide esperar antes de la próxima solicitud.',
    next: 'Volver a intentarlo en un minuto.',
  },
  denied: {
    short: 'Denegado',
    what: 'Alguien eligió Denegar en el navegador.',
    next: 'Empezar de nuevo si fue sin querer.',
  },
  expired: {
    short: 'Código caducado',
    what: 'El código no se aprobó a tiempo.',
    next: 'Obtener un código nuevo.',
  },
  'unknown-client': {
    short: 'Instalación desconocida',
    what: 'Parallel ya no conoce esta instalación.',
    next: 'Empezar de nuevo: se registra otra vez.',
  },
  'signed-out': {
    short: 'Autorización terminada',
    what: 'Parallel terminó esta autorización.',
    next: 'Iniciar sesión de nuevo.',
  },
  unauthorized: {
    short: 'Inicio de sesión no aceptado',
    what: 'Parallel no aceptó este inicio de sesión.',
    next: 'Volver a intentarlo. Si sigue igual, iniciar sesión de nuevo.',
  },
  forbidden: {
    short: 'No permitido',
    what: 'Este inicio de sesión no tiene permiso para eso.',
    next: 'Iniciar sesión de nuevo y permitirlo, o consultar a quien gestiona la organización.',
  },
  'not-found': {
    short: 'Ya no está',
    what: 'Parallel ya no tiene eso.',
    next: 'Actualizar para ver lo que hay.',
  },
  conflict: {
    short: 'Cambiado entretanto',
    what: 'Entretanto se cambió en otro sitio.',
    next: 'Actualizar y volver a intentarlo.',
  },
  declined: {
    short: 'Tarjeta rechazada',
    what: 'La tarjeta de la organización fue rechazada. No se cobró nada.',
    next: 'Revisar la tarjeta en la facturación.',
  },
  invalid: {
    short: 'No aceptado',
    what: 'Parallel no aceptó la solicitud.',
    next: 'Buscar una versión más reciente de Parallel Tray.',
  },
  'over-ceiling': {
    short: 'Demasiado para un día',
    what: 'Parallel Tray no cobra más que esto en 24 horas. No se cobró nada.',
    next: 'Añadirlo en la facturación de la consola, o mañana.',
  },
  'bad-file': {
    short: 'Archivo no legible',
    what: 'Este archivo no lo creó Parallel Tray o ha cambiado desde entonces.',
    next: 'Elegir un archivo creado con Exportar.',
  },
  'file-in-use': {
    short: 'Archivo en uso',
    what: 'Otro programa tiene abierto el archivo.',
    next: 'Cerrarlo allí o guardar con otro nombre.',
  },
  storage: {
    short: 'No guardado',
    what: 'No se pudo leer o escribir un archivo en este equipo.',
    next: 'Comprobar el espacio libre y los permisos de escritura de la carpeta de usuario.',
  },
  keyring: {
    short: 'Llavero no abierto',
    what: 'El llavero del sistema no respondió.',
    next: 'Desbloquearlo y volver a intentarlo.',
  },
  'shortcut-taken': {
    short: 'Atajo ocupado',
    what: 'Otro programa tiene este atajo.',
    next: 'Elegir otro.',
  },
  'no-shortcuts': {
    short: 'Sin atajos',
    what: 'Este escritorio no ofrece atajos a las aplicaciones.',
    next: 'En los ajustes del escritorio, crear un atajo que inicie Parallel Tray: abre la ventana.',
  },
  clipboard: {
    short: 'No copiado',
    what: 'El portapapeles no admitió nada.',
    next: 'Seleccionar el texto y copiarlo a mano.',
  },
  browser: {
    short: 'Sin navegador',
    what: 'El sistema no abrió ningún navegador.',
    next: 'Copiar el enlace y abrirlo a mano.',
  },
  busy: {
    short: 'En curso',
    what: 'Lo mismo todavía está en curso.',
    next: 'Esperar a que termine.',
  },
  cancelled: {
    short: 'Cancelado',
    what: 'Se canceló.',
    next: 'Se puede empezar de nuevo en cualquier momento.',
  },
  bug: {
    short: 'Un error de Parallel Tray',
    what: 'Parallel Tray cometió un error.',
    next: 'Volver a intentarlo. Si sigue igual, salir y abrirlo de nuevo; el log dice más.',
  },
}

const tls: Record<TlsCause, Pick<FailureWords, 'what' | 'next'>> = {
  authority: {
    what: 'Nadie que este equipo conozca responde por el servidor, así que no se envió nada. Así se ven las redes de empresa y las páginas de acceso wifi.',
    next: 'Acceder a la wifi desde el navegador. En una red de empresa, su certificado tiene que estar en el almacén del sistema.',
  },
  name: {
    what: 'El certificado es de otro servidor, así que no se envió nada. Puede que respondiera la página de acceso de una wifi.',
    next: 'Acceder a la red desde el navegador y volver a intentarlo.',
  },
  date: {
    what: 'El certificado no es válido a la hora que muestra este equipo, así que no se envió nada.',
    next: 'Comprobar la fecha y la hora de este equipo. Si son correctas, volver a intentarlo más tarde.',
  },
  revoked: {
    what: 'El certificado del servidor fue revocado, así que no se envió nada.',
    next: 'Probar otra red. Si sigue igual, consultar al soporte de Parallel.',
  },
  protocol: {
    what: 'El servidor, o algo en el camino, solo ofrece un cifrado obsoleto, así que no se envió nada.',
    next: 'Probar otra red o consultar a quien administra el proxy de esta.',
  },
}

/** What did not happen, by the command that asked for it. */
const notDone = {
  'sign-in.start': 'Inicio de sesión no empezado',
  'sign-in.keep': 'Inicio de sesión no empezado',
  'sign-in.cancel': 'Inicio de sesión no cancelado',
  'organisation.sign-out': 'Sesión no cerrada',
  'sign-out.everywhere': 'No se cerraron todas las sesiones',
  'settings.change': 'Ajuste no cambiado',
  'limits.change': 'Límite no cambiado',
  'keys.forget': 'Fila no quitada',
  'keys.restore': 'Fila no restaurada',
  'proxy.forget': 'Contraseña no olvidada',
  'app.reset': 'No se empezó de cero',
  'updates.restart': 'No se reinició',
} satisfies Partial<Record<CommandName, string>>

export const failures = {
  kinds,
  tls,
  notDone,
  /** Being offline has a title of its own, the most frequent by far. */
  offline: 'Sin conexión',
  offlineByItself: 'Se actualiza por sí solo al recuperar la conexión.',
  tryAgainIn: (duration: string) => `Se puede volver a intentar en ${duration}.`,
}
