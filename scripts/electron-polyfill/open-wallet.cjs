/**
 * Opens KWallet the way Chromium does, without holding up the main process: while the wallet's dialog is open, the
 * synchronous calls of `safeStorage` would.
 */
const { execFile } = require('node:child_process')

/** As in `gdbus call --timeout`: the user may take as long as the dialog is open. */
const timeoutS = 24 * 3600

/** @returns {Promise<boolean>} false if the user refuses; true also where the keyring isn't KWallet */
exports.openWallet = (env = process.env) => {
  const isKde = (env.XDG_CURRENT_DESKTOP ?? '').split(':').includes('KDE')
  const version = env.KDE_SESSION_VERSION
  if (!isKde || (version !== '5' && version !== '6')) return Promise.resolve(true)
  const target = ['--dest', `org.kde.kwalletd${version}`, '--object-path', `/modules/kwalletd${version}`]
  const method = ['--method', 'org.kde.KWallet.open', 'kdewallet', '0', 'Chromium']
  return new Promise((resolve) => {
    const args = ['call', '--session', '--timeout', `${timeoutS}`, ...target, ...method]
    // Without an answer there is no KWallet, which Chromium finds out at once.
    execFile('gdbus', args, (error, output) => resolve(error !== null || !/-\d/.test(output)))
  })
}
