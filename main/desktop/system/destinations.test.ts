import { describe, expect, it } from 'vitest'
import { commandArguments } from '../../../preload/contract/index.ts'
import { destinationAddress, mayOpen } from './destinations.ts'

const parallel = 'https://platform.parallel.ai'
const local = 'http://127.0.0.1:4010'

describe('mayOpen', () => {
  it.each(['https://example.com/a?b#c', 'https://127.0.0.1/'])('opens %s', (address) => {
    expect(mayOpen(address, parallel)).toBe(true)
  })

  it.each([
    'http://example.com/',
    'http://127.0.0.1/',
    'https://user@example.com/',
    'https://:pass@example.com/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'smb://host/share',
    'ms-msdt:/id',
    'parallel-tray://app/',
    'https://',
    'no address',
    '',
    `https://example.com/${'x'.repeat(2048)}`,
  ])('doesn’t open %s', (address) => {
    expect(mayOpen(address, parallel)).toBe(false)
  })

  it('opens http on this computer only if the platform runs there', () => {
    expect(mayOpen('http://127.0.0.1:4010/x', local)).toBe(true)
    expect(mayOpen('http://localhost:1/x', local)).toBe(true)
    expect(mayOpen('http://localhost.evil.com/x', local)).toBe(false)
    expect(mayOpen('http://example.com/x', local)).toBe(false)
  })
})

it('has an allowed address for every destination', () => {
  const destinations = commandArguments['link.open'].entries.destination.options
  for (const platformUrl of [parallel, local]) {
    for (const destination of destinations) {
      expect(mayOpen(destinationAddress(destination, platformUrl), platformUrl)).toBe(true)
    }
  }
  expect(destinationAddress('billing', local)).toBe(`${local}/settings`)
})
