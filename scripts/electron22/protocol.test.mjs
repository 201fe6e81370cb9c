import { expect, test } from 'vitest'
import { filledIn } from './api.mjs'
import { makeHandle } from './protocol.mjs'

/** Registers a handler and returns what the old interface would answer to one request. */
function answerTo(request, handler) {
  return new Promise((settle) => {
    const protocol = {
      registerBufferProtocol: (_scheme, handle) => {
        handle(request, settle)
        return true
      },
    }
    makeHandle(protocol).handle('tray', handler)
  })
}

test('adds exactly what is listed', () => {
  expect(Object.keys(makeHandle({}))).toEqual(filledIn.protocol)
})

test('a request arrives whole, and its answer goes out whole', async () => {
  const request = {
    url: 'http://app/x?y',
    method: 'POST',
    headers: { 'x-a': '1' },
    uploadData: [{ bytes: Buffer.from('body') }],
  }
  const answer = await answerTo(
    request,
    async (asked) =>
      new Response(`${asked.url} ${asked.headers.get('x-a')} ${await asked.text()}`, {
        status: 201,
        headers: { 'content-type': 'text/css; charset=utf-8', 'x-b': '2' },
      }),
  )
  expect(answer.statusCode).toBe(201)
  expect(answer.mimeType).toBe('text/css')
  expect(answer.headers['x-b']).toBe('2')
  expect(answer.data.toString()).toBe('http://app/x?y 1 body')
})

test('a scheme that cannot be registered is an error', () => {
  const protocol = { registerBufferProtocol: () => false }
  expect(() => makeHandle(protocol).handle('tray', () => new Response())).toThrow('tray')
})
