/**
 * The software bill of materials of a release, as CycloneDX 1.6: the bundled packages,
 * as recorded by the bundler, and Electron. Reproducible on every system.
 * `node scripts/package/sbom.mjs FILE` after a build.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundledPackages } from '../build/bundled-packages.mjs'
import { root } from '../setup/paths.mjs'

const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'))

const purl = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`

/** Converts the lock file's `sha512-…` to CycloneDX hashes. */
function hashes(integrity) {
  return integrity.split(' ').map((one) => {
    const [, size = '', digest = ''] = /^sha(\d+)-(.+)$/.exec(one) ?? []
    return { alg: `SHA-${size}`, content: Buffer.from(digest, 'base64').toString('hex') }
  })
}

/**
 * @param {object} given
 * @param {{name: string, version: string, license: string}} given.app its package.json
 * @param {{packages: Record<string, {version: string, license?: string, integrity?: string}>}} given.lock
 * @param {string[]} given.folders the shipped packages, by their keys in the lock file
 * @returns a CycloneDX document
 * @throws if the lock file has no licence or integrity hash of a package
 */
export function billOfMaterials({ app, lock, folders }) {
  const components = folders.map((folder) => {
    const locked = lock.packages[folder]
    if (!locked?.integrity || !locked.license)
      throw new Error(`sbom: the lock file has no licence or integrity hash of ${folder}.`)
    const { version, license, integrity } = locked
    const name = folder.split('node_modules/').at(-1) ?? ''
    return {
      type: name === 'electron' ? 'framework' : 'library',
      'bom-ref': purl({ name, version }),
      name,
      version,
      scope: 'required',
      hashes: hashes(integrity),
      licenses: [{ license: { id: license } }],
      purl: purl({ name, version }),
    }
  })
  const document = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': purl(app),
        name: app.name,
        version: app.version,
        licenses: [{ license: { id: app.license } }],
        purl: purl(app),
      },
    },
    components,
    dependencies: [{ ref: purl(app), dependsOn: components.map((one) => one['bom-ref']) }],
  }
  return { ...document, serialNumber: `urn:uuid:${uuidFrom(JSON.stringify(document))}` }
}

/** A UUID derived from the text (RFC 9562, version 8). */
function uuidFrom(text) {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Writes the bill of the last build. */
export function writeBillOfMaterials(file) {
  const folders = [...new Set(['node_modules/electron', ...bundledPackages()])]
  const bill = billOfMaterials({
    app: readJson('package.json'),
    lock: readJson('package-lock.json'),
    folders,
  })
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`)
}

if (import.meta.url === pathToFileURL(resolve(process.argv[1] ?? '')).href) {
  const [file] = process.argv.slice(2)
  if (file === undefined) throw new Error('sbom: name the file to write.')
  writeBillOfMaterials(resolve(file))
}
