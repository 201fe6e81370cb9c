/** In place of what electron-updater loads and this app never calls: see `light` in ../bundles.mjs. */
module.exports = {}
