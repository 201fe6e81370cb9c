import type { Settings } from '../../preload/contract/index.ts'
import { the } from './when.ts'

const pace: Record<Settings['pollInterval'], { name: string; explained: string }> = {
  normal: { name: 'Normal', explained: 'Cada minuto a la vista, cada 5 en la bandeja.' },
  slower: { name: 'Lento', explained: 'Cada 5 minutos a la vista, cada 15 en la bandeja.' },
  slowest: { name: 'Muy lento', explained: 'Cada 15 minutos a la vista, cada hora en la bandeja.' },
}
const theme: Record<Settings['theme'], string> = { system: 'Sistema', light: 'Claro', dark: 'Oscuro' }

export const settings = {
  app: 'Aplicación',
  tabs: { label: 'Ajustes de', organisation: 'Esta organización', app: 'Aplicación' },
  openAtLogin: 'Abrir al iniciar el sistema',
  startHidden: 'Empezar oculta en la bandeja',
  startHiddenExplained: 'Mientras haya alguna sesión iniciada.',
  closeToTray: 'Seguir en ejecución al cerrar',
  closeToTrayExplained: 'Al cerrar la ventana queda el icono de la bandeja.',
  shareStatus: 'Compartir el estado con otros programas',
  shareStatusExplained:
    'Para barras de estado y scripts: saldos y avisos en un archivo que solo tú puedes leer.',
  trayTitle: 'Saldo junto al icono',
  shortcut: {
    name: 'Atajo para abrir',
    none: 'Ninguno',
    change: 'Cambiar',
    /** Read out on the button. */
    changeLabel: 'Cambiar el atajo para abrir',
    removeLabel: 'Quitar el atajo para abrir',
    press: 'Pulsar las teclas…',
    stop: 'Esc lo deja como estaba',
    needsMore: 'Hay que añadir Ctrl, Alt o la tecla del sistema, para no estorbar al escribir.',
    needsMoreOnMac: 'Hay que añadir ⌃, ⌥ o ⌘, para no estorbar al escribir.',
    notUsable: 'Esta tecla no se puede usar. Sirve una letra, una cifra o una tecla de función.',
    wayland: 'En Wayland, el escritorio decide si el atajo llega aquí; no se puede saber de antemano.',
  },

  refresh: 'Actualización',
  paceName: 'Ritmo',
  pace,

  notices: 'Avisos',
  notifications: 'Notificaciones de escritorio',
  notificationsExplained:
    'Para cuando se acaba el dinero, termina un inicio de sesión o llega una respuesta esperada.',

  /** Of one organisation. */
  limits: 'Avisos y límites',
  spendableBelow: 'Disponible por debajo de',
  daysLeftBelow: 'Menos días restantes que',
  spentWithinHour: 'Gastado en una hora',
  spentWithinHourExplained: 'Detecta una tarea desbocada.',
  topUpPerDay: 'Límite diario de recarga',
  topUpPerDayExplained: 'Para lo que se añade aquí.',
  rotate: 'Recordar rotar las claves',
  rotateAfter: 'Tras días',
  empty: 'Desactivado',
  badMoney: 'Escribir un importe como 10 o 10,50, o dejarlo vacío para desactivar.',
  badDays: (most: number) => `Escribir un número entero de 1 a ${most}, o dejarlo vacío para desactivar.`,

  look: 'Aspecto',
  themeName: 'Tema',
  theme,
  language: 'Idioma',
  languageOfSystem: 'Como el sistema',

  data: 'Datos',
  history: 'Historial y registro de claves',
  readings: (readings: string, since: string) =>
    `${readings} lecturas desde ${the(since)}, solo en este equipo.`,
  noReadings: 'Aún no se guarda nada.',
  toActivity: 'Abrir actividad',
  move: 'Pasar a otro equipo',
  moveExplained: 'Ajustes, registro e historial; nunca un inicio de sesión.',
  export: 'Exportar…',
  exporting: 'Exportando',
  import: 'Importar…',
  importing: 'Leyendo',
  reset: 'Borrar todo aquí',
  resetExplained: 'Cierra todas las sesiones y quita todo de este equipo.',
  resetAct: 'Borrar…',
}
