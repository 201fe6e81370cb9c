import { at, ended } from './when.ts'

export const restartToUpdate = (version: string) => `Reiniciar para actualizar a ${version}`

export const updates = {
  restart: 'Reiniciar',
  copyCommand: 'Copiar comando',
  commandCopied: 'Comando copiado',
  out: (version: string) => `La versión ${version} está disponible`,
  by: {
    deb: 'Si usas un repositorio, ejecuta este comando; si no, instala el nuevo archivo .deb.',
    rpm: 'Si usas un repositorio, ejecuta este comando; si no, instala el nuevo archivo .rpm.',
    hand: 'Sustituye tú esta AppImage por la nueva: Parallel Tray no puede escribir en su carpeta.',
  },
  strip: {
    ready: (version: string) => `La versión ${version} está lista`,
    explained: 'Se instala al salir de la aplicación.',
  },
  waits: 'No se reinició: sigue abierto un secreto, una recarga o un inicio de sesión.',
  checkFor: 'Buscar actualizaciones',
  restartTo: restartToUpdate,
}

export const updatesRow = {
  name: 'Actualizaciones',
  never: 'Aún no se han buscado.',
  upToDate: (when: string) => ended(`Al día, comprobado ${at(when)}`),
  check: 'Buscar ahora',
  checking: 'Buscando',
  downloading: (version: string, percent: string) => `Descargando la versión ${version}: ${percent}.`,
  download: (version: string) => `Descarga de la versión ${version}`,
  ready: (version: string) => `La versión ${version} está lista. Se instala al salir de la aplicación.`,
  failed: {
    check: 'No se pudieron buscar actualizaciones.',
    download: 'No se pudo descargar la actualización.',
  },
  why: {
    network: 'No se puede contactar con el servidor de actualizaciones.',
    server: 'El servidor de actualizaciones no dio una respuesta válida.',
    spoiled: 'La descarga no coincidía con el archivo anunciado y se descartó.',
    storage: 'No se pudo guardar en este equipo.',
  },
  again: (when: string) => ended(`Próximo intento ${at(when)}`),
}
