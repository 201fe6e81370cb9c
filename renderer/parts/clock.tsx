import { useId } from 'preact/hooks'

export type ClockView = {
  readonly name: string
  /** What is left, in words. */
  readonly left: string
  /** How much of the whole is left, from 0 to 1; null when that isn't known. */
  readonly share: number | null
  readonly soon: boolean
  /** What happens at the end, and whether there is anything to do. */
  readonly explained: string
}

/** A time that runs out: what is left of it, as words and as a bar. */
export function Clock({ name, left, share, soon, explained }: ClockView) {
  const id = useId()
  return (
    <div class="clock">
      <div class="top">
        <h2 class="strong" id={id}>
          {name}
        </h2>
        <span class={soon ? 'left warn-ink' : 'left'} role="timer" aria-labelledby={id}>
          {left}
        </span>
      </div>
      {share !== null && (
        <span class={soon ? 'run warn' : 'run'}>
          <i style={{ width: `${share * 100}%` }} />
        </span>
      )}
      <p>{explained}</p>
    </div>
  )
}
