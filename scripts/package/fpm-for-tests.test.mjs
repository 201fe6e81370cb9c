import { expect, test } from 'vitest'
import { controlOf, parseFpm } from './fpm-for-tests.mjs'

const words = [
  ...['-s', 'dir', '--force', '-t', 'deb', '-d', 'a | b', '-d', 'c', '--deb-recommends', 'd'],
  ...['--deb-compression', 'gz', '--architecture', 'amd64', '--description', 'short\n long text'],
  ...['--version', '1.0', '--package', 'x.deb', '--name', 'x', '--maintainer', 'm', '--vendor', 'v'],
  ...['--url', 'https://x.test/?a=b', '--license', 'MIT', '--deb-priority', 'optional'],
  ...['/app/=/opt/An App', 'x.xml=/usr/share/x.xml'],
]

test('what electron-builder says becomes the control file', () => {
  const parsed = parseFpm(words)
  expect(parsed.files).toEqual([
    { from: '/app/', to: '/opt/An App' },
    { from: 'x.xml', to: '/usr/share/x.xml' },
  ])
  expect(controlOf(parsed, 12)).toBe(
    `Package: x
Version: 1.0
License: MIT
Vendor: v
Architecture: amd64
Maintainer: m
Installed-Size: 12
Depends: a | b, c
Recommends: d
Section: default
Priority: optional
Homepage: https://x.test/?a=b
Description: short
 long text
`,
  )
})

test('what it does not know it refuses, so that nothing is left out in silence', () => {
  expect(() => parseFpm(['--config-files', '/etc/x'])).toThrow('--config-files')
})
