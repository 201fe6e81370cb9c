import { useEffect, useState } from 'preact/hooks'
import type { HistoryDay } from '../../preload/contract/index.ts'
import { added, money, shortDuration, timeOfDay, weekdayDate } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { type DayNote, dayNotes, isToday } from './day-notes.ts'

const text = words.activity

/** More rows than a window shows; those of a whole year would delay the chart above them by several frames. */
const rowsAtOnce = 60

/** Spending and top-ups by day, newest first. */
export function DayTable({ days, now }: { days: readonly HistoryDay[]; now: number }) {
  const [rows, setRows] = useState(rowsAtOnce)
  useEffect(() => {
    const idle = requestIdleCallback(() => setRows(days.length))
    return () => cancelIdleCallback(idle)
  }, [days.length])
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{text.days.day}</th>
          <th scope="col">{text.days.spent}</th>
          <th scope="col">{text.days.added}</th>
          <th scope="col">{text.days.left}</th>
        </tr>
      </thead>
      <tbody>
        {days.slice(0, Math.max(rows, rowsAtOnce)).map((day) => (
          <tr key={day.from}>
            <th scope="row">
              {isToday(day, now) ? text.days.today : weekdayDate(day.from, now)}
              <Notes day={day} now={now} />
            </th>
            <td>{money(day.spentCents).text}</td>
            <td class={day.addedCents > 0 ? '' : 'none'}>
              {day.addedCents > 0 ? added(day.addedCents) : text.none}
            </td>
            <td class={day.leftCents === null ? 'none' : ''}>
              {day.leftCents === null ? text.none : money(day.leftCents).text}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Notes({ day, now }: { day: HistoryDay; now: number }) {
  const notes = dayNotes(day, now).map(noteText)
  return notes.length === 0 ? null : <small>{text.days.join(notes)}</small>
}

function noteText(note: DayNote): string {
  switch (note.kind) {
    case 'so-far':
      return text.days.soFar
    case 'from':
      return text.days.from(timeOfDay(note.at))
    case 'not-read':
      return text.days.notRead(shortDuration(note.ms))
  }
}
