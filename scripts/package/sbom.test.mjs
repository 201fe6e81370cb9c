import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { root } from '../setup/paths.mjs'
import { billOfMaterials } from './sbom.mjs'

const app = { name: 'parallel-tray', version: '1.2.3', license: 'MIT' }
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
const folders = ['node_modules/electron', 'node_modules/preact', 'node_modules/@electron/fuses']

const purl = v.pipe(v.string(), v.regex(/^pkg:npm\/(?:%40[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+[\w.-]*$/))
const licences = v.pipe(
  v.array(v.strictObject({ license: v.strictObject({ id: v.pipe(v.string(), v.regex(/^[\w.-]+$/)) }) })),
  v.length(1),
)
/** The members of CycloneDX 1.6 that are used here, as its schema has them. */
const cycloneDx = v.strictObject({
  $schema: v.literal('http://cyclonedx.org/schema/bom-1.6.schema.json'),
  bomFormat: v.literal('CycloneDX'),
  specVersion: v.literal('1.6'),
  serialNumber: v.pipe(
    v.string(),
    v.regex(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/),
  ),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  metadata: v.strictObject({
    component: v.strictObject({
      type: v.literal('application'),
      'bom-ref': purl,
      name: v.string(),
      version: v.string(),
      licenses: licences,
      purl,
    }),
  }),
  components: v.array(
    v.strictObject({
      type: v.picklist(['framework', 'library']),
      'bom-ref': purl,
      name: v.string(),
      version: v.string(),
      scope: v.literal('required'),
      hashes: v.pipe(
        v.array(
          v.strictObject({
            alg: v.literal('SHA-512'),
            content: v.pipe(v.string(), v.regex(/^[0-9a-f]{128}$/)),
          }),
        ),
        v.minLength(1),
      ),
      licenses: licences,
      purl,
    }),
  ),
  dependencies: v.array(v.strictObject({ ref: purl, dependsOn: v.array(purl) })),
})

test('writes valid CycloneDX with each package once, identified by its integrity hash', () => {
  const bill = v.parse(cycloneDx, billOfMaterials({ app, lock, folders }))
  expect(bill.components.map(({ name }) => name)).toEqual(['electron', 'preact', '@electron/fuses'])
  const [electron, preact] = bill.components
  expect(electron?.type).toBe('framework')
  expect(preact?.purl).toBe(`pkg:npm/preact@${lock.packages['node_modules/preact'].version}`)
  const digest = Buffer.from(preact?.hashes[0]?.content ?? '', 'hex').toString('base64')
  expect(`sha512-${digest}`).toBe(lock.packages['node_modules/preact'].integrity)
  const refs = bill.components.map((one) => one['bom-ref'])
  expect(bill.dependencies).toEqual([{ ref: 'pkg:npm/parallel-tray@1.2.3', dependsOn: refs }])
})

test('is reproducible and changes with the packages', () => {
  const first = billOfMaterials({ app, lock, folders })
  expect(billOfMaterials({ app, lock, folders })).toEqual(first)
  const other = billOfMaterials({ app, lock, folders: folders.slice(1) })
  expect(other.serialNumber).not.toBe(first.serialNumber)
})

test('rejects a package without an integrity hash in the lock file', () => {
  expect(() => billOfMaterials({ app, lock, folders: ['node_modules/nobody'] })).toThrow('nobody')
})
