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
    what: 'O Parallel Tray não consegue acessar a Parallel.',
    next: 'Verifique a rede e tente de novo.',
  },
  timeout: {
    short: 'Sem resposta',
    what: 'A Parallel não respondeu a tempo.',
    next: 'Tente de novo daqui a pouco.',
  },
  tls: {
    short: 'Conexão não confiável',
    what: 'Este computador não confia no certificado do servidor, por isso nada foi enviado.',
    next: 'Verifique a data e a hora. Em uma rede corporativa, o certificado dela precisa estar instalado neste computador.',
  },
  proxy: {
    short: 'Bloqueado pelo proxy',
    what: 'O proxy desta rede não se conectou à Parallel.',
    next: 'Verifique o proxy nos ajustes de rede ou fale com o administrador da rede.',
  },
  'proxy-auth': {
    short: 'O proxy pede senha',
    what: 'O proxy desta rede pede uma senha antes de deixar qualquer coisa passar.',
    next: 'Digite seu nome de usuário e sua senha do proxy.',
  },
  server: {
    short: 'Problema na Parallel',
    what: 'Houve um erro nos servidores da Parallel.',
    next: 'Tente de novo em alguns minutos.',
  },
  'not-json': {
    short: 'A resposta não é da Parallel',
    what: 'Outra coisa respondeu no lugar da Parallel: costuma ser a página de login de um Wi-Fi ou um proxy.',
    next: 'Entre na rede pelo navegador e tente de novo.',
  },
  redirected: {
    short: 'Redirecionado',
    what: 'A resposta apontava para outro endereço. O Parallel Tray não foi até lá, para proteger sua sessão.',
    next: 'Entre na rede pelo navegador ou verifique o proxy dela. Depois, tente de novo.',
  },
  'rate-limited': {
    short: 'Solicitações demais',
    what: 'A Parallel pediu ao Parallel Tray que aguarde antes da próxima solicitação.',
    next: 'Tente de novo em um minuto.',
  },
  denied: {
    short: 'Recusado',
    what: 'Alguém recusou a solicitação no navegador.',
    next: 'Se foi um engano, obtenha um novo código.',
  },
  expired: {
    short: 'Código expirado',
    what: 'O código não foi aprovado a tempo.',
    next: 'Obtenha um novo código.',
  },
  'unknown-client': {
    short: 'Instalação não reconhecida',
    what: 'A Parallel não reconhece mais esta instalação.',
    next: 'Obtenha um novo código para registrá-la.',
  },
  'signed-out': {
    short: 'Autorização encerrada',
    what: 'A Parallel encerrou esta autorização.',
    next: 'Entre de novo.',
  },
  unauthorized: {
    short: 'Sessão não aceita',
    what: 'A Parallel não aceitou esta sessão.',
    next: 'Tente de novo. Se continuar acontecendo, entre de novo.',
  },
  forbidden: {
    short: 'Sem permissão',
    what: 'Esta sessão não tem permissão para isso.',
    next: 'Entre de novo e permita, ou fale com um administrador da organização.',
  },
  'not-found': {
    short: 'Não encontrado',
    what: 'Isto não existe mais na Parallel.',
    next: 'Atualize para ver a lista atual.',
  },
  conflict: {
    short: 'Alterado em outro lugar',
    what: 'Isto foi alterado em outro lugar nesse meio-tempo.',
    next: 'Atualize e tente de novo.',
  },
  declined: {
    short: 'Cartão recusado',
    what: 'O cartão da organização foi recusado. Nenhum valor foi debitado.',
    next: 'Confira o cartão no faturamento.',
  },
  invalid: {
    short: 'Não aceito',
    what: 'A Parallel não aceitou a solicitação.',
    next: 'Procure uma versão mais recente do Parallel Tray.',
  },
  'over-ceiling': {
    short: 'Acima do máximo de 24 horas',
    what: 'Este valor passaria do máximo do Parallel Tray em 24 horas. Nenhum valor foi debitado.',
    next: 'Use o faturamento no console ou tente de novo amanhã.',
  },
  'bad-file': {
    short: 'Arquivo ilegível',
    what: 'Este arquivo não foi exportado pelo Parallel Tray ou foi alterado depois.',
    next: 'Escolha um arquivo que você exportou aqui.',
  },
  'file-in-use': {
    short: 'Arquivo em uso',
    what: 'Outro programa está com o arquivo aberto.',
    next: 'Feche-o lá ou salve com outro nome.',
  },
  storage: {
    short: 'Não salvo',
    what: 'Não foi possível ler ou gravar um arquivo neste computador.',
    next: 'Verifique o espaço livre no disco e as permissões da sua pasta de usuário.',
  },
  keyring: {
    short: 'Chaveiro bloqueado',
    what: 'O chaveiro do sistema está bloqueado ou não respondeu.',
    next: 'Desbloqueie-o e tente de novo.',
  },
  'shortcut-taken': {
    short: 'Atalho em uso',
    what: 'Outro programa usa este atalho.',
    next: 'Escolha outro.',
  },
  'no-shortcuts': {
    short: 'Sem atalhos',
    what: 'Este ambiente não oferece atalhos aos apps.',
    next: 'Nos ajustes do ambiente, crie um atalho que inicie o Parallel Tray: ele abre a janela.',
  },
  clipboard: {
    short: 'Não copiado',
    what: 'O Parallel Tray não conseguiu usar a área de transferência.',
    next: 'Selecione o texto e copie manualmente.',
  },
  browser: {
    short: 'Sem navegador',
    what: 'Nenhum navegador foi aberto.',
    next: 'Copie o link e abra-o em um navegador.',
  },
  busy: {
    short: 'Em andamento',
    what: 'Isto já está em andamento.',
    next: 'Aguarde até terminar.',
  },
  cancelled: {
    short: 'Cancelado',
    what: 'A ação foi cancelada.',
    next: 'Tente de novo quando quiser.',
  },
  bug: {
    short: 'Erro no Parallel Tray',
    what: 'Ocorreu um erro no Parallel Tray.',
    next: 'Tente de novo. Se continuar acontecendo, encerre e abra de novo o Parallel Tray. Os detalhes estão no log.',
  },
}

