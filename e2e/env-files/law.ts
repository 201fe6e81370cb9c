/** The invariants of setting a variable in a `.env` file, for every program that reads it. */
import { type EnvReading, type Reader, readEnvFiles, readers } from './readers.ts'

export type Edit = {
  readonly name: string
  readonly value: string
  readonly before: string
  readonly after: string
}

/** The violations of the invariants by these edits, one line each. */
export async function violations(edits: readonly Edit[]): Promise<readonly string[]> {
  const readings = await readEnvFiles(edits.flatMap(({ before, after }) => [before, after]))
  return edits.flatMap((edit, at) => {
    const [before, after] = [readings[2 * at], readings[2 * at + 1]]
    if (before === undefined || after === undefined) throw new Error('A reading is missing.')
    return readers.flatMap((reader) =>
      wrong(edit, reader, before[reader], after[reader]).map(
        (what) =>
          `${reader}: ${what}\n  before ${JSON.stringify(edit.before)}\n  after  ${JSON.stringify(edit.after)}`,
      ),
    )
  })
}

function wrong(
  { name, value, before: textBefore, after: text }: Edit,
  reader: Reader,
  before: EnvReading,
  after: EnvReading,
): string[] {
  const found: string[] = []
  if (after.output.includes(value)) found.push('prints the new value')
  if (after.executed > before.executed) found.push('executes more')
  if (before.variables === null) return found
  if (after.variables === null) return [...found, 'gives up on the file']
  const { [name]: old, ...others } = before.variables
  const { [name]: read, ...othersAfter } = after.variables
  if (
    (old !== undefined || reader === 'dotenv') &&
    read !== value &&
    read !== lineEnding(reader, text, value)
  )
    found.push(`reads ${JSON.stringify(read)}, not the new value`)
  // Node 22 takes the line after a blank value as the value, so that line is restored.
  if (
    reader === 'node' &&
    old?.includes('=') === true &&
    new RegExp(`^ *(export )?${name} *=[ \\t]+\\r?$`, 'm').test(textBefore)
  )
    return found
  for (const other of new Set([...Object.keys(others), ...Object.keys(othersAfter)])) {
    if (others[other] !== othersAfter[other])
      found.push(`${other} was ${JSON.stringify(others[other])}, is ${JSON.stringify(othersAfter[other])}`)
  }
  return found
}

/** A shell includes the \r of a Windows line break in every value. */
function lineEnding(reader: Reader, text: string, value: string): string {
  return reader === 'sh' && text.includes('\r\n') ? `${value}\r` : value
}
