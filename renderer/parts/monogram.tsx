import { Icon } from './icon.tsx'

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** The first letter of an organisation's name. */
export function Monogram({ name, muted }: { name: string; muted: boolean }) {
  const [first] = graphemes.segment(name.trim())
  return (
    <span class={muted ? 'monogram quiet' : 'monogram'} aria-hidden="true">
      {first?.segment.toLocaleUpperCase() ?? '?'}
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
