import type { Settings } from '../../preload/contract/index.ts'
import { the } from './when.ts'

const pace: Record<Settings['pollInterval'], { name: string; explained: string }> = {
  normal: { name: 'Normal', explained: 'Cada minuto con la ventana abierta, cada 5 si está cerrada.' },
  slower: { name: 'Lento', explained: 'Cada 5 minutos con la ventana abierta, cada 15 si está cerrada.' },
  slowest: {
    name: 'Muy lento',
    explained: 'Cada 15 minutos con la ventana abierta, cada hora si está cerrada.',
  },
}
const theme: Record<Settings['theme'], string> = { system: 'Sistema', light: 'Claro', dark: 'Oscuro' }

export const settings = {
  app: 'Aplicación',
  tabs: { label: 'Ajustes de', organisation: 'Esta organización', app: 'Aplicación' },
  openAtLogin: 'Abrir al iniciar el sistema',
  startHidden: 'Iniciar oculto en la bandeja',
  startHiddenExplained: 'Solo si tienes alguna sesión iniciada.',
  closeToTray: 'Seguir en ejecución al cerrar',
  closeToTrayExplained: 'Al cerrar la ventana, el icono queda en la bandeja.',
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
    removeLabel: 'Eliminar el atajo para abrir',
    press: 'Pulsa las teclas…',
    stop: 'Esc para cancelar',
    needsMore: 'Añade Ctrl, Alt o la tecla del sistema para que no interfiera al escribir.',
    needsMoreOnMac: 'Añade ⌃, ⌥ o ⌘ para que no interfiera al escribir.',
    notUsable: 'Esta tecla no se puede usar. Elige una letra, una cifra o una tecla de función.',
    wayland: 'En Wayland, el escritorio decide si el atajo funciona; no se puede comprobar de antemano.',
  },

  refresh: 'Actualización',
  paceName: 'Ritmo',
  pace,

  notices: 'Avisos',
  notifications: 'Notificaciones de escritorio',
  notificationsExplained: 'Para un saldo bajo, una sesión a punto de terminar y los resultados que esperas.',

  /** Of one organisation. */
  limits: 'Avisos y límites',
  spendableBelow: 'Disponible por debajo de',
  daysLeftBelow: 'Días restantes por debajo de',
  spentWithinHour: 'Gastado en una hora',
  spentWithinHourExplained: 'Detecta una tarea fuera de control.',
  topUpPerDay: 'Límite diario de recarga',
  topUpPerDayExplained: 'Para las recargas hechas en este equipo.',
  rotate: 'Recordarme rotar las claves',
  rotateAfter: 'Avisar a los (días)',
  empty: 'Desactivado',
  badMoney: 'Escribe un importe como 10 o 10,50, o déjalo vacío para desactivarlo.',
  badDays: (most: number) => `Escribe un número entero de 1 a ${most}, o déjalo vacío para desactivarlo.`,

  look: 'Aspecto',
  themeName: 'Tema',
  theme,
  language: 'Idioma',
  languageOfSystem: 'El del sistema',

  data: 'Datos',
  history: 'Historial y registro de claves',
  readings: (readings: string, since: string) =>
    `${readings} ${readings === '1' ? 'saldo' : 'saldos'} desde ${the(since)} en este equipo.`,
  noReadings: 'Aún no se ha guardado nada.',
  toActivity: 'Abrir actividad',
  move: 'Pasar a otro equipo',
  moveExplained: 'Ajustes, registro de claves e historial, pero ninguna sesión.',
  export: 'Exportar…',
  exporting: 'Exportando',
  import: 'Importar…',
  importing: 'Importando',
  reset: 'Borrar todo aquí',
  resetExplained: 'Cierra todas las sesiones y elimina todo lo que Parallel Tray guardó en este equipo.',
  resetAct: 'Borrar…',
}
