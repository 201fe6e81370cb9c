import { matchesTerms, parseTerms } from '../text-search.ts'
import type { Action, ActionGroup } from './actions.ts'

export type FilteredActions = {
  readonly groups: readonly ActionGroup[]
  /** The words of the query, for highlighting. */
  readonly terms: readonly string[]
}

/** Returns the actions that match the query; for an empty one, all that aren't `typedOnly`. */
export function filterActions(groups: readonly ActionGroup[], query: string): FilteredActions {
  const terms = parseTerms(query)
  const filtered = groups.map(({ name, actions }) => ({
    name,
    actions: actions.filter((action) =>
      terms.length === 0 ? action.typedOnly !== true : matchesTerms(searchText(action, name), terms),
    ),
  }))
  return { groups: filtered.filter(({ actions }) => actions.length > 0), terms }
}

/** A list also matches by its contents. */
function searchText(action: Action, group: string): string {
  const inside = 'actions' in action ? action.actions.map(({ name }) => name) : []
  return [action.name, action.detail ?? '', group, ...inside].join(' ')
}
