/** Whether a file is, or could become, part of a git commit, which would publish a secret in it. */
import { execFile } from 'node:child_process'
import { lstat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { findProgram } from '../system/programs.ts'

const timeoutMs = 2000

/** `not-ignored`: the next `git add` would include the file. `unknown`: it is in a repository, and git failed. */
export type GitStatus = 'safe' | 'tracked' | 'not-ignored' | 'unknown'

/** Asks git about a path, which needn't exist. Runs no program that the repository configures. */
export async function gitStatus(path: string, environment = process.env): Promise<GitStatus> {
  // Outside a repository git isn't run: on some systems a missing git offers to install itself.
  if (!(await isInRepository(dirname(path)))) return 'safe'
  const ask = (...args: string[]): Promise<number | null> => git(dirname(path), args, environment)
  const name = `./${basename(path)}`
  // Fails also where git refuses to look, for example in a repository of another user.
  if ((await ask('rev-parse', '--is-inside-work-tree')) !== 0) return 'unknown'
  const listed = await ask('--literal-pathspecs', 'ls-files', '--error-unmatch', '--', name)
  if (listed !== 1) return listed === 0 ? 'tracked' : 'unknown'
  // `check-ignore` doesn't accept `--literal-pathspecs`, and takes no patterns.
  const ignored = await ask('check-ignore', '--quiet', '--', name)
  if (ignored === 0) return 'safe'
  return ignored === 1 ? 'not-ignored' : 'unknown'
}

async function isInRepository(folder: string): Promise<boolean> {
  const found = await lstat(join(folder, '.git')).then(
    () => true,
    () => false,
  )
  if (found) return true
  const above = dirname(folder)
  return above === folder ? false : isInRepository(above)
}

/** The exit code; null when git is missing or timed out. */
function git(
  folder: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<number | null> {
  // Both settings could run programs that the repository configures.
  const settings = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null']
  // Variables such as GIT_DIR would make git answer for another repository.
  const inherited = Object.entries(environment).filter(([name]) => !/^GIT_/i.test(name))
  // A partial clone would fetch missing objects, over a transport that the repository configures.
  const noFetching = { GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none' }
  const env = { ...Object.fromEntries(inherited), ...noFetching, GIT_OPTIONAL_LOCKS: '0' }
  const program = findProgram('git', environment)
  if (program === null) return Promise.resolve(null)
  return new Promise((resolve) => {
    const child = execFile(
      program,
      [...settings, '-C', folder, ...args],
      { env, timeout: timeoutMs, killSignal: 'SIGKILL', windowsHide: true },
      () => resolve(child.exitCode),
    )
  })
}
