import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Laws try many cases: only what hangs fails, also on a busy machine. */
const testTimeout = 30_000
const alias = { electron: resolve(import.meta.dirname, 'e2e/no-electron.ts') }

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['{main,preload,renderer,words,scripts}/**/*.test.{ts,tsx,mjs}'],
          setupFiles: ['words/english.ts'],
          testTimeout,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'wire',
          include: ['e2e/{platform,wire,simulation}/**/*.test.ts'],
          setupFiles: ['words/english.ts'],
          testTimeout,
        },
      },
    ],
  },
})
