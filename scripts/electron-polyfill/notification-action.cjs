/**
 * Gives the event `action` of notifications, which used to have only the button's index, its details as properties. Does
 * nothing if the event already has them.
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
