import { useMemo } from 'preact/hooks'
import { encode } from 'uqr'
import { words } from '../../words/index.ts'

/** Black on white in every theme: many readers can't read inverted codes. */
export function QrCode({ text }: { text: string }) {
  const { size, path } = useMemo(() => toSvgPath(text), [text])
  return (
    <div class="qr" role="img" aria-label={words.signIn.code.qrLabel}>
      <svg viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges" aria-hidden="true">
        <path d={path} />
      </svg>
    </div>
  )
}

/** Without the quiet zone, which is the padding of the frame. */
function toSvgPath(text: string): { size: number; path: string } {
  const { size, data } = encode(text, { ecc: 'M', border: 0 })
  const modules = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])))
  return { size, path: modules.join('') }
}
