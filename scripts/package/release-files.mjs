/**
 * Collects the packages of all systems into one folder and signs the update feeds in it:
 * `node scripts/package/release-files.mjs ARTIFACTS TARGET`, with the private key in UPDATE_SIGNING_KEY (PEM).
 * Needs only Node: it runs in the job that has the key, where nothing is installed.
 */
import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readUpdates } from './feed.mjs'

/** Written by each system with identical content. */
const billOfMaterials = 'parallel-tray.cdx.json'

/** The files of each system, so that no job can add a package or feed of another. */
const filesOf = {
  'packages-Linux': /\.(?:AppImage|deb|rpm|tar\.gz|blockmap)$|^latest-linux(?:-arm64)?\.yml$/,
  'packages-macOS': /\.(?:dmg|zip|blockmap)$|^latest-mac\.yml$/,
  'packages-Windows': /\.(?:exe|zip|blockmap)$|^latest\.yml$/,
}

/**
 * @param {string} artifacts holds a folder for each system, `packages-Linux` and so on
 * @param {string} target is made
 * @throws if a system's artifacts contain another system's file, or if two systems have a file of the same name
 */
export function collectFiles(artifacts, target) {
  mkdirSync(target)
  for (const artifact of readdirSync(artifacts)) {
    const pattern = filesOf[artifact]
    if (!pattern) throw new Error(`No system makes ${artifact}.`)
    for (const entry of readdirSync(join(artifacts, artifact), { withFileTypes: true })) {
      if (!entry.isFile()) throw new Error(`${artifact}/${entry.name} is not a file.`)
      if (entry.name !== billOfMaterials && !pattern.test(entry.name))
        throw new Error(`${entry.name} doesn't belong to ${artifact}.`)
      const [from, to] = [join(artifacts, artifact, entry.name), join(target, entry.name)]
      if (!existsSync(to)) copyFileSync(from, to, constants.COPYFILE_EXCL)
      else if (entry.name !== billOfMaterials || !readFileSync(from).equals(readFileSync(to)))
        throw new Error(`${artifact} holds another ${entry.name} than the systems before it.`)
    }
  }
}

/**
 * Writes `latest*.yml.sig` beside each feed. What is signed must be the same as in
 * main/updates/desktop/feed-signature.ts.
 * @param {string} folder
 * @param {{privateKey: string | undefined, publicKeys: readonly string[]}} keys
 * @returns {string[]} the signed files
 * @throws if there are feeds and the key is missing, or no released app would accept its signature
 */
export function signFeeds(folder, { privateKey, publicKeys }) {
  const feeds = readdirSync(folder).filter((name) => /^latest.*\.yml$/.test(name))
  if (feeds.length === 0) return []
  if (!privateKey) throw new Error('UPDATE_SIGNING_KEY is empty, and there are feeds to sign.')
  const key = createPrivateKey(privateKey)
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64')
  if (!publicKeys.includes(publicKey)) throw new Error('build/updates.json lacks the key that would sign.')
  for (const name of feeds) {
    const header = Buffer.from(`parallel-tray update feed ${name}\n`)
    const signature = sign(null, Buffer.concat([header, readFileSync(join(folder, name))]), key)
    writeFileSync(join(folder, `${name}.sig`), `${signature.toString('base64')}\n`, { flag: 'wx' })
  }
  return feeds
}

if (import.meta.url === pathToFileURL(resolve(process.argv[1] ?? '')).href) {
  const [artifacts, target] = process.argv.slice(2)
  if (artifacts === undefined || target === undefined)
    throw new Error('release-files: name two folders: the artifacts, and one to make.')
  collectFiles(artifacts, target)
  const { publicKeys } = readUpdates()
  const signed = signFeeds(target, { privateKey: process.env.UPDATE_SIGNING_KEY, publicKeys })
  console.log(`Signed: ${signed.join(', ') || 'nothing, as there is no feed'}`)
}
