/**
 * Replaces packages that electron-store needs only for schemas and migrations, which the app doesn't use: a third of main's
 * bundle. Throws if one of them is used.
 */
function unused() {
  throw new Error('The schemas and migrations of electron-store are left out: see scripts/build/bundles.mjs.')
}

export { unused as Ajv2020 }
export default new Proxy({}, { get: unused })
