#!/usr/bin/env node
/**
 * Stands in for fpm, which electron-builder makes deb packages with, where that can't be had: understands exactly the
 * arguments that electron-builder gives it and refuses all others. For tests only: it puts what electron-builder.yml
 * asks for (paths, dependencies, scripts) before the real dpkg; fpm's own work is not tested by it.
 */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
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
  '--license',
]
const many = ['-d', '--deb-recommends']

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

function makeDeb(words) {
  const parsed = parseFpm(words)
  const { options } = parsed
  if (options['-s'] !== 'dir' || options['-t'] !== 'deb')
    throw new Error('This stand-in makes deb of folders')
  const tree = mkdtempSync(join(process.env.TMPDIR ?? tmpdir(), 'deb-'))
  try {
    for (const file of parsed.files) place(tree, file)
    const kilobytes = Math.ceil(sizeOf(tree) / 1024)
    setModes(tree)
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
    execFileSync('dpkg-deb', ['--root-owner-group', ...compression, '--build', tree, options['--package']], {
      stdio: ['ignore', 2, 2],
    })
  } finally {
    rmSync(tree, { recursive: true, force: true })
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) makeDeb(process.argv.slice(2))
