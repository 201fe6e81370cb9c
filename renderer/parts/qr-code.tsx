import { useMemo } from 'preact/hooks'
import { encode } from 'uqr'
import { words } from '../../words/index.ts'

/** A text as a QR code: black on white in every theme, since that is what cameras read. */
export function QrCode({ text }: { text: string }) {
  const { size, path } = useMemo(() => draw(text), [text])
  return (
    <div class="qr" role="img" aria-label={words.signIn.code.qrLabel}>
      <svg viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges" aria-hidden="true">
        <path d={path} />
      </svg>
    </div>
  )
}

/** The white margin is the frame's padding. */
function draw(text: string): { size: number; path: string } {
  const { size, data } = encode(text, { ecc: 'M', border: 0 })
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])))
  return { size, path: squares.join('') }
}
