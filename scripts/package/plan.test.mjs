import { expect, test } from 'vitest'
import { plan } from './plan.mjs'

const all = { hasHomepage: true, has: () => true }

test('Linux makes its four kinds for both architectures and names what other systems make', () => {
  const { packages, leftOut } = plan({ platform: 'linux', ...all })
  expect(packages).toHaveLength(8)
  expect(packages).toContainEqual({ target: 'deb', arch: 'arm64' })
  expect(leftOut).toEqual([
    { what: 'dmg, zip', why: 'needs macOS' },
    { what: 'nsis, zip', why: 'needs Windows' },
  ])
})

test('without a page of the project there is no deb and no rpm, and it says what to set', () => {
  const { packages, leftOut } = plan({ platform: 'linux', hasHomepage: false, has: () => true })
  expect(packages.map(({ target }) => target)).not.toContain('deb')
  expect(leftOut.filter(({ why }) => why.includes('PARALLEL_TRAY_HOMEPAGE'))).toHaveLength(2)
})

test('without rpmbuild there is no rpm', () => {
  const { packages, leftOut } = plan({ platform: 'linux', hasHomepage: true, has: () => false })
  expect(packages.map(({ target }) => target)).toContain('deb')
  expect(leftOut).toContainEqual({ what: 'rpm', why: expect.stringContaining('rpmbuild') })
})
