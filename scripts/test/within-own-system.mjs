/** Started by own-system.mjs in a mount namespace, as root: lays the layers, makes the user, plays the tests, takes orders. */
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
import { play } from './play.mjs'

/** Where packages write. The rest of the file system stays what it is. */
const layered = ['/etc', '/opt', '/usr', '/var']

/** Covers the folders; ends with this process, as the mounts are only in its namespace. `lower` shows what was there. */
function cover(scratch) {
  for (const folder of layered) {
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

/** What is another one than before the folders were covered, by content; what is gone has a minus before it. */
function changes(scratch) {
  const own = cacheFolder()
  const below = (folder) =>
    readdirSync(join(scratch, 'upper', folder), { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name)
      if (path === own) return []
      if (entry.isDirectory()) return below(path)
      const [now, then] = [join(scratch, 'upper', path), join(scratch, 'lower', path)]
      // A file that was there before and is gone: overlayfs notes it as a device without a number.
      if (entry.isCharacterDevice()) return [`-${path}`]
      return entry.isFile() && isSameFile(now, then) ? [] : [path]
    })
  return layered.flatMap(below).sort()
}

function isSameFile(a, b) {
  const [one, other] = [a, b].map((path) => lstatSync(path, { throwIfNoEntry: false }))
  return Boolean(other?.isFile()) && one.size === other.size && readFileSync(a).equals(readFileSync(b))
}

/** Carries out what the tests may ask for, one after the other: `NAME.ask` holds the order, `NAME.answer` its end. */
function takeOrders(folder, orders) {
  const timer = setInterval(() => {
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.ask'))) {
      const ask = join(folder, name)
      const order = readFileSync(ask, 'utf8')
      rmSync(ask)
      let answer
      try {
        answer = { ok: true, value: orders[order]() }
      } catch (error) {
        answer = { ok: false, message: `${order}: ${error.message}` }
      }
      const target = ask.replace(/ask$/, 'answer')
      writeFileSync(`${target}.part`, JSON.stringify(answer))
      renameSync(`${target}.part`, target)
    }
  }, 50)
  return () => clearInterval(timer)
}

const { scratch, deb, run: asked } = JSON.parse(process.env.PARALLEL_TRAY_OWN_SYSTEM)
delete process.env.PARALLEL_TRAY_OWN_SYSTEM
chmodSync(scratch, 0o755)
cover(scratch)
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
const stop = takeOrders(folder, {
  install: () => dpkg(['--install', deb]),
  purge: () => dpkg(['--purge', 'parallel-tray']),
  changes: () => changes(scratch),
})
const ok = await play({ ...asked, env: { ...asked.env, PARALLEL_TRAY_ORDERS: folder } })
stop()
process.exitCode = ok ? 0 : 1
