/** All secrets in memory, for the redaction. Their owners are queried each time, so that no second copy exists. */
export class LiveSecrets {
  readonly #sources: (() => readonly string[])[] = []

  add(source: () => readonly string[]): void {
    this.#sources.push(source)
  }

  get values(): readonly string[] {
    return this.#sources.flatMap((source) => source())
  }
}
