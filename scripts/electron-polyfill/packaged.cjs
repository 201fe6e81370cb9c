/** Where a packaged app starts that is made for tests of an Electron older than the one in package.json. */
require('./polyfill.cjs')
require('../../out/main/index.cjs')
