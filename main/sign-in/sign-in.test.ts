/** The flow of a sign-in before a scripted server, without the app around it. */
import { describe, expect, test } from 'vitest'
import { type Failure, failed, ok, type Result, type SignIn } from '../../preload/contract/index.ts'
import { failure } from '../parallel/failures.ts'
import type { ApprovedGrant, DeviceCode, FirstTokens, OAuth, PollAnswer } from '../parallel/oauth.ts'
import type { Installation } from '../storage/installation.ts'
import { MemoryDesktop, MemoryLog, MemorySecrets } from '../testing/memory-ports.ts'
import { settle, VirtualClock } from '../testing/virtual-clock.ts'
import { ClientRegistration } from './client-registration.ts'
import { SignInFlow } from './sign-in.ts'

const offline = failure('offline', 'no network')
const forgotten = failure('unknown-client', 'invalid_client')
const code: DeviceCode = {
  deviceCode: 'device-1',
  userCode: 'ABCD-EFGH',
  address: { uri: 'https://x.example/a', complete: 'https://x.example/a?c=1', foreignHost: null },
  lifetimeMs: 600_000,
  intervalMs: 5000,
}
const tokens: FirstTokens = {
  accessToken: 'access',
  refreshToken: 'refresh',
  accessLifetimeMs: 600_000,
  refreshLifetimeMs: null,
  authorizationLifetimeMs: null,
  organisationId: 'org_1',
  organisationName: 'Halden Research',
  scope: null,
}
const approved: PollAnswer = { kind: 'approved', tokens }
const pending: PollAnswer = { kind: 'pending' }

function flow(change: { foreignHost?: string } = {}) {
  const clock = new VirtualClock()
  const world = {
    shown: [] as SignIn[],
    /** What the server answers, and what it was asked. */
    code: ok({
      ...code,
      address: { ...code.address, foreignHost: change.foreignHost ?? null },
    }) as Result<DeviceCode>,
    registration: ok('client-1') as Result<string>,
    poll: pending as PollAnswer,
    asked: [] as string[],
    /** Held back until the test lets it go. */
    holdPoll: null as Promise<void> | null,
    holdAdopt: null as Promise<void> | null,
    clientId: null as string | null,
    adopted: [] as { grant: ApprovedGrant; keeping: string; wanted: string | null }[],
    stored: ok(null) as Result<null>,
    discarded: [] as { refreshToken: string; organisation: { id: string; name: string } }[],
  }
  const oauth = {
    register: async () => {
      world.asked.push('register')
      return world.registration
    },
    requestDeviceCode: async (clientId: string, scope: string) => {
      world.asked.push(`code ${clientId} ${scope}`)
      return world.code
    },
    poll: async () => {
      const answer = world.poll
      await world.holdPoll
      return answer
    },
  } as unknown as OAuth
  const installation = {
    clientId: () => world.clientId,
    setClientId: (_server: string, clientId: string) => (world.clientId = clientId),
    removeClientId: () => (world.clientId = null),
  } as unknown as Installation
  const secrets = new MemorySecrets()
  const desktop = new MemoryDesktop()
  const log = new MemoryLog()
  const signIn = new SignInFlow({
    oauth,
    client: new ClientRegistration({
      oauth,
      platformUrl: 'https://x.example',
      platform: { machine: '', os_name: '', processor: '', release: '', system: '', version: '' },
      installation,
    }),
    secrets,
    clock,
    desktop,
    log,
    report: (shown) => world.shown.push(shown),
    grants: {
      adopt: async (grant, keeping, wanted) => {
        await world.holdAdopt
        world.adopted.push({ grant, keeping, wanted })
        return world.stored
      },
      discard: (refreshToken, organisation) => world.discarded.push({ refreshToken, organisation }),
    },
  })
  const shown = () => world.shown.at(-1)
  const waiting = async (permissions: Parameters<SignInFlow['start']>[0] = [], wanted?: string) => {
    signIn.start(permissions, wanted)
    await settle()
    return shown()
  }
  return { signIn, clock, world, secrets, desktop, log, shown, waiting }
}

const kinds = (all: readonly SignIn[]) =>
  all.map(({ kind }) => kind).filter((kind, at, list) => kind !== list[at - 1])
const reason = (shown: SignIn | undefined): Failure | null => (shown?.kind === 'ended' ? shown.failure : null)

/** A promise, and what resolves it. */
function gate() {
  let open = (): void => {}
  const closed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { closed, open }
}

