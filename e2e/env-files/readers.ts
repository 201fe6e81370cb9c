/**
 * The programs that read `.env` files, each reading many files in one process: npm's dotenv, python-dotenv, Node, and a
 * shell that sources the file.
 */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import dotenv from 'dotenv'

/** One program's result for one file. */
export type EnvReading = {
  /** Null if the program failed to read the file. */
  readonly variables: Readonly<Record<string, string>> | null
  /** Its output. */
  readonly output: string
  /** How often the file executed the test's marker command. */
  readonly executed: number
}

export const readers = ['dotenv', 'python-dotenv', 'node', 'sh'] as const
export type Reader = (typeof readers)[number]

/** The marker command. */
export const countedCommand = 'count_me'

/** The results of every program for each file. */
export async function readEnvFiles(
  texts: readonly string[],
): Promise<readonly Readonly<Record<Reader, EnvReading>>[]> {
  const folder = mkdtempSync(join(tmpdir(), 'env-readers-'))
  try {
    for (const [at, text] of texts.entries()) {
      mkdirSync(join(folder, String(at)))
      writeFileSync(join(folder, String(at), '.env'), text)
    }
    const [python, shell] = await Promise.all([
      readWithPython(folder, texts.length),
      readWithShell(folder, texts),
    ])
    return texts.map((text, at) => ({
      dotenv: quiet(dotenv.parse(text)),
      'python-dotenv': quiet(python[at] ?? null),
      node: quiet(parseEnv(text) as Record<string, string>),
      sh: shell[at] ?? quiet(null),
    }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function quiet(variables: Readonly<Record<string, string>> | null): EnvReading {
  return { variables, output: '', executed: 0 }
}

const pythonProgram = `
import json, logging, sys
from dotenv import dotenv_values
logging.disable(logging.CRITICAL)
def read(at):
    values = dotenv_values(f"{sys.argv[1]}/{at}/.env", encoding="utf-8")
    return {name: value for name, value in values.items() if value is not None}
print(json.dumps([read(at) for at in range(int(sys.argv[2]))]))
`

async function readWithPython(folder: string, count: number): Promise<Record<string, string>[]> {
  return JSON.parse(await run(await pythonWithDotenv(), ['-c', pythonProgram, folder, String(count)]))
}

let foundPython: Promise<string> | undefined

/** Debian's Python has Debian's python3-dotenv; another Python earlier on the PATH may not. */
function pythonWithDotenv(): Promise<string> {
  foundPython ??= (async () => {
    for (const python of ['/usr/bin/python3', 'python3', 'python']) {
      const has = await run(python, ['-c', 'import dotenv']).then(
        () => true,
        () => false,
      )
      if (has) return python
    }
    throw new Error(
      'python-dotenv is missing: install python3-dotenv (Debian), or `pip install python-dotenv`.',
    )
  })()
  return foundPython
}

/** Sources each file in a separate subshell without a PATH, and records all variables. */
const shellProgram = `
cd "$1"
${countedCommand}() { echo >> "$folder/executed"; }
for folder in "$1"/*; do
  cd "$folder"
  ( set -a; PATH=/nowhere; . ./.env; /usr/bin/env -0 > ./variables ) > ./output 2>&1 < /dev/null
done
exit 0
`

async function readWithShell(folder: string, texts: readonly string[]): Promise<EnvReading[]> {
  await run('sh', ['-c', shellProgram, 'sh', folder], {})
  return texts.map((_, at) => {
    const file = (name: string) => join(folder, String(at), name)
    const text = (name: string) => (existsSync(file(name)) ? readFileSync(file(name), 'utf8') : '')
    const entries = text('variables')
      .split('\0')
      .filter((entry) => entry !== '')
      .map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)] as const)
      .filter(([name]) => !['PATH', 'PWD', 'OLDPWD', 'folder', '_', 'SHLVL'].includes(name))
    return {
      variables: existsSync(file('variables')) ? Object.fromEntries(entries) : null,
      output: text('output'),
      executed: text('executed').length,
    }
  })
}

function run(
  program: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, words, { env, maxBuffer: 2 ** 28 }, (error, stdout) =>
      error === null ? resolve(stdout) : reject(error),
    )
  })
}
