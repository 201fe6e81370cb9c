/** Failures of what the user asked for, where no screen has a place for them. They stay until they are closed. */
import type { CommandName, Failure, FailureKind } from '../../preload/contract/index.ts'
import { whatFailed, whatNext } from '../../words/failure.ts'
import { words } from '../../words/index.ts'
import { createSignal, useSignal } from '../signal.ts'
import { focusHeading } from '../use-heading-focus.ts'
import { Icon } from './icon.tsx'

type Toast = { readonly command: CommandName; readonly failure: Failure }

/** What the user knows anyway: they pressed twice, or stopped it themselves. */
const silent: readonly FailureKind[] = ['busy', 'cancelled']
const atMost = 2

const toasts = createSignal<readonly Toast[]>([])

export function tellFailure(command: CommandName, failure: Failure): void {
  if (silent.includes(failure.kind)) return
  const others = toasts.current.filter((toast) => toast.command !== command)
  toasts.set([...others, { command, failure }].slice(-atMost))
}

export function Toasts() {
  const shown = useSignal(toasts)
  return (
    <div class="toasts">
      {shown.map((toast) => (
        <div key={toast.command} class="toast danger" role="alert">
          <Icon name="warn" />
          <div class="grow">
            <b class="strong">{words.failures.notDone[toast.command]}</b>
            <p class="small ink-2">
              {whatFailed(toast.failure)} {whatNext(toast.failure)}
            </p>
            <Reference failure={toast.failure} />
          </div>
          <button
            type="button"
            class="icon-btn"
            aria-label={words.app.dismiss}
            onClick={() => {
              toasts.set(toasts.current.filter((other) => other !== toast))
              focusHeading()
            }}
          >
            <Icon name="x" />
          </button>
        </div>
      ))}
    </div>
  )
}

/** What support can look up. */
export function Reference({ failure }: { failure: Failure }) {
  if (failure.reference === undefined) return null
  return (
    <p class="small ink-3">
      {words.app.reference} <bdi class="mono pick">{failure.reference}</bdi>
    </p>
  )
}
