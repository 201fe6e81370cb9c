/** Takes documents of earlier versions to the newest one, step by step, so that no version is ever read elsewhere. */
import * as v from 'valibot'

/** From one version to the next. Pure; undefined when the document isn't one of the earlier version. */
export type Upgrade = (document: unknown) => unknown

/** @param earlier the schema of the version that `next` starts from, as it was then */
export function upgradeFrom<T>(earlier: v.GenericSchema<unknown, T>, next: (document: T) => object): Upgrade {
  return (document) => {
    const parsed = v.safeParse(earlier, document)
    return parsed.success ? next(parsed.output) : undefined
  }
}

export type Read<T> =
  | { readonly kind: 'understood'; readonly document: T }
  /** A newer version of the app wrote it. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'unreadable' }

/**
 * Reads a document of any version so far.
 * @param newest the schema of the newest version
 * @param upgrades the first leads from version 1 to 2, and so on: the newest version is one more than their number
 */
export function readDocument<T>(
  found: unknown,
  newest: v.GenericSchema<unknown, T>,
  upgrades: readonly Upgrade[],
): Read<T> {
  const version = versionOf(found)
  if (version === null) return { kind: 'unreadable' }
  if (version > upgrades.length + 1) return { kind: 'newer' }
  const document = upgrades.slice(version - 1).reduce((earlier, upgrade) => upgrade(earlier), found)
  const parsed = v.safeParse(newest, document)
  return parsed.success ? { kind: 'understood', document: parsed.output } : { kind: 'unreadable' }
}

const versioned = v.object({ version: v.pipe(v.number(), v.integer(), v.minValue(1)) })

function versionOf(found: unknown): number | null {
  const parsed = v.safeParse(versioned, found)
  return parsed.success ? parsed.output.version : null
}
