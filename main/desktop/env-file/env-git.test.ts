/** With the real git, if there is one. */
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isPosix } from '../../testing/posix.ts'
import { gitStanding } from './env-git.ts'

let folder = ''
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'env-git-')))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function git(...words: string[]): void {
  execFileSync('git', ['-C', folder, ...words], { stdio: 'ignore' })
}

function put(name: string, text = ''): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

test('outside of any work tree nothing is warned of', async () => {
  expect(await gitStanding(put('.env'))).toBe('safe')
})

test('tracked, ignored, neither, also before there is a file', async () => {
  git('init', '-q')
  put('.gitignore', '.env\nlocal/\n')
  expect(await gitStanding(join(folder, '.env'))).toBe('safe')
  expect(await gitStanding(join(folder, 'other.env'))).toBe('not-ignored')
  expect(await gitStanding(put('-odd:(top)name.env'))).toBe('not-ignored')
  mkdirSync(join(folder, 'local'))
  expect(await gitStanding(put('local/x.env'))).toBe('safe')
  mkdirSync(join(folder, 'deep'))
  expect(await gitStanding(join(folder, 'deep', 'y.env'))).toBe('not-ignored')
  put('kept.env')
  git('add', 'kept.env')
  expect(await gitStanding(join(folder, 'kept.env'))).toBe('tracked')
  expect(await gitStanding(join(folder, '*.env'))).toBe('not-ignored')
  // Ignored later than it was added: git goes on committing it.
  put('.gitignore', '.env\nkept.env\n')
  expect(await gitStanding(join(folder, 'kept.env'))).toBe('tracked')
})

test('variables of whoever started the app lead git nowhere else', async () => {
  git('init', '-q')
  const environment = { ...process.env, GIT_DIR: join(folder, 'nowhere'), GIT_WORK_TREE: '/' }
  expect(await gitStanding(put('.env'), environment)).toBe('not-ignored')
})

test.runIf(isPosix)('programs that the work tree names are not run', async () => {
  git('init', '-q')
  const program = put('program', `#!/bin/sh\ntouch '${join(folder, 'was-run')}'\n`)
  chmodSync(program, 0o755)
  git('config', 'core.fsmonitor', program)
  expect(await gitStanding(put('.env'))).toBe('not-ignored')
  expect(existsSync(join(folder, 'was-run'))).toBe(false)
})

test.runIf(isPosix)(
  'objects that are missing are fetched from nowhere: a fetch runs what the work tree names',
  async () => {
    git('init', '-q')
    const program = put('program', `#!/bin/sh\ntouch '${join(folder, 'was-run')}'\n`)
    chmodSync(program, 0o755)
    for (const name of ['here', 'elsewhere']) {
      mkdirSync(join(folder, name))
      put(`${name}/file`, name)
    }
    git('add', '.')
    git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '-qm', 'a')
    const missing = execFileSync('git', ['-C', folder, 'rev-parse', 'HEAD:elsewhere'], {
      encoding: 'utf8',
    }).trim()
    git('sparse-checkout', 'init', '--cone', '--sparse-index')
    git('sparse-checkout', 'set', 'here')
    rmSync(join(folder, '.git', 'objects', missing.slice(0, 2), missing.slice(2)))
    git('config', 'core.repositoryFormatVersion', '1')
    git('config', 'extensions.partialClone', 'origin')
    git('config', 'remote.origin.promisor', 'true')
    git('config', 'remote.origin.url', `ext::${program}`)
    git('config', 'protocol.ext.allow', 'always')
    await gitStanding(put('.env'))
    expect(existsSync(join(folder, 'was-run'))).toBe(false)
  },
)

test.runIf(isPosix)('without git, or with one that hangs, nothing is warned of', async () => {
  git('init', '-q')
  const path = put('.env')
  expect(await gitStanding(path, { PATH: folder })).toBe('safe')
  chmodSync(put('git', '#!/bin/sh\nexec /bin/sleep 30\n'), 0o755)
  expect(await gitStanding(path, { PATH: folder })).toBe('safe')
})
