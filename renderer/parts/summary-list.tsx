import type { ComponentChildren } from 'preact'

type SummaryRow = {
  readonly name: string
  readonly value: ComponentChildren
  readonly isTotal?: boolean
}

/** Names and values of what a dialog is about; null rows are left out. */
export function SummaryList({ rows }: { rows: readonly (SummaryRow | null)[] }) {
  return (
    <dl class="summary">
      {rows.map(
        (row) =>
          row && (
            <div key={row.name} class={row.isTotal ? 'total' : ''}>
              <dt>{row.name}</dt>
              <dd>{row.value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
