/** What this program is, and what it is made of. */

export type PackageLicence = {
  readonly name: string
  readonly version: string
  /** Its SPDX identifier. */
  readonly licence: string
  /** Whose it is, and under which terms; null where it came with no text. */
  readonly text: string | null
}

export type About = {
  readonly version: string
  readonly electron: string
  readonly chromium: string
  readonly node: string
  /** This app first, then Electron, then what is bundled, by name. */
  readonly licences: readonly PackageLicence[]
}