const tls: Record<TlsCause, Pick<FailureWords, 'what' | 'next'>> = {
  authority: {
    what: 'Este computador não confia em quem emitiu o certificado do servidor, por isso nada foi enviado. Isso é comum em redes corporativas e páginas de login de Wi-Fi.',
    next: 'Entre no Wi-Fi pelo navegador. Em uma rede corporativa, o certificado dela precisa estar instalado neste computador.',
  },
  name: {
    what: 'O certificado é de outro servidor, por isso nada foi enviado. Talvez a página de login de um Wi-Fi tenha respondido.',
    next: 'Entre na rede pelo navegador e tente de novo.',
  },
  date: {
    what: 'O certificado do servidor não é válido na data e hora deste computador, por isso nada foi enviado.',
    next: 'Verifique a data e a hora deste computador. Se estiverem certas, tente mais tarde.',
  },
  revoked: {
    what: 'O certificado do servidor foi revogado, por isso nada foi enviado.',
    next: 'Tente outra rede. Se continuar acontecendo, fale com o suporte da Parallel.',
  },
  protocol: {
    what: 'O servidor, ou algo no caminho, só oferece criptografia ultrapassada, por isso nada foi enviado.',
    next: 'Tente outra rede ou fale com o administrador da rede.',
  },
}

/** What did not happen, by the command that asked for it. */
const notDone = {
  'sign-in.start': 'Login não iniciado',
  'sign-in.keep': 'Login não iniciado',
  'sign-in.cancel': 'Login não cancelado',
  'organisation.sign-out': 'Sessão não encerrada',
  'sign-out.everywhere': 'Nem todas as sessões foram encerradas',
  'settings.change': 'Ajuste não alterado',
  'limits.change': 'Limite não alterado',
  'keys.forget': 'Linha não removida',
  'keys.restore': 'Linha não restaurada',
  'proxy.forget': 'Senha não removida',
  'app.reset': 'Nada foi apagado',
  'updates.restart': 'Não reiniciado',
} satisfies Partial<Record<CommandName, string>>

export const failures = {
  kinds,
  tls,
  notDone,
  /** Being offline has a title of its own, the most frequent by far. */
  offline: 'Sem conexão',
  offlineByItself: 'Será atualizado automaticamente quando a conexão voltar.',
  tryAgainIn: (duration: string) => `Tente de novo em ${duration}.`,
}
