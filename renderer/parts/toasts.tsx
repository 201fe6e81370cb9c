import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { isOutcomeUnknown } from '../../preload/contract/failure.ts'
import type { AppState, Toast } from '../../preload/contract/index.ts'
import { failureTitle, whatFailed, whatNext } from '../../words/failure.ts'
import { money, sentences, spokenSentences } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { send, sendCommand } from '../bridge.ts'
import type { Command } from '../commands.ts'
import { dismissFailureToast, failureToasts } from '../failure-toasts.ts'
import { focusHeading, isDialogOpen } from '../focus.ts'
import { useSignal } from '../signal.ts'
import { useAutoDismiss } from '../use-auto-dismiss.ts'
import { announce } from './announcer.tsx'
import { Icon } from './icon.tsx'
import { Reference } from './reference.tsx'

const text = words.toasts
const maxToasts = 2
const autoDismissMs = 5_000
const undoMs = 10_000

/** Outcomes of commands: the failures known to the window, and the toasts of the state. */
export function Toasts({ state }: { state: AppState | null }) {
  const failures = useSignal(failureToasts)
  const toasts = state?.toasts ?? []
  // Each kind leaves room for one of the other.
  const shownToasts = toasts.slice(failures.length > 0 ? -1 : -maxToasts)
  const shownFailures = failures.slice(shownToasts.length - maxToasts)
  return (
    <div class="toasts">
      {shownFailures.map((toast) => (
        <ToastBox
          key={toast.command}
          isFailure
          title={failureTitle(toast.command, toast.failure)}
          dismiss={() => dismissFailureToast(toast)}
        >
          <p class="small ink-2">{sentences(whatFailed(toast.failure), whatNext(toast.failure))}</p>
          <Reference failure={toast.failure} />
        </ToastBox>
      ))}
      {state && shownToasts.map((toast) => <StateToast key={toast.id} toast={toast} state={state} />)}
    </div>
  )
}

function StateToast({ toast: { id, content }, state }: { toast: Toast; state: AppState }) {
  const dismiss = () => void send('toast.dismiss', { id })
  if (content.kind === 'failed') {
    const { operation, name, failure } = content
    const isKeysChange = operation !== 'export' && operation !== 'import' && operation !== 'sign-out'
    const isUnknown = isKeysChange && isOutcomeUnknown(failure)
    const title = (isUnknown ? text.notKnown[operation] : text.notDone[operation])(<bdi>{name}</bdi>)
    const next = isUnknown ? text.lookFirst : whatNext(failure)
    return (
      <ToastBox isFailure title={title} dismiss={dismiss}>
        <p class="small ink-2">{sentences(whatFailed(failure), next)}</p>
        <Reference failure={failure} />
      </ToastBox>
    )
  }
  const undoCommand = commandThatUndoes(content)
  if (undoCommand !== null) {
    const undo = () => {
      dismiss()
      void sendCommand(undoCommand)
      focusHeading()
    }
    return (
      <ToastBox
        title={toastTitle(content, state)}
        autoDismissMs={undoMs}
        dismiss={dismiss}
        action={
          <button type="button" class="btn quiet compact" onClick={undo}>
            {text.undo}
          </button>
        }
      />
    )
  }
  return <ToastBox title={toastTitle(content, state)} autoDismissMs={autoDismissMs} dismiss={dismiss} />
}

function commandThatUndoes(content: Toast['content']): Command | null {
  switch (content.kind) {
    case 'snoozed':
      return ['organisation.snooze', { organisationId: content.organisationId, snoozed: false }]
    case 'key-forgotten':
      return ['keys.restore', { organisationId: content.organisationId, keyId: content.keyId }]
    default:
      return null
  }
}

function toastTitle(
  content: Exclude<Toast['content'], { kind: 'failed' }>,
  state: AppState,
): ComponentChildren {
  switch (content.kind) {
    case 'app-created':
      return text.appCreated(<bdi>{content.name}</bdi>)
    case 'app-deleted':
      return text.appDeleted(<bdi>{content.name}</bdi>)
    case 'key-deleted':
      return text.keyDeleted(<bdi>{content.name}</bdi>)
    case 'key-rotated':
      return text.keyRotated(<bdi>{content.name}</bdi>)
    case 'key-forgotten':
      return text.keyForgotten(<bdi>{content.name}</bdi>)
    case 'added':
      return text.added(money(content.cents).text, money(content.spendableCents).text)
    case 'snoozed': {
      const name = state.organisations.find(({ id }) => id === content.organisationId)?.name ?? ''
      return text.quiet(<bdi>{name}</bdi>)
    }
    case 'exported':
      return text.exported(<bdi>{content.file}</bdi>)
    case 'imported':
      return text.imported(content.keys, content.readings)
    case 'signed-out':
      return text.signedOut(content.organisations)
    case 'update-waits':
      return words.updates.waits
  }
}

function ToastBox(props: {
  isFailure?: true
  title: ComponentChildren
  /** Default: stays until the user closes it. */
  autoDismissMs?: number
  action?: ComponentChildren
  dismiss: () => void
  children?: ComponentChildren
}) {
  const pauseHandlers = useAutoDismiss(props.autoDismissMs ?? null, props.dismiss)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // A live region behind a dialog is inert, so the announcer of the dialog reads the toast.
    if (!isDialogOpen()) return
    const lines = box.current?.querySelectorAll('b, p') ?? []
    announce(spokenSentences(...Array.from(lines, (line) => line.textContent ?? '')))
  }, [])
  return (
    <div
      ref={box}
      class={props.isFailure ? 'toast danger' : 'toast'}
      role={props.isFailure ? 'alert' : 'status'}
      {...pauseHandlers}
    >
      <Icon name={props.isFailure ? 'warn' : 'check'} />
      <div class="grow">
        <b class={props.isFailure ? 'strong' : 'plain'}>{props.title}</b>
        {props.children}
      </div>
      {props.action}
      <button
        type="button"
        class="icon-btn"
        aria-label={words.app.dismiss}
        title={words.app.dismiss}
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
