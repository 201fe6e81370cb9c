import { expect, test } from 'vitest'
import type { DisplayLanguage, Settings } from '../../preload/contract/index.ts'
import { sampleState } from '../../preload/testing/samples.ts'
import { MemoryLog } from '../testing/memory-ports.ts'
import { ChosenLanguage } from './language.ts'
import { StateStore } from './store.ts'

test('keeps the language when the words can’t be loaded, and follows the next choice', async () => {
  const state = new StateStore(sampleState({ language: 'en' }), (error) => {
    throw error
  })
  const log = new MemoryLog()
  const language = new ChosenLanguage(state, 'pseudo' satisfies DisplayLanguage, 'linux', log)
  const choose = (chosen: string): void => {
    state.update(({ settings }) => ({ settings: { ...settings, language: chosen as Settings['language'] } }))
  }
  choose('lost')
  await language.follow()
  expect(state.current.language).toBe('en')
  expect(log.lines.join()).toContain('words not loaded')
  choose('system')
  await language.follow()
  expect(state.current.language).toBe('pseudo')
  choose('en')
  await language.follow()
  expect(state.current.language).toBe('en')
})
