import type { Phrase } from '../phrase.ts'

export const diagnostics = {
  row: {
    name: 'Diagnóstico',
    explained: 'Um relatório para quem ajuda você, sem tokens nem chaves.',
    act: 'Mostrar…',
  },
  inPalette: 'Mostrar o diagnóstico…',
  title: 'Diagnóstico',
  explained:
    'Isto é exatamente o que é copiado ou salvo; nada é enviado. Tokens, chaves, senhas e os nomes das suas organizações são removidos. Leia antes de compartilhar.',
  label: 'Diagnóstico',
  check: 'Verificar a rede',
  checking: 'Verificando',
  copy: 'Copiar',
  copied: 'Copiado',
  copiedAll: 'Diagnóstico copiado',
  save: 'Salvar…',
  saving: 'Salvando',
  saved: <T>(file: T): Phrase<T> => ['Salvo como ', file],
}
