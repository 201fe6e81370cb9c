import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { readDocument, upgradeFrom } from './upgrade.ts'

/** A made-up document that has changed twice: a name became two, and the two got a list around them. */
const first = v.object({ version: v.literal(1), name: v.string() })
const second = v.object({ version: v.literal(2), given: v.string(), family: v.string() })
const person = v.object({ given: v.string(), family: v.string() })
const third = v.object({ version: v.literal(3), people: v.array(person) })

const upgrades = [
  upgradeFrom(first, ({ name }) => {
    const [given = '', ...family] = name.split(' ')
    return { version: 2, given, family: family.join(' ') }
  }),
  upgradeFrom(second, ({ given, family }) => ({ version: 3, people: [{ given, family }] })),
]
const read = (found: unknown) => readDocument(found, third, upgrades)

describe('upgrades', () => {
  it('go from any version to the newest, step by step', () => {
    const newest = { version: 3, people: [{ given: 'Ada', family: 'Halden Byron' }] }
    for (const found of [
      { version: 1, name: 'Ada Halden Byron' },
      { version: 2, given: 'Ada', family: 'Halden Byron' },
      newest,
    ]) {
      expect(read(found)).toEqual({ kind: 'understood', document: newest })
    }
  })

  it('leave a newer document alone', () => {
    expect(read({ version: 4, people: 'elsewhere' })).toEqual({ kind: 'newer' })
  })

  it('do not guess what a spoilt document meant', () => {
    for (const found of [
      null,
      [],
      'text',
      {},
      { version: '1', name: 'Ada' },
      { version: 0, name: 'Ada' },
      { version: 1.5, name: 'Ada' },
      { version: -1, name: 'Ada' },
      { version: 1 },
      { version: 2, given: 'Ada' },
      { version: 3 },
    ]) {
      expect(read(found), JSON.stringify(found)).toEqual({ kind: 'unreadable' })
    }
  })

  it('change nothing of what they are given, and come to the same each time', () => {
    const any = fc.oneof(
      fc.record({ version: fc.constant(1), name: fc.string() }),
      fc.record({ version: fc.constant(2), given: fc.string(), family: fc.string() }),
    )
    fc.assert(
      fc.property(any, (found) => {
        const before = JSON.stringify(found)
        const once = read(found)
        expect(JSON.stringify(found)).toBe(before)
        expect(read(found)).toEqual(once)
        // What was upgraded and written is read as it is.
        if (once.kind !== 'understood') throw new Error(`not understood: ${before}`)
        expect(read(JSON.parse(JSON.stringify(once.document)))).toEqual(once)
      }),
    )
  })

  it('never throw, whatever lies on the disk', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: -1, max: 5 }), (value, version) => {
        const found = typeof value === 'object' && value !== null ? { ...value, version } : value
        expect(['understood', 'newer', 'unreadable']).toContain(read(found).kind)
      }),
    )
  })
})
