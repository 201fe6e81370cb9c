/** The "About" data: the running versions, and the licences that the build has collected. */
import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import { type About, failed, ok, type PackageLicence, type Result } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'

/** Written by `scripts/build/licences.mjs`; `text` is an index into `texts`, as many packages share one. */
const licenceFile = v.strictObject({
  packages: v.array(
    v.strictObject({
      name: v.string(),
      version: v.string(),
      licence: v.string(),
      notice: v.string(),
      text: v.nullable(v.number()),
    }),
  ),
  texts: v.array(v.string()),
})

export type AboutOptions = {
  /** Written by the build and packaged with the app. */
  readonly licencesFile: string
  readonly version: string
  readonly versions: Readonly<Record<'electron' | 'chrome' | 'node', string>>
}

/** Fails with `bug` if the file is missing or malformed. */
export async function readAbout({ licencesFile, version, versions }: AboutOptions): Promise<Result<About>> {
  const licences = await readLicences(licencesFile)
  if (licences === null) return failed(failure('bug', 'The list of licences can’t be read.'))
  const { electron, chrome: chromium, node } = versions
  return ok({ version, electron, chromium, node, licences })
}

async function readLicences(file: string): Promise<readonly PackageLicence[] | null> {
  try {
    const { packages, texts } = v.parse(licenceFile, JSON.parse(await readFile(file, 'utf8')))
    return packages.map(({ notice, text: at, ...rest }) => {
      const text = at === null ? undefined : texts[at]
      return { ...rest, text: text === undefined ? null : [notice, text].filter(Boolean).join('\n\n') }
    })
  } catch {
    return null
  }
}
