import type { HistoryRange } from '../../preload/contract/index.ts'
import { at, ended, the } from './when.ts'

const ranges: Record<HistoryRange, { name: string; spent: string }> = {
  day: { name: 'Día', spent: 'Gastado, 24 horas' },
  week: { name: 'Semana', spent: 'Gastado, 7 días' },
  month: { name: 'Mes', spent: 'Gastado, 30 días' },
  year: { name: 'Año', spent: 'Gastado, 12 meses' },
}

/** What was read of the balance, over time. */
export const activity = {
  title: 'Actividad',
  span: 'Periodo',
  ranges,
  view: 'Vista',
  chart: 'Gráfico',
  table: 'Tabla',

  now: 'ahora',
  asOf: (when: string) => `consultado ${at(when)}`,
  held: (amount: string) => `${amount} retenidos`,
  list: (parts: readonly string[]) => parts.join(' · '),
  chartLabel: (from: string, to: string) =>
    `Disponible, de ${from} a ${to}. Usa las teclas de flecha para recorrer los saldos.`,
  spoken: (amount: string, when: string, held: string | null) =>
    held === null ? `${amount}, ${when}` : `${amount}, ${when}, ${held}`,
  elsewhere: (amount: string) => `${amount} desde otro sitio`,
  spendable: 'Disponible',
  notRead: 'Sin consultar',

  aDay: 'Gasto por día',
  aDayLately: 'Por día, últimos 7 días',
  lastsUntil: 'Alcanza hasta',
  about: (date: string) => `${the(date)} aprox.`,
  twoMonths: 'dentro de más de dos meses',
  pace: (basis: string) => `Calculado con el gasto de ${basis}, sin contar recargas ni dinero retenido.`,
  gaps: (unread: string) => `Faltan los saldos de ${unread}; lo gastado en ese tiempo también cuenta.`,

  byDay: 'Por día',
  days: {
    day: 'Día',
    spent: 'Gastado',
    added: 'Añadido',
    left: 'Restante',
    today: 'Hoy',
    soFar: 'hasta ahora',
    from: (time: string) => `desde ${the(time)}`,
    notRead: (duration: string) => `${duration} sin datos`,
    join: (notes: readonly string[]) => notes.join(', '),
  },
  none: '–',

  exportCsv: 'Exportar CSV…',
  exportJson: 'Exportar JSON…',
  exporting: 'Exportando',

  empty: {
    title: 'La línea empieza aquí',
    nothing: 'Aún no se ha consultado ningún saldo.',
    since: (age: string) => ended(`El primer saldo se consultó ${at(age)}`),
    explained:
      'Deja Parallel Tray abierto: el gráfico aparece tras unas pocas actualizaciones; la previsión, al cabo de un día.',
    inRange: 'No hay saldos en este periodo',
    inRangeExplained: 'Elige un periodo más largo para ver saldos anteriores.',
  },
  invoice: 'Esta organización paga con factura, así que no hay saldo que mostrar.',
  failed: 'No se pudo leer el historial',
}
