import type { Phrase } from '../phrase.ts'

export const diagnostics = {
  row: {
    name: 'Diagnóstico',
    explained: 'Um texto para quem ajuda você. Não contém tokens nem chaves.',
    act: 'Mostrar…',
  },
  inPalette: 'Mostrar o diagnóstico…',
  title: 'Diagnóstico',
  explained:
    'Exatamente este texto é copiado ou salvo; nada é enviado. Tokens, chaves, senhas e os nomes das suas organizações foram retirados. Leia antes de repassar.',
  label: 'O diagnóstico',
  check: 'Verificar a rede',
  checking: 'Verificando',
  copy: 'Copiar',
  copied: 'Copiado',
  copiedAll: 'Diagnóstico copiado',
  save: 'Salvar…',
  saving: 'Salvando',
  saved: <T>(file: T): Phrase<T> => ['Salvo como ', file],
}
