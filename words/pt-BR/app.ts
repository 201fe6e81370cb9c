import type { Keeping, Permission } from '../../preload/contract/index.ts'

const permissions: Record<Permission, { name: string; explained: string; short: string }> = {
  see: {
    name: 'Ver saldo e apps',
    explained: 'Sempre necessário.',
    short: 'ver saldo e apps',
  },
  manage: {
    name: 'Gerenciar apps e chaves',
    explained: 'Criar e excluir.',
    short: 'gerenciar apps e chaves',
  },
  'add-money': {
    name: 'Recarregar o saldo',
    explained: 'Debitar no cartão dela, no máximo US$ 100 por vez.',
    short: 'recarregar o saldo',
  },
}

const keeping: Record<Keeping, { name: string; explained: string }> = {
  encrypted: {
    name: 'Salva com criptografia neste computador',
    explained: 'A chave está no chaveiro do sistema.',
  },
  plain: {
    name: 'Salva neste disco, sem criptografia',
    explained: 'Quem puder ler seus arquivos pode usar esta sessão.',
  },
  memory: {
    name: 'Na memória até você encerrar o Parallel Tray',
    explained: 'Nada é salvo. Você entra de novo sempre que abrir o app.',
  },
}

/** What more than one screen says. */
export const app = {
  name: 'Parallel Tray',
  unofficial: 'Parallel Tray, não oficial',
  cancel: 'Cancelar',
  back: 'Voltar',
  close: 'Fechar',
  dismiss: 'Dispensar',
  tryNow: 'Tentar agora',
  /** Before the host's name, in the banner that can't be closed. */
  otherServer: 'Este servidor não é da Parallel:',
  otherServerLabel: 'Servidor',
  noticeLabel: 'Aviso',
  howTokensAreKept: 'Como os tokens são guardados',
  keepingDialog: {
    title: 'Como os tokens são guardados',
    facts: [
      {
        name: 'Criptografados',
        explained:
          'A chave está no chaveiro do sistema. Se não houver um chaveiro, você decide antes, e nada é salvo sem o seu consentimento.',
      },
      {
        name: 'Fora de vista',
        explained: 'Esta janela nunca recebe um token, e nenhum é gravado no log.',
      },
      {
        name: 'Só para a Parallel',
        explained: 'São enviados aos servidores que os emitiram e a mais nenhum lugar.',
      },
      {
        name: 'Excluídos ao encerrar a sessão',
        explained: 'O Parallel Tray pede à Parallel que revogue a autorização e exclui o arquivo.',
      },
    ],
    limit: 'Programas executados com o seu usuário neste computador talvez também consigam ler o chaveiro.',
    folder: 'Arquivos do app',
    close: 'Fechar',
  },
  reference: 'Referência',
  permissions,
  keeping,
  /** Permissions in one line, from their short forms. */
  list: (short: readonly string[]) => {
    const line = short.join(', ')
    return line.charAt(0).toUpperCase() + line.slice(1)
  },
  mayDo: (short: readonly string[]) =>
    short.length === 0 ? 'Não pode ver o saldo: entre de novo e permita isso' : `Pode ${short.join(', ')}`,
}
