/**
 * Every secret that is in memory now: what the redaction removes wherever it stands. Their owners are asked each time,
 * so that there is no second copy of a secret anywhere.
 */
export class LiveSecrets {
  readonly #sources: (() => readonly string[])[] = []

  add(source: () => readonly string[]): void {
    this.#sources.push(source)
  }

  get values(): readonly string[] {
    return this.#sources.flatMap((source) => source())
  }
}
