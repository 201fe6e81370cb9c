import { sampleNow } from '../../../preload/testing/samples.ts'
import { dayMs, halden } from '../samples.ts'
import { dialogOver, organisationId, type ScreenState } from './build-state.ts'

export const dialogStates: readonly ScreenState[] = [
  { name: 'about', state: dialogOver('settings', { kind: 'about' }), shows: 'Parallel Tray license' },
  {
    name: 'about-licence',
    state: dialogOver('settings', { kind: 'about' }),
    actions: [{ click: 'dialog summary >> nth=1' }],
    shows: 'Permission is hereby granted',
  },
  { name: 'keeping', state: dialogOver('session', { kind: 'keeping' }), shows: 'How tokens are kept' },
  {
    name: 'sign-out',
    state: dialogOver('session', { kind: 'sign-out', organisationId }),
    shows: 'Also delete',
  },
  {
    name: 'sign-out-everywhere',
    state: dialogOver('session', { kind: 'sign-out-everywhere' }),
    shows: 'Sign out everywhere',
  },
  { name: 'reset', state: dialogOver('settings', { kind: 'reset' }), shows: 'Erase everything here?' },
  {
    name: 'allow',
    state: dialogOver('session', { kind: 'allow', organisationId, permission: 'add-money' }),
    shows: 'Let Parallel Tray add money',
  },
  {
    name: 'import',
    state: dialogOver('settings', {
      kind: 'import',
      preview: {
        file: 'parallel-tray-2026-01-14.json',
        madeAt: sampleNow - dayMs,
        settings: true,
        keys: 4,
        readings: 2016,
        organisations: 2,
      },
    }),
    shows: 'Balances',
  },
  {
    name: 'diagnostics',
    state: dialogOver('settings', { kind: 'diagnostics' }),
    shows: 'Check the network',
    alsoWide: true,
    alsoNarrow: true,
  },
  {
    name: 'diagnostics-checking',
    state: {
      ...dialogOver('settings', { kind: 'diagnostics' }),
      diagnostics: { revision: 3, checking: true },
    },
    shows: 'Checking',
  },
  {
    name: 'quit',
    state: dialogOver(
      'overview',
      { kind: 'quit' },
      halden({ topUp: { kind: 'charging', amountCents: 5000, askedAt: sampleNow } }),
    ),
    shows: 'Quit now?',
  },
]
