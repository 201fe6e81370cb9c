/**
 * Lets an app written for Electron 45 run on the fallback Electron 22 (Node 16), for development and tests only:
 * given with `-r` before the app. The product knows nothing of it.
 */
import 'core-js/stable'
import nodeBuffer from 'node:buffer'
import nodeCrypto from 'node:crypto'
import { lookup } from 'node:dns/promises'
import electron from 'electron'
import undici from 'undici'
import { makeHandle } from './protocol.mjs'
import { makeSafeStorage } from './safe-storage.mjs'

/** Sets a global that this Node doesn't have. */
function fill(target, name, value) {
  if (target[name] === undefined) {
    Object.defineProperty(target, name, { value, configurable: true, writable: true })
  }
}

fill(globalThis, 'fetch', undici.fetch)
fill(globalThis, 'Headers', undici.Headers)
fill(globalThis, 'Request', undici.Request)
fill(globalThis, 'Response', undici.Response)
fill(globalThis, 'FormData', undici.FormData)
fill(globalThis, 'Blob', nodeBuffer.Blob)
fill(globalThis, 'crypto', nodeCrypto.webcrypto)
fill(AbortSignal, 'timeout', (milliseconds) => {
  const controller = new AbortController()
  const timer = setTimeout(
    () => controller.abort(new DOMException('The operation timed out.', 'TimeoutError')),
    milliseconds,
  )
  timer.unref()
  return controller.signal
})
fill(AbortSignal, 'any', (signals) => {
  const controller = new AbortController()
  const stop = (event) => {
    controller.abort(event.target.reason)
    for (const signal of signals) signal.removeEventListener('abort', stop)
  }
  for (const signal of signals) {
    if (signal.aborted) {
      controller.abort(signal.reason)
      break
    }
    signal.addEventListener('abort', stop)
  }
  return controller.signal
})
fill(AbortSignal.prototype, 'throwIfAborted', function throwIfAborted() {
  if (this.aborted) throw this.reason
})

const { app, clipboard, protocol, safeStorage, session } = electron

/** By the system's own way of looking names up, which is Chromium's too where it asks no server itself. */
async function resolveHost(host) {
  const found = await lookup(host, { all: true })
  return { endpoints: found.map(({ address, family }) => ({ address, family: `ipv${family}` })) }
}

Object.assign(protocol, makeHandle(protocol))
app.on('session-created', (created) => {
  fill(created, 'resolveHost', resolveHost)
  if (created !== session.defaultSession) Object.assign(created.protocol, makeHandle(created.protocol))
})

Object.assign(safeStorage, makeSafeStorage(safeStorage))

const { readText, writeText, has } = clipboard
Object.assign(clipboard, {
  readText: async () => readText.call(clipboard),
  writeText: async (text) => writeText.call(clipboard, text),
  has: async (type) => has.call(clipboard, type),
  // The text alone: each further format would replace it here.
  write: async ([item]) => writeText.call(clipboard, await textOf(item)),
})

/** As much of it as is needed to write text. */
class ClipboardItem {
  constructor(payloads) {
    this.payloads = payloads
    this.types = Object.keys(payloads)
  }

  async getType(type) {
    return new Blob([await this.payloads[type]])
  }
}
fill(electron, 'ClipboardItem', ClipboardItem)

async function textOf(item) {
  return (await item.getType('text/plain')).text()
}
