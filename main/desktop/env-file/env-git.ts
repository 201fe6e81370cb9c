/** Whether git would publish a file: a secret in a commit is a secret no more. */
import { execFile } from 'node:child_process'
import { lstat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

const patienceMs = 2000

/** `not-ignored`: the next `git add` would take it along. `safe` also where nobody can tell. */
export type GitStanding = 'safe' | 'tracked' | 'not-ignored'

/** Asks git about a file that exists or not, in whatever work tree it lies. Runs nothing that the work tree names. */
export async function gitStanding(path: string, environment = process.env): Promise<GitStanding> {
  // Without a work tree there is no need for git, which on some systems offers to install itself when it is called.
  if (!(await isBelowGit(dirname(path)))) return 'safe'
  const ask = (...words: string[]): Promise<number | null> => git(dirname(path), words, environment)
  const name = `./${basename(path)}`
  if ((await ask('rev-parse', '--is-inside-work-tree')) !== 0) return 'safe'
  // The other question knows no patterns, and refuses to be told so.
  if ((await ask('--literal-pathspecs', 'ls-files', '--error-unmatch', '--', name)) === 0) return 'tracked'
  return (await ask('check-ignore', '--quiet', '--', name)) === 1 ? 'not-ignored' : 'safe'
}

async function isBelowGit(folder: string): Promise<boolean> {
  const found = await lstat(join(folder, '.git')).then(
    () => true,
    () => false,
  )
  if (found) return true
  const above = dirname(folder)
  return above === folder ? false : isBelowGit(above)
}

/** The exit code; null when git isn't there, or took too long. */
function git(
  folder: string,
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<number | null> {
  // Both could run programs that whoever made the work tree has chosen.
  const settings = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null']
  // Variables such as GIT_DIR would make it answer for another work tree.
  const own = Object.entries(environment).filter(([name]) => !/^GIT_/i.test(name))
  // What is missing in a partial clone would be fetched, by a transport that the work tree has chosen, too.
  const noFetching = { GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none' }
  const env = { ...Object.fromEntries(own), ...noFetching, GIT_OPTIONAL_LOCKS: '0' }
  return new Promise((resolve) => {
    const child = execFile(
      'git',
      [...settings, '-C', folder, ...words],
      { env, timeout: patienceMs, killSignal: 'SIGKILL', windowsHide: true },
      () => resolve(child.exitCode),
    )
  })
}
