/**
 * The fuses of the packaged app. A fuse is a switch inside Electron's binary that can't be changed without breaking the
 * signature.
 */
import { FuseState, FuseV1Options } from '@electron/fuses'

/**
 * The state of each fuse. Cookie encryption is off: this app keeps no cookies (its network sessions live in memory).
 * Measured on Linux with the packaged app and an unlocked keyring, nothing stored, nothing clicked, from the start until
 * it had quit after 20 s: with the fuse on seven calls of the Secret Service, an `Unlock` (which asks the user if it is
 * locked) and two new items among them; with the fuse off none. `e2e/packaged/keyring-untouched.spec.ts` holds that.
 */
export const wantedFuses = {
  /** The binary doesn't run as plain Node.js. */
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: false,
  /** NODE_OPTIONS and NODE_EXTRA_CA_CERTS are ignored. */
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  /** --inspect and similar options are ignored. */
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  /** macOS and Windows check app.asar against its hash; Linux has no such check. */
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  /** A folder `app` beside app.asar is ignored. */
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  /** The window comes from the app's own scheme; `file:` gets nothing more than in a browser. */
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  /** Guard pages for WebAssembly in place of checks in the code; the window may not run any. */
  [FuseV1Options.WasmTrapHandlers]: true,
}

function fuseName(fuse) {
  return FuseV1Options[fuse] ?? `fuse ${fuse}`
}

/**
 * The fuses with a wrong state, one line each. Fuses that an older Electron lacks are ignored.
 * @param {Record<string, number>} wire as `getCurrentFuseWire` reads it
 * @returns {string[]}
 */
export function findFuseFaults(wire) {
  return Object.entries(wantedFuses).flatMap(([fuse, wanted]) => {
    const state = wire[fuse]
    if (state === undefined || state === FuseState.REMOVED) return []
    const enabled = state === FuseState.ENABLE
    if (enabled === wanted) return []
    return [`${fuseName(fuse)} is ${enabled ? 'on' : 'off'}, wanted ${wanted ? 'on' : 'off'}`]
  })
}
