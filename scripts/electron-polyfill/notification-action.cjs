/**
 * Gives the event `action` of notifications, which came with the index of the button alone, its details as properties.
 * Where the event has them already, nothing changes.
 * @param {{prototype: import('node:events').EventEmitter}} Notification
 */
exports.addActionDetails = ({ prototype }) => {
  const { emit } = prototype
  prototype.emit = function (name, ...args) {
    const [event, index] = args
    if (name === 'action' && event.actionIndex === undefined) Object.assign(event, { actionIndex: index })
    return emit.call(this, name, ...args)
  }
}
