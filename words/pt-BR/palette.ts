import type { Settings } from '../../preload/contract/index.ts'
import { plural } from '../plural.ts'

const pace: Record<Settings['pollInterval'], string> = {
  normal: 'Atualizar no ritmo normal',
  slower: 'Atualizar mais devagar',
  slowest: 'Atualizar o mais devagar possível',
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
  nothing: (typed: string) => `Nada se chama “${typed}”.`,
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
  askTopUp: (amount: string) => `Descobrir o resultado da recarga de ${amount}…`,
  newKey: 'Nova chave…',
  newApp: 'Novo app…',
  copySpendable: 'Copiar valor disponível',
  notToday: 'Sem mais avisos hoje',
  noticesAgain: 'Voltar a receber avisos',
  refreshApps: 'Atualizar apps',
  addOrganisation: 'Adicionar uma organização…',
  signInAgain: 'Entrar de novo',
  signOut: 'Sair…',
  signOutEverywhere: 'Sair de todas as organizações…',
  tryPending: 'Avisar a Parallel dos logouts agora',
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
