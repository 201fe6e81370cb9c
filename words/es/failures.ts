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
    what: 'Parallel Tray no puede contactar con Parallel.',
    next: 'Comprueba la red y vuelve a intentarlo.',
  },
  timeout: {
    short: 'Sin respuesta',
    what: 'Parallel no respondió a tiempo.',
    next: 'Vuelve a intentarlo dentro de un momento.',
  },
  tls: {
    short: 'Conexión no fiable',
    what: 'Este equipo no confía en el certificado del servidor, así que no se envió nada.',
    next: 'Comprueba la fecha y la hora. En una red de empresa, su certificado debe estar instalado en este equipo.',
  },
  proxy: {
    short: 'Bloqueado por el proxy',
    what: 'El proxy de esta red no se conectó con Parallel.',
    next: 'Revisa el proxy en los ajustes de red o consulta al administrador de la red.',
  },
  'proxy-auth': {
    short: 'El proxy pide contraseña',
    what: 'El proxy de esta red pide una contraseña antes de dejar pasar nada.',
    next: 'Introduce tu nombre de usuario y contraseña para el proxy.',
  },
  server: {
    short: 'Problema en Parallel',
    what: 'Hubo un error en los servidores de Parallel.',
    next: 'Vuelve a intentarlo dentro de unos minutos.',
  },
  'not-json': {
    short: 'La respuesta no es de Parallel',
    what: 'Otra cosa respondió en lugar de Parallel: suele ser la página de acceso de una red wifi o un proxy.',
    next: 'Accede a la red desde el navegador y vuelve a intentarlo.',
  },
  redirected: {
    short: 'Respuesta redirigida',
    what: 'La respuesta apuntaba a otra dirección. Parallel Tray no la siguió, para proteger tu sesión.',
    next: 'Accede a la red desde el navegador o revisa su proxy. Después, vuelve a intentarlo.',
  },
  'rate-limited': {
    short: 'Demasiadas solicitudes',
    what: 'Parallel pide a Parallel Tray que espere antes de la próxima solicitud.',
    next: 'Vuelve a intentarlo dentro de un minuto.',
  },
  denied: {
    short: 'Denegado',
    what: 'Alguien eligió Denegar en el navegador.',
    next: 'Si fue un error, obtén un código nuevo.',
  },
  expired: {
    short: 'Código caducado',
    what: 'El código no se aprobó a tiempo.',
    next: 'Obtén un código nuevo.',
  },
  'unknown-client': {
    short: 'Instalación no reconocida',
    what: 'Parallel ya no reconoce esta instalación.',
    next: 'Obtén un código nuevo para registrarla.',
  },
  'signed-out': {
    short: 'Autorización terminada',
    what: 'Parallel puso fin a esta autorización.',
    next: 'Inicia sesión de nuevo.',
  },
  unauthorized: {
    short: 'Sesión no aceptada',
    what: 'Parallel no aceptó esta sesión.',
    next: 'Vuelve a intentarlo. Si sigue ocurriendo, inicia sesión de nuevo.',
  },
  forbidden: {
    short: 'No permitido',
    what: 'Esta sesión no tiene permiso para hacer eso.',
    next: 'Inicia sesión de nuevo y permítelo, o consulta a un administrador de la organización.',
  },
  'not-found': {
    short: 'No encontrado',
    what: 'Esto ya no existe en Parallel.',
    next: 'Actualiza para ver la lista actual.',
  },
  conflict: {
    short: 'Cambiado en otro sitio',
    what: 'Mientras tanto, se cambió en otro sitio.',
    next: 'Actualiza y vuelve a intentarlo.',
  },
  declined: {
    short: 'Tarjeta rechazada',
    what: 'La tarjeta de la organización fue rechazada. No se hizo ningún cargo.',
    next: 'Revisa la tarjeta en la facturación.',
  },
  invalid: {
    short: 'No aceptado',
    what: 'Parallel no aceptó la solicitud.',
    next: 'Comprueba si hay una versión más reciente de Parallel Tray.',
  },
  'over-ceiling': {
    short: 'Máximo de 24 horas superado',
    what: 'Con este importe se superaría el máximo de Parallel Tray en 24 horas. No se hizo ningún cargo.',
    next: 'Usa la facturación de la consola o inténtalo de nuevo mañana.',
  },
  'bad-file': {
    short: 'Archivo no legible',
    what: 'Este archivo no lo exportó Parallel Tray o se modificó después.',
    next: 'Elige un archivo exportado desde aquí.',
  },
  'file-in-use': {
    short: 'Archivo en uso',
    what: 'Otro programa tiene abierto el archivo.',
    next: 'Ciérralo allí o guarda con otro nombre.',
  },
  storage: {
    short: 'No guardado',
    what: 'No se pudo leer o escribir un archivo en este equipo.',
    next: 'Comprueba el espacio libre en el disco y los permisos de tu carpeta de usuario.',
  },
  keyring: {
    short: 'Llavero bloqueado',
    what: 'El llavero del sistema está bloqueado o no respondió.',
    next: 'Desbloquéalo y vuelve a intentarlo.',
  },
  'shortcut-taken': {
    short: 'Atajo ocupado',
    what: 'Otro programa tiene este atajo.',
    next: 'Elige otro.',
  },
  'no-shortcuts': {
    short: 'Sin atajos',
    what: 'Este escritorio no ofrece atajos a las aplicaciones.',
    next: 'En los ajustes del escritorio, crea un atajo que inicie Parallel Tray: abre la ventana.',
  },
  clipboard: {
    short: 'No copiado',
    what: 'Parallel Tray no pudo escribir en el portapapeles.',
    next: 'Selecciona el texto y cópialo tú.',
  },
  browser: {
    short: 'Sin navegador',
    what: 'No se abrió ningún navegador.',
    next: 'Copia el enlace y ábrelo tú.',
  },
  busy: {
    short: 'En curso',
    what: 'Esto ya está en curso.',
    next: 'Espera a que termine.',
  },
  cancelled: {
    short: 'Cancelado',
    what: 'Se canceló.',
    next: 'Inténtalo de nuevo cuando quieras.',
  },
  bug: {
    short: 'Error de Parallel Tray',
    what: 'Se produjo un error en Parallel Tray.',
    next: 'Vuelve a intentarlo. Si sigue ocurriendo, sal de la aplicación y ábrela de nuevo. Los detalles están en el registro de actividad.',
  },
}

