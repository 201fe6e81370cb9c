/** Which apps and keys are listed for what was typed. */
import type { AppRow } from '../../preload/contract/index.ts'
import { matches, typedWords } from '../palette/match.ts'

/** An app that is found itself is listed with all its keys; else with those that are found. */
export function found(apps: readonly AppRow[], typed: string): readonly AppRow[] {
  const looked = typedWords(typed)
  if (looked.length === 0) return apps
  return apps.flatMap((app) => {
    if (matches(app.name, looked)) return [app]
    const keys = app.keys.filter((key) => matches(`${key.name} ${app.name} ${key.masked ?? ''}`, looked))
    return keys.length > 0 ? [{ ...app, keys }] : []
  })
}
