import type { Phrase } from '../phrase.ts'

export const diagnostics = {
  row: {
    name: 'Diagnóstico',
    explained: 'Un texto para quien ayude. No contiene tokens ni claves.',
    act: 'Mostrar…',
  },
  inPalette: 'Mostrar el diagnóstico…',
  title: 'Diagnóstico',
  explained:
    'Se copia o se guarda exactamente este texto; no se envía nada. Se han quitado los tokens, las claves, las contraseñas y los nombres de las organizaciones. Conviene leerlo antes de compartirlo.',
  label: 'El diagnóstico',
  check: 'Comprobar la red',
  checking: 'Comprobando',
  copy: 'Copiar',
  copied: 'Copiado',
  copiedAll: 'Diagnóstico copiado',
  save: 'Guardar…',
  saving: 'Guardando',
  saved: <T>(file: T): Phrase<T> => ['Guardado como ', file],
}
