/** What only root may do, asked of scripts/test/own-system.mjs: the tests run as a user who may install nothing. */
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { waitFor } from '../desktop/wait.ts'

type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string }

async function order(what: 'install' | 'purge' | 'changes'): Promise<unknown> {
  const folder = process.env.PARALLEL_TRAY_ORDERS
  if (folder === undefined) throw new Error('Only `npm run test:package` as root takes orders.')
  const name = join(folder, randomUUID())
  writeFileSync(`${name}.part`, what)
  renameSync(`${name}.part`, `${name}.ask`)
  const file = `${name}.answer`
  const text = await waitFor(what, () => existsSync(file) && readFileSync(file, 'utf8'), {
    timeoutMs: 60_000,
  })
  const answer = JSON.parse(text) as Answer
  if (!answer.ok) throw new Error(answer.message)
  return answer.value
}

/** Installs the deb with dpkg, also over itself: that is an update. Returns what dpkg said. */
export const installDeb = async (): Promise<string> => String(await order('install'))

/** Removes it with all that dpkg keeps of it. */
export const purgeDeb = async (): Promise<string> => String(await order('purge'))

/** Every file of the system that was written since the tests began; removed ones with a minus before them. */
export const changedFiles = async (): Promise<readonly string[]> => (await order('changes')) as string[]
