import { expect, test } from 'vitest'
import { plan } from './plan.mjs'

const all = { hasHomepage: true, has: () => true }
const kinds = ({ builds }) => builds.flatMap(({ targets }) => targets)

test('each system makes its own kinds and names what other systems make', () => {
  const { builds, leftOut } = plan({ platform: 'linux', ...all })
  expect(kinds({ builds })).toEqual(['tar.gz', 'AppImage', 'deb', 'rpm'])
  expect(leftOut).toEqual([
    { what: 'dmg, zip', why: 'needs macOS' },
    { what: 'zip, nsis', why: 'needs Windows' },
  ])
  expect(kinds(plan({ platform: 'darwin', ...all }))).toEqual(['dmg', 'zip'])
  expect(kinds(plan({ platform: 'win32', ...all }))).toEqual(['zip', 'nsis'])
})

test('what is unpacked by hand comes from an app that knows of no updates', () => {
  for (const [platform, byHand] of [
    ['linux', 'tar.gz'],
    ['win32', 'zip'],
  ]) {
    const { builds } = plan({ platform, ...all })
    expect(builds.filter(({ updates }) => !updates).map(({ targets }) => targets)).toEqual([[byHand]])
  }
})

test('without a page of the project there is no deb and no rpm, and it says what to set', () => {
  const { builds, leftOut } = plan({ platform: 'linux', hasHomepage: false, has: () => true })
  expect(kinds({ builds })).toEqual(['tar.gz', 'AppImage'])
  expect(leftOut.filter(({ why }) => why.includes('PARALLEL_TRAY_HOMEPAGE'))).toHaveLength(2)
})

test('what lacks its tool is left out, and the tool is named with its package', () => {
  const without = (tool) => plan({ platform: 'linux', hasHomepage: true, has: (name) => name !== tool })
  expect(kinds(without('rpmbuild'))).toEqual(['tar.gz', 'AppImage', 'deb'])
  expect(without('rpmbuild').leftOut).toContainEqual({
    what: 'rpm',
    why: expect.stringContaining('apt-get install rpm'),
  })
  expect(kinds(without('xz'))).toEqual(['tar.gz', 'AppImage'])
})

test('a system that is none of the three makes nothing', () => {
  expect(plan({ platform: 'freebsd', ...all }).builds).toEqual([])
})
