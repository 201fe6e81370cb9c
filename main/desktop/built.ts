/** The files beside the program, built by `npm run build`. */
import { join } from 'node:path'

export const built = {
  preload: join(__dirname, '../preload/index.cjs'),
  renderer: join(__dirname, '../renderer'),
  icons: join(__dirname, '../icons'),
  updater: join(__dirname, '../updater/index.cjs'),
  licences: join(__dirname, '../licences.json'),
}
