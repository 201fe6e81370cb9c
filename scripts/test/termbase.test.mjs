/** The catalogues keep to `docs/words.md`: no word that it rules out is in the language's strings. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = new URL('../..', import.meta.url)
const termbase = readFileSync(new URL('docs/words.md', root), 'utf8')
const folders = {
  English: 'en',
  German: 'de',
  Spanish: 'es',
  French: 'fr',
  Japanese: 'ja',
  'Brazilian Portuguese': 'pt-BR',
  'Simplified Chinese': 'zh-CN',
}

/** The column "never" of a language's table. */
function forbidden(language) {
  const section = termbase.split(/^## /m).find((text) => text.startsWith(`${language}\n`)) ?? ''
  const rows = section.split('\n').filter((line) => line.startsWith('|'))
  return rows.slice(2).flatMap((row) => {
    const never = row.split('|').at(3)?.trim() ?? ''
    return never === '' ? [] : never.split(', ')
  })
}

/** The strings in a catalogue, without its code and comments. */
function strings(folder) {
  const path = new URL(`words/${folder}/`, root)
  return readdirSync(path).flatMap((file) => {
    const source = readFileSync(new URL(file, path), 'utf8').replace(/^import .*$/gm, '')
    // Names of commands and kinds are strings, too.
    const isName = (text) => /^[a-z]+(?:[.-][a-z]+)+$/.test(text)
    return Array.from(source.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g), ([, quoted, template]) =>
      (quoted ?? template ?? '').replace(/\$\{[^}]*\}/g, ' '),
    ).filter((text) => !isName(text))
  })
}

test.each(Object.entries(folders))(
  'the %s catalogue has no word that the termbase rules out',
  (language, folder) => {
    const words = forbidden(language)
    expect(words.length).toBeGreaterThan(3)
    const isLatin = (word) => /\p{Script=Latin}/u.test(word)
    const found = words.flatMap((word) => {
      const pattern = new RegExp(isLatin(word) ? `(?<![\\p{L}-])${word}(?![\\p{L}-])` : word, 'iu')
      return strings(folder)
        .filter((text) => pattern.test(text))
        .map((text) => `${word}: ${text}`)
    })
    expect(found).toEqual([])
  },
)

test('no code glues the sign of the currency to an amount', () => {
  const sources = ['main', 'renderer', 'words', 'preload'].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root), { recursive: true, withFileTypes: true })
      .filter(({ name }) => /(?<!\.test)\.tsx?$/.test(name))
      .map(({ parentPath, name }) => join(parentPath, name)),
  )
  expect(sources.length).toBeGreaterThan(300)
  // `format.ts` is where amounts come from.
  const others = sources.filter((file) => !file.endsWith('format.ts'))
  const glued = others.filter((file) => /['"`](?:US)?\$['"`]|\$\$\{/.test(readFileSync(file, 'utf8')))
  expect(glued).toEqual([])
})
