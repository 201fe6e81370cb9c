import type { HistoryRange } from '../../preload/contract/index.ts'

const ranges: Record<HistoryRange, { name: string; spent: string }> = {
  day: { name: 'Dia', spent: 'Gasto, 24 horas' },
  week: { name: 'Semana', spent: 'Gasto, 7 dias' },
  month: { name: 'Mês', spent: 'Gasto, 30 dias' },
  year: { name: 'Ano', spent: 'Gasto, 12 meses' },
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
  asOf: (when: string) => `leitura de ${when}`,
  held: (amount: string) => `reservado: ${amount}`,
  /** Beside the value at the head of the page. */
  list: (parts: readonly string[]) => parts.join(' · '),
  chartLabel: (from: string, to: string) =>
    `De ${from} a ${to}: valor disponível. As setas do teclado percorrem as leituras.`,
  spoken: (amount: string, when: string, held: string | null) =>
    held === null ? `${amount}, ${when}` : `${amount}, ${when}, ${held}`,
  elsewhere: (amount: string) => `${amount} fora daqui`,
  spendable: 'Disponível',
  notRead: 'Sem leitura',

  aDay: 'Gasto por dia',
  aDayLately: 'Por dia, nesta semana',
  lastsUntil: 'Dura até',
  about: (date: string) => `cerca de ${date}`,
  twoMonths: 'mais de dois meses',
  pace: (basis: string) => `Ritmo: o que foi gasto em ${basis}, sem contar recargas nem valores reservados.`,
  gaps: (unread: string) =>
    `Não houve leituras por ${unread} desse tempo; o gasto nos intervalos também conta.`,

  byDay: 'Dia a dia',
  days: {
    day: 'Dia',
    spent: 'Gasto',
    added: 'Recarga',
    left: 'Resta',
    today: 'Hoje',
    soFar: 'até agora',
    from: (time: string) => `desde ${time}`,
    notRead: (duration: string) => `${duration} sem leitura`,
    join: (notes: readonly string[]) => notes.join(', '),
  },
  none: '–',

  exportCsv: 'Exportar CSV…',
  exportJson: 'Exportar JSON…',
  exporting: 'Exportando',

  empty: {
    title: 'A linha começa aqui',
    nothing: 'Nada foi lido ainda.',
    since: (age: string) => `Já há uma primeira leitura do saldo (${age}).`,
    explained:
      'Deixe o Parallel Tray aberto: depois de algumas leituras aparece o gráfico; depois de um dia, uma previsão.',
    inRange: 'Nada foi lido neste período',
    inRangeExplained: 'Um período mais longo mostra o que foi lido antes.',
  },
  invoice: 'Esta organização paga por fatura, então não há saldo para mostrar no gráfico.',
  failed: 'Não foi possível ler o histórico',
}