const tls: Record<TlsCause, Pick<FailureWords, 'what' | 'next'>> = {
  authority: {
    what: 'Este equipo no confía en quien emitió el certificado del servidor, así que no se envió nada. Suele ocurrir en redes de empresa y con páginas de acceso wifi.',
    next: 'Accede a la red wifi desde el navegador. En una red de empresa, su certificado debe estar instalado en este equipo.',
  },
  name: {
    what: 'El certificado es de otro servidor, así que no se envió nada. Puede que respondiera la página de acceso de una red wifi.',
    next: 'Accede a la red desde el navegador y vuelve a intentarlo.',
  },
  date: {
    what: 'El certificado del servidor no es válido con la fecha y la hora de este equipo, así que no se envió nada.',
    next: 'Comprueba la fecha y la hora de este equipo. Si son correctas, vuelve a intentarlo más tarde.',
  },
  revoked: {
    what: 'El certificado del servidor fue revocado, así que no se envió nada.',
    next: 'Prueba con otra red. Si sigue ocurriendo, contacta con el soporte de Parallel.',
  },
  protocol: {
    what: 'El servidor, o algo entre medias, solo ofrece un cifrado obsoleto, así que no se envió nada.',
    next: 'Prueba con otra red o consulta al administrador de la red.',
  },
}

/** What did not happen, by the command that asked for it. */
const notDone = {
  'sign-in.start': 'No se empezó el inicio de sesión',
  'sign-in.keep': 'No se empezó el inicio de sesión',
  'sign-in.cancel': 'No se canceló el inicio de sesión',
  'organisation.sign-out': 'No se cerró la sesión',
  'sign-out.everywhere': 'No se cerraron todas las sesiones',
  'settings.change': 'Ajuste no cambiado',
  'limits.change': 'Límite no cambiado',
  'keys.forget': 'Fila no eliminada',
  'keys.restore': 'Fila no restaurada',
  'proxy.forget': 'Contraseña no eliminada',
  'app.reset': 'No se borró nada',
  'updates.restart': 'No se reinició',
} satisfies Partial<Record<CommandName, string>>

export const failures = {
  kinds,
  tls,
  notDone,
  /** Being offline has a title of its own, the most frequent by far. */
  offline: 'Sin conexión',
  offlineByItself: 'Se actualizará automáticamente cuando vuelva la conexión.',
  tryAgainIn: (duration: string) => `Inténtalo de nuevo dentro de ${duration}.`,
}
