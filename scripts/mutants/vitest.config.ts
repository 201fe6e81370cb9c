import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** The tests of the rooms that `npm run test:mutants` changes: unit tests, and the wire tests where they are the proof. */
export default defineConfig({
  resolve: { alias: { electron: resolve(import.meta.dirname, '../../e2e/no-electron.ts') } },
  root: resolve(import.meta.dirname, '../..'),
  test: {
    include: [
      'main/{sign-in,organisation,proxy}/**/*.test.ts',
      'main/state/*.test.ts',
      'e2e/wire/keys*.test.ts',
    ],
    setupFiles: ['words/english.ts'],
  },
})
