import { useId } from 'preact/hooks'

export type Lifetime = {
  readonly name: string
  /** The remaining time in words. */
  readonly left: string
  /** The remaining share of the lifetime, from 0 to 1; null if unknown. */
  readonly share: number | null
  readonly expiresSoon: boolean
  /** What happens at the end, and whether the user has to do something. */
  readonly description: string
}

/** A remaining time, as words and as a bar. */
export function LifetimeBar({ name, left, share, expiresSoon, description }: Lifetime) {
  const id = useId()
  return (
    <div class="lifetime">
      <div class="top">
        <h2 class="strong" id={id}>
          {name}
        </h2>
        <span class={expiresSoon ? 'left warn-ink' : 'left'} role="timer" aria-labelledby={id}>
          {left}
        </span>
      </div>
      {share !== null && (
        <span class={expiresSoon ? 'progress warn' : 'progress'}>
          <i style={{ width: `${share * 100}%` }} />
        </span>
      )}
      <p>{description}</p>
    </div>
  )
}
