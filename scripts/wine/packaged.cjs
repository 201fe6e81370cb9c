/** Entry point of the packaged app in the tests under Wine. */
const { app } = require('electron')

// Chromium's sandbox doesn't work under Wine, and the packaged app refuses to start without it.
const { hasSwitch } = app.commandLine
app.commandLine.hasSwitch = (name) => name !== 'no-sandbox' && hasSwitch(name)

require('./standard-streams.cjs')
require('./polyfill.cjs')
require('../../out/main/index.cjs')
