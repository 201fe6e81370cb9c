/** What `format.ts` writes times and amounts with: part of the catalogue that is spoken, and the system's formats. */
import type { RegionalFormats } from '../preload/contract/index.ts'
import type { time } from './en/time.ts'

type Told = { readonly locale: string; readonly time: typeof time }

export let told: Told
export let formats: RegionalFormats = { times: null, numbers: null, money: null }

export function tellTime(next: Told): void {
  told = next
}

export function followFormats(next: RegionalFormats): void {
  formats = next
}
