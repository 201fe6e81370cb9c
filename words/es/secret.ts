/** What the system's own dialogs say while a secret is saved to a file. Their titles are sentences of their own. */
export const secret = {
  save: {
    title: 'Guardar la clave en un archivo .env',
    /** Above the fields, where the system shows it: its own question may say "replace". */
    explained: 'Si el archivo ya existe, solo se cambia PARALLEL_API_KEY.',
    button: 'Guardar',
  },
  warning: {
    tracked: (file: string) => ({
      title: `git hace seguimiento de ${file}`,
      explained:
        'Con tu próximo commit, la clave quedaría en el historial, a la vista de cualquiera que tenga el repositorio.',
    }),
    notIgnored: (file: string) => ({
      title: `git no ignora ${file}`,
      explained: 'Tu próximo «git add» podría incluir la clave. Antes, añade el archivo a .gitignore.',
    }),
    unknown: (file: string) => ({
      title: `No se sabe si git hace seguimiento de ${file}`,
      explained:
        'El archivo está en un repositorio de git. Si entra en un commit, cualquiera que tenga el repositorio podrá leer la clave.',
    }),
    outside: (target: string) => ({
      title: 'Este archivo enlaza a otro fuera de tu carpeta personal',
      explained: `La clave se guardaría en ${target}.`,
    }),
    saveAnyway: 'Guardar de todos modos',
    cancel: 'No guardar',
  },
  refused: {
    title: (file: string) => `La clave no se guardó en ${file}`,
    close: 'Cerrar',
    why: {
      folder: 'Esto es una carpeta. Elige un nombre de archivo dentro de ella.',
      'no-file': 'Esto no es un archivo normal. Elige otro.',
      'lost-link': 'Esto enlaza a un archivo que no existe.',
      'too-large': 'Este archivo es demasiado grande para ser un archivo .env.',
      'no-text': 'Esto no es un archivo de texto.',
      'read-only':
        'No puedes escribir en este archivo o en su carpeta. Guarda en otro sitio o copia la clave.',
      'in-use': 'Otro programa tiene abierto el archivo. Ciérralo allí y vuelve a intentarlo.',
      changed: 'Otro programa cambió el archivo al mismo tiempo. Vuelve a intentarlo.',
      unwritable: 'El formato de este archivo no permite guardar la clave de forma segura. Cópiala.',
    },
  },
}
