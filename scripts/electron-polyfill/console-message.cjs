const levels = ['debug', 'info', 'warning', 'error']

/**
 * Gives the event `console-message` of a page its details as properties, before the app's own listeners see it. Does nothing
 * if the event already has them.
 * @param {import('node:events').EventEmitter} contents
 */
function addConsoleDetails(contents) {
  contents.prependListener('console-message', (event, level, message) => {
    if (event.level === undefined) Object.assign(event, { level: levels[level], message })
  })
}

module.exports = { addConsoleDetails }
