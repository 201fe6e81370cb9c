/** Escaped markup; `html` escapes every other value. */
export interface Markup {
  markup: string
}

type Part = string | number | Markup | null | false | Part[]

/** A template tag: every value is escaped unless it is markup itself. */
export function html(strings: TemplateStringsArray, ...values: Part[]): Markup {
  return { markup: strings.map((text, index) => text + render(values[index] ?? null)).join('') }
}

function render(part: Part): string {
  if (part === null || part === false) return ''
  if (Array.isArray(part)) return part.map(render).join('')
  if (typeof part === 'object') return part.markup
  return escapeMarkup(String(part))
}

function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** An untrusted name on one line: without control and bidirectional characters, shortened, bidi-isolated. */
export function name(text: string): Markup {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim()
  const short = plain.length > 80 ? `${plain.slice(0, 80)}…` : plain
  return html`<bdi>${short === '' ? 'unnamed' : short}</bdi>`
}
