import { expect, test } from 'vitest'
import { plan } from './plan.mjs'

const all = { hasHomepage: true, has: () => true }
const kinds = ({ builds }) => builds.flatMap(({ targets }) => targets)

test('plans the packages of each system and lists those of the others as left out', () => {
  const { builds, leftOut } = plan({ platform: 'linux', ...all })
  expect(kinds({ builds })).toEqual(['tar.gz', 'AppImage', 'deb', 'rpm'])
  expect(leftOut).toEqual([
    { what: 'dmg, zip', why: 'needs macOS' },
    { what: 'zip, nsis', why: 'needs Windows' },
  ])
  expect(kinds(plan({ platform: 'darwin', ...all }))).toEqual(['dmg', 'zip'])
  expect(kinds(plan({ platform: 'win32', ...all }))).toEqual(['zip', 'nsis'])
})

test('builds archives from an app without update metadata', () => {
  for (const [platform, byHand] of [
    ['linux', 'tar.gz'],
    ['win32', 'zip'],
  ]) {
    const { builds } = plan({ platform, ...all })
    expect(builds.filter(({ updates }) => !updates).map(({ targets }) => targets)).toEqual([[byHand]])
  }
})

test('leaves deb and rpm out without a homepage, and says which variable to set', () => {
  const { builds, leftOut } = plan({ platform: 'linux', hasHomepage: false, has: () => true })
  expect(kinds({ builds })).toEqual(['tar.gz', 'AppImage'])
  expect(leftOut.filter(({ why }) => why.includes('PARALLEL_TRAY_HOMEPAGE'))).toHaveLength(2)
})

test('leaves out what lacks its tool, and names the tool and its package', () => {
  const without = (tool) => plan({ platform: 'linux', hasHomepage: true, has: (name) => name !== tool })
  expect(kinds(without('rpmbuild'))).toEqual(['tar.gz', 'AppImage', 'deb'])
  expect(without('rpmbuild').leftOut).toContainEqual({
    what: 'rpm',
    why: expect.stringContaining('apt-get install rpm'),
  })
  expect(kinds(without('xz'))).toEqual(['tar.gz', 'AppImage'])
})

test('plans nothing on an unknown system', () => {
  expect(plan({ platform: 'freebsd', ...all }).builds).toEqual([])
})
