/** Under Wine, libuv refuses a Unix pipe or socket as stdout or stderr, and Node throws. So this writes to them directly. */
const { writeSync } = require('node:fs')
const { Writable } = require('node:stream')

for (const [name, descriptor] of Object.entries({ stdout: 1, stderr: 2 })) {
  const stream = new Writable({
    write(chunk, _encoding, done) {
      try {
        writeSync(descriptor, chunk)
      } catch {
        // The other end is closed.
      }
      done()
    },
  })
  Object.defineProperty(process, name, { configurable: true, enumerable: true, get: () => stream })
}
