/**
 * The licences of all that ships, for the dialog "About": made of the packages that the bundler has noted, Electron,
 * and the app itself. A package whose licence isn't known, or isn't one of those below, fails the build.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup/paths.mjs'
import { bundledPackages } from './bundled-packages.mjs'

/** SPDX identifiers of licences that let a program be given away with its own, if their text comes with it. */
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

/** Packages that name their licence and come without its text; looked at by hand. */
const withoutText = { 'lazy-val': 'MIT' }

/**
 * @typedef {object} Licensed
 * @property {string} name
 * @property {string} version
 * @property {string} licence its SPDX identifier
 * @property {string} notice whose it is, a line each
 * @property {number | null} text where its text stands in `texts`; null where it came with none
 * @typedef {{packages: Licensed[], texts: string[]}} Licences
 */

/**
 * What belongs to one package, and what all of its licence have in common: paragraphs without the line breaks of
 * whoever wrote them, without headings that only name the licence.
 * @param {string} text
 * @returns {{notice: string, body: string}}
 */
export function splitLicence(text) {
  // Vite's file goes on with the licences of what only its own tools are made of.
  const own = text.replaceAll('\r\n', '\n').split(/^# Licenses of bundled dependencies/m)[0] ?? ''
  const lines = own.split('\n').map((line) => line.trim())
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
      `build: ${name} has the licence ${JSON.stringify(licence)}, which nobody has looked at yet.`,
    )
  const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/i.test(entry))
  if (file === undefined && withoutText[name] !== licence)
    throw new Error(`build: ${name} comes without the text of its licence.`)
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
export function gather(packages) {
  /** @type {string[]} */
  const texts = []
  const place = (body) => {
    if (!texts.includes(body)) texts.push(body)
    return texts.indexOf(body)
  }
  return {
    packages: packages.map(({ text, ...rest }) => {
      if (text === null) return { ...rest, notice: '', text: null }
      const { notice, body } = splitLicence(text)
      return { ...rest, notice, text: place(body) }
    }),
    texts,
  }
}

/** The app itself, Electron, and what is bundled. */
export function shippedPackages() {
  return [
    root,
    join(root, 'node_modules/electron'),
    ...bundledPackages().map((folder) => join(root, folder)),
  ].map(licenceOf)
}

/** Writes out/licences.json. */
export function writeLicences() {
  writeFileSync(join(root, 'out/licences.json'), JSON.stringify(gather(shippedPackages())))
}
