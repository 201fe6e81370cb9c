import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const alias = { electron: resolve(import.meta.dirname, 'e2e/no-electron.ts') }

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: { name: 'unit', include: ['{main,preload,renderer,words,scripts}/**/*.test.{ts,tsx,mjs}'] },
      },
      {
        resolve: { alias },
        test: { name: 'wire', include: ['e2e/{platform,wire,simulation}/**/*.test.ts'] },
      },
    ],
  },
})
