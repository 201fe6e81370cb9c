/** What the system's own dialogs say while a secret is saved to a file. Their titles are sentences of their own. */
export const secret = {
  save: {
    title: 'Salvar a chave em um arquivo .env',
    /** Above the fields, where the system shows it: its own question may say "replace". */
    explained: 'Em um arquivo existente, só PARALLEL_API_KEY é alterada.',
    button: 'Salvar',
  },
  warning: {
    tracked: (file: string) => ({
      title: `${file} é rastreado pelo git`,
      explained:
        'No seu próximo commit, a chave entraria no histórico, onde todos que têm o repositório podem lê-la.',
    }),
    notIgnored: (file: string) => ({
      title: `${file} não é ignorado pelo git`,
      explained: 'Seu próximo “git add” pode incluir a chave. Antes, adicione o arquivo ao .gitignore.',
    }),
    unknown: (file: string) => ({
      title: `Não se sabe se o git rastreia ${file}`,
      explained:
        'O arquivo está em um repositório git. Se entrar em um commit, todos que têm o repositório podem ler a chave.',
    }),
    outside: (target: string) => ({
      title: 'Este arquivo aponta para outro fora da sua pasta pessoal',
      explained: `A chave seria salva em ${target}.`,
    }),
    saveAnyway: 'Salvar mesmo assim',
    cancel: 'Não salvar',
  },
  refused: {
    title: (file: string) => `A chave não foi salva em ${file}`,
    close: 'Fechar',
    why: {
      folder: 'Isto é uma pasta. Escolha um nome de arquivo dentro dela.',
      'no-file': 'Isto não é um arquivo comum. Escolha outro.',
      'lost-link': 'Isto aponta para um arquivo que não existe.',
      'too-large': 'Este arquivo é grande demais para um arquivo .env.',
      'no-text': 'Isto não é um arquivo de texto.',
      'read-only':
        'Você não pode gravar neste arquivo ou na pasta dele. Salve em outro lugar ou copie a chave.',
      'in-use': 'Outro programa está com o arquivo aberto. Feche-o lá e tente de novo.',
      changed: 'Outro programa alterou o arquivo ao mesmo tempo. Tente de novo.',
      unwritable: 'O formato deste arquivo não permite salvar a chave com segurança. Copie a chave.',
    },
  },
}
