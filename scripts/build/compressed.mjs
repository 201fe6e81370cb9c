/** The window's scripts and sheets are shipped compressed: unpacked they would be more than half of app.asar. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/**
 * A plugin that writes `NAME.gz` beside each script and sheet; the app serves these (main/desktop/protocol.ts).
 * @returns {import('vite').Plugin}
 */
export function compressAssets() {
  return {
    name: 'compress-assets',
    writeBundle({ dir = '' }, made) {
      for (const name of Object.keys(made).filter((one) => /\.(?:js|css)$/.test(one))) {
        const file = join(dir, name)
        writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }))
      }
    },
  }
}
