/** An updater whose feed is controlled by the test. */
import { ok, type Result, type UpdatedBy } from '../../preload/contract/index.ts'
import type { Updater } from '../ports.ts'

export class MemoryUpdater implements Updater {
  readonly by: UpdatedBy | null
  /** The result of a check. */
  found: Result<string | null> = ok(null)
  downloaded: Result<null> = ok(null)
  looks = 0
  downloads = 0
  /** While set, operations hang until the signal aborts. */
  silent = false
  /** Called for every download, whose end it determines. */
  onDownload: (arrived: (fraction: number) => void) => Promise<void> = () => Promise.resolve()

  constructor(by: UpdatedBy | null = null) {
    this.by = by
  }

  async find(signal: AbortSignal): Promise<Result<string | null>> {
    this.looks += 1
    if (this.silent) return this.#until(signal)
    return this.found
  }

  async download(arrived: (fraction: number) => void, signal: AbortSignal): Promise<Result<null>> {
    this.downloads += 1
    if (this.silent) return this.#until(signal)
    await this.onDownload(arrived)
    return signal.aborted ? this.#until(AbortSignal.abort()) : this.downloaded
  }

  install(): boolean {
    return false
  }

  #until(signal: AbortSignal): Promise<Result<never>> {
    const stopped = { kind: 'timeout', message: '', retryable: true } as const
    if (signal.aborted) return Promise.resolve({ ok: false, failure: stopped })
    return new Promise((settle) => {
      signal.addEventListener('abort', () => settle({ ok: false, failure: stopped }), { once: true })
    })
  }
}
