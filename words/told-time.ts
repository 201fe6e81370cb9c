/** What `format.ts` says times and amounts with: part of whichever catalogue is spoken. */
import type { time } from './en/time.ts'

type Told = { readonly locale: string; readonly time: typeof time }

export let told: Told

export function tellTime(next: Told): void {
  told = next
}
