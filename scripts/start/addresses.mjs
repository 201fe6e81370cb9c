/**
 * The addresses of the stand-in, saved beside its state: a sign-in is bound to an address, so the next start must use the
 * same one.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { dirname } from 'node:path'
import { json } from 'node:stream/consumers'

/** How long another program on a saved port may take to respond. The stand-in responds within milliseconds. */
const answerMs = 1000

const fileFor = (stateFile) => `${stateFile.replace(/\.json$/, '')}.addresses.json`

const isPort = (value) => Number.isInteger(value) && value > 0 && value < 65_536
const isPair = (pair) => pair.length === 2 && pair.every(isPort) && pair[0] !== pair[1]

function read(file) {
  try {
    const { id, pairs } = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof id === 'string' && /^[\w-]+$/.test(id) && pairs.every(isPair)) return { id, pairs }
  } catch {
    // Missing or damaged: it is written again.
  }
}

function write(file, kept) {
  const temporary = `${file}.tmp-${process.pid}`
  writeFileSync(temporary, `${JSON.stringify(kept)}\n`, { mode: 0o600 })
  renameSync(temporary, file)
}

/** Creates the file, unless another start has just created it: both must use the same id. */
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
 * The saved id and ports of a state; created by the first call.
 * @param {string} stateFile
 * @returns {{id: string, pairs: [number, number][]}} `id`: a secret that only starts of this clone know, never sent;
 *   `pairs`: ports of the platform and of the account API, the first used first
 */
export function savedAddresses(stateFile) {
  const file = fileFor(stateFile)
  const kept = read(file)
  if (kept) return kept
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  return create(file, { id: randomBytes(18).toString('base64url'), pairs: [] })
}

/**
 * Adds a pair to the saved ones of a state.
 * @param {string} stateFile
 * @param {[number, number]} pair
 */
export function saveAddress(stateFile, pair) {
  const { id, pairs } = savedAddresses(stateFile)
  if (!pairs.some(([port, apiPort]) => port === pair[0] && apiPort === pair[1]))
    write(fileFor(stateFile), { id, pairs: [...pairs, pair] })
}

const authenticate = (id, ...words) => createHmac('sha256', id).update(words.join('\n')).digest('base64url')

function isEqual(text, expected) {
  const [one, other] = [Buffer.from(text), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/**
 * The path that queries a stand-in for its addresses. It proves knowledge of the id without revealing it, since any program
 * may listen on that port. The port is part of the proof, so that the query can't be relayed to the stand-in on another
 * port.
 */
function questionPath(id, port, nonce) {
  return `/stand-in/${nonce}/${authenticate(id, 'question', port, nonce)}`
}

const proofOf = (id, nonce, { platformUrl, serviceApiUrl, controlUrl }) =>
  authenticate(id, 'answer', nonce, platformUrl, serviceApiUrl, controlUrl)

/**
 * The stand-in's response to `askStandIn`.
 * @param {string} path of the request
 * @param {string} id
 * @param {{platformUrl: string, serviceApiUrl: string, controlUrl: string}} addresses
 * @returns {object | null} the reply; null unless the asker knows the id
 */
export function answerQuestion(path, id, addresses) {
  const nonce = path.split('/', 3)[2] ?? ''
  const port = Number(new URL(addresses.platformUrl).port)
  if (!isEqual(path, questionPath(id, port, nonce))) return null
  return { ...addresses, proof: proofOf(id, nonce, addresses) }
}

/**
 * Queries whether the program on a port is the stand-in with this id.
 * @param {number} port
 * @param {string} id
 * @returns {Promise<{platformUrl: string, serviceApiUrl: string, controlUrl: string} | null>}
 */
export function askStandIn(port, id) {
  const platformUrl = `http://127.0.0.1:${port}`
  const nonce = randomBytes(18).toString('base64url')
  return new Promise((settle) => {
    // Not `fetch`: on Node 20 it stays pending despite a timeout if the other side closes the connection at once.
    const request = get(
      `${platformUrl}${questionPath(id, port, nonce)}`,
      { agent: false },
      async (response) => {
        try {
          const { proof, ...addresses } = await json(response)
          const isStandIn =
            addresses.platformUrl === platformUrl && isEqual(proof, proofOf(id, nonce, addresses))
          settle(response.statusCode === 200 && isStandIn ? addresses : null)
        } catch {
          settle(null)
        }
      },
    )
    const timer = setTimeout(() => request.destroy(), answerMs)
    request.once('error', () => settle(null)).once('close', () => clearTimeout(timer))
  })
}

/**
 * The addresses of the running stand-in with this state, or null.
 * @param {string} stateFile
 */
export async function findRunning(stateFile) {
  const kept = read(fileFor(stateFile))
  if (!kept) return null
  const answers = await Promise.all(kept.pairs.map(([port]) => askStandIn(port, kept.id)))
  return answers.find((answer) => answer !== null) ?? null
}
