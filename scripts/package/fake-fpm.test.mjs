import { expect, test } from 'vitest'
import { controlOf, parseFpm, specOf } from './fake-fpm.mjs'

const args = [
  ...['-s', 'dir', '--force', '-t', 'deb', '-d', 'a | b', '-d', 'c', '--deb-recommends', 'd'],
  ...['--deb-compression', 'gz', '--architecture', 'amd64', '--description', 'short\n long text'],
  ...['--version', '1.0', '--package', 'x.deb', '--name', 'x', '--maintainer', 'm', '--vendor', 'v'],
  ...['--url', 'https://x.test/?a=b', '--license', 'MIT', '--deb-priority', 'optional'],
  ...['/app/=/opt/An App', 'x.xml=/usr/share/x.xml'],
]

test('writes the control file from electron-builder’s arguments', () => {
  const parsed = parseFpm(args)
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

test('rejects unknown arguments instead of ignoring them', () => {
  expect(() => parseFpm(['--config-files', '/etc/x'])).toThrow('--config-files')
})

test('writes the rpm spec with percent signs escaped', () => {
  const rpm = ['-t', 'rpm', '--rpm-os', 'linux', '--rpm-compression', 'xzmt', '--rpm-summary', '100%']
  const parsed = parseFpm([...args.filter((arg) => arg !== '-t' && arg !== 'deb'), ...rpm])
  const scripts = { after: 'echo %1', afterRemove: 'exit', files: ['/opt/a b/', '/opt/a b/c'] }
  const spec = specOf(parsed, '/tree', scripts)
  expect(spec).toContain('Summary: 100%%\n')
  expect(spec).toContain('Requires: a | b\nRequires: c\n')
  expect(spec).toContain(
    "cp -a '/tree/.' '%{buildroot}/'\n%post -p /bin/bash\necho %%1\n%postun -p /bin/bash\nexit",
  )
  expect(spec).toMatch(/%files\n%defattr\(-,root,root\)\n%dir "\/opt\/a b"\n"\/opt\/a b\/c"\n$/)
})
