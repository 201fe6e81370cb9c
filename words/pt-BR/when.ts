/** Portuguese joins a time with "às", a date with "em", and an age ("há 5 min") with nothing. */
const time = /^(\d{1,2}):\d\d/

function isTime(when: string): boolean {
  return time.test(when)
}

/** "as 14:08", "a 1:08", "3 de dez.": after "desde" and "até". */
export function the(when: string): string {
  if (!isTime(when)) return when
  return Number(time.exec(when)?.[1]) === 1 ? `a ${when}` : `as ${when}`
}

/** "às 14:08", "em 3 de dez., 14:08", "há 5 min": when something happens. */
export function at(when: string): string {
  if (isTime(when)) return Number(time.exec(when)?.[1]) === 1 ? `à ${when}` : `às ${when}`
  return /^\d/.test(when) ? `em ${when}` : when
}

/** "das 14:08", "da 1:08", "de 3 de dez.": after "por volta", "antes". */
export function of(when: string): string {
  return isTime(when) ? `d${the(when)}` : `de ${when}`
}

/** "das últimas 30 horas", "dos últimos 7 dias". */
export function ofTheLast(period: string): string {
  return period.endsWith('horas') ? `das últimas ${period}` : `dos últimos ${period}`
}

/** "nas últimas 30 horas", "nos últimos 7 dias". */
export function inTheLast(period: string): string {
  return ofTheLast(period).replace('d', 'n')
}

/** With one full stop at the end, even after "3 de dez.". */
export function ended(sentence: string): string {
  return sentence.endsWith('.') ? sentence : `${sentence}.`
}
