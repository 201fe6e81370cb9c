/**
 * The licences of the app, Electron and the bundled packages, for the About dialog. A package with an unknown licence, or
 * one that isn't listed below, fails the build.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup/paths.mjs'
import { bundledPackages } from './bundled-packages.mjs'

/** SPDX identifiers of licences that allow redistribution together with their text. */
const allowed = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'Python-2.0',
]

/** Packages without a licence file, reviewed by hand. */
const withoutText = { 'lazy-val': 'MIT' }

/**
 * @typedef {object} Licensed
 * @property {string} name
 * @property {string} version
 * @property {string} licence its SPDX identifier
 * @property {string} notice its copyright lines
 * @property {number | null} text index of its text in `texts`; null without one
 * @typedef {{packages: Licensed[], texts: string[]}} Licences
 */

/**
 * Splits a licence into its copyright notice and the body that all packages with that licence share: paragraphs without
 * line breaks and without headings that only name the licence.
 * @param {string} text
 * @returns {{notice: string, body: string}}
 */
export function splitLicence(text) {
  // The rest of Vite's file lists the licences of its build tools, which aren't bundled.
  const packageLicence = text.replaceAll('\r\n', '\n').split(/^# Licenses of bundled dependencies/m)[0] ?? ''
  const lines = packageLicence.split('\n').map((line) => line.trim())
  const isNotice = (line) => /^(?:Portions )?(?:Copyright|©|\(c\)) (?!notice|holder|owner)/.test(line)
  const isHeading = (line) =>
    /^(?:#+ )?(?:vite core license|vite is released under the mit license|(?:the )?\(?(?:the )?(?:mit|isc)(?: license)?\)?(?: \(mit\))?:?)$/i.test(
      line,
    )
  const paragraphs = lines
    .filter((line) => !isNotice(line) && !isHeading(line))
    .join('\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
  return {
    notice: lines.filter(isNotice).join('\n'),
    body: paragraphs.filter((paragraph) => paragraph !== '').join('\n\n'),
  }
}

/**
 * @param {string} folder of a package
 * @returns {{name: string, version: string, licence: string, text: string | null}}
 * @throws if its licence isn't known, isn't allowed, or lacks its text
 */
export function licenceOf(folder) {
  const { name, version, license: licence } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (!allowed.includes(licence))
    throw new Error(
      `build: ${name} has the licence ${JSON.stringify(licence)}, which is not in the list of reviewed licences.`,
    )
  const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/i.test(entry))
  if (file === undefined && withoutText[name] !== licence)
    throw new Error(`build: ${name} has no licence file.`)
  return {
    name,
    version,
    licence,
    text: file === undefined ? null : readFileSync(join(folder, file), 'utf8'),
  }
}

/**
 * @param {ReturnType<typeof licenceOf>[]} packages
 * @returns {Licences} each text once
 */
export function collectLicences(packages) {
  /** @type {string[]} */
  const texts = []
  const addText = (body) => {
    if (!texts.includes(body)) texts.push(body)
    return texts.indexOf(body)
  }
  return {
    packages: packages.map(({ text, ...rest }) => {
      if (text === null) return { ...rest, notice: '', text: null }
      const { notice, body } = splitLicence(text)
      return { ...rest, notice, text: addText(body) }
    }),
    texts,
  }
}

/** The app, Electron and the bundled packages. */
function shippedPackages() {
  return [
    root,
    join(root, 'node_modules/electron'),
    ...bundledPackages().map((folder) => join(root, folder)),
  ].map(licenceOf)
}

/** Writes out/licences.json. */
export function writeLicences() {
  writeFileSync(join(root, 'out/licences.json'), JSON.stringify(collectLicences(shippedPackages())))
}
