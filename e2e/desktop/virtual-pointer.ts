/**
 * A mouse (with KWin also a keyboard) for a compositor without one: the protocol `wlr-virtual-pointer-unstable-v1`, or KWin's `fake-input`, spoken
 * over the compositor's socket. Debian has no tool that keeps such a mouse plugged in, and clients miss a click of one that comes and goes.
 */
import { createConnection, type Socket } from 'node:net'

/** Object ids: the display's is fixed, the others are given out by the client. */
const objects = { display: 1, registry: 2, firstSync: 3, manager: 4, pointer: 5 }
const interfaces = ['zwlr_virtual_pointer_manager_v1', 'org_kde_kwin_fake_input'] as const
const connectMs = 15_000
/** `BTN_LEFT` and `BTN_RIGHT` in linux/input-event-codes.h. */
const buttons = { left: 0x110, right: 0x111 }
export type Button = keyof typeof buttons

/** A position in pixels on a screen of that size. */
export interface Position {
  x: number
  y: number
}

export class VirtualPointer {
  readonly #socket: Socket
  readonly #screen: { width: number; height: number }
  #received = Buffer.alloc(0)
  #nextId = objects.pointer + 1
  #manager: { name: number; interface: (typeof interfaces)[number] } | undefined
  readonly #syncs = new Map<number, () => void>()

  private constructor(socket: Socket, screen: { width: number; height: number }) {
    this.#socket = socket
    this.#screen = screen
    socket.on('data', (data) => this.#receive(data))
  }

  /** Plugs the mouse in. */
  static async connect(path: string, screen: { width: number; height: number }): Promise<VirtualPointer> {
    const socket = createConnection(path)
    const pointer = new VirtualPointer(socket, screen)
    await within(connectMs, socket, async () => {
      pointer.#request(objects.display, 1, uint32(objects.registry))
      await pointer.#sync(objects.firstSync)
      const manager = pointer.#manager
      if (manager === undefined) throw new Error(`The compositor lacks ${interfaces.join(' and ')}`)
      const version = pointer.#isFake ? 4 : 1
      const what = Buffer.concat([string(manager.interface), uint32(version, objects.manager)])
      pointer.#request(objects.registry, 0, Buffer.concat([uint32(manager.name), what]))
      const authenticate = Buffer.concat([string('test'), string('test')])
      // Ids are given out without a gap, and fake-input has no object for the pointer.
      if (pointer.#isFake) pointer.#nextId = objects.pointer
      const forDefaultSeat = uint32(0, objects.pointer)
      pointer.#request(objects.manager, 0, pointer.#isFake ? authenticate : forDefaultSeat)
      await pointer.#sync()
    })
    return pointer
  }

  /** Moves there. Resolves when the compositor has handled it. */
  async move({ x, y }: Position): Promise<void> {
    await within(connectMs, this.#socket, async () => {
      // Panels react to a pointer that has come in before it clicks.
      this.#move({ x: x - 1, y })
      await this.#sync()
      this.#move({ x, y })
      await this.#sync()
    })
  }

  /** Moves there and presses a button. */
  async click(position: Position, button: Button = 'left'): Promise<void> {
    await this.move(position)
    await within(connectMs, this.#socket, async () => {
      for (const state of [1, 0]) {
        if (this.#isFake) this.#request(objects.manager, 2, uint32(buttons[button], state))
        else {
          this.#request(objects.pointer, 2, uint32(timestamp(), buttons[button], state))
          this.#request(objects.pointer, 4)
        }
        await this.#sync()
      }
    })
  }

  /** Presses and releases keys, with KWin only. @param keys as `KEY_…` in linux/input-event-codes.h */
  async type(keys: readonly number[]): Promise<void> {
    if (!this.#isFake) throw new Error('Only fake-input has a keyboard')
    await within(connectMs, this.#socket, async () => {
      for (const key of keys) {
        for (const state of [1, 0]) this.#request(objects.manager, 10, uint32(key, state))
        await this.#sync()
      }
    })
  }

  close(): void {
    this.#socket.destroy()
  }

  get #isFake(): boolean {
    return this.#manager?.interface === 'org_kde_kwin_fake_input'
  }

  #move({ x, y }: Position): void {
    if (this.#isFake) {
      // In 256ths of a logical pixel.
      this.#request(objects.manager, 9, uint32(256 * x, 256 * y))
      return
    }
    this.#request(objects.pointer, 1, uint32(timestamp(), x, y, this.#screen.width, this.#screen.height))
    this.#request(objects.pointer, 4)
  }

  /** A round trip: the compositor has handled all requests before it. */
  #sync(id = this.#nextId++): Promise<void> {
    const done = new Promise<void>((settle) => this.#syncs.set(id, settle))
    this.#request(objects.display, 0, uint32(id))
    return done
  }

  #request(object: number, opcode: number, body: Buffer = Buffer.alloc(0)): void {
    this.#socket.write(Buffer.concat([uint32(object, ((8 + body.length) << 16) | opcode), body]))
  }

  #receive(data: Buffer): void {
    this.#received = Buffer.concat([this.#received, data])
    while (this.#received.length >= 8) {
      const size = this.#received.readUInt16LE(6)
      if (this.#received.length < size) return
      const [object, opcode] = [this.#received.readUInt32LE(0), this.#received.readUInt16LE(4)]
      this.#onEvent(object, opcode, this.#received.subarray(8, size))
      this.#received = this.#received.subarray(size)
    }
  }

  #onEvent(object: number, opcode: number, body: Buffer): void {
    if (object === objects.display && opcode === 0) {
      this.#socket.destroy(new Error(`The compositor refused: ${body.toString('latin1', 12)}`))
    } else if (object === objects.registry && opcode === 0) {
      const length = body.readUInt32LE(4)
      const offered = body.toString('latin1', 8, 8 + length - 1)
      const known = interfaces.find((name) => name === offered)
      if (known !== undefined) this.#manager = { name: body.readUInt32LE(0), interface: known }
    } else {
      this.#syncs.get(object)?.()
      this.#syncs.delete(object)
    }
  }
}

/** Runs an operation on the socket; rejects if the socket fails, or after `ms`. */
async function within(ms: number, socket: Socket, act: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let onError: (error: Error) => void = () => {}
  const failed = new Promise<never>((_, refuse) => {
    onError = refuse
    socket.once('error', onError)
    timer = setTimeout(() => refuse(new Error(`The compositor did not answer in ${ms} ms`)), ms)
  })
  try {
    await Promise.race([act(), failed])
  } finally {
    clearTimeout(timer)
    socket.off('error', onError)
  }
}

/** Milliseconds, as events carry them; any base will do. */
function timestamp(): number {
  return Date.now() >>> 0
}

/** The protocol uses the machine's byte order: little-endian wherever these tests run. */
function uint32(...values: number[]): Buffer {
  const buffer = Buffer.alloc(4 * values.length)
  for (const [index, value] of values.entries()) buffer.writeUInt32LE(value >>> 0, 4 * index)
  return buffer
}

function string(text: string): Buffer {
  const bytes = Buffer.from(`${text}\0`, 'latin1')
  return Buffer.concat([uint32(bytes.length), bytes, Buffer.alloc(-bytes.length & 3)])
}
