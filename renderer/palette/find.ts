/** What of all actions is listed for what was typed. */
import type { ActionGroup } from './actions.ts'
import { matches, typedWords } from './match.ts'

export type Found = {
  readonly groups: readonly ActionGroup[]
  /** The words that were looked for, to be marked. */
  readonly looked: readonly string[]
}

/** With nothing typed, all that don't have to be typed for. */
export function find(groups: readonly ActionGroup[], typed: string): Found {
  const looked = typedWords(typed)
  const kept = groups.map(({ name, actions }) => ({
    name,
    actions: actions.filter((action) =>
      looked.length === 0
        ? action.typedOnly !== true
        : matches(`${action.name} ${action.aside ?? ''} ${name}`, looked),
    ),
  }))
  return { groups: kept.filter(({ actions }) => actions.length > 0), looked }
}
