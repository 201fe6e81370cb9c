/** In place of lodash.isequal: Node's own. */
module.exports = require('node:util').isDeepStrictEqual