describe('a sign-in', () => {
  test('registers, shows the code, polls and stores what was approved', async () => {
    const { clock, world, waiting, shown } = flow()
    const startedAt = clock.now()
    expect(await waiting(['add-money'], 'org_9')).toEqual({
      kind: 'waiting',
      userCode: 'ABCD-EFGH',
      verificationUri: code.address.uri,
      verificationUriComplete: code.address.complete,
      foreignHost: null,
      permissions: ['see', 'add-money'],
      startedAt,
      expiresAt: startedAt + 600_000,
      browserOpened: false,
      browserFailed: false,
      lastCheckedAt: null,
      nextCheckAt: startedAt + 6000,
      trouble: null,
    })
    const scope = 'balance:read apps:read keys:read balance:add'
    expect(world.asked).toEqual(['register', `code client-1 ${scope}`])
    world.poll = approved
    await clock.advance(6000)
    expect(world.adopted).toEqual([
      {
        grant: { clientId: 'client-1', tokens, scope: scope.split(' '), receivedAt: startedAt + 6000 },
        keeping: 'encrypted',
        wanted: 'org_9',
      },
    ])
    expect(world.shown.at(-2)).toEqual({
      kind: 'storing',
      organisationName: 'Halden Research',
      keeping: 'encrypted',
    })
    expect(shown()).toEqual({ kind: 'idle' })
    expect(kinds(world.shown)).toEqual(['starting', 'waiting', 'storing', 'idle'])
    expect(world.discarded).toEqual([])
  })

  test('has the granted scope, if that is narrower than the requested one', async () => {
    const { clock, world, waiting } = flow()
    await waiting()
    world.poll = { kind: 'approved', tokens: { ...tokens, scope: ['balance:read'] } }
    await clock.advance(6000)
    expect(world.adopted[0]?.grant.scope).toEqual(['balance:read'])
  })

  test('that can’t be stored fails, and the code isn’t shown again', async () => {
    const { clock, world, waiting, shown, log } = flow()
    await waiting(['manage'], 'org_9')
    world.poll = approved
    world.stored = failed(failure('storage', 'ENOSPC'))
    await clock.advance(6000)
    expect(shown()).toMatchObject({
      kind: 'ended',
      failure: { kind: 'storage' },
      permissions: ['see', 'manage'],
      again: 'org_9',
      userCode: null,
      lifetimeMs: null,
    })
    expect(log.lines.at(-1)).toContain('sign-in ended')
  })

  test('that the server ends shows the reason and the code', async () => {
    const { clock, world, waiting, shown } = flow()
    await waiting()
    world.poll = { kind: 'ended', failure: failure('denied', 'access_denied') }
    await clock.advance(6000)
    expect(shown()).toMatchObject({ failure: { kind: 'denied' }, userCode: 'ABCD-EFGH', lifetimeMs: 600_000 })
    expect(world.discarded).toEqual([])
  })

  test('whose approval is incomplete revokes its refresh token', async () => {
    const { clock, world, waiting } = flow()
    await waiting()
    world.poll = {
      kind: 'ended',
      failure: failure('server', 'no organisation'),
      orphanedRefreshToken: 'orphan',
    }
    await clock.advance(6000)
    expect(world.discarded).toEqual([{ refreshToken: 'orphan', organisation: { id: '', name: '?' } }])
  })

  test('that throws ends as a bug, not in an endless wait', async () => {
    const { secrets, waiting } = flow()
    secrets.probe = () => Promise.reject(new Error('broken'))
    expect(reason(await waiting())?.kind).toBe('bug')
  })
})

