/** What the user wants to be warned of, or kept from, for each organisation. */
import type { Limits } from '../../preload/contract/index.ts'

export const defaultLimits: Limits = {
  spendableBelowCents: 1000,
  daysLeftBelow: 3,
  spentWithinHourCents: 2500,
  topUpPerDayCents: 15_000,
  rotateAfterDays: null,
}
