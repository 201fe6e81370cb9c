/**
 * The addresses of the stand-in, kept beside its state: what is signed in belongs to an address, so the next start has
 * to serve at the same one.
 */
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { dirname } from 'node:path'
import { json } from 'node:stream/consumers'

/** How long another program on a kept port may take to answer. The stand-in answers in milliseconds. */
const answerMs = 1000

const fileFor = (stateFile) => `${stateFile.replace(/\.json$/, '')}.addresses.json`

const isPort = (value) => Number.isInteger(value) && value > 0 && value < 65_536
const isPair = (pair) => pair.length === 2 && pair.every(isPort) && pair[0] !== pair[1]

function read(file) {
  try {
    const { id, pairs } = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof id === 'string' && /^[\w-]+$/.test(id) && pairs.every(isPair)) return { id, pairs }
  } catch {
    // Missing, or damaged: it is written anew.
  }
}

function write(file, kept) {
  const temporary = `${file}.tmp-${process.pid}`
  writeFileSync(temporary, `${JSON.stringify(kept)}\n`, { mode: 0o600 })
  renameSync(temporary, file)
}

/** Makes the file, unless another start has made it at the same moment: both must know the same id. */
function create(file, kept) {
  try {
    writeFileSync(file, `${JSON.stringify(kept)}\n`, { mode: 0o600, flag: 'wx' })
    return kept
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    const existing = read(file)
    if (!existing) write(file, kept)
    return existing ?? kept
  }
}

/**
 * What is kept for a state; made at the first call.
 * @param {string} stateFile
 * @returns {{id: string, pairs: [number, number][]}} `id`: a secret by which a running stand-in is recognised;
 *   `pairs`: ports of the platform and of the account API, the first used first
 */
export function keptAddresses(stateFile) {
  const file = fileFor(stateFile)
  const kept = read(file)
  if (kept) return kept
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  return create(file, { id: randomBytes(18).toString('base64url'), pairs: [] })
}

/**
 * Adds a pair to those that are kept for a state.
 * @param {string} stateFile
 * @param {[number, number]} pair
 */
export function keepAddress(stateFile, pair) {
  const { id, pairs } = keptAddresses(stateFile)
  if (!pairs.some(([port, apiPort]) => port === pair[0] && apiPort === pair[1]))
    write(fileFor(stateFile), { id, pairs: [...pairs, pair] })
}

/**
 * Asks what listens on a port whether it is the stand-in with this id.
 * @param {number} port
 * @param {string} id
 * @returns {Promise<{platformUrl: string, serviceApiUrl: string, controlUrl: string} | null>}
 */
export function askStandIn(port, id) {
  const platformUrl = `http://127.0.0.1:${port}`
  return new Promise((settle) => {
    // Not `fetch`: on Node 20 one with a time limit stays pending when the other side hangs up at once.
    const request = get(`${platformUrl}/stand-in/${id}`, { agent: false }, async (response) => {
      try {
        const addresses = await json(response)
        settle(response.statusCode === 200 && addresses?.platformUrl === platformUrl ? addresses : null)
      } catch {
        settle(null)
      }
    })
    const timer = setTimeout(() => request.destroy(), answerMs)
    request.once('error', () => settle(null)).once('close', () => clearTimeout(timer))
  })
}

/**
 * The addresses of the stand-in that runs with this state, or null.
 * @param {string} stateFile
 */
export async function findRunning(stateFile) {
  const kept = read(fileFor(stateFile))
  if (!kept) return null
  const answers = await Promise.all(kept.pairs.map(([port]) => askStandIn(port, kept.id)))
  return answers.find((answer) => answer !== null) ?? null
}