describe('the client ID', () => {
  test('is registered once and reused', async () => {
    const { world, signIn, waiting } = flow()
    await waiting()
    signIn.cancel()
    await waiting()
    expect(world.asked.filter((one) => one === 'register')).toHaveLength(1)
  })

  test('that the server has forgotten is registered again', async () => {
    const { world, waiting } = flow()
    world.clientId = 'old'
    const answers = [failed(forgotten), ok(code)]
    Object.defineProperty(world, 'code', { get: () => answers.shift() })
    expect((await waiting())?.kind).toBe('waiting')
    expect(world.asked.map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual([
      'code old',
      'register',
      'code client-1',
    ])
  })

  test('that was just registered isn’t registered again', async () => {
    const { world, waiting } = flow()
    world.code = failed(forgotten)
    expect(reason(await waiting())?.kind).toBe('unknown-client')
    expect(world.asked.filter((one) => one === 'register')).toHaveLength(1)
    // The next attempt registers.
    expect(world.clientId).toBeNull()
  })

  test('is kept after any other failure', async () => {
    const { world, waiting } = flow()
    world.clientId = 'known'
    world.code = failed(offline)
    expect(reason(await waiting())).toEqual(offline)
    expect(world).toMatchObject({ clientId: 'known', asked: [expect.stringMatching(/^code known/)] })
  })

  test('that can’t be registered ends the attempt', async () => {
    const { world, waiting } = flow()
    world.registration = failed(offline)
    expect(reason(await waiting())).toEqual(offline)
    expect(world.asked).toEqual(['register'])
  })
})

describe('without a keyring', () => {
  const asking = async () => {
    const made = flow()
    made.secrets.strength = 'weak'
    await made.waiting()
    return made
  }

  test.each([
    ['memory', 'memory'],
    ['disk', 'plain'],
  ] as const)('the user decides before a code is requested: %s', async (where, keeping) => {
    const { signIn, world, clock, shown, log } = await asking()
    expect(shown()).toEqual({ kind: 'consent', canPersist: true })
    expect(log.lines).toEqual([])
    expect(world.asked).toEqual([])
    expect(signIn.keep(where)).toEqual(ok(null))
    await settle()
    world.poll = approved
    await clock.advance(6000)
    expect(world.adopted).toMatchObject([{ keeping }])
    expect(signIn.keep(where)).toMatchObject({ failure: { kind: 'cancelled' } })
  })

  test('stores nothing if nothing can be encrypted', async () => {
    const { signIn, secrets, waiting, shown, log } = flow()
    secrets.probe = async () => failed(failure('keyring', 'none'))
    await waiting()
    expect(shown()).toEqual({ kind: 'consent', canPersist: false })
    expect(log.lines[0]).toContain('keyring probe failed')
    expect(signIn.keep('disk')).toMatchObject({ failure: { kind: 'keyring' } })
    expect(shown()?.kind).toBe('consent')
    expect(signIn.keep('memory')).toEqual(ok(null))
  })

  test('quitting waits for no decision', async () => {
    const { signIn, shown } = await asking()
    signIn.tryNow()
    await signIn.finish()
    expect(shown()).toEqual({ kind: 'idle' })
  })

  test('requests no code for an attempt that is cancelled meanwhile', async () => {
    const { signIn, world, shown } = await asking()
    signIn.cancel()
    await settle()
    expect(shown()).toEqual({ kind: 'idle' })
    expect(world.asked).toEqual([])
    const { signIn: early, secrets, world: other } = flow()
    secrets.strength = 'weak'
    early.start([])
    early.cancel()
    await settle()
    expect(kinds(other.shown)).toEqual(['starting', 'idle'])
  })
})

describe('an attempt that was cancelled', () => {
  test('shows no error that comes later', async () => {
    const { signIn, secrets, shown } = flow()
    const { closed, open } = gate()
    secrets.probe = async () => {
      await closed
      throw new Error('broken')
    }
    signIn.start([])
    signIn.cancel()
    open()
    await settle()
    expect(shown()).toEqual({ kind: 'idle' })
  })

  test('ignores every later response', async () => {
    const { signIn, clock, world, waiting, shown } = flow()
    signIn.start([])
    signIn.cancel()
    await settle()
    world.code = failed(offline)
    await waiting()
    signIn.cancel()
    await clock.advance(600_000)
    expect(shown()).toEqual({ kind: 'idle' })
    expect(clock.waiting).toBe(0)
  })

  test('revokes an approval that arrives later, and quitting waits for that', async () => {
    const { signIn, clock, world, waiting } = flow()
    await waiting()
    const { closed, open } = gate()
    world.holdPoll = closed
    world.poll = approved
    await clock.advance(6000)
    let finished = false
    void signIn.finish().then(() => {
      finished = true
    })
    await settle()
    expect([finished, world.discarded]).toEqual([false, []])
    open()
    await settle()
    expect(world.discarded).toEqual([
      { refreshToken: 'refresh', organisation: { id: 'org_1', name: 'Halden Research' } },
    ])
    expect([finished, world.adopted]).toEqual([true, []])
    expect(signIn.start([])).toMatchObject({ failure: { kind: 'cancelled' } })
  })

  test('allows the next one', async () => {
    const { signIn, clock, world, waiting, shown } = flow()
    await waiting()
    await waiting(['manage'])
    expect(shown()).toMatchObject({ kind: 'waiting', permissions: ['see', 'manage'] })
    world.poll = approved
    await clock.advance(6000)
    expect(world.adopted).toHaveLength(1)
    expect(signIn.deviceCodes).toEqual([])
  })
})

describe('while the approved sign-in is stored', () => {
  test('it can neither be cancelled nor started again', async () => {
    const { signIn, clock, world, waiting, shown } = flow()
    await waiting()
    const { closed, open } = gate()
    world.holdAdopt = closed
    world.poll = approved
    await clock.advance(6000)
    expect(signIn.cancel()).toMatchObject({ failure: { kind: 'busy' } })
    expect(signIn.start([])).toMatchObject({ failure: { kind: 'busy' } })
    expect(shown()?.kind).toBe('storing')
    open()
    await settle()
    expect(shown()?.kind).toBe('idle')
    expect(world.adopted).toHaveLength(1)
  })
})

describe('the browser', () => {
  test('is opened at the address with the code, and the state reports whether it was', async () => {
    const { signIn, clock, desktop, waiting, shown } = flow()
    await waiting()
    expect(await signIn.openBrowser(false)).toEqual(ok(null))
    expect(desktop.opened).toEqual([code.address.complete])
    expect(shown()).toMatchObject({ browserOpened: true, browserFailed: false })
    desktop.hasBrowser = false
    await signIn.openBrowser(false)
    expect(shown()).toMatchObject({ browserOpened: false, browserFailed: true })
    // Each poll reports again.
    await clock.advance(6000)
    expect(shown()).toMatchObject({ browserOpened: false, browserFailed: true })
  })

  test('is opened at another host only with the user’s consent', async () => {
    const { signIn, desktop, waiting } = flow({ foreignHost: 'other.example' })
    await waiting()
    expect(await signIn.openBrowser(false)).toMatchObject({ failure: { kind: 'invalid' } })
    expect(desktop.opened).toEqual([])
    expect(await signIn.openBrowser(true)).toEqual(ok(null))
    expect(desktop.opened).toHaveLength(1)
  })

  test('that opens after the attempt was replaced doesn’t affect the next one', async () => {
    const { signIn, desktop, waiting, shown } = flow()
    await waiting()
    const { closed, open } = gate()
    desktop.openBrowser = async () => {
      await closed
      return true
    }
    const opening = signIn.openBrowser(false)
    await waiting()
    open()
    await opening
    expect(shown()).toMatchObject({ kind: 'waiting', browserOpened: false })
    signIn.cancel()
    expect(shown()).toEqual({ kind: 'idle' })
  })

  test('that opens while the approval is being stored doesn’t change the view', async () => {
    const { signIn, clock, world, desktop, waiting, shown } = flow()
    await waiting()
    const browser = gate()
    desktop.openBrowser = async () => {
      await browser.closed
      return true
    }
    const opening = signIn.openBrowser(false)
    const { closed, open } = gate()
    world.holdAdopt = closed
    world.poll = approved
    await clock.advance(6000)
    const storing = shown()
    browser.open()
    await opening
    expect(storing?.kind).toBe('storing')
    expect(shown()).toEqual(storing)
    open()
  })

  test('is not opened without a pending code', async () => {
    const { signIn, desktop } = flow()
    expect(await signIn.openBrowser(true)).toMatchObject({ failure: { kind: 'cancelled' } })
    expect(await signIn.copyCode()).toMatchObject({ failure: { kind: 'cancelled' } })
    expect(desktop).toMatchObject({ opened: [], copied: '' })
  })
})

test('copies code and link, or reports that the clipboard rejected them', async () => {
  const { signIn, desktop, waiting } = flow()
  await waiting()
  expect(await signIn.copyCode()).toEqual(ok(null))
  expect(desktop.copied).toBe('ABCD-EFGH')
  expect(await signIn.copyLink()).toEqual(ok(null))
  expect(desktop.copied).toBe(code.address.complete)
  desktop.hasClipboard = false
  expect(await signIn.copyLink()).toMatchObject({ failure: { kind: 'clipboard' } })
})

test('"try now" polls as soon as the interval allows, and the device code is known to the redaction', async () => {
  const { signIn, clock, world, waiting, shown } = flow()
  signIn.tryNow()
  expect(signIn.deviceCodes).toEqual([])
  await waiting()
  expect(signIn.deviceCodes).toEqual(['device-1'])
  world.poll = { kind: 'trouble', failure: offline }
  await clock.advance(6000)
  world.poll = approved
  await clock.advance(6000)
  expect(shown()?.kind).toBe('waiting')
  signIn.tryNow()
  await settle()
  expect(shown()?.kind).toBe('idle')
})

test('restarts a sign-in that failed for lack of the proxy’s password, and no other', async () => {
  const { signIn, world, waiting, shown } = flow()
  signIn.retryBehindProxy()
  world.registration = failed(offline)
  await waiting()
  signIn.retryBehindProxy()
  await settle()
  expect(world.asked).toEqual(['register'])
  world.registration = failed(failure('proxy-auth', '407'))
  await waiting(['manage'], 'org_9')
  world.registration = ok('client-1')
  signIn.retryBehindProxy()
  await settle()
  expect(shown()).toMatchObject({ kind: 'waiting', permissions: ['see', 'manage'] })
})
