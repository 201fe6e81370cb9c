import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** A mutant is done with its first failing test, so the tests that take seconds come last. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isSlow = ({ moduleId }: TestSpecification) => /\.model\.test|\/e2e\/wire\//.test(moduleId)
    const sorted = await super.sort(files)
    return [...sorted.filter((file) => !isSlow(file)), ...sorted.filter(isSlow)]
  }
}

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
    setupFiles: ['words/english.ts', 'scripts/mutants/first-failure.ts'],
    // Modules are loaded once for all files of a mutant.
    isolate: false,
    sequence: { sequencer: QuickFirst },
  },
})
