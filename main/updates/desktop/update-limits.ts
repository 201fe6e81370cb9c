/**
 * Limits the requests and bytes of one check or download. electron-updater follows redirects without a limit, accepts
 * any number of bytes, and reports no progress when the server sends no length.
 */

/** Enough for a few redirects and retries of the description and the package. */
const maxRequests = 20

/** The parts of Electron's types that are used here. */
export type CountedRequest = { abort(): void }
export type CountedResponse = {
  on(event: 'data', heard: (part: { readonly length: number }) => void): unknown
  emit(event: 'error', error: Error): boolean
}
type MakeRequest<Q> = (options: object, onResponse: (response: CountedResponse) => void) => Q

export class UpdateLimits {
  #requests = 0
  #bytes = 0
  #maxBytes = 0
  #onData: () => void = () => {}

  /** Resets the counters. @param onData called for each received part */
  begin(maxBytes: number, onData: () => void = () => {}): void {
    this.#requests = 0
    this.#bytes = 0
    this.#maxBytes = maxBytes
    this.#onData = onData
  }

  /** Refuses all further requests. */
  end(): void {
    this.#requests = maxRequests
    this.#onData = () => {}
  }

  /** @returns false if the request exceeds the limit */
  countRequest(): boolean {
    this.#requests += 1
    return this.#requests <= maxRequests
  }

  /** Wraps `makeRequest`: a response with too many bytes fails with the code `ERR_UPDATE_TOO_LARGE`. */
  limitBytes<Q extends CountedRequest>(makeRequest: MakeRequest<Q>): MakeRequest<Q> {
    return (options, onResponse) => {
      const request = makeRequest(options, (response) => {
        onResponse(response)
        response.on('data', ({ length }) => {
          if (this.#bytes > this.#maxBytes) return
          this.#bytes += length
          if (this.#bytes <= this.#maxBytes) {
            this.#onData()
            return
          }
          const error = new Error('More arrives than an update can be.')
          response.emit('error', Object.assign(error, { code: 'ERR_UPDATE_TOO_LARGE' }))
          request.abort()
        })
      })
      return request
    }
  }
}
