/** What `format.ts` formats times and amounts with: texts of the current catalogue, and the system's regional formats. */
import type { RegionalFormats } from '../preload/contract/index.ts'
import type { time } from './en/time.ts'

type TimeTexts = { readonly locale: string; readonly time: typeof time }

export let timeTexts: TimeTexts
export let formats: RegionalFormats = { times: null, numbers: null, money: null }

export function setTimeTexts(next: TimeTexts): void {
  timeTexts = next
}

export function setRegionalFormats(next: RegionalFormats): void {
  formats = next
}
