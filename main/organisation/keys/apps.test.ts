import { expect, test } from 'vitest'
import { failed, ok, type Result } from '../../../preload/contract/index.ts'
import type { AccountApi, App } from '../../parallel/account-api.ts'
import { failure } from '../../parallel/failures.ts'
import { settle, VirtualClock } from '../../testing/virtual-clock.ts'
import type { Session } from '../session/session.ts'
import { AppList } from './apps.ts'
import { callOnce } from './lost-answer.ts'

const app = (appId: string, organisationId = 'org_1'): App => ({ appId, appName: appId, organisationId })

/** A session that always has a token, and a server that the test lets respond. */
function listing() {
  const answers: ((answer: Result<readonly App[]>) => void)[] = []
  const api = { apps: () => new Promise((resolve) => answers.push(resolve)) } as unknown as AccountApi
  const session = {
    id: 'org_1',
    isSignedIn: true,
    call: (ask: (token: string) => unknown) => ask('token'),
  }
  const clock = new VirtualClock()
  const apps = new AppList({
    api,
    clock,
    session: session as unknown as Session,
    onChanged: () => {},
  })
  const answer = async (result: Result<readonly App[]>): Promise<void> => {
    answers.shift()?.(result)
    await settle()
  }
  return { apps, answers, answer, clock, session }
}

test('concurrent calls share one request', async () => {
  const { apps, answers, answer } = listing()
  const both = [apps.list(), apps.list()]
  expect(answers).toHaveLength(1)
  expect(apps.summary.loading).toBe(true)
  await answer(ok([app('a')]))
  expect(await Promise.all(both)).toEqual([ok([app('a')]), ok([app('a')])])
  expect(apps.summary).toMatchObject({ loading: false, trouble: null })
})

test('fetches again when a change was made during a request', async () => {
  const { apps, answers, answer } = listing()
  void apps.list()
  apps.remove('a')
  await answer(ok([app('a'), app('b')]))
  expect(apps.known).toBeNull()
  expect(answers).toHaveLength(1)
  await answer(ok([app('b')]))
  expect(apps.known).toEqual([app('b')])
})

test('is stale five minutes after the last request, successful or not', async () => {
  const { apps, answers, answer, clock } = listing()
  await clock.advance(3600_000)
  apps.refreshIfStale()
  await answer(failed(failure('offline', 'gone')))
  await clock.advance(5 * 60_000)
  apps.refreshIfStale()
  expect(answers).toHaveLength(0)
  await clock.advance(1)
  apps.refreshIfStale()
  expect(answers).toHaveLength(1)
})

test('adds a new app once, and removes only the deleted one', async () => {
  const { apps, answer } = listing()
  apps.add(app('early'))
  // Without a list of the server’s there is none to join.
  expect(apps.known).toBeNull()
  void apps.list()
  await answer(ok([app('a'), app('b')]))
  apps.add(app('c'))
  apps.add(app('b'))
  expect(apps.known).toEqual([app('a'), app('c'), app('b')])
  apps.remove('c')
  expect(apps.known).toEqual([app('a'), app('b')])
})

test('sends nothing when signed out', async () => {
  const { apps, answers, session } = listing()
  session.isSignedIn = false
  expect(await apps.list()).toMatchObject({ failure: { kind: 'signed-out' } })
  expect(answers).toHaveLength(0)
})

test('keeps the last list and shows the failure', async () => {
  const { apps, answer, clock } = listing()
  void apps.list()
  await answer(ok([app('a')]))
  const listedAt = clock.now()
  await clock.advance(1000)
  void apps.list()
  await answer(failed(failure('offline', 'gone')))
  expect(apps.known).toEqual([app('a')])
  expect(apps.summary).toMatchObject({ listedAt, trouble: { kind: 'offline' } })
})

test('an app without a name keeps the name of the last list', async () => {
  const { apps, answer } = listing()
  void apps.list()
  await answer(ok([app('a'), { ...app('b'), appName: null }]))
  void apps.list()
  await answer(ok([{ ...app('a'), appName: null }]))
  expect(apps.known).toEqual([app('a')])
})

test('an app without an organisation belongs to the one whose token listed it', async () => {
  const { apps, answer } = listing()
  void apps.list()
  await answer(ok([{ ...app('a'), organisationId: null }]))
  expect(apps.known).toMatchObject([{ appId: 'a' }])
})

test('refuses apps of another organisation', async () => {
  const { apps, answer } = listing()
  void apps.list()
  await answer(ok([app('a'), app('b', 'org_2')]))
  expect(apps.known).toBeNull()
  expect(apps.summary.trouble).toMatchObject({ kind: 'server' })
})

test('forgets the list after a sign-out and ignores a late response', async () => {
  const { apps, answer } = listing()
  void apps.list()
  apps.clear()
  await answer(failed(failure('cancelled', 'signed out')))
  expect(apps.known).toBeNull()
  expect(apps.summary).toEqual({ loading: false, listedAt: null, trouble: null })
})

test.each([
  [failure('offline', 'refused', { notSent: true }), false],
  [failure('offline', 'dropped'), true],
  [failure('timeout', 'no answer'), true],
  [failure('server', '502'), true],
  [failure('not-json', 'a page'), true],
  [failure('cancelled', 'signed out'), true],
  [failure('forbidden', 'role'), false],
  [failure('unauthorized', '401'), false],
])('after %o it may be done: %s', async (why, mayBeDone) => {
  const session = {
    id: 'org_1',
    isSignedIn: true,
    call: (ask: (token: string) => unknown) => ask('token'),
  } as unknown as Session
  expect(await callOnce(session, async () => failed(why))).toEqual({ answer: failed(why), mayBeDone })
})

test('a failure before the request means that nothing was done', async () => {
  const offline = failed(failure('offline', 'no refresh'))
  const session = { call: async () => offline } as unknown as Session
  expect(await callOnce(session, async () => ok(null))).toEqual({ answer: offline, mayBeDone: false })
})
