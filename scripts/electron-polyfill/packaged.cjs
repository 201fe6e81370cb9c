/** Entry point of a packaged test app whose Electron is older than the one in package.json. */
require('./polyfill.cjs')
require('../../out/main/index.cjs')
