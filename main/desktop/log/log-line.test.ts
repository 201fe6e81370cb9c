import { expect, it } from 'vitest'
import { logLine } from './log-line.ts'

const at = new Date('2026-01-02T03:04:05.678Z')
const parsed = (details: Record<string, unknown>, event = 'tried') =>
  JSON.parse(logLine('info', event, details, at))

it('is one line of JSON that starts with time, level and event', () => {
  expect(logLine('warn', 'poll failed', { kind: 'offline', count: 3, last: true, until: null }, at)).toBe(
    '{"at":"2026-01-02T03:04:05.678Z","level":"warn","event":"poll failed",' +
      '"kind":"offline","count":3,"last":true,"until":null}',
  )
})

it('stays one line for any text', () => {
  const line = logLine('info', 'a\nb', { name: 'x\r\n{"level":"failure"}\u2028\u202e' }, at)
  expect(line).not.toMatch(/[\n\r\u2028\u202e]/)
})

it('truncates long text and omits objects', () => {
  expect(parsed({ why: 'word '.repeat(200) }).why.length).toBeLessThanOrEqual(300)
  expect(parsed({ error: new Error('x'), list: [1], object: {}, call: () => 1, 'odd name': 1 })).toEqual({
    at: at.toISOString(),
    level: 'info',
    event: 'tried',
  })
})

it('doesn’t let details overwrite time, level or event', () => {
  expect(parsed({ at: 'x', level: 'x', event: 'x' })).toEqual({
    at: at.toISOString(),
    level: 'info',
    event: 'tried',
  })
})

it('removes what looks like a secret', () => {
  const token = 'pt_at_abcdefghijklmnopqrstuvwxyz0123456789ABCDEF'
  for (const text of [`Bearer short`, `bearer ${token}`, `x=${token}&y`, `eyJ.${token}.z`]) {
    const { why } = parsed({ why: text })
    expect(why).not.toContain('short')
    expect(why).not.toContain('abcdefghijklmnop')
    expect(why).toContain('[removed]')
  }
  expect(parsed({ accessToken: 'x', password: 'x', deviceCode: 'x', apiKey: 'x' })).toMatchObject({
    accessToken: '[removed]',
    password: '[removed]',
    deviceCode: '[removed]',
    apiKey: '[removed]',
  })
  expect(parsed({ why: 'net::ERR_CONNECTION_REFUSED (127.0.0.1:4010)' }).why).toContain(
    'ERR_CONNECTION_REFUSED',
  )
})
