import { dirname, resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** A mutant is finished at its first failing test, so the neighbouring tests run first and the slow ones last. */
class LikelyFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const folder = dirname(this.ctx.config.related?.[0] ?? '')
    const rank = ({ moduleId }: TestSpecification) => {
      if (/\.model\.test|\/e2e\/wire\//.test(moduleId)) return 2
      return dirname(moduleId) === folder ? 0 : 1
    }
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => rank(a) - rank(b))
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
    // All test files of a mutant share the loaded modules.
    isolate: false,
    sequence: { sequencer: LikelyFirst },
  },
})
