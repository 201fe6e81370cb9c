import { useState } from 'preact/hooks'
import type { AppState, HistoryRange, Organisation } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { History, type HistoryFormat } from '../chart/history.tsx'
import { Icon } from '../parts/icon.tsx'
import { RadioGroup } from '../parts/radio-group.tsx'
import { Shell } from '../parts/shell.tsx'

const text = words.activity
const ranges: readonly HistoryRange[] = ['day', 'week', 'month', 'year']

/** The history of the balance, as a chart or as a table. */
export function ActivityScreen({ state, organisation }: { state: AppState; organisation: Organisation }) {
  const [range, setRange] = useState<HistoryRange>('week')
  const [format, setFormat] = useState<HistoryFormat>('chart')
  const hasHistory = organisation.history.readings > 1 && organisation.balance?.invoiced !== true
  return (
    <Shell
      state={state}
      screen="activity"
      organisation={organisation}
      title={text.title}
      tools={
        hasHistory && (
          <div class="tools">
            <RadioGroup
              label={text.span}
              class="seg"
              options={ranges.map((value) => ({ value, text: text.ranges[value].name }))}
              value={range}
              onChange={setRange}
            />
            <RadioGroup
              label={text.view}
              class="seg of-icons"
              options={[
                { value: 'chart', text: <Icon name="activity" />, label: text.chart },
                { value: 'table', text: <Icon name="table" />, label: text.table },
              ]}
              value={format}
              onChange={setFormat}
            />
          </div>
        )
      }
    >
      <History
        key={organisation.id}
        state={state}
        organisation={organisation}
        range={range}
        format={format}
      />
    </Shell>
  )
}
