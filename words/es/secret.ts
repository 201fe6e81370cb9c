/** What the system's own dialogs say while a secret is saved to a file. Their titles are sentences of their own. */
export const secret = {
  save: {
    title: 'Guardar la clave en un archivo .env',
    /** Above the fields, where the system shows it: its own question may say "replace". */
    explained: 'En un archivo existente solo se cambia PARALLEL_API_KEY; lo demás queda igual.',
    button: 'Guardar',
  },
  warning: {
    tracked: (file: string) => ({
      title: `git hace seguimiento de ${file}`,
      explained:
        'Con el próximo commit, la clave quedaría en el historial, a la vista de todos los que tengan el repositorio.',
    }),
    notIgnored: (file: string) => ({
      title: `git no ignora ${file}`,
      explained:
        'El próximo «git add» puede llevarse la clave. Conviene añadir antes el archivo a .gitignore.',
    }),
    unknown: (file: string) => ({
      title: `No se sabe si git se lleva ${file}`,
      explained: 'El archivo está en un repositorio. Si entra en un commit, la clave se hace pública con él.',
    }),
    outside: (target: string) => ({
      title: 'Este archivo es un enlace a otro fuera de la carpeta personal',
      explained: `La clave se guardaría en ${target}.`,
    }),
    saveAnyway: 'Guardar de todos modos',
    cancel: 'No guardar',
  },
  refused: {
    title: (file: string) => `La clave no se guardó en ${file}`,
    close: 'Cerrar',
    why: {
      folder: 'Esto es una carpeta. Hay que elegir un nombre de archivo dentro de ella.',
      'no-file': 'Esto no es un archivo normal.',
      'lost-link': 'Esto es un enlace a un archivo que no existe.',
      'too-large': 'Este archivo es demasiado grande para un archivo .env.',
      'no-text': 'Este archivo contiene algo que no es texto.',
      'read-only':
        'No se puede escribir en el archivo o en su carpeta. Hay que guardar la clave en otro lugar o copiarla.',
      'in-use': 'Otro programa tiene abierto el archivo. Hay que cerrarlo allí y volver a intentarlo.',
      changed: 'Otro programa cambió el archivo en el mismo momento. Se puede volver a intentar.',
      unwritable: 'La clave no se puede escribir de modo que se lea tal cual. La alternativa es copiarla.',
    },
  },
}
