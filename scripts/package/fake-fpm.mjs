#!/usr/bin/env node
/**
 * A fake fpm, the packager that electron-builder downloads to build deb and rpm packages, for tests on machines that can't
 * download it. It accepts exactly the arguments that electron-builder passes, and builds with the real dpkg-deb and
 * rpmbuild. So the tests cover the paths, dependencies and scripts of electron-builder.yml, but not fpm itself.
 */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { sizeOf } from '../run/say.mjs'

const valueOptions = [
  '-s',
  '-t',
  '--deb-compression',
  '--architecture',
  '--after-install',
  '--after-remove',
  '--description',
  '--version',
  '--package',
  '--name',
  '--maintainer',
  '--vendor',
  '--url',
  '--deb-priority',
  '--rpm-os',
  '--rpm-compression',
  '--rpm-summary',
  '--license',
]
const listOptions = ['-d', '--deb-recommends', '--directories']

/**
 * @param {readonly string[]} args
 * @returns {{options: Record<string, string>, lists: Record<string, string[]>, files: {from: string, to: string}[]}}
 */
export function parseFpm(args) {
  const options = {}
  const lists = Object.fromEntries(listOptions.map((name) => [name, []]))
  const files = []
  for (let index = 0; index < args.length; index++) {
    const arg = args[index]
    const isFile = !arg.startsWith('-') && arg.includes('=')
    if (arg === '--force') continue
    const [, list, value] = /^(--[\w-]+)=(.*)$/.exec(arg) ?? []
    if (list && listOptions.includes(list)) {
      lists[list].push(value)
      continue
    }
    if (isFile) {
      const split = arg.lastIndexOf('=')
      files.push({ from: arg.slice(0, split), to: arg.slice(split + 1) })
    } else if (valueOptions.includes(arg)) options[arg] = args[++index]
    else if (listOptions.includes(arg)) lists[arg].push(args[++index])
    else throw new Error(`The fake fpm does not support ${arg}`)
  }
  return { options, lists, files }
}

/** @returns {string} the text of a deb's control file */
export function controlOf({ options, lists }, installedKilobytes) {
  const [summary = '', ...rest] = options['--description'].split('\n')
  const lines = {
    Package: options['--name'],
    Version: options['--version'],
    License: options['--license'],
    Vendor: options['--vendor'],
    Architecture: options['--architecture'],
    Maintainer: options['--maintainer'],
    'Installed-Size': String(installedKilobytes),
    Depends: lists['-d'].join(', '),
    Recommends: lists['--deb-recommends'].join(', '),
    Section: 'default',
    Priority: options['--deb-priority'],
    Homepage: options['--url'],
    Description: [summary, ...rest.map((line) => (line.startsWith(' ') ? line : ` ${line}`))].join('\n'),
  }
  return `${Object.entries(lines)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')}\n`
}

/** As in fpm, a source with a trailing slash stands for the folder's content. */
function copyInto(tree, { from, to }) {
  const target = join(tree, to)
  mkdirSync(dirname(target), { recursive: true })
  cpSync(from, target, { recursive: true, verbatimSymlinks: true })
}

/** Makes the modes of installed files independent of the umask. */
function setModes(folder) {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) chmodSync(path, 0o755)
    else if (entry.isFile()) chmodSync(path, (statSync(path).mode & 0o100) === 0 ? 0o644 : 0o755)
  }
}

function buildDeb(tree, parsed) {
  const { options } = parsed
  const kilobytes = Math.ceil(sizeOf(tree) / 1024)
  mkdirSync(join(tree, 'DEBIAN'))
  writeFileSync(join(tree, 'DEBIAN/control'), controlOf(parsed, kilobytes))
  for (const [name, option] of [
    ['postinst', '--after-install'],
    ['postrm', '--after-remove'],
  ]) {
    cpSync(options[option], join(tree, 'DEBIAN', name))
    chmodSync(join(tree, 'DEBIAN', name), 0o755)
  }
  const compression = options['--deb-compression'] === 'gz' ? ['-Zgzip', '-z1'] : ['-Zxz']
  run('dpkg-deb', ['--root-owner-group', ...compression, '--build', tree, options['--package']])
}

