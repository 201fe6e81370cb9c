/** Where the packaged app starts in the tests under Wine. */
require('./standard-streams.cjs')
require('./polyfill.cjs')
require('../../out/main/index.cjs')
