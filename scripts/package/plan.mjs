/** What can be packed on this system, and why the rest can't: decided before anything is built. */

/**
 * @typedef {{target: string, arch: 'x64' | 'arm64'}} Package
 * @typedef {{what: string, why: string}} LeftOut
 */

const targets = {
  darwin: ['dmg', 'zip'],
  win32: ['nsis', 'zip'],
  linux: ['AppImage', 'deb', 'rpm', 'tar.gz'],
}

/**
 * @param {object} here
 * @param {string} here.platform as Node names it
 * @param {boolean} here.hasHomepage deb and rpm name a page of the project
 * @param {(program: string) => boolean} here.has whether a program is on the PATH
 * @returns {{packages: Package[], leftOut: LeftOut[]}}
 */
export function plan({ platform, hasHomepage, has }) {
  /** @type {LeftOut[]} */
  const leftOut = Object.keys(targets)
    .filter((other) => other !== platform)
    .map((other) => ({ what: targets[other].join(', '), why: `needs ${systemNames[other]}` }))
  /** @type {Package[]} */
  const packages = []
  for (const target of targets[platform] ?? []) {
    const why = whyNot(target, { hasHomepage, has })
    if (why) leftOut.push({ what: target, why })
    else for (const arch of /** @type {const} */ (['x64', 'arm64'])) packages.push({ target, arch })
  }
  return { packages, leftOut }
}

const systemNames = { darwin: 'macOS', win32: 'Windows', linux: 'Linux' }

function whyNot(target, { hasHomepage, has }) {
  const isFpm = target === 'deb' || target === 'rpm'
  if (isFpm && !hasHomepage) return 'names a page of the project: set PARALLEL_TRAY_HOMEPAGE'
  if (target === 'rpm' && !has('rpmbuild')) return 'needs rpmbuild (Debian: apt-get install rpm)'
  return undefined
}
