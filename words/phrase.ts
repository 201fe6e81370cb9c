/**
 * A sentence with something in it that isn't ours to write, such as an organisation's name. The window hands in
 * the name isolated (`<bdi>`), so that right-to-left text can't turn the words around it; elsewhere it is joined.
 */
export type Phrase<T> = readonly (string | T)[]
