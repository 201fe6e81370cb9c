import { expect, test } from 'vitest'
import { failure } from '../parallel/failures.ts'
import { RecentFailures, requestName } from './recent-failures.ts'

test('counts equal failures, with the newest reference, most recent last', () => {
  const failures = new RecentFailures()
  failures.record('GET /a', failure('server', '502', { reference: 'first' }), 1000)
  failures.record('GET /b', failure('server', '502'), 2000)
  failures.record('GET /a', failure('server', '502', { reference: 'second' }), 3000)
  expect(failures.all).toMatchObject([
    { what: 'GET /b', count: 1 },
    { what: 'GET /a', count: 2, firstAt: 1000, lastAt: 3000, failure: { reference: 'second' } },
  ])
})

test('is limited in number', () => {
  const failures = new RecentFailures()
  for (let count = 0; count < 100; count++) failures.record('GET /a', failure('server', `${count}`), count)
  expect(failures.all.map(({ lastAt }) => lastAt)).toEqual(Array.from({ length: 20 }, (_, at) => 80 + at))
})

test.each([
  ['GET', 'https://x/account/service/v1/apps', 'GET /account/service/v1/apps'],
  ['DELETE', 'https://x/service/v1/apps/app_1f/keys/9-b', 'DELETE /service/v1/apps/…/keys/…'],
  ['POST', 'https://x/getServiceKeys/device/code?a=b', 'POST /getServiceKeys/device/code'],
  ['DELETE', 'https://x/apps/a%20b', 'DELETE /apps/…'],
])('%s %s is called %s', (method, address, name) => {
  expect(requestName(method, address)).toBe(name)
})
