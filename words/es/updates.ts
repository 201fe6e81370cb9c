import { at } from './when.ts'

export const restartToUpdate = (version: string) => `Reiniciar para actualizar a ${version}`

export const updates = {
  restart: 'Reiniciar',
  copyCommand: 'Copiar comando',
  commandCopied: 'Comando copiado',
  out: (version: string) => `Ha salido la versión ${version}`,
  by: {
    deb: 'Con un repositorio, ejecutar este comando; si no, instalar el nuevo archivo .deb.',
    rpm: 'Con un repositorio, ejecutar este comando; si no, instalar el nuevo archivo .rpm.',
    hand: 'Hay que poner la nueva AppImage en lugar de esta: no se puede escribir en su carpeta.',
  },
  strip: {
    ready: (version: string) => `La versión ${version} está lista`,
    explained: 'Se instala al salir.',
  },
  waits: 'No se reinició: sigue abierto un secreto, una recarga o un inicio de sesión.',
  checkFor: 'Buscar actualizaciones',
  restartTo: restartToUpdate,
}

export const updatesRow = {
  name: 'Actualizaciones',
  never: 'Aún no se han buscado.',
  upToDate: (when: string) => `Al día; comprobado ${at(when)}.`,
  check: 'Comprobar ahora',
  checking: 'Comprobando',
  downloading: (version: string, percent: string) => `Se está descargando la versión ${version}: ${percent}.`,
  download: (version: string) => `Descarga de la versión ${version}`,
  ready: (version: string) => `La versión ${version} está lista y se instala al salir.`,
  failed: {
    check: 'No se pudieron buscar actualizaciones.',
    download: 'La actualización no se descargó.',
  },
  why: {
    network: 'No hay conexión con el servidor de actualizaciones.',
    server: 'El servidor de actualizaciones no dio una respuesta válida.',
    spoiled: 'Lo que llegó no es lo anunciado, así que se descartó.',
    storage: 'No se pudo escribir en este equipo.',
  },
  again: (when: string) => `Se vuelve a intentar ${at(when)}.`,
}
