import type { Settings } from '../../preload/contract/index.ts'
import { the } from './when.ts'

const pace: Record<Settings['pollInterval'], { name: string; explained: string }> = {
  normal: { name: 'Normal', explained: 'A cada minuto com a janela à vista, a cada 5 com ela fechada.' },
  slower: { name: 'Lento', explained: 'A cada 5 minutos com a janela à vista, a cada 15 com ela fechada.' },
  slowest: {
    name: 'Muito lento',
    explained: 'A cada 15 minutos com a janela à vista, de hora em hora com ela fechada.',
  },
}
const theme: Record<Settings['theme'], string> = { system: 'Sistema', light: 'Claro', dark: 'Escuro' }

export const settings = {
  app: 'App',
  tabs: { label: 'Ajustes de', organisation: 'Esta organização', app: 'App' },
  openAtLogin: 'Abrir ao iniciar o sistema',
  startHidden: 'Iniciar oculto na bandeja',
  startHiddenExplained: 'Só se houver alguma sessão iniciada.',
  closeToTray: 'Continuar aberto ao fechar a janela',
  closeToTrayExplained: 'Ao fechar a janela, o ícone permanece na bandeja.',
  shareStatus: 'Compartilhar o estado com outros programas',
  shareStatusExplained:
    'Para barras de status e scripts: saldos e avisos em um arquivo que só você pode ler.',
  trayTitle: 'Saldo ao lado do ícone',
  shortcut: {
    name: 'Atalho para abrir',
    none: 'Nenhum',
    change: 'Alterar',
    /** Read out on the button. */
    changeLabel: 'Alterar o atalho para abrir',
    removeLabel: 'Remover o atalho para abrir',
    press: 'Pressione as teclas…',
    stop: 'Esc para cancelar',
    needsMore: 'Acrescente Ctrl, Alt ou a tecla do sistema, para não interferir na digitação.',
    needsMoreOnMac: 'Acrescente ⌃, ⌥ ou ⌘, para não interferir na digitação.',
    notUsable: 'Esta tecla não pode ser usada. Escolha uma letra, um número ou uma tecla de função.',
    wayland: 'No Wayland, o ambiente decide se o atalho funciona; não dá para verificar antes.',
  },

  refresh: 'Atualização',
  paceName: 'Ritmo',
  pace,

  notices: 'Avisos',
  notifications: 'Notificações na área de trabalho',
  notificationsExplained: 'Para saldo baixo, sessão prestes a terminar e resultados que você aguarda.',

  /** Of one organisation. */
  limits: 'Avisos e limites',
  spendableBelow: 'Disponível abaixo de',
  daysLeftBelow: 'Dias restantes abaixo de',
  spentWithinHour: 'Gasto em uma hora',
  spentWithinHourExplained: 'Detecta uma tarefa fora de controle.',
  topUpPerDay: 'Limite de recarga por dia',
  topUpPerDayExplained: 'Vale para recargas feitas neste computador.',
  rotate: 'Lembrar de rotacionar as chaves',
  rotateAfter: 'Avisar após (dias)',
  empty: 'Desativado',
  badMoney: 'Digite um valor como 10 ou 10,50, ou deixe vazio para desativar.',
  badDays: (most: number) => `Digite um número inteiro de 1 a ${most}, ou deixe vazio para desativar.`,

  look: 'Aparência',
  themeName: 'Tema',
  theme,
  language: 'Idioma',
  languageOfSystem: 'O do sistema',

  data: 'Dados',
  history: 'Histórico e registro de chaves',
  readings: (readings: string, since: string) => `Saldos desde ${the(since)} neste computador: ${readings}.`,
  noReadings: 'Nada foi salvo ainda.',
  toActivity: 'Abrir atividade',
  move: 'Mudar para outro computador',
  moveExplained: 'Ajustes, registro de chaves e histórico, mas nenhuma sessão.',
  export: 'Exportar…',
  exporting: 'Exportando',
  import: 'Importar…',
  importing: 'Importando',
  reset: 'Apagar tudo aqui',
  resetExplained: 'Encerra todas as sessões e apaga tudo o que o Parallel Tray salvou neste computador.',
  resetAct: 'Apagar…',
}
