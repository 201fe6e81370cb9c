/** The text part of Electron 45's asynchronous clipboard, implemented with the older synchronous one. */

/** @see https://developer.mozilla.org/docs/Web/API/ClipboardItem */
exports.ClipboardItem = class ClipboardItem {
  #payloads

  constructor(payloads) {
    this.#payloads = payloads
  }

  get types() {
    return Object.keys(this.#payloads)
  }

  async getType(type) {
    return new Blob([await this.#payloads[type]])
  }
}

/** @param {Electron.Clipboard} sync its methods are kept as they are now, so they may be replaced afterwards */
exports.asyncClipboard = (sync) => {
  const { readText, writeText, has } = sync
  return {
    readText: async () => readText.call(sync),
    writeText: async (text) => writeText.call(sync, text),
    has: async (type) => has.call(sync, type),
    // Only the text: in the older clipboard each further format would replace it.
    write: async ([item]) => writeText.call(sync, await (await item.getType('text/plain')).text()),
  }
}
