/**
 * One file of each document as the app writes it: a change of the format that keeps the version number, and so would
 * lose what users have on their disks, fails here.
 */
import { expect, it } from 'vitest'
import { FiredAlerts } from '../organisation/balance/alerts-document.ts'
import { LastReadings } from '../organisation/balance/last-reading.ts'
import { ChosenLimits } from '../organisation/limits.ts'
import { Quiet } from '../organisation/snooze.ts'
import { MemoryStore } from '../testing/memory-ports.ts'
import { Installation } from './installation.ts'
import { OwnRelaunch } from './own-relaunch.ts'
import { SealedProxyPasswords } from './proxy-passwords.ts'
import { ChosenSettings } from './settings.ts'
import { Told } from './told.ts'
import { UpdateCheck } from './update-check.ts'

const serviceApiUrl = 'https://api.parallel.ai/account'

function opened<T>(name: string, text: string, open: (store: MemoryStore, events: typeof silent) => T): T {
  const store = new MemoryStore()
  store.files.set(name, text)
  return open(store, silent)
}

/** Told of anything, the test fails. */
const silent = {
  onWritten: (written: unknown) => expect(written).toMatchObject({ ok: true }),
  onStrange: (file: string) => expect.fail(`${file} was not understood`),
}

it('settings 1', () => {
  const settings = {
    openAtLogin: true,
    startHidden: true,
    closeToTray: false,
    shortcut: 'Control+Alt+P',
    pace: 'slower',
    notifications: false,
    theme: 'dark',
    language: 'en',
    besideIcon: 'balance',
  }
  const text = `{"version":1,"settings":${JSON.stringify(settings)}}`
  expect(
    opened('settings', text, (store, events) => new ChosenSettings(store, events)).current,
  ).toMatchObject(settings)
})

it('limits 1', () => {
  const limits = {
    spendableBelowCents: 2500,
    daysLeftBelow: null,
    spentWithinHourCents: 100,
    topUpPerDayCents: null,
    rotateAfterDays: 90,
  }
  const text = `{"version":1,"organisations":[{"serviceApiUrl":"${serviceApiUrl}","organisationId":"org_1","limits":${JSON.stringify(limits)}}]}`
  const chosen = opened('limits', text, (store, events) => new ChosenLimits(store, serviceApiUrl, events))
  expect(chosen.get('org_1')).toEqual(limits)
})

it('installation 1', () => {
  const text = '{"version":1,"clientIds":{"https://platform.parallel.ai":"client-7"}}'
  const installation = opened('installation', text, (store, events) => new Installation(store, events))
  expect(installation.clientId('https://platform.parallel.ai')).toBe('client-7')
})

it('readings 1', () => {
  const balance = {
    creditCents: 19670.5,
    heldCents: 1250,
    spendableCents: 18420.5,
    invoiced: false,
    readAt: 1768478400000,
  }
  const text = `{"version":1,"readings":[{"serviceApiUrl":"${serviceApiUrl}","organisationId":"org_1","balance":${JSON.stringify(balance)}}]}`
  const readings = opened('readings', text, (store, events) => new LastReadings(store, serviceApiUrl, events))
  expect(readings.get('org_1')).toEqual(balance)
})

it('alerts 1', () => {
  const held = '[{"kind":"spending","since":7},{"kind":"days-left","since":1768478400000}]'
  const text = `{"version":1,"organisations":[{"serviceApiUrl":"${serviceApiUrl}","organisationId":"org_1","alerts":${held}}]}`
  const fired = opened('alerts', text, (store, events) => new FiredAlerts(store, serviceApiUrl, events))
  expect(fired.get('org_1')).toEqual(JSON.parse(held))
})

it('told 1', () => {
  const text = '{"version":1,"told":["no-tray"],"causes":["ended org_1 1768478400000"]}'
  const told = opened('told', text, (store, events) => new Told(store, events))
  expect(told.firstTime('no-tray')).toBe(false)
  expect(told.isTold('ended org_1 1768478400000')).toBe(true)
})

it('quiet 1', () => {
  const text = `{"version":1,"quiet":[{"serviceApiUrl":"${serviceApiUrl}","organisationId":"org_1","until":1768521600000}]}`
  const quiet = opened('quiet', text, (store, events) => new Quiet(store, serviceApiUrl, events))
  expect(quiet.until('org_1')).toBe(1768521600000)
})

it('own-relaunch 1', () => {
  const text = '{"version":1,"at":1768478400000}'
  expect(opened('own-relaunch', text, (store, events) => new OwnRelaunch(store, events)).at).toBe(
    1768478400000,
  )
})

it('update-check 1', () => {
  const text = '{"version":1,"upToDateAt":1768478400000,"toldOf":"0.2.0"}'
  const check = opened('update-check', text, (store, events) => new UpdateCheck(store, events))
  expect(check.upToDateAt).toBe(1768478400000)
  expect(check.firstTime('0.2.0')).toBe(false)
})

it('proxy 1', () => {
  const password = {
    proxy: 'proxy.example:3128',
    realm: 'Corporate',
    scheme: 'basic',
    username: 'ada',
    sealed: 'djEx',
  }
  const text = `{"version":1,"passwords":[${JSON.stringify(password)}]}`
  const kept = opened('proxy', text, (store, events) => new SealedProxyPasswords(store, events))
  expect(kept.all).toEqual([password])
})