/** A percent sign starts an rpm macro. */
const escapeMacros = (text) => text.replaceAll('%', '%%')

/**
 * @param {string} tree the folder with the files to install
 * @param {{after: string, afterRemove: string, files: readonly string[]}} content the scripts, and the packed paths; those of
 *   folders end with a slash
 * @returns {string} the text of an rpm spec file
 */
export function specOf({ options, lists }, tree, { after, afterRemove, files }) {
  return `Name: ${options['--name']}
Version: ${options['--version']}
Release: 1
Summary: ${escapeMacros(options['--rpm-summary'])}
License: ${options['--license']}
Vendor: ${options['--vendor']}
Packager: ${options['--maintainer']}
URL: ${escapeMacros(options['--url'])}
AutoReqProv: no
${lists['-d'].map((name) => `Requires: ${name}`).join('\n')}
%description
${escapeMacros(options['--description'])}
%install
cp -a '${tree}/.' '%{buildroot}/'
%post -p /bin/bash
${escapeMacros(after)}
%postun -p /bin/bash
${escapeMacros(afterRemove)}
%files
%defattr(-,root,root)
${files.map((path) => (path.endsWith('/') ? `%dir "${path.slice(0, -1)}"` : `"${path}"`)).join('\n')}
`
}

function buildRpm(tree, parsed) {
  const { options } = parsed
  const top = mkdtempSync(join(process.env.TMPDIR ?? tmpdir(), 'rpm-'))
  const ownedFolders = parsed.lists['--directories']
  const files = readdirSync(tree, { withFileTypes: true, recursive: true })
    .map((entry) => ({ entry, path: `/${relative(tree, join(entry.parentPath, entry.name))}` }))
    .filter(
      ({ entry, path }) =>
        !entry.isDirectory() || ownedFolders.some((folder) => `${path}/`.startsWith(`${folder}/`)),
    )
    .map(({ entry, path }) => (entry.isDirectory() ? `${path}/` : path))
  const after = readFileSync(options['--after-install'], 'utf8')
  const afterRemove = readFileSync(options['--after-remove'], 'utf8')
  const spec = join(top, 'package.spec')
  writeFileSync(spec, specOf(parsed, tree, { after, afterRemove, files }))
  const defines = {
    _topdir: top,
    _rpmfilename: 'package.rpm',
    _binary_payload: 'w1.gzdio',
    _build_id_links: 'none',
    __os_install_post: '%{nil}',
    debug_package: '%{nil}',
  }
  try {
    run('rpmbuild', [
      ...Object.entries(defines).flatMap(([name, value]) => ['--define', `${name} ${value}`]),
      ...['--target', options['--architecture'], '--quiet', '-bb', spec],
    ])
    cpSync(join(top, 'RPMS/package.rpm'), options['--package'])
  } finally {
    rmSync(top, { recursive: true, force: true })
  }
}

function run(command, args) {
  execFileSync(command, args, { stdio: ['ignore', 2, 2] })
}

const builders = { deb: buildDeb, rpm: buildRpm }

function main(args) {
  const parsed = parseFpm(args)
  const build = builders[parsed.options['-t']]
  if (parsed.options['-s'] !== 'dir' || !build)
    throw new Error('The fake fpm builds only deb and rpm packages from folders')
  const tree = mkdtempSync(join(process.env.TMPDIR ?? tmpdir(), 'tree-'))
  try {
    for (const file of parsed.files) copyInto(tree, file)
    setModes(tree)
    build(tree, parsed)
  } finally {
    rmSync(tree, { recursive: true, force: true })
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv.slice(2))
