import type { AppState, Organisation } from '../../../preload/contract/state.ts'
import { sampleNow } from '../../../preload/testing/samples.ts'
import { halden, history, minuteMs } from '../samples.ts'
import { type Action, at, type ScreenState } from './build-state.ts'

const activity = (change: Partial<Organisation> = {}): AppState => at('activity', halden(change))
const chooseRange = (nth: number): Action => ({
  click: `.page-head .seg:not(.of-icons) .choice >> nth=${nth}`,
})
const showTable: Action = { click: '.page-head .seg.of-icons .choice >> nth=1' }

export const activityStates: readonly ScreenState[] = [
  {
    name: 'activity',
    state: activity(),
    shows: 'Lasts until',
    alsoZoomed: true,
    alsoWide: true,
    alsoNarrow: true,
  },
  { name: 'activity-day', state: activity(), actions: [chooseRange(0)], shows: 'Lasts until' },
  { name: 'activity-month', state: activity(), actions: [chooseRange(2)], shows: 'Lasts until' },
  { name: 'activity-year', state: activity(), actions: [chooseRange(3)], shows: 'Lasts until' },
  {
    name: 'activity-table',
    state: activity(),
    actions: [showTable],
    shows: 'so far',
    alsoZoomed: true,
    alsoNarrow: true,
  },
  {
    name: 'activity-empty',
    state: activity({
      history: {
        ...history,
        readings: 1,
        since: sampleNow - 5 * minuteMs,
        forecast: { kind: 'not-enough', since: sampleNow - 5 * minuteMs },
      },
    }),
    pendingQueries: true,
    shows: 'The chart starts here',
  },
]
