import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPackage, extractAll } from '@electron/asar'
import { feedKey } from './update-feed.ts'

/** Replaces the keys of build/updates.json in a packaged app with that of the tests' feed. */
export async function trustFeedKey(asar: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'asar-'))
  extractAll(asar, folder)
  const bundle = join(folder, 'out/updater/index.cjs')
  const code = readFileSync(bundle, 'utf8').split(/publicKeys[:=\s]*\[\]/)
  if (code.length !== 2) throw new Error('The bundle of the updater has its keys in another form.')
  writeFileSync(bundle, code.join(`publicKeys: ["${feedKey.publicKey}"]`))
  await createPackage(folder, asar)
  rmSync(folder, { recursive: true })
}
