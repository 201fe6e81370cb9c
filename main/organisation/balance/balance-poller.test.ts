/** When balances are read by themselves, with the app whole and the service in memory. */
import { expect, test } from 'vitest'
import { failed } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import { memoryApp, signedIn } from '../../testing/memory-app.ts'

const minute = 60_000
const hour = 60 * minute

async function reading() {
  const made = await signedIn()
  const { app, clock, service } = made
  /** When balances were asked for, in milliseconds from here on. */
  const from = async (begin: () => void, ms: number): Promise<number[]> => {
    const start = clock.elapsed()
    const times: number[] = []
    service.before = (request) => {
      if (request.url.endsWith('/balance')) times.push(clock.elapsed() - start)
      return undefined
    }
    begin()
    await clock.advance(ms)
    return times
  }
  return { ...made, from, organisation: () => app.state.current.organisations[0] }
}

/** The pauses have 5 % by chance here. */
const jitter = 1.05

test('reads every minute in a visible window, and every five minutes in the tray', async () => {
  const { app, from } = await reading()
  const seen = await from(() => app.setWindowVisible(true), 10 * minute)
  expect(seen).toHaveLength(9)
  const unseen = await from(() => app.setWindowVisible(false), 20 * minute)
  expect(unseen.length).toBeGreaterThanOrEqual(3)
  expect(unseen.length).toBeLessThanOrEqual(4)
})

test('applies battery power and the chosen interval at once', async () => {
  const { app, clock, from } = await reading()
  app.setWindowVisible(true)
  await app.organisations.get('org_1')?.balance.refresh()
  const onBattery = await from(() => app.setPower({ onBattery: true, locked: false }), 3 * minute)
  expect(onBattery).toEqual([2 * minute * jitter])
  await clock.advance(minute)
  const slowest = await from(() => {
    app.setPower({ onBattery: false, locked: false })
    app.state.update({ settings: { ...app.state.current.settings, pollInterval: 'slowest' } })
  }, 25 * minute)
  expect(slowest).toHaveLength(1)
})

test('reads an unchanged balance every 15 minutes until it changes', async () => {
  const { clock, from, service } = await reading()
  await clock.advance(4 * hour)
  expect((await from(() => {}, 2 * hour)).length).toBeLessThanOrEqual(8)
  service.creditCents += 1
  await clock.advance(20 * minute)
  expect((await from(() => {}, hour)).length).toBeGreaterThanOrEqual(11)
})

test('shows a reading on request, and the first one of a run, but no regular one', async () => {
  const { app, clock, organisation } = await reading()
  const shown: number[] = []
  app.state.subscribe(() => {
    if (organisation()?.refreshing) shown.push(clock.elapsed())
  })
  app.setWindowVisible(true)
  await clock.advance(5 * minute)
  expect(shown).toEqual([])
  const asked = app.organisations.get('org_1')?.balance.refresh()
  await Promise.resolve()
  expect(organisation()?.refreshing).toBe(true)
  await asked
  expect(organisation()?.refreshing).toBe(false)

  const made = await signedIn()
  await made.app.shutDown()
  const again = memoryApp(made)
  await again.app.start()
  expect(again.app.state.current.organisations[0]?.refreshing).toBe(true)
})

test('pauses while the screen is locked, and reads within five seconds after the unlock', async () => {
  const { app, from } = await reading()
  const locked = await from(() => app.setPower({ onBattery: false, locked: true }), 8 * hour)
  expect(locked).toEqual([])
  const unlocked = await from(() => app.setPower({ onBattery: false, locked: false }), 5000)
  expect(unlocked).toHaveLength(1)
})

test('pauses during a suspend, and reads within five seconds after the resume', async () => {
  const { app, clock, from } = await reading()
  app.suspend()
  expect(await from(() => {}, 30_000)).toEqual([])
  clock.jump(8 * hour)
  const woken = await from(() => {
    app.resume()
    void clock.wake()
  }, 5000)
  expect(woken).toHaveLength(1)
})

test('reads at once when the network is back, unless the balance is fresh', async () => {
  const { app, clock, from, service, organisation } = await reading()
  expect(await from(() => app.backOnline(), 5000)).toEqual([])
  service.before = () => failed(failure('offline', 'no network'))
  await clock.advance(hour)
  expect(organisation()?.trouble).not.toBeNull()
  expect(await from(() => app.backOnline(), 5000)).toHaveLength(1)
  expect(organisation()?.trouble).toBeNull()
})

test('marks a balance as outdated after three missed refreshes at the current interval', async () => {
  const { app, clock, organisation } = await reading()
  const { readAt = 0 } = organisation()?.balance ?? {}
  expect(organisation()?.staleAt).toBe(readAt + 3 * 5 * minute * 1.1)
  app.setWindowVisible(true)
  expect(organisation()?.staleAt).toBe(readAt + 3 * minute * 1.1)
  app.setWindowVisible(false)
  await clock.advance(10 * minute)
  const now = clock.now()
  expect(organisation()?.staleAt).toBeGreaterThan(now + 10 * minute)
})

test('stops after a sign-out, without a pending timer', async () => {
  const { commands, clock, from, service } = await reading()
  await commands['organisation.sign-out']({ organisationId: 'org_1', forget: false })
  await clock.advance(hour)
  expect(await from(() => {}, 24 * hour)).toEqual([])
  service.before = null
  expect(clock.waiting).toBe(0)
})

test('retries a failed reading on request soon, not only at the next regular time', async () => {
  const { app, clock, service, organisation } = await reading()
  const times: number[] = []
  const start = clock.elapsed()
  service.before = (request) => {
    if (!request.url.endsWith('/balance')) return undefined
    times.push(clock.elapsed() - start)
    return times.length === 1 ? failed(failure('offline', 'net::ERR_INTERNET_DISCONNECTED')) : undefined
  }
  await app.organisations.get('org_1')?.balance.refresh()
  expect(organisation()?.trouble?.failure.kind).toBe('offline')
  await clock.advance(20_000)
  expect(times).toEqual([0, 15_000 * jitter])
  expect(organisation()?.trouble).toBeNull()
})
