/**
 * Started by root, the app and its tests run as another user, who may be unable to read the clone. So the files that they
 * need are copied to the cache folder, incrementally. The copy is never edited by hand.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { say } from '../run/say.mjs'
import { cacheFolder, cloneId, root } from './paths.mjs'
import { asUser } from './user.mjs'

/** The files of the app, and those that the end-to-end tests need in addition. */
export const appParts = [
  'package.json',
  'out/main',
  'out/updater',
  'out/preload',
  'out/renderer',
  'out/icons',
  'out/licences.json',
  'scripts/electron-polyfill',
]
export const testParts = [
  ...appParts,
  'out/platform',
  'e2e',
  'main',
  'preload',
  'words',
  'renderer',
  'scripts',
  'build',
  'docs/status-bars.md',
  'docs/status.schema.json',
  'playwright.config.ts',
  'tsconfig.json',
  'package-lock.json',
]

/** Packages that only build, check or package the app: a third of node_modules isn't copied. */
const leftOut = [
  'typescript',
  '@typescript',
  '@biomejs',
  'rolldown',
  '@rolldown',
  'lightningcss*',
  'electron',
  'electron-builder*',
  'app-builder-*',
  '7zip-bin',
  '@resvg',
  'vite',
  'vitest',
  '@vitest',
  '.vite*',
]

/** The copy of this clone: each clone has its own. */
export function stagedFolder() {
  return join(cacheFolder(), `copy-${cloneId}`)
}

/** Syncs `from` to `to`: copies files that differ in size or time, and deletes removed ones. */
function mirror(from, to) {
  const stat = statSync(from, { throwIfNoEntry: false })
  const there = statSync(to, { throwIfNoEntry: false })
  if (!stat) {
    rmSync(to, { recursive: true, force: true })
  } else if (stat.isDirectory()) {
    if (there && !there.isDirectory()) rmSync(to)
    mkdirSync(to, { recursive: true })
    const names = readdirSync(from)
    for (const name of readdirSync(to)) {
      if (!names.includes(name)) rmSync(join(to, name), { recursive: true, force: true })
    }
    for (const name of names) mirror(join(from, name), join(to, name))
  } else if (stat.isFile() && (stat.size !== there?.size || Math.abs(stat.mtimeMs - there.mtimeMs) > 2)) {
    const temporary = `${to}.${process.pid}`
    mkdirSync(dirname(to), { recursive: true })
    copyFileSync(from, temporary)
    utimesSync(temporary, stat.atime, stat.mtime)
    renameSync(temporary, to)
  }
}

/** Copies node_modules, unless the copy was made from the same install. */
function stageModules(target) {
  const installed = readFileSync(join(root, 'node_modules/.package-lock.json'), 'utf8')
  const mark = createHash('sha256').update(installed).update(leftOut.join()).digest('hex')
  const stamp = join(target, '.node_modules-from')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === mark) return
  say(`Copying node_modules to ${target} …`)
  const temporary = join(target, `node_modules-${process.pid}`)
  rmSync(temporary, { recursive: true, force: true })
  mkdirSync(temporary, { recursive: true })
  const exclude = leftOut.map((name) => `--exclude=./${name}`)
  execFileSync('sh', [
    '-c',
    'from=$1; to=$2; shift 2; tar -C "$from" "$@" -cf - . | tar -C "$to" -xf -',
    'copy',
    join(root, 'node_modules'),
    temporary,
    ...exclude,
  ])
  rmSync(join(target, 'node_modules'), { recursive: true, force: true })
  renameSync(temporary, join(target, 'node_modules'))
  execFileSync('chmod', ['-R', 'a+rX,go-w', join(target, 'node_modules')])
  writeFileSync(stamp, mark)
}

/**
 * Copies `parts` of the clone.
 * @param {string[]} parts
 * @param {{modules?: boolean}} options
 * @returns {string} the path of the copy
 */
export function stage(parts, { modules = false } = {}) {
  const target = stagedFolder()
  mkdirSync(target, { recursive: true })
  for (const part of parts) mirror(join(root, part), join(target, part))
  if (modules) stageModules(target)
  execFileSync(
    'chmod',
    ['-R', 'a+rX,go-w', ...parts.map((part) => join(target, part)).filter(existsSync), target].slice(0, -1),
  )
  return target
}

/** Copies an Electron to a folder from which the user can run it. Returns the new path. */
export function stageElectron(executable, version) {
  const reachable = spawnSync('test', ['-x', executable], asUser()).status === 0
  if (reachable || executable.startsWith(cacheFolder())) return executable
  const from = dirname(executable)
  const mark = createHash('sha256')
    .update(`${executable} ${statSync(executable).mtimeMs}`)
    .digest('hex')
  const to = join(cacheFolder(), `electron-${version}-${mark.slice(0, 8)}`)
  if (!existsSync(to)) {
    say(`Copying Electron to ${to} …`)
    const temporary = `${to}.${process.pid}`
    execFileSync('cp', ['-a', from, temporary])
    execFileSync('chmod', ['-R', 'a+rX,go-w', temporary])
    renameSync(temporary, to)
  }
  return join(to, 'electron')
}
