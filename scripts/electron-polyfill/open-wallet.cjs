/**
 * Opens KWallet without blocking the main process. The asynchronous `safeStorage` calls Chromium's
 * `FreedesktopSecretKeyProvider`, which waits for `walletAsyncOpened`; the synchronous one blocks while the wallet's
 * dialog is open.
 */
const { execFile } = require('node:child_process')

/** The user may take as long as the dialog is open. */
const timeoutS = 24 * 3600

/** @returns {Promise<boolean>} false if the wallet stays closed; true also where the keyring isn't KWallet */
exports.openWallet = async (env = process.env) => {
  const isKde = (env.XDG_CURRENT_DESKTOP ?? '').split(':').includes('KDE')
  const version = env.KDE_SESSION_VERSION
  if (!isKde || (version !== '5' && version !== '6')) return true
  const target = ['--dest', `org.kde.kwalletd${version}`, '--object-path', `/modules/kwalletd${version}`]
  const call = (method, ...args) =>
    new Promise((resolve) => {
      const options = ['call', '--session', '--timeout', `${timeoutS}`, ...target]
      execFile('gdbus', [...options, '--method', `org.kde.KWallet.${method}`, ...args], (_error, output) =>
        resolve(output),
      )
    })
  const wallet = /'(.+)'/.exec(await call('networkWallet'))?.[1]
  // Without an answer there is no KWallet, which Chromium finds out at once.
  return wallet === undefined || !/-\d/.test(await call('open', wallet, '0', 'Chromium'))
}
