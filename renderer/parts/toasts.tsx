/** What came of what the user asked for, said in passing at the lower edge. Two at most. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { isOutcomeUnknown } from '../../preload/contract/failure.ts'
import type { AppState, Toast } from '../../preload/contract/index.ts'
import { failureTitle, whatFailed, whatNext } from '../../words/failure.ts'
import { money, sentences } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { useSignal } from '../signal.ts'
import { dismissFailure, toldFailures } from '../told-failures.ts'
import { isDialogOpen, useGoesAfter } from '../use-goes-after.ts'
import { focusHeading } from '../use-heading-focus.ts'
import { announce } from './announcer.tsx'
import { Icon } from './icon.tsx'
import { Reference } from './reference.tsx'

const text = words.toasts
const atMost = 2
const goesAfterMs = 5_000
const undoForMs = 10_000

export function Toasts({ state }: { state: AppState | null }) {
  const told = useSignal(toldFailures)
  const said = state?.toasts ?? []
  // News and failures leave each other a place.
  const shown = said.slice(told.length > 0 ? -1 : -atMost)
  const failures = told.slice(shown.length - atMost)
  return (
    <div class="toasts">
      {failures.map((one) => (
        <ToastBox
          key={one.command}
          failed
          title={failureTitle(one.command, one.failure)}
          dismiss={() => dismissFailure(one)}
        >
          <p class="small ink-2">{sentences(whatFailed(one.failure), whatNext(one.failure))}</p>
          <Reference failure={one.failure} />
        </ToastBox>
      ))}
      {state && shown.map((toast) => <Said key={toast.id} toast={toast} state={state} />)}
    </div>
  )
}

function Said({ toast: { id, content: says }, state }: { toast: Toast; state: AppState }) {
  const dismiss = () => void send('toast.dismiss', { id })
  if (says.kind === 'failed') {
    const { operation: deed, name, failure } = says
    const isOfKeys = deed !== 'export' && deed !== 'import' && deed !== 'sign-out'
    const lost = isOfKeys && isOutcomeUnknown(failure)
    const title = (lost ? words.keys.notKnown[deed] : text.notDone[deed])(<bdi>{name}</bdi>)
    const next = lost ? words.keys.lookFirst : whatNext(failure)
    return (
      <ToastBox failed title={title} dismiss={dismiss}>
        <p class="small ink-2">{sentences(whatFailed(failure), next)}</p>
        <Reference failure={failure} />
      </ToastBox>
    )
  }
  if (says.kind === 'snoozed') {
    const { organisationId } = says
    const undo = () => {
      dismiss()
      void send('organisation.snooze', { organisationId, snoozed: false })
      focusHeading()
    }
    return (
      <ToastBox
        title={titleOf(says, state)}
        goesAfterMs={undoForMs}
        dismiss={dismiss}
        act={
          <button type="button" class="btn quiet s" onClick={undo}>
            {text.undo}
          </button>
        }
      />
    )
  }
  return <ToastBox title={titleOf(says, state)} goesAfterMs={goesAfterMs} dismiss={dismiss} />
}

function titleOf(says: Exclude<Toast['content'], { kind: 'failed' }>, state: AppState): ComponentChildren {
  switch (says.kind) {
    case 'app-created':
      return text.appCreated(<bdi>{says.name}</bdi>)
    case 'app-deleted':
      return text.appDeleted(<bdi>{says.name}</bdi>)
    case 'key-deleted':
      return text.keyDeleted(<bdi>{says.name}</bdi>)
    case 'key-rotated':
      return text.keyRotated(<bdi>{says.name}</bdi>)
    case 'added':
      return text.added(money(says.cents).text, money(says.spendableCents).text)
    case 'snoozed': {
      const name = state.organisations.find(({ id }) => id === says.organisationId)?.name ?? ''
      return text.quiet(<bdi>{name}</bdi>)
    }
    case 'exported':
      return text.exported(<bdi>{says.file}</bdi>)
    case 'imported':
      return text.imported(says.keys, says.readings)
    case 'signed-out':
      return text.signedOut(says.organisations)
    case 'update-waits':
      return words.updates.waits
  }
}

function ToastBox(props: {
  failed?: true
  title: ComponentChildren
  /** Without it, it stays until it is closed. */
  goesAfterMs?: number
  act?: ComponentChildren
  dismiss: () => void
  children?: ComponentChildren
}) {
  const held = useGoesAfter(props.goesAfterMs ?? null, props.dismiss)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Behind a dialog its own role is not heard.
    if (!isDialogOpen()) return
    const lines = box.current?.querySelectorAll('b, p') ?? []
    announce(Array.from(lines, (line) => line.textContent ?? '').join('. '))
  }, [])
  return (
    <div
      ref={box}
      class={props.failed ? 'toast danger' : 'toast'}
      role={props.failed ? 'alert' : 'status'}
      {...held}
    >
      <Icon name={props.failed ? 'warn' : 'check'} />
      <div class="grow">
        <b class={props.failed ? 'strong' : 'plain'}>{props.title}</b>
        {props.children}
      </div>
      {props.act}
      <button
        type="button"
        class="icon-btn"
        aria-label={words.app.dismiss}
        onClick={() => {
          props.dismiss()
          focusHeading()
        }}
      >
        <Icon name="x" />
      </button>
    </div>
  )
}
