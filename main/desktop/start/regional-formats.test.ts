import { describe, expect, test } from 'vitest'
import { regionalFormats } from './regional-formats.ts'

const linux = (env: Record<string, string>) => regionalFormats({ platform: 'linux', env, systemLocale: '' })

describe('on Linux, the locale categories of the environment', () => {
  test.each([
    [{ LANG: 'en_US.UTF-8' }, ['en-US', 'en-US', 'en-US']],
    [{ LANG: 'en_US.UTF-8', LC_TIME: 'de_DE.UTF-8' }, ['de-DE', 'en-US', 'en-US']],
    [{ LANG: 'en_US.UTF-8', LC_NUMERIC: 'de_DE', LC_MONETARY: 'de_CH.utf8' }, ['en-US', 'de-DE', 'de-CH']],
    [{ LANG: 'en_US.UTF-8', LC_TIME: 'de_DE', LC_ALL: 'fr_FR.UTF-8' }, ['fr-FR', 'fr-FR', 'fr-FR']],
    // An empty variable counts as unset.
    [{ LANG: 'de_DE', LC_ALL: '', LC_TIME: '' }, ['de-DE', 'de-DE', 'de-DE']],
    [{ LANG: 'sr_RS.UTF-8@latin' }, ['sr-Latn-RS', 'sr-Latn-RS', 'sr-Latn-RS']],
    [{ LANG: 'de_AT@euro' }, ['de-AT', 'de-AT', 'de-AT']],
    [{ LANG: 'de_DE', LC_TIME: 'en_US.UTF-8', LC_NUMERIC: 'C' }, ['en-US', null, 'de-DE']],
  ])('%j', (env, [times, numbers, money]) => {
    expect(linux(env)).toEqual({ times, numbers, money })
  })

  test.each(['C', 'POSIX', 'C.UTF-8', '../../etc', 'de_', '💶'])('%s names no format', (LANG) => {
    expect(linux({ LANG })).toEqual({ times: null, numbers: null, money: null })
  })
})

describe('on Windows and macOS, the regional format of the system', () => {
  test.each([
    ['win32', 'fi-FI', 'fi-FI'],
    ['darwin', 'en_DE', 'en-DE'],
    // macOS adds what the user has changed: the region, the calendar.
    ['darwin', 'en_US@rg=dezzzz', 'en-DE'],
    ['darwin', 'en-US-u-rg-gbzzzz', 'en-GB'],
    ['darwin', 'zh-Hans_TW@calendar=roc', 'zh-Hans-TW'],
    ['win32', '', null],
  ] as const)('%s: %j is %j, whatever the environment says', (platform, systemLocale, tag) => {
    const formats = regionalFormats({ platform, env: { LC_ALL: 'ja_JP' }, systemLocale })
    expect(formats).toEqual({ times: tag, numbers: tag, money: tag })
  })
})
