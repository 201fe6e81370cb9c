import type { CommandName, FailureKind, TlsCause } from '../../preload/contract/index.ts'

type FailureWords = {
  /** A few words that can stand before ", still trying" and "since 14:08". */
  readonly short: string
  readonly what: string
  readonly next: string
}

const kinds: Record<FailureKind, FailureWords> = {
  offline: {
    short: 'Sem conexão',
    what: 'Não há conexão com a Parallel.',
    next: 'Verifique a rede e tente novamente.',
  },
  timeout: {
    short: 'Sem resposta',
    what: 'A Parallel não respondeu a tempo.',
    next: 'Tente novamente daqui a pouco.',
  },
  tls: {
    short: 'Conexão não confiável',
    what: 'O certificado do servidor não é confiável neste computador, por isso nada foi enviado.',
    next: 'Verifique a data e a hora. Em uma rede corporativa, o certificado dela precisa estar instalado no sistema.',
  },
  proxy: {
    short: 'O proxy não conectou',
    what: 'O proxy desta rede não fez a conexão com a Parallel.',
    next: 'Verifique o proxy nas configurações de rede do sistema ou pergunte a quem o administra.',
  },
  'proxy-auth': {
    short: 'O proxy pede senha',
    what: 'O proxy desta rede pede uma senha antes de deixar qualquer coisa passar.',
    next: 'Digite o nome de usuário e a senha dele.',
  },
  server: {
    short: 'Problema na Parallel',
    what: 'A Parallel respondeu com um erro interno.',
    next: 'Tente novamente em alguns minutos.',
  },
  'not-json': {
    short: 'Outra página respondeu',
    what: 'Outra coisa respondeu no lugar da Parallel: costuma ser a página de login da rede de um hotel ou trem, ou um proxy.',
    next: 'Entre na rede pelo navegador e tente novamente.',
  },
  redirected: {
    short: 'Resposta desviada',
    what: 'A resposta apontava para outro endereço. O app não foi até lá, para que seu login não vaze.',
    next: 'Entre na rede pelo navegador ou verifique o proxy dela e tente novamente.',
  },
  'rate-limited': {
    short: 'Pedidos demais',
    what: 'A Parallel pede para aguardar antes do próximo pedido.',
    next: 'Tente novamente em um minuto.',
  },
  denied: {
    short: 'Recusado',
    what: 'Alguém recusou o pedido no navegador.',
    next: 'Comece de novo se foi um engano.',
  },
  expired: {
    short: 'Código expirado',
    what: 'O código não foi aprovado a tempo.',
    next: 'Peça um novo código.',
  },
  'unknown-client': {
    short: 'Instalação desconhecida',
    what: 'A Parallel não reconhece mais esta instalação.',
    next: 'Comece de novo: ela será registrada outra vez.',
  },
  'signed-out': {
    short: 'Autorização encerrada',
    what: 'A Parallel encerrou esta autorização.',
    next: 'Entre de novo.',
  },
  unauthorized: {
    short: 'Login não aceito',
    what: 'A Parallel não aceitou este login.',
    next: 'Tente novamente. Se continuar assim, entre de novo.',
  },
  forbidden: {
    short: 'Sem permissão',
    what: 'Este login não tem permissão para isso.',
    next: 'Entre de novo e permita, ou fale com quem administra a organização.',
  },
  'not-found': {
    short: 'Não existe mais',
    what: 'A Parallel não tem mais esse item.',
    next: 'Atualize para ver o que há.',
  },
  conflict: {
    short: 'Alterado nesse meio-tempo',
    what: 'O item foi alterado em outro lugar nesse meio-tempo.',
    next: 'Atualize e tente novamente.',
  },
  declined: {
    short: 'Cartão recusado',
    what: 'O cartão da organização foi recusado. Nada foi cobrado.',
    next: 'Confira o cartão no faturamento.',
  },
  invalid: {
    short: 'Não aceito',
    what: 'A Parallel não aceitou o pedido.',
    next: 'Procure uma versão mais recente do Parallel Tray.',
  },
  'over-ceiling': {
    short: 'Demais para um dia',
    what: 'O Parallel Tray não cobra mais do que isso em 24 horas. Nada foi cobrado.',
    next: 'Adicione pelo faturamento no console, ou amanhã.',
  },
  'bad-file': {
    short: 'Arquivo ilegível',
    what: 'Este arquivo não foi criado pelo Parallel Tray ou foi alterado depois.',
    next: 'Escolha um arquivo criado com Exportar.',
  },
  'file-in-use': {
    short: 'Arquivo em uso',
    what: 'Outro programa está com o arquivo aberto.',
    next: 'Feche-o lá ou salve com outro nome.',
  },
  storage: {
    short: 'Não salvo',
    what: 'Não foi possível ler ou gravar um arquivo neste computador.',
    next: 'Verifique o espaço livre e as permissões de gravação na sua pasta de usuário.',
  },
  keyring: {
    short: 'Chaveiro fechado',
    what: 'O chaveiro do sistema não respondeu.',
    next: 'Desbloqueie o chaveiro e tente novamente.',
  },
  'shortcut-taken': {
    short: 'Atalho em uso',
    what: 'Outro programa usa este atalho.',
    next: 'Escolha outro.',
  },
  'no-shortcuts': {
    short: 'Sem atalhos',
    what: 'Este ambiente não oferece atalhos aos apps.',
    next: 'Nas configurações do ambiente, crie um atalho que inicie o Parallel Tray: ele abre a janela.',
  },
  clipboard: {
    short: 'Não copiado',
    what: 'A área de transferência não recebeu nada.',
    next: 'Selecione o texto e copie manualmente.',
  },
  browser: {
    short: 'Sem navegador',
    what: 'O sistema não abriu nenhum navegador.',
    next: 'Copie o link e abra-o em um navegador.',
  },
  busy: {
    short: 'Em andamento',
    what: 'A mesma ação ainda está em andamento.',
    next: 'Aguarde até que termine.',
  },
  cancelled: {
    short: 'Cancelado',
    what: 'A ação foi cancelada.',
    next: 'Comece de novo quando quiser.',
  },
  bug: {
    short: 'Erro no Parallel Tray',
    what: 'Houve um erro no Parallel Tray.',
    next: 'Tente novamente. Se continuar assim, encerre o app e abra de novo; o log traz mais detalhes.',
  },
}

