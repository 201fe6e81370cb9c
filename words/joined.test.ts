/** Sentences that are put together from parts, with few and many things, the longest names, and the language's dates. */
import { expect, test } from 'vitest'
import { type Language, languages } from '../preload/contract/index.ts'
import { load as loadDesktop } from './desktop.ts'
import { date, moment, money } from './format.ts'
import { load as loadWindow, speak } from './index.ts'

const longName = 'Ünïted Wörldwide Research Foundation for Distributed Systems '.repeat(2).trim()
const at = new Date(2026, 11, 14, 14, 8).getTime()

type Said = readonly [path: string, text: string]
/** What each parameter is given, by its name. */
type Given = { readonly count: number; readonly when: string }

async function everythingSaid(language: Language): Promise<readonly Said[]> {
  const window = await loadWindow(language)
  const catalogues = { window, later: await window.later(), desktop: await loadDesktop(language) }
  const times = [date(at, at), moment(at, 0), moment(at, at)]
  return [1, 2, 5, 21].flatMap((count) => times.flatMap((when) => said(catalogues, '', { count, when })))
}

/** Calls every function; those that want a list or a value of their own are left out. */
function said(value: unknown, path: string, given: Given): readonly Said[] {
  if (typeof value === 'function') {
    const [, parameters = ''] = /^\(([^)]*)\)|^/.exec(value.toString()) ?? []
    try {
      return texts(value(...parameters.split(',').map((name) => argument(name.trim(), path, given))), path)
    } catch {
      return []
    }
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) => said(one, `${path}.${name}`, given))
}

function argument(name: string, path: string, { count, when }: Given): string | number {
  const amount = money(count * 100).text
  // A limit's old and new amount.
  if (path.includes('.consent.') && /^(?:from|to)$/.test(name)) return amount
  if (/^(?:when|date|until|since|time|from|to)$/.test(name)) return when
  if (
    /^(?:count|counted|all|days|keys|organisations|readings|seconds|minutes|hours|checked|next)$/.test(name)
  )
    return count
  if (/^(?:amount|limit|spendable|perDay|least|most|held|left|first|last|here|inFile)$/.test(name))
    return amount
  return longName
}

function texts(result: unknown, path: string): readonly Said[] {
  if (typeof result === 'string') return [[path, result]]
  // A phrase with something in it, or a title and a text.
  if (Array.isArray(result)) return [[path, result.join('')]]
  if (typeof result !== 'object' || result === null || result instanceof Promise) return []
  return Object.entries(result).flatMap(([name, one]) => texts(one, `${path}.${name}`))
}

test.each(languages)('%s joins its sentences without gaps, doubled marks or holes', async (language) => {
  speak(await loadWindow(language))
  const all = await everythingSaid(language)
  expect(all.length).toBeGreaterThan(500)
  const broken = / {2}|undefined|\[object|(?<!\.)\.\.(?!\.)|。。|，，|,,|\s[,.](?:\s|$)|^\s|\s$/
  expect(all.filter(([, text]) => broken.test(text))).toEqual([])
})
