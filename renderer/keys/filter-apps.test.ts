import { expect, test } from 'vitest'
import type { AppRow, KeyRow } from '../../preload/contract/index.ts'
import { filterApps } from './filter-apps.ts'

const key = (name: string): KeyRow => ({
  keyId: name,
  name,
  masked: null,
  createdAt: 0,
  createdBy: null,
  rotateDue: false,
  imported: null,
  status: { kind: 'alive' },
})
const app = (name: string, ...keys: string[]): AppRow => ({
  appId: name,
  name,
  listed: true,
  keys: keys.map(key),
})
const apps = [app('web-monitor', 'ci', 'staging'), app('research', 'prod-eu', 'web')]

const names = (query: string) =>
  filterApps(apps, query).map(({ name, keys }) => [name, ...keys.map((row) => row.name)])

test('lists everything for an empty query', () => {
  expect(filterApps(apps, '  ')).toBe(apps)
})

test('lists a matching app with all its keys, and a matching key with its app', () => {
  expect(names('web')).toEqual([
    ['web-monitor', 'ci', 'staging'],
    ['research', 'web'],
  ])
  expect(names('STAG')).toEqual([['web-monitor', 'staging']])
  expect(names('research prod')).toEqual([['research', 'prod-eu']])
  expect(names('nowhere')).toEqual([])
})