const tls: Record<TlsCause, Pick<FailureWords, 'what' | 'next'>> = {
  authority: {
    what: 'Ninguém que este computador conheça garante o servidor, por isso nada foi enviado. Redes corporativas e páginas de login de Wi-Fi aparecem assim.',
    next: 'Entre no Wi-Fi pelo navegador. Em uma rede corporativa, o certificado dela precisa estar no repositório do sistema.',
  },
  name: {
    what: 'O certificado é de outro servidor, por isso nada foi enviado. A página de login de um Wi-Fi pode ter respondido.',
    next: 'Entre na rede pelo navegador e tente novamente.',
  },
  date: {
    what: 'O certificado não vale na hora que este computador mostra, por isso nada foi enviado.',
    next: 'Verifique a data e a hora deste computador. Se estiverem certas, tente mais tarde.',
  },
  revoked: {
    what: 'O certificado do servidor foi revogado, por isso nada foi enviado.',
    next: 'Tente outra rede. Se continuar, fale com o suporte da Parallel.',
  },
  protocol: {
    what: 'O servidor, ou algo no caminho, só oferece uma criptografia ultrapassada, por isso nada foi enviado.',
    next: 'Tente outra rede ou pergunte a quem administra o proxy desta.',
  },
}

/** What did not happen, by the command that asked for it. */
const notDone = {
  'sign-in.start': 'Login não iniciado',
  'sign-in.keep': 'Login não iniciado',
  'sign-in.cancel': 'Login não cancelado',
  'organisation.sign-out': 'Você não saiu',
  'sign-out.everywhere': 'Você não saiu de todas as organizações',
  'settings.change': 'Ajuste não alterado',
  'limits.change': 'Limite não alterado',
  'keys.forget': 'Linha não removida',
  'keys.restore': 'Linha não restaurada',
  'proxy.forget': 'Senha não esquecida',
  'app.reset': 'Não redefinido',
  'updates.restart': 'Não reiniciado',
} satisfies Partial<Record<CommandName, string>>

export const failures = {
  kinds,
  tls,
  notDone,
  /** Being offline has a title of its own, the most frequent by far. */
  offline: 'Offline',
  offlineByItself: 'Atualiza-se sozinho quando a conexão voltar.',
  tryAgainIn: (duration: string) => `Tente novamente em ${duration}.`,
}
