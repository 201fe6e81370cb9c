/** What the compiler can't see of the languages: nothing too much, nothing empty, nothing left in English. */
import { expect, test } from 'vitest'
import { languages } from '../preload/contract/index.ts'
import { load as loadDesktop } from './desktop.ts'
import { load as loadWindow } from './index.ts'
import { otherWords } from './systems.ts'

/** All catalogues of a language. */
async function load(language: (typeof languages)[number]) {
  const window = await loadWindow(language)
  return { window, later: await window.later(), desktop: await loadDesktop(language) }
}

type Entry = readonly [path: string, value: unknown]

function entries(value: unknown, path = ''): readonly Entry[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[path, value]]
  return Object.entries(value).flatMap(([name, one]) => entries(one, path === '' ? name : `${path}.${name}`))
}

const others = languages.filter((language) => language !== 'en')

test.each(others)('%s says what English says, no more and no less', async (language) => {
  const paths = async (one: typeof language | 'en') => entries(await load(one)).map(([path]) => path)
  expect((await paths(language)).sort()).toEqual((await paths('en')).sort())
})

test.each(others)('%s has words everywhere', async (language) => {
  const empty = entries(await load(language)).filter(
    ([path, value]) => value === '' && !path.endsWith('time.betweenSentences'),
  )
  const english = new Map(entries(await load('en')))
  expect(empty.filter(([path]) => english.get(path) !== '').map(([path]) => path)).toEqual([])
})

test.each(others)('%s is hardly ever the same as English', async (language) => {
  const english = new Map(entries(await load('en')))
  const same = entries(await load(language)).filter(
    ([path, value]) =>
      typeof value === 'string' && value.length > 20 && value.includes(' ') && english.get(path) === value,
  )
  expect(english.size).toBeGreaterThan(500)
  expect(same.map(([path]) => path)).toEqual([])
})

test.each(others)('%s has other words for macOS and Windows where English has them', async (language) => {
  const paths = async (one: typeof language | 'en', platform: 'mac' | 'windows') =>
    entries(await otherWords(one, platform)).map(([path]) => path)
  for (const platform of ['mac', 'windows'] as const)
    expect((await paths(language, platform)).sort()).toEqual((await paths('en', platform)).sort())
})

test('other words replace the sentences that differ, and only those', async () => {
  const [linux, mac] = [await loadWindow('en'), await loadWindow('en', 'mac')]
  const own = entries(linux).filter(([, value]) => typeof value === 'string')
  const differing = own.filter(([path, value]) => new Map(entries(mac)).get(path) !== value)
  expect(differing.length).toBeGreaterThan(0)
  expect(differing.length).toBeLessThan(20)
})

test.each(languages)('the sections of %s fit five to a window of 360 px', async (language) => {
  const { overview, keys, activity, session, settings } = (await loadWindow(language)).nav
  // Wide characters count twice.
  const width = (name: string) =>
    [...name].reduce((sum, one) => sum + (/[\u2e80-\uffef]/.test(one) ? 2 : 1), 0)
  for (const name of [overview, keys, activity, session, settings])
    expect(width(name), name).toBeLessThanOrEqual(13)
})
