/** The file that transfers settings, limits, ledger and history to another computer. It never contains a sign-in. */
import * as v from 'valibot'
import {
  failed,
  limitsEntries,
  ok,
  type Result,
  type Settings,
  settingsEntries,
} from '../../preload/contract/index.ts'
import { failure } from '../parallel/failures.ts'
import { identifier } from '../parallel/replies.ts'
import { time } from '../storage/fields.ts'

const version = 1
const text = v.pipe(v.string(), v.maxLength(2048))
/** Several times what an organisation can have. More would block the app for over a minute. */
const maxRows = 50_000
const rows = v.optional(v.pipe(v.array(v.unknown()), v.maxLength(maxRows)), [])

const exportFile = v.object({
  app: v.literal('parallel-tray'),
  version: v.literal(version),
  madeAt: time,
  settings: v.optional(v.partial(v.object(settingsEntries))),
  organisations: v.pipe(
    v.array(
      v.object({
        serviceApiUrl: text,
        organisationId: identifier,
        /** Only for human readers of the file. */
        name: v.nullable(text),
        limits: v.optional(v.partial(v.object(limitsEntries))),
        ledger: rows,
        history: rows,
      }),
    ),
    v.maxLength(1000),
  ),
})

export type ExportFile = v.InferOutput<typeof exportFile>
export type ExportedOrganisation = ExportFile['organisations'][number]

/** The text of the file. The schema drops unknown members, so nothing is exported by accident. */
export function writeExportFile(
  madeAt: number,
  settings: Settings,
  organisations: readonly ExportedOrganisation[],
): string {
  const file = v.parse(exportFile, { app: 'parallel-tray', version, madeAt, settings, organisations })
  return `${JSON.stringify(file)}\n`
}

/** Fails with `invalid` for a file that is damaged or not of this app. The message describes the problem without quoting it. */
export function readExportFile(json: string): Result<ExportFile> {
  const found = parseJson(json)
  if (found === undefined) return invalid('It is no JSON.')
  const head = v.safeParse(v.object({ app: v.literal('parallel-tray'), version: v.number() }), found)
  if (!head.success) return invalid('It was not made by Parallel Tray.')
  if (head.output.version > version) return invalid('It was made by a newer version of Parallel Tray.')
  const parsed = v.safeParse(exportFile, found)
  if (parsed.success) return ok(parsed.output)
  const [issue] = parsed.issues
  return invalid(`${v.getDotPath(issue) ?? 'The file'} is not as it must be: ${issue.expected} was expected.`)
}

function invalid(message: string): Result<never> {
  return failed(failure('bad-file', message))
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
