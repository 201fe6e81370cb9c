import { Icon } from './icon.tsx'

/** Made for the first name that needs it, as it takes about ten milliseconds to load its tables. */
let graphemes: Intl.Segmenter | undefined

function firstGrapheme(text: string): string | undefined {
  // No combining mark follows it.
  if (/^[ -~](?:[ -~]|$)/.test(text)) return text[0]
  graphemes ??= new Intl.Segmenter('und', { granularity: 'grapheme' })
  const [first] = graphemes.segment(text)
  return first?.segment
}

/** The first letter of an organisation's name. */
export function Monogram({ name, muted }: { name: string; muted: boolean }) {
  return (
    <span class={muted ? 'monogram quiet' : 'monogram'} aria-hidden="true">
      {firstGrapheme(name.trim())?.toLocaleUpperCase() ?? '?'}
    </span>
  )
}

/** In the place of a letter, for all organisations. */
export function AllMonogram({ muted }: { muted: boolean }) {
  return (
    <span class={muted ? 'monogram quiet' : 'monogram'} aria-hidden="true">
      <Icon name="all" class="icon-small" />
    </span>
  )
}
