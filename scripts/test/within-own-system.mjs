/** Started by own-system.mjs in a mount namespace, as root: mounts the overlays, adds the user, runs the tests, serves their requests. */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from '../setup/paths.mjs'
import { useOwnTemporaryFolder, userFolder } from '../setup/user.mjs'
import { runPlaywright } from './run-playwright.mjs'

/** The folders that packages write to. */
const overlaid = ['/etc', '/opt', '/usr', '/var']

/** Mounts the overlays, which end with this process's namespace. `lower` keeps a view of the original. */
function mountOverlays(scratch) {
  for (const folder of overlaid) {
    const [upper, work, lower] = ['upper', 'work', 'lower'].map((kind) => join(scratch, kind, folder))
    for (const path of [upper, work, lower]) mkdirSync(path, { recursive: true, mode: 0o755 })
    run('mount', ['--bind', folder, lower])
    run('mount', [
      '-t',
      'overlay',
      'overlay',
      '-o',
      `lowerdir=${folder},upperdir=${upper},workdir=${work}`,
      folder,
    ])
  }
}

function run(command, words) {
  const { status, stdout, stderr, error } = spawnSync(command, words, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
  })
  if (status !== 0) throw new Error(`${command} ${words.join(' ')}: ${stderr || error}`)
  return `${stdout}${stderr}`
}

/** The files whose content changed since the overlays were mounted; removed ones are prefixed with a minus. */
function changedFiles(scratch) {
  const own = cacheFolder()
  const below = (folder) =>
    readdirSync(join(scratch, 'upper', folder), { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name)
      if (path === own) return []
      if (entry.isDirectory()) return below(path)
      const [now, then] = [join(scratch, 'upper', path), join(scratch, 'lower', path)]
      // overlayfs represents a removed file by a character device.
      if (entry.isCharacterDevice()) return [`-${path}`]
      return entry.isFile() && isSameFile(now, then) ? [] : [path]
    })
  return overlaid.flatMap(below).sort()
}

function isSameFile(a, b) {
  const [one, other] = [a, b].map((path) => lstatSync(path, { throwIfNoEntry: false }))
  return Boolean(other?.isFile()) && one.size === other.size && readFileSync(a).equals(readFileSync(b))
}

/** Serves the requests of the tests, one after the other: `NAME.ask` holds the operation, `NAME.answer` gets its result. */
function serveRequests(folder, operations) {
  const timer = setInterval(() => {
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.ask'))) {
      const ask = join(folder, name)
      const operation = readFileSync(ask, 'utf8')
      rmSync(ask)
      let answer
      try {
        answer = { ok: true, value: operations[operation]() }
      } catch (error) {
        answer = { ok: false, message: `${operation}: ${error.message}` }
      }
      const target = ask.replace(/ask$/, 'answer')
      writeFileSync(`${target}.part`, JSON.stringify(answer), { flag: 'wx' })
      renameSync(`${target}.part`, target)
    }
  }, 50)
  return () => clearInterval(timer)
}

const { scratch, deb, run: playwrightRun } = JSON.parse(process.env.PARALLEL_TRAY_OWN_SYSTEM)
delete process.env.PARALLEL_TRAY_OWN_SYSTEM
chmodSync(scratch, 0o755)
mountOverlays(scratch)
run('useradd', [
  '--no-create-home',
  '--user-group',
  '--shell',
  '/bin/sh',
  process.env.PARALLEL_TRAY_TEST_USER,
])
useOwnTemporaryFolder()
const folder = userFolder(join(scratch, 'orders'))
const dpkg = (words) => run('dpkg', ['--force-unsafe-io', ...words])
const stop = serveRequests(folder, {
  install: () => dpkg(['--install', deb]),
  purge: () => dpkg(['--purge', 'parallel-tray']),
  changes: () => changedFiles(scratch),
})
const ok = await runPlaywright({
  ...playwrightRun,
  env: { ...playwrightRun.env, PARALLEL_TRAY_ORDERS: folder },
})
stop()
process.exitCode = ok ? 0 : 1
