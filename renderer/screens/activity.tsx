import { useState } from 'preact/hooks'
import type { AppState, HistoryRange, Organisation } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { History, type HistoryForm } from '../chart/history.tsx'
import { Choices } from '../parts/choices.tsx'
import { Icon } from '../parts/icon.tsx'
import { Shell } from '../parts/shell.tsx'

const text = words.activity
const ranges: readonly HistoryRange[] = ['day', 'week', 'month', 'year']

/** What was read of the balance, as a line or day by day. */
export function Activity({ state, organisation }: { state: AppState; organisation: Organisation }) {
  const [range, setRange] = useState<HistoryRange>('week')
  const [form, setForm] = useState<HistoryForm>('chart')
  const hasLine = organisation.history.readings > 1 && organisation.balance?.invoiced !== true
  return (
    <Shell
      state={state}
      screen="activity"
      organisation={organisation}
      title={text.title}
      tools={
        hasLine && (
          <div class="tools">
            <Choices
              label={text.span}
              class="seg"
              choices={ranges.map((value) => ({ value, text: text.ranges[value].name }))}
              chosen={range}
              choose={setRange}
            />
            <Choices
              label={text.view}
              class="seg of-icons"
              choices={[
                { value: 'chart', text: <Icon name="activity" />, label: text.chart },
                { value: 'table', text: <Icon name="table" />, label: text.table },
              ]}
              chosen={form}
              choose={setForm}
            />
          </div>
        )
      }
    >
      <History key={organisation.id} organisation={organisation} range={range} form={form} />
    </Shell>
  )
}
