import type { Organisation } from '../preload/contract/index.ts'
import { matchesTerms, parseTerms } from './text-search.ts'

/** From this many on, the lists have a field that filters them. */
export const minForFilter = 8

export type ListedOrganisation = { readonly organisation: Organisation; readonly index: number }

/** The organisations whose names match, with their places among all, which the shortcuts count. */
export function filterOrganisations(
  organisations: readonly Organisation[],
  query: string,
): readonly ListedOrganisation[] {
  const terms = parseTerms(query)
  return organisations
    .map((organisation, index) => ({ organisation, index }))
    .filter(({ organisation }) => terms.length === 0 || matchesTerms(organisation.name, terms))
}
