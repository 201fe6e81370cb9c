import type { Phrase } from '../phrase.ts'

export const diagnostics = {
  row: {
    name: 'Diagnóstico',
    explained: 'Un informe para quien te ayude, sin tokens ni claves.',
    act: 'Mostrar…',
  },
  inPalette: 'Mostrar el diagnóstico…',
  title: 'Diagnóstico',
  explained:
    'Esto es exactamente lo que se copia o se guarda; no se envía nada. Se quitan los tokens, las claves, las contraseñas y los nombres de tus organizaciones. Léelo antes de compartirlo.',
  label: 'Diagnóstico',
  check: 'Comprobar la red',
  checking: 'Comprobando',
  copy: 'Copiar',
  copied: 'Copiado',
  copiedAll: 'Diagnóstico copiado',
  save: 'Guardar…',
  saving: 'Guardando',
  saved: <T>(file: T): Phrase<T> => ['Guardado como ', file],
}
