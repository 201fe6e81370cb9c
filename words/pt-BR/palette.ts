import type { Settings } from '../../preload/contract/index.ts'
import { plural } from '../plural.ts'

const pace: Record<Settings['pollInterval'], string> = {
  normal: 'Atualizar no ritmo normal',
  slower: 'Atualizar com menos frequência',
  slowest: 'Atualizar com a menor frequência',
}
const theme: Record<Settings['theme'], string> = {
  system: 'Tema do sistema',
  light: 'Tema claro',
  dark: 'Tema escuro',
}

/** The commands that can be typed for. */
export const palette = {
  title: 'Comandos',
  ask: 'O que você quer fazer?',
  found: 'Encontrados',
  nothing: (typed: string) => `Nenhum resultado para “${typed}”.`,
  count: (count: number) => plural('pt-BR', count, { one: `${count} comando`, other: `${count} comandos` }),
  hints: { choose: 'escolher', act: 'executar', back: 'voltar', close: 'fechar', enter: '↵', escape: 'esc' },
  groups: {
    signIn: 'Login',
    go: 'Ir para',
    switch: 'Mudar para',
    keys: 'Chaves',
    settings: 'Ajustes',
    session: 'Login e sessão',
    data: 'Dados',
    open: 'No navegador',
  },
  /** Of a setting, behind its name. */
  on: 'Ativado',
  off: 'Desativado',
  refresh: 'Atualizar agora',
  topUp: 'Recarregar…',
  askTopUp: (amount: string) => `Abrir a recarga de ${amount}…`,
  newKey: 'Nova chave…',
  newApp: 'Novo app…',
  copySpendable: 'Copiar valor disponível',
  notToday: 'Silenciar os avisos hoje',
  noticesAgain: 'Reativar os avisos',
  refreshApps: 'Atualizar apps',
  addOrganisation: 'Adicionar uma organização…',
  signInAgain: 'Entrar de novo',
  signOut: 'Encerrar a sessão…',
  signOutEverywhere: 'Encerrar todas as sessões…',
  tryPending: 'Tentar de novo os encerramentos de sessão',
  keeping: 'Como os tokens são guardados',
  relaunch: 'Reiniciar o Parallel Tray',
  showSignIn: 'Mostrar o login',
  copyCode: 'Copiar código',
  copyLink: 'Copiar link',
  openBrowser: 'Abrir navegador',
  checkNow: 'Verificar agora',
  cancelSignIn: 'Cancelar login',
  pace,
  theme,
  exportCsv: 'Exportar histórico como CSV…',
  exportJson: 'Exportar histórico como JSON…',
  exportAll: 'Exportar para outro computador…',
  importAll: 'Importar de outro computador…',
  reset: 'Apagar tudo aqui…',
  billing: 'Faturamento',
  console: 'Console',
  status: 'Status do serviço',
  docs: 'Documentação',
}
