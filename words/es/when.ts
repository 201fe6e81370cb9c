/** Spanish puts an article before a time or a date, and none before an age ("hace 5 min"). */
const time = /^(\d{1,2}):\d\d/
const date = /^(\d|lun|mar|mié|jue|vie|sáb|dom)/

function article(when: string): string {
  const hour = time.exec(when)?.[1]
  if (hour !== undefined) return Number(hour) === 1 ? 'la' : 'las'
  return date.test(when) ? 'el' : ''
}

/** "las 14:08", "el 22 nov, 14:08", "hace 5 min": after "desde", "hasta". */
export function the(when: string): string {
  const before = article(when)
  return before === '' ? when : `${before} ${when}`
}

/** "a las 14:08", "el 22 nov, 14:08", "hace 5 min": when something happens. */
export function at(when: string): string {
  return time.test(when) ? `a ${the(when)}` : the(when)
}

/** "las últimas 30 horas", "los últimos 7 días". */
export function theLast(period: string): string {
  return period.endsWith('horas') ? `las últimas ${period}` : `los últimos ${period}`
}

/** With one full stop at the end, even after "2:08 p. m.". */
export function ended(sentence: string): string {
  return sentence.endsWith('.') ? sentence : `${sentence}.`
}
