import { at, ended } from './when.ts'

export const restartToUpdate = (version: string) => `Reiniciar e atualizar para ${version}`

export const updates = {
  restart: 'Reiniciar',
  copyCommand: 'Copiar comando',
  commandCopied: 'Comando copiado',
  out: (version: string) => `A versão ${version} está disponível`,
  by: {
    deb: 'Se você usa um repositório, execute este comando; senão, instale o novo arquivo .deb.',
    rpm: 'Se você usa um repositório, execute este comando; senão, instale o novo arquivo .rpm.',
    hand: 'Substitua este AppImage pelo novo: o Parallel Tray não pode gravar na pasta dele.',
  },
  strip: {
    ready: (version: string) => `A versão ${version} está pronta`,
    explained: 'Ela é instalada ao encerrar o app.',
  },
  waits: 'Não reiniciado: um segredo, uma recarga ou um login ainda está aberto.',
  checkFor: 'Buscar atualizações',
  restartTo: restartToUpdate,
}

export const updatesRow = {
  name: 'Atualizações',
  never: 'Ainda não verificado.',
  upToDate: (when: string) => ended(`Atualizado, verificado ${at(when)}`),
  check: 'Verificar agora',
  checking: 'Verificando',
  downloading: (version: string, percent: string) => `Baixando a versão ${version}: ${percent}.`,
  download: (version: string) => `Download da versão ${version}`,
  ready: (version: string) => `A versão ${version} está pronta. Ela é instalada ao encerrar o app.`,
  failed: {
    check: 'Não foi possível buscar atualizações.',
    download: 'Não foi possível baixar a atualização.',
  },
  why: {
    network: 'Não é possível acessar o servidor de atualizações.',
    server: 'O servidor de atualizações não deu uma resposta válida.',
    spoiled: 'O download não correspondia ao arquivo anunciado e foi descartado.',
    storage: 'Não foi possível salvar neste computador.',
  },
  again: (when: string) => ended(`Próxima tentativa ${at(when)}`),
}
