/** Builds every bundle into out/: `node scripts/build.mjs [main|preload|renderer|platform …]`. */
import { build, loadConfigFromFile } from 'vite'

const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, 'vite.config.ts')
console.log(loaded)
