/** libuv refuses a Unix pipe or socket as stdout or stderr under Wine, and Node then throws: so they are written to directly. */
const { writeSync } = require('node:fs')
const { Writable } = require('node:stream')

for (const [name, descriptor] of Object.entries({ stdout: 1, stderr: 2 })) {
  const stream = new Writable({
    write(chunk, _encoding, done) {
      try {
        writeSync(descriptor, chunk)
      } catch {
        // Nobody reads it any more.
      }
      done()
    },
  })
  Object.defineProperty(process, name, { configurable: true, enumerable: true, get: () => stream })
}
