import type { Updates } from '../../../preload/contract/updates.ts'
import { sampleNow } from '../../../preload/testing/samples.ts'
import { dayMs, failure, halden, hourMs } from '../samples.ts'
import { at, type ScreenState, showAppSettings } from './build-state.ts'

const failedUpdate: Updates = {
  kind: 'failed',
  step: 'download',
  failure: failure('bad-file'),
  nextTryAt: sampleNow + dayMs,
}

export const settingsStates: readonly ScreenState[] = [
  {
    name: 'settings',
    state: at('settings', halden()),
    shows: 'Notices and limits',
    alsoZoomed: true,
    alsoWide: true,
    alsoNarrow: true,
  },
  {
    name: 'settings-app',
    state: at('settings', halden()),
    actions: [showAppSettings],
    shows: 'Open at login',
    alsoZoomed: true,
    alsoWide: true,
    alsoNarrow: true,
  },
  {
    name: 'settings-end',
    state: at('settings', halden()),
    actions: [showAppSettings, { press: 'End' }],
    shows: 'Erase everything here',
  },
  ...(
    [
      ['idle', { kind: 'idle', checkedAt: sampleNow - hourMs }, 'Up to date'],
      ['download', { kind: 'downloading', version: '0.2.0', fraction: 0.43 }, '43%'],
      ['failed', failedUpdate, 'was discarded'],
      ['ready', { kind: 'ready', version: '0.2.0' }, 'Restart'],
      ['deb', { kind: 'elsewhere', version: '0.2.0', by: 'deb' }, '--only-upgrade'],
    ] as const
  ).map(
    ([name, updates, shows]): ScreenState => ({
      name: `settings-update-${name}`,
      state: at('settings', halden(), { updates }),
      actions: [showAppSettings, { press: 'End' }],
      shows,
    }),
  ),
  {
    name: 'settings-bad-limit',
    state: at('settings', halden()),
    actions: [
      { click: '.page-head .choice >> nth=0' },
      { type: 'ten', into: '.set-field >> nth=0' },
      { press: 'Tab' },
    ],
    shows: 'Type an amount',
  },
]
