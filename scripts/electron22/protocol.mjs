/** `protocol.handle` of Electron 25 and later, over what Electron 22 has. */

/** The body of a request as 22 hands it over; files by path aren't needed by any test. */
function bodyOf(request) {
  const parts = (request.uploadData ?? []).map((part) => part.bytes).filter(Boolean)
  return parts.length > 0 ? Buffer.concat(parts) : undefined
}

/**
 * @param {Pick<Electron.Protocol, 'registerBufferProtocol' | 'unregisterProtocol' | 'isProtocolRegistered'>} protocol
 * @returns {Pick<Electron.Protocol, 'handle' | 'unhandle' | 'isProtocolHandled'>}
 */
export function makeHandle(protocol) {
  return {
    handle(scheme, handler) {
      const registered = protocol.registerBufferProtocol(scheme, async (request, answer) => {
        try {
          const response = await handler(
            new Request(request.url, {
              method: request.method,
              headers: request.headers,
              body: bodyOf(request),
            }),
          )
          answer({
            statusCode: response.status,
            headers: Object.fromEntries(response.headers),
            mimeType: response.headers.get('content-type')?.split(';')[0] ?? 'text/plain',
            data: Buffer.from(await response.arrayBuffer()),
          })
        } catch (error) {
          console.error(error)
          answer({ error: -2 })
        }
      })
      if (!registered) throw new Error(`Failed to register protocol: ${scheme}`)
    },
    unhandle: (scheme) => void protocol.unregisterProtocol(scheme),
    isProtocolHandled: (scheme) => protocol.isProtocolRegistered(scheme),
  }
}
