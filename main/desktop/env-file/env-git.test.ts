/** With the real git, if there is one. */
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isPosix } from '../../testing/posix.ts'
import { gitStatus } from './env-git.ts'

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

test('a file outside a repository is safe', async () => {
  expect(await gitStatus(put('.env'))).toBe('safe')
})

test('distinguishes tracked, ignored and not ignored, also for a file that doesn’t exist yet', async () => {
  git('init', '-q')
  put('.gitignore', '.env\nlocal/\n')
  expect(await gitStatus(join(folder, '.env'))).toBe('safe')
  expect(await gitStatus(join(folder, 'other.env'))).toBe('not-ignored')
  expect(await gitStatus(put('-odd:(top)name.env'))).toBe('not-ignored')
  mkdirSync(join(folder, 'local'))
  expect(await gitStatus(put('local/x.env'))).toBe('safe')
  mkdirSync(join(folder, 'deep'))
  expect(await gitStatus(join(folder, 'deep', 'y.env'))).toBe('not-ignored')
  put('kept.env')
  git('add', 'kept.env')
  expect(await gitStatus(join(folder, 'kept.env'))).toBe('tracked')
  expect(await gitStatus(join(folder, '*.env'))).toBe('not-ignored')
  // Ignored after it was added: git keeps committing it.
  put('.gitignore', '.env\nkept.env\n')
  expect(await gitStatus(join(folder, 'kept.env'))).toBe('tracked')
})

test('ignores GIT_ variables of the environment', async () => {
  git('init', '-q')
  const environment = { ...process.env, GIT_DIR: join(folder, 'nowhere'), GIT_WORK_TREE: '/' }
  expect(await gitStatus(put('.env'), environment)).toBe('not-ignored')
})

test.runIf(isPosix)('doesn’t run programs that the repository configures', async () => {
  git('init', '-q')
  const program = put('program', `#!/bin/sh\ntouch '${join(folder, 'was-run')}'\n`)
  chmodSync(program, 0o755)
  git('config', 'core.fsmonitor', program)
  expect(await gitStatus(put('.env'))).toBe('not-ignored')
  expect(existsSync(join(folder, 'was-run'))).toBe(false)
})

test.runIf(isPosix)(
  'doesn’t fetch missing objects, as that runs a program that the repository configures',
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
    await gitStatus(put('.env'))
    expect(existsSync(join(folder, 'was-run'))).toBe(false)
  },
)

test.runIf(isPosix)('doesn’t run a git that PATH finds only from the current folder', async () => {
  git('init', '-q')
  const planted = join(folder, 'planted')
  mkdirSync(planted)
  chmodSync(put('planted/git', '#!/bin/sh\nexit 0\n'), 0o755)
  expect(await gitStatus(put('.env'), { PATH: relative(process.cwd(), planted) })).toBe('unknown')
})

test.runIf(isPosix)(
  'returns unknown for a file in a repository when git is missing, hangs or refuses',
  async () => {
    git('init', '-q')
    const path = put('.env')
    expect(await gitStatus(path, { PATH: folder })).toBe('unknown')
    chmodSync(put('git', '#!/bin/sh\nexec /bin/sleep 30\n'), 0o755)
    expect(await gitStatus(path, { PATH: folder })).toBe('unknown')
    writeFileSync(join(folder, 'git'), '#!/bin/sh\nexit 128\n')
    expect(await gitStatus(path, { PATH: folder })).toBe('unknown')
  },
)
