/** The program's versions, and the licences of what is bundled with it. */

export type PackageLicence = {
  readonly name: string
  readonly version: string
  /** Its SPDX identifier. */
  readonly licence: string
  /** Copyright notice and terms; null where the package contains no licence text. */
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
