/** The view of an organisation before anything has been read. */
import { defaultLimits, type Organisation } from '../../preload/contract/index.ts'

type NewView = Omit<Organisation, 'id' | 'name' | 'permissions' | 'session' | 'balance'>

export const newView: NewView = {
  refreshing: false,
  staleAt: null,
  trouble: null,
  arrived: null,
  limits: defaultLimits,
  alerts: [],
  snoozedUntil: null,
  topUp: { kind: 'none' },
  addedTodayCents: 0,
  history: {
    revision: 0,
    readings: 0,
    since: null,
    sinceYesterdayCents: null,
    forecast: { kind: 'not-enough', since: null },
    trend: [],
  },
  keys: {
    revision: 0,
    keys: 0,
    rotateDue: 0,
    unfinished: 0,
    loading: false,
    listedAt: null,
    trouble: null,
    operation: null,
    failed: null,
  },
}
