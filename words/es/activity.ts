import type { HistoryRange } from '../../preload/contract/index.ts'
import { at, the } from './when.ts'

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
  asOf: (when: string) => `leído ${at(when)}`,
  held: (amount: string) => `${amount} retenidos`,
  list: (parts: readonly string[]) => parts.join(' · '),
  chartLabel: (from: string, to: string) =>
    `Disponible, de ${from} a ${to}. Las teclas de flecha recorren las lecturas.`,
  spoken: (amount: string, when: string, held: string | null) =>
    held === null ? `${amount}, ${when}` : `${amount}, ${when}, ${held}`,
  elsewhere: (amount: string) => `${amount} fuera de aquí`,
  spendable: 'Disponible',
  notRead: 'Sin leer',

  aDay: 'Gasto por día',
  aDayLately: 'Por día, esta semana',
  lastsUntil: 'Alcanza hasta',
  about: (date: string) => `aprox. ${date}`,
  twoMonths: 'más de dos meses',
  pace: (basis: string) => `Ritmo: lo gastado en ${basis}, sin contar recargas ni dinero retenido.`,
  gaps: (unread: string) =>
    `Durante ${unread} de ese tiempo no se leyó nada; lo gastado en un hueco cuenta igualmente.`,

  byDay: 'Por día',
  days: {
    day: 'Día',
    spent: 'Gastado',
    added: 'Añadido',
    left: 'Restante',
    today: 'Hoy',
    soFar: 'hasta ahora',
    from: (time: string) => `desde ${the(time)}`,
    notRead: (duration: string) => `${duration} sin leer`,
    join: (notes: readonly string[]) => notes.join(', '),
  },
  none: '–',

  exportCsv: 'Exportar CSV…',
  exportJson: 'Exportar JSON…',
  exporting: 'Exportando',

  empty: {
    title: 'La línea empieza aquí',
    nothing: 'Aún no se ha leído nada.',
    since: (age: string) => `El primer saldo se leyó ${at(age)}.`,
    explained:
      'Con Parallel Tray abierto, el gráfico aparece tras unas pocas lecturas; la previsión, al cabo de un día.',
    inRange: 'No se leyó nada en este periodo',
    inRangeExplained: 'Un periodo más largo muestra lo leído antes.',
  },
  invoice: 'Esta organización paga con factura, así que no hay saldo que mostrar.',
  failed: 'No se pudo leer el historial',
}
