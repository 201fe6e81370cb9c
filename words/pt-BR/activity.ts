import type { HistoryRange } from '../../preload/contract/index.ts'
import { at, ended, of, the } from './when.ts'

const ranges: Record<HistoryRange, { name: string; spent: string }> = {
  day: { name: 'Dia', spent: 'Gasto, 24 horas' },
  week: { name: 'Semana', spent: 'Gasto, 7 dias' },
  month: { name: 'Mês', spent: 'Gasto, 30 dias' },
  year: { name: 'Ano', spent: 'Gasto, 12 meses' },
}

/** What was read of the balance, over time. */
export const activity = {
  title: 'Atividade',
  span: 'Período',
  ranges,
  view: 'Exibição',
  chart: 'Gráfico',
  table: 'Tabela',

  now: 'agora',
  asOf: (when: string) => `consultado ${at(when)}`,
  held: (amount: string) => `${amount} retidos`,
  /** Beside the value at the head of the page. */
  list: (parts: readonly string[]) => parts.join(' · '),
  chartLabel: (from: string, to: string) =>
    `Disponível, de ${from} a ${to}: use as setas do teclado para percorrer os saldos.`,
  spoken: (amount: string, when: string, held: string | null) =>
    held === null ? `${amount}, ${when}` : `${amount}, ${when}, ${held}`,
  elsewhere: (amount: string) => `${amount} em outro lugar`,
  spendable: 'Disponível',
  notRead: 'Não consultado',

  aDay: 'Gasto por dia',
  aDayLately: 'Por dia, últimos 7 dias',
  lastsUntil: 'Dura até',
  about: (date: string) => `por volta ${of(date)}`,
  twoMonths: 'daqui a mais de dois meses',
  pace: (basis: string) => `Com base no gasto de ${basis}, sem recargas nem valores retidos.`,
  gaps: (unread: string) => `Faltam os saldos de ${unread}; o gasto nesse tempo também conta.`,

  byDay: 'Por dia',
  days: {
    day: 'Dia',
    spent: 'Gasto',
    added: 'Recarga',
    left: 'Resta',
    today: 'Hoje',
    soFar: 'até agora',
    from: (time: string) => `desde ${the(time)}`,
    notRead: (duration: string) => `${duration} sem dados`,
    join: (notes: readonly string[]) => notes.join(', '),
  },
  none: '–',

  exportCsv: 'Exportar CSV…',
  exportJson: 'Exportar JSON…',
  exporting: 'Exportando',

  empty: {
    title: 'A linha começa aqui',
    nothing: 'Nenhum saldo foi consultado ainda.',
    since: (age: string) => ended(`O primeiro saldo foi consultado ${at(age)}`),
    explained:
      'Deixe o Parallel Tray aberto: o gráfico aparece depois de algumas atualizações; a previsão, depois de um dia.',
    inRange: 'Nenhum saldo neste período',
    inRangeExplained: 'Escolha um período mais longo para ver saldos anteriores.',
  },
  invoice: 'Esta organização paga por fatura, então não há saldo para mostrar no gráfico.',
  failed: 'Não foi possível ler o histórico',
}
