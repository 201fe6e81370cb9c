/** Decides before the build which packages this system can build, and why not the others. */

/**
 * Packages that are made from one unpacked app. `updates`: whether that app has the update feed; users of an archive
 * update it by hand.
 * @typedef {{targets: readonly string[], updates: boolean}} Build
 * @typedef {{what: string, why: string}} LeftOut
 */

/** The architectures, packed in one run: so `latest.yml` and `latest-mac.yml` name the files of both. */
export const architectures = /** @type {const} */ (['x64', 'arm64'])

/**
 * Archives are made from a separate app: electron-builder writes `package-type` into the app for deb and rpm, and an
 * archive of the same folder would contain it too.
 * @type {Record<string, readonly Build[]>}
 */
const builds = {
  darwin: [{ targets: ['dmg', 'zip'], updates: true }],
  win32: [
    { targets: ['zip'], updates: false },
    { targets: ['nsis'], updates: true },
  ],
  linux: [
    { targets: ['tar.gz'], updates: false },
    { targets: ['AppImage', 'deb', 'rpm'], updates: true },
  ],
}

const systemNames = { darwin: 'macOS', win32: 'Windows', linux: 'Linux' }

/**
 * @param {object} here
 * @param {string} here.platform as Node names it
 * @param {boolean} here.hasHomepage deb and rpm name a page of the project
 * @param {(program: string) => boolean} here.has whether a program is on the PATH
 * @returns {{builds: Build[], leftOut: LeftOut[]}} for each architecture
 */
export function plan({ platform, hasHomepage, has }) {
  const kindsOf = (system) => builds[system].flatMap(({ targets }) => targets)
  const leftOut = Object.keys(builds)
    .filter((system) => system !== platform)
    .map((system) => ({ what: kindsOf(system).join(', '), why: `needs ${systemNames[system]}` }))
  const reasons = new Map(
    (builds[platform] ? kindsOf(platform) : []).map((kind) => [kind, whyNot(kind, { hasHomepage, has })]),
  )
  for (const [what, why] of reasons) if (why) leftOut.push({ what, why })
  return {
    builds: (builds[platform] ?? [])
      .map((one) => ({ ...one, targets: one.targets.filter((kind) => !reasons.get(kind)) }))
      .filter(({ targets }) => targets.length > 0),
    leftOut,
  }
}

function whyNot(kind, { hasHomepage, has }) {
  const isFpm = kind === 'deb' || kind === 'rpm'
  if (isFpm && !hasHomepage) return 'names a page of the project: set PARALLEL_TRAY_HOMEPAGE'
  if (kind === 'rpm' && !has('rpmbuild')) return 'needs rpmbuild (Debian: apt-get install rpm)'
  if (isFpm && !has('xz')) return 'needs xz (Debian: apt-get install xz-utils)'
  return undefined
}
