import { EventEmitter } from 'node:events'
import { beforeEach, expect, it } from 'vitest'
import { type CountedResponse, UpdateLimits } from './update-limits.ts'

let limits: UpdateLimits
let aborted: number
/** The events that the caller receives. */
let heard: unknown[]
beforeEach(() => {
  limits = new UpdateLimits()
  aborted = 0
  heard = []
})

function answered(): EventEmitter {
  const response = new EventEmitter()
  let answer: (response: CountedResponse) => void = () => {}
  const make = limits.limitBytes((_options, onResponse) => {
    answer = onResponse
    return { abort: () => (aborted += 1) }
  })
  make({}, () => {
    response.on('data', (part: Buffer) => heard.push(part.length))
    response.on('error', (error: { code: string }) => heard.push(error.code))
  })
  answer(response as unknown as CountedResponse)
  return response
}

it('counts requests for each step, and refuses all after the end', () => {
  limits.begin(10)
  for (let count = 0; count < 20; count += 1) expect(limits.countRequest()).toBe(true)
  expect(limits.countRequest()).toBe(false)
  limits.begin(10)
  expect(limits.countRequest()).toBe(true)
  limits.end()
  expect(limits.countRequest()).toBe(false)
})

it('reports each part, and aborts a response with too many bytes', () => {
  let moved = 0
  limits.begin(10, () => {
    moved += 1
  })
  const response = answered()
  response.emit('data', Buffer.alloc(6))
  response.emit('data', Buffer.alloc(4))
  expect({ moved, aborted, heard }).toEqual({ moved: 2, aborted: 0, heard: [6, 4] })
  response.emit('data', Buffer.alloc(1))
  response.emit('data', Buffer.alloc(1))
  expect(aborted).toBe(1)
  expect(moved).toBe(2)
  expect(heard.filter((one) => typeof one === 'string')).toEqual(['ERR_UPDATE_TOO_LARGE'])
})

it('adds up the bytes of redirected and repeated requests', () => {
  limits.begin(10)
  answered().emit('data', Buffer.alloc(6))
  answered().emit('data', Buffer.alloc(6))
  expect(heard).toEqual([6, 6, 'ERR_UPDATE_TOO_LARGE'])
})
