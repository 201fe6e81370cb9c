/**
 * What one look at the feed, or one download, may cost. electron-updater follows redirects without counting them, takes
 * as many bytes as come, and tells of none of them when the server doesn't say how many there will be.
 */

/** The description, then the package: each may be redirected a few times, and asked for again after a server's error. */
const mostRequests = 20

/** Electron's own, as far as it is used here. */
export type CountedRequest = { abort(): void }
export type CountedResponse = {
  on(event: 'data', heard: (part: { readonly length: number }) => void): unknown
  emit(event: 'error', error: Error): boolean
}
type MakeRequest<Q> = (options: object, onResponse: (response: CountedResponse) => void) => Q

export class UpdateLimits {
  #requests = 0
  #bytes = 0
  #mostBytes = 0
  #moved: () => void = () => {}

  /** Counts anew. @param moved told of each part that arrives */
  begin(mostBytes: number, moved: () => void = () => {}): void {
    this.#requests = 0
    this.#bytes = 0
    this.#mostBytes = mostBytes
    this.#moved = moved
  }

  /** From now on nothing may be asked. */
  end(): void {
    this.#requests = mostRequests
    this.#moved = () => {}
  }

  /** Counts a request. @returns false if it is one too many */
  mayAsk(): boolean {
    this.#requests += 1
    return this.#requests <= mostRequests
  }

  /** The same, but a response that brings too much fails, with the code `ERR_UPDATE_TOO_LARGE`. */
  counting<Q extends CountedRequest>(makeRequest: MakeRequest<Q>): MakeRequest<Q> {
    return (options, onResponse) => {
      const request = makeRequest(options, (response) => {
        onResponse(response)
        response.on('data', ({ length }) => {
          if (this.#bytes > this.#mostBytes) return
          this.#bytes += length
          if (this.#bytes <= this.#mostBytes) {
            this.#moved()
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
