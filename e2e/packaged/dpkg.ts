/** Installs and removes the deb. The tests run without root, so scripts/test/own-system.mjs does it on request. */
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { waitFor } from '../desktop/wait.ts'

type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string }

async function request(operation: 'install' | 'purge' | 'changes'): Promise<unknown> {
  const folder = process.env.PARALLEL_TRAY_ORDERS
  if (folder === undefined) throw new Error('Only `npm run test:package` as root can install packages.')
  const name = join(folder, randomUUID())
  writeFileSync(`${name}.part`, operation)
  renameSync(`${name}.part`, `${name}.ask`)
  const file = `${name}.answer`
  const text = await waitFor(operation, () => existsSync(file) && readFileSync(file, 'utf8'), {
    timeoutMs: 60_000,
  })
  const answer = JSON.parse(text) as Answer
  if (!answer.ok) throw new Error(answer.message)
  return answer.value
}

/** Installs the deb, or updates the installed one. Returns dpkg's output. */
export const installDeb = async (): Promise<string> => String(await request('install'))

/** Purges the deb. Returns dpkg's output. */
export const purgeDeb = async (): Promise<string> => String(await request('purge'))

/** The system's files that changed since the tests began; removed ones are prefixed with a minus. */
export const changedFiles = async (): Promise<readonly string[]> => (await request('changes')) as string[]
