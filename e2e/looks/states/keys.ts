/** Apps and keys, with their dialogs. */
import type { PendingSecret } from '../../../preload/contract/account.ts'
import type { AppState, Organisation } from '../../../preload/contract/state.ts'
import { sampleNow } from '../../../preload/testing/samples.ts'
import { failure, halden, keys, minuteMs, unfinishedKeys } from '../samples.ts'
import { at, dialogOver, organisationId, type ScreenState, toast } from './build-state.ts'

const keysAt = (change: Partial<Organisation>): AppState => at('keys', halden(change))
const secret: PendingSecret = {
  organisationId,
  organisationName: 'Halden Research',
  appName: 'web-monitor',
  keyName: 'production',
  masked: '••••••••••••••••••••••••••••4f9c',
  copiedAt: null,
  clearsAt: null,
  clipboardUnverified: false,
  savedAs: null,
  expiresAt: null,
}

export const keysStates: readonly ScreenState[] = [
  {
    name: 'keys',
    state: keysAt({}),
    shows: 'nightly-research',
    alsoZoomed: true,
    alsoWide: true,
    alsoNarrow: true,
  },
  {
    name: 'keys-menu',
    state: keysAt({}),
    actions: [{ click: '.key .more-menu .icon-btn' }],
    shows: 'Rotate',
  },
  {
    name: 'keys-empty',
    state: keysAt({ keys: { ...keys, keys: 0, rotateDue: 0 } }),
    keys: { apps: [], listed: true },
    shows: 'New app',
  },
  {
    name: 'keys-unfinished',
    state: keysAt({}),
    keys: unfinishedKeys,
    shows: 'May exist',
    alsoWide: true,
  },
  {
    name: 'keys-forgotten',
    state: at('keys', halden(), {
      toasts: [toast(1, { kind: 'key-forgotten', organisationId, keyId: 'key_a1', name: 'production' })],
    }),
    keys: unfinishedKeys,
    shows: 'Undo',
  },
  {
    name: 'keys-loading',
    state: keysAt({ keys: { ...keys, loading: true } }),
    pendingQueries: true,
    shows: 'Apps & keys',
  },
  {
    name: 'keys-trouble',
    state: keysAt({ permissions: ['see'], keys: { ...keys, trouble: failure('offline') } }),
    shows: 'Allow',
  },
  { name: 'new-app', state: dialogOver('keys', { kind: 'new-app', organisationId }), shows: 'New app' },
  {
    name: 'new-key',
    state: dialogOver('keys', { kind: 'new-key', organisationId, appId: 'app_1' }),
    shows: 'web-monitor',
  },
  {
    name: 'delete-key',
    state: dialogOver('keys', { kind: 'delete-key', organisationId, keyId: 'key_a1' }),
    shows: 'Delete',
  },
  {
    name: 'delete-key-failed',
    state: dialogOver(
      'keys',
      { kind: 'delete-key', organisationId, keyId: 'key_a1' },
      halden({
        keys: {
          ...keys,
          failed: {
            operation: { kind: 'delete-key', keyId: 'key_a1', name: 'production' },
            failure: failure('server', { reference: 'req_8f2c41' }),
          },
        },
      }),
    ),
    shows: 'req_8f2c41',
  },
  {
    name: 'delete-app',
    state: dialogOver('keys', { kind: 'delete-app', organisationId, appId: 'app_1' }),
    shows: 'Delete',
  },
  {
    name: 'rotate-key',
    state: dialogOver('keys', { kind: 'rotate-key', organisationId, keyId: 'key_a1' }),
    shows: 'Rotate',
  },
  {
    name: 'secret',
    state: at('keys', halden(), { secret }),
    shows: '4f9c',
    alsoZoomed: true,
    alsoNarrow: true,
  },
  {
    name: 'secret-copied',
    state: at('keys', halden(), {
      secret: {
        ...secret,
        copiedAt: sampleNow - 5000,
        clearsAt: sampleNow + 55_000,
        savedAs: '.env',
        expiresAt: sampleNow + 5 * minuteMs,
      },
    }),
    shows: '.env',
  },
]
