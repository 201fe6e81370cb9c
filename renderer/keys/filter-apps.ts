import type { AppRow } from '../../preload/contract/index.ts'
import { matchesTerms, parseTerms } from '../text-search.ts'

/** Lists an app that matches the query with all its keys, and any other app with those of its keys that match. */
export function filterApps(apps: readonly AppRow[], query: string): readonly AppRow[] {
  const terms = parseTerms(query)
  if (terms.length === 0) return apps
  return apps.flatMap((app) => {
    if (matchesTerms(app.name, terms)) return [app]
    const keys = app.keys.filter((key) => matchesTerms(`${key.name} ${app.name} ${key.masked ?? ''}`, terms))
    return keys.length > 0 ? [{ ...app, keys }] : []
  })
}
