/** What electron-updater uses of semver: comparing versions, without the ranges. */
module.exports = {
  parse: require('semver/functions/parse'),
  eq: require('semver/functions/eq'),
  gt: require('semver/functions/gt'),
  lt: require('semver/functions/lt'),
  prerelease: require('semver/functions/prerelease'),
}
