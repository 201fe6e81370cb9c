import type { ComponentChildren } from 'preact'

type Row = {
  readonly name: string
  readonly value: ComponentChildren
  /** What the others come to. */
  readonly total?: boolean
}

/** What a dialog is about, line by line. */
export function SumUp({ rows }: { rows: readonly (Row | null)[] }) {
  return (
    <dl class="sum-up">
      {rows.map(
        (row) =>
          row && (
            <div key={row.name} class={row.total ? 'total' : ''}>
              <dt>{row.name}</dt>
              <dd>{row.value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
