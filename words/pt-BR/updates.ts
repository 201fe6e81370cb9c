export const restartToUpdate = (version: string) => `Reiniciar para atualizar para ${version}`

export const updates = {
  restart: 'Reiniciar',
  copyCommand: 'Copiar comando',
  commandCopied: 'Comando copiado',
  out: (version: string) => `A versão ${version} foi lançada`,
  by: {
    deb: 'Com um repositório, execute este comando; senão, instale o novo arquivo .deb.',
    rpm: 'Com um repositório, execute este comando; senão, instale o novo arquivo .rpm.',
    hand: 'Coloque o novo AppImage no lugar deste: não é possível gravar na pasta dele.',
  },
  strip: {
    ready: (version: string) => `A versão ${version} está pronta`,
    explained: 'Ela será instalada ao encerrar.',
  },
  waits: 'Não reiniciado: um segredo, uma recarga ou um login ainda está em aberto.',
  checkFor: 'Procurar atualizações',
  restartTo: restartToUpdate,
}

export const updatesRow = {
  name: 'Atualizações',
  never: 'Ainda não verificadas.',
  upToDate: (when: string) => `Atualizado; verificação: ${when}.`,
  check: 'Verificar agora',
  checking: 'Verificando',
  downloading: (version: string, percent: string) => `A versão ${version} está sendo baixada: ${percent}.`,
  download: (version: string) => `Download da versão ${version}`,
  ready: (version: string) => `A versão ${version} está pronta e será instalada ao encerrar.`,
  failed: {
    check: 'Não foi possível procurar atualizações.',
    download: 'A atualização não foi baixada.',
  },
  why: {
    network: 'Não há conexão com o servidor de atualizações.',
    server: 'O servidor de atualizações não deu uma resposta válida.',
    spoiled: 'O que chegou não é o que foi anunciado e foi descartado.',
    storage: 'Não foi possível gravar neste computador.',
  },
  again: (when: string) => `Próxima tentativa: ${when}.`,
}
