/** What the system's own dialogs say while a secret is saved to a file. Their titles are sentences of their own. */
export const secret = {
  save: {
    title: 'Salvar a chave em um arquivo .env',
    /** Above the fields, where the system shows it: its own question may say "replace". */
    explained: 'Em um arquivo existente, só PARALLEL_API_KEY é definida; todo o resto fica como está.',
    button: 'Salvar',
  },
  warning: {
    tracked: (file: string) => ({
      title: `${file} é rastreado pelo git`,
      explained:
        'No próximo commit, a chave entraria no histórico, visível para todos que têm o repositório.',
    }),
    notIgnored: (file: string) => ({
      title: `${file} não é ignorado pelo git`,
      explained: 'O próximo “git add” pode levar a chave junto. Antes, adicione o arquivo ao .gitignore.',
    }),
    unknown: (file: string) => ({
      title: `Não se sabe se o git leva ${file} junto`,
      explained: 'O arquivo está em um repositório. Se entrar em um commit, a chave fica pública com ele.',
    }),
    outside: (target: string) => ({
      title: 'Este arquivo é um link para outro fora da sua pasta pessoal',
      explained: `A chave seria salva em ${target}.`,
    }),
    saveAnyway: 'Salvar mesmo assim',
    cancel: 'Não salvar',
  },
  refused: {
    title: (file: string) => `A chave não foi salva em ${file}`,
    close: 'Fechar',
    why: {
      folder: 'Isto é uma pasta. Escolha um nome para um arquivo dentro dela.',
      'no-file': 'Isto não é um arquivo comum.',
      'lost-link': 'Isto é um link para um arquivo que não existe.',
      'too-large': 'Este arquivo é grande demais para um arquivo .env.',
      'no-text': 'Este arquivo contém algo que não é texto.',
      'read-only':
        'Não é possível gravar no arquivo ou na pasta dele. Salve em outro lugar ou copie a chave.',
      'in-use': 'Outro programa está com o arquivo aberto. Feche-o lá e tente novamente.',
      changed: 'Outro programa alterou o arquivo no mesmo momento. Tente novamente.',
      unwritable: 'Não é possível gravar a chave de modo que seja lida exatamente como é. Copie-a.',
    },
  },
}
