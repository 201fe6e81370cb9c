import { describe, expect, it } from 'vitest'
import type { RunTool } from '../system/session-bus.ts'
import { hasTrayHost } from './tray-host.ts'

/** Answers per tool: to "is the watcher there?", then to "is a host registered?". */
function desktop(answers: Readonly<Record<string, readonly (string | null)[]>>): RunTool {
  return async (command, words) => {
    const known = answers[command]
    if (known === undefined) return 'absent'
    const isSecond =
      words.includes('IsStatusNotifierHostRegistered') || words.join().includes('HostRegistered')
    const output = known[isSecond ? 1 : 0]
    return output === null || output === undefined ? 'failed' : { output }
  }
}

describe('hasTrayHost', () => {
  it.each([
    ['gdbus', '(true,)\n', '(<true>,)\n'],
    ['dbus-send', '   boolean true\n', '   variant       boolean true\n'],
    ['busctl', 'b true\n', 'b true\n'],
  ])('understands %s', async (tool, there, registered) => {
    expect(await hasTrayHost('linux', desktop({ [tool]: [there, registered] }))).toBe(true)
    expect(
      await hasTrayHost('linux', desktop({ [tool]: [there, registered.replace('true', 'false')] })),
    ).toBe(false)
    expect(await hasTrayHost('linux', desktop({ [tool]: [there.replace('true', 'false')] }))).toBe(false)
  })

  it('returns unknown when the bus doesn’t answer', async () => {
    expect(await hasTrayHost('linux', desktop({}))).toBe('unknown')
    expect(await hasTrayHost('linux', desktop({ gdbus: [null] }))).toBe('unknown')
    expect(await hasTrayHost('linux', desktop({ gdbus: ['(true,)', null] }))).toBe('unknown')
    expect(await hasTrayHost('linux', desktop({ gdbus: ['nonsense'] }))).toBe('unknown')
  })

  it('skips the bus on systems that always have a tray', async () => {
    const nobody: RunTool = () => Promise.reject(new Error('asked'))
    expect(await hasTrayHost('darwin', nobody)).toBe(true)
    expect(await hasTrayHost('win32', nobody)).toBe(true)
  })
})
