#!/usr/bin/env node
/**
 * Stands in for fpm, which electron-builder makes deb and rpm packages with, where that can't be had: understands exactly
 * the arguments that electron-builder gives it and refuses all others. For tests only: it puts what electron-builder.yml
 * asks for (paths, dependencies, scripts) before the real dpkg and rpm; fpm's own work is not tested by it.
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

const single = [
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
const many = ['-d', '--deb-recommends', '--directories']

/**
 * @param {readonly string[]} words
 * @returns {{options: Record<string, string>, lists: Record<string, string[]>, files: {from: string, to: string}[]}}
 */
export function parseFpm(words) {
  const options = {}
  const lists = Object.fromEntries(many.map((name) => [name, []]))
  const files = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    const isFile = !word.startsWith('-') && word.includes('=')
    if (word === '--force') continue
    const [, list, value] = /^(--[\w-]+)=(.*)$/.exec(word) ?? []
    if (list && many.includes(list)) {
      lists[list].push(value)
      continue
    }
    if (isFile) {
      const split = word.lastIndexOf('=')
      files.push({ from: word.slice(0, split), to: word.slice(split + 1) })
    } else if (single.includes(word)) options[word] = words[++at]
    else if (many.includes(word)) lists[word].push(words[++at])
    else throw new Error(`This stand-in for fpm knows no ${word}`)
  }
  return { options, lists, files }
}

/** @returns {string} the text of a deb's `control` */
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

/** A folder that ends with a slash gives its content, as with fpm. */
function place(tree, { from, to }) {
  const target = join(tree, to)
  mkdirSync(dirname(target), { recursive: true })
  cpSync(from, target, { recursive: true, verbatimSymlinks: true })
}

/** The modes of what is installed are not left to the umask of whoever packs. */
function setModes(folder) {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) chmodSync(path, 0o755)
    else if (entry.isFile()) chmodSync(path, (statSync(path).mode & 0o100) === 0 ? 0o644 : 0o755)
  }
}

function makeDeb(tree, parsed) {
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

/** Macros begin with a percent sign; nothing of ours is one. */
const plain = (text) => text.replaceAll('%', '%%')

/**
 * @param {string} tree what is installed
 * @param {{after: string, afterRemove: string, files: readonly string[]}} content the scripts, and what is packed; a folder
 *   ends with a slash
 * @returns {string} the text of an rpm's spec file
 */
export function specOf({ options, lists }, tree, { after, afterRemove, files }) {
  return `Name: ${options['--name']}
Version: ${options['--version']}
Release: 1
Summary: ${plain(options['--rpm-summary'])}
License: ${options['--license']}
Vendor: ${options['--vendor']}
Packager: ${options['--maintainer']}
URL: ${plain(options['--url'])}
AutoReqProv: no
${lists['-d'].map((name) => `Requires: ${name}`).join('\n')}
%description
${plain(options['--description'])}
%install
cp -a '${tree}/.' '%{buildroot}/'
%post -p /bin/bash
${plain(after)}
%postun -p /bin/bash
${plain(afterRemove)}
%files
%defattr(-,root,root)
${files.map((path) => (path.endsWith('/') ? `%dir "${path.slice(0, -1)}"` : `"${path}"`)).join('\n')}
`
}

function makeRpm(tree, parsed) {
  const { options } = parsed
  const top = mkdtempSync(join(process.env.TMPDIR ?? tmpdir(), 'rpm-'))
  const owned = parsed.lists['--directories']
  const files = readdirSync(tree, { withFileTypes: true, recursive: true })
    .map((entry) => ({ entry, path: `/${relative(tree, join(entry.parentPath, entry.name))}` }))
    .filter(
      ({ entry, path }) =>
        !entry.isDirectory() || owned.some((folder) => `${path}/`.startsWith(`${folder}/`)),
    )
    .map(({ entry, path }) => (entry.isDirectory() ? `${path}/` : path))
  const after = readFileSync(options['--after-install'], 'utf8')
  const afterRemove = readFileSync(options['--after-remove'], 'utf8')
  const spec = join(top, 'package.spec')
  writeFileSync(spec, specOf(parsed, tree, { after, afterRemove, files }))
  const defines = {
    _topdir: top,
    _rpmfilename: 'made.rpm',
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
    cpSync(join(top, 'RPMS/made.rpm'), options['--package'])
  } finally {
    rmSync(top, { recursive: true, force: true })
  }
}

function run(command, words) {
  execFileSync(command, words, { stdio: ['ignore', 2, 2] })
}

const makers = { deb: makeDeb, rpm: makeRpm }

function make(words) {
  const parsed = parseFpm(words)
  const maker = makers[parsed.options['-t']]
  if (parsed.options['-s'] !== 'dir' || !maker) throw new Error('This stand-in makes deb and rpm of folders')
  const tree = mkdtempSync(join(process.env.TMPDIR ?? tmpdir(), 'tree-'))
  try {
    for (const file of parsed.files) place(tree, file)
    setModes(tree)
    maker(tree, parsed)
  } finally {
    rmSync(tree, { recursive: true, force: true })
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) make(process.argv.slice(2))
