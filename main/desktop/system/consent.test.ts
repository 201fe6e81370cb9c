import type { MessageBoxOptions } from 'electron'
import { afterEach, expect, test } from 'vitest'
import { load, speak } from '../../../words/desktop.ts'
import type { ConsentQuestion } from '../../ports.ts'
import { MemoryLog } from '../../testing/memory-ports.ts'
import { type ElectronConsentOptions, electronConsent } from './consent.ts'

const organisation = 'Halden Research'
const questions: readonly ConsentQuestion[] = [
  { kind: 'charge', organisation, amountCents: 5000 },
  { kind: 'charge-again', organisation, amountCents: 5000 },
  { kind: 'over-limit', organisation, amountCents: 5000, limitCents: 2500 },
  { kind: 'raise-limit', organisation, fromCents: 2500, toCents: 5000 },
  { kind: 'raise-limit', organisation, fromCents: 5000, toCents: null },
]

function user(press: number | Error) {
  const shown: MessageBoxOptions[] = []
  const dialog = {
    showMessageBox: async (options: MessageBoxOptions) => {
      shown.push(options)
      if (press instanceof Error) throw press
      return { response: press, checkboxChecked: false }
    },
  } as unknown as ElectronConsentOptions['dialog']
  return {
    consent: electronConsent({ dialog, withParentWindow: (show) => show(null), log: new MemoryLog() }),
    shown,
  }
}

afterEach(async () => speak(await load('en')))

test.each(['en', 'de', 'es', 'fr', 'ja', 'pt-BR', 'zh-CN'] as const)(
  'every question about money names the organisation and the amount in %s, and the safe button is the default',
  async (language) => {
    speak(await load(language))
    for (const question of questions) {
      const { consent, shown } = user(0)
      expect(await consent.ask(question)).toBe(false)
      const [box] = shown
      expect(box).toMatchObject({ defaultId: 0, cancelId: 0 })
      expect(box?.message).toContain(organisation)
      expect(`${box?.message} ${box?.detail}`).toMatch(/50([.,]00)?/)
    }
  },
)

test('only the second button agrees; a dialog that can’t be shown doesn’t', async () => {
  expect(await user(1).consent.ask({ kind: 'reset' })).toBe(true)
  expect(await user(0).consent.ask({ kind: 'reset' })).toBe(false)
  expect(await user(new Error('no display')).consent.ask({ kind: 'reset' })).toBe(false)
})
