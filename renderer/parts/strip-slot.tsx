import type { AppState, Failure, Organisation } from '../../preload/contract/index.ts'
import { inShort, whatFailed, whatNext } from '../../words/failure.ts'
import { date, moment, sentences, timeOfDay } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { chooseStrip } from '../choose-strip.ts'
import { ageTickMs, useNow } from '../use-now.ts'
import { AlertStrip } from './alert-strip.tsx'
import { BusyButton } from './busy-button.tsx'
import { NoticeStrip } from './notice-strip.tsx'
import { ProxyStrip } from './proxy-strip.tsx'
import { Reference } from './reference.tsx'
import { Strip } from './strip.tsx'

const text = words.overview.strips

/** Renders the strip that `chooseStrip` picks. */
export function StripSlot({ state, organisation }: { state: AppState; organisation: Organisation | null }) {
  const now = useNow(ageTickMs)
  const chosen = chooseStrip(state, organisation, now)
  switch (chosen?.kind) {
    case undefined:
      return null
    case 'proxy':
      return <ProxyStrip key={`proxy ${chosen.challenge.id}`} challenge={chosen.challenge} />
    case 'sign-in-again':
      return (
        <Strip
          key="sign-in-again"
          tone="danger"
          icon="lock"
          title={text.signInAgain.title(<bdi>{chosen.organisation.name}</bdi>)}
          announcement={text.signInAgain.title(chosen.organisation.name).join('')}
          description={text.signInAgain.explained(moment(chosen.since, now))}
          action={<SignInAgainButton organisation={chosen.organisation} primary />}
        />
      )
    case 'unreadable':
      if (state.systemInfo.platform === 'windows') {
        return (
          <Strip
            key="unreadable"
            tone="danger"
            icon="lock"
            title={text.unreadableOnWindows.title}
            announcement={text.unreadableOnWindows.title}
            description={text.unreadableOnWindows.explained}
            action={<SignInAgainButton organisation={chosen.organisation} primary />}
          />
        )
      }
      return (
        <Strip
          key="unreadable"
          tone="danger"
          icon="lock"
          title={text.unreadable.title}
          announcement={text.unreadable.title}
          description={text.unreadable.explained}
          actions={
            <>
              <button type="button" class="btn compact primary" onClick={() => send('app.relaunch', {})}>
                {text.unreadable.act}
              </button>
              <SignInAgainButton organisation={chosen.organisation} />
            </>
          }
        />
      )
    case 'unsaved':
      return (
        <Strip
          key="unsaved"
          tone="danger"
          icon="warn"
          title={text.unsaved.title}
          announcement={text.unsaved.title}
          description={sentences(text.unsaved.explained, whatNext(chosen.failure))}
        />
      )
    case 'just-arrived':
      return <JustArrived key="just-arrived" organisation={chosen.organisation} />
    case 'trouble':
      return (
        <Trouble
          key="trouble"
          organisation={chosen.organisation}
          failure={chosen.failure}
          since={chosen.since}
        />
      )
    case 'ends-soon':
      return (
        <Strip
          key="ends-soon"
          tone="warn"
          icon="session"
          title={text.endsSoon.title(endsOn(chosen.until, now))}
          announcement={text.endsSoon.title(endsOn(chosen.until, now))}
          description={text.endsSoon.explained}
          action={<SignInAgainButton organisation={chosen.organisation} />}
        />
      )
    case 'alert':
      return (
        <AlertStrip
          key={`alert ${chosen.alert.kind}`}
          organisation={chosen.organisation}
          alert={chosen.alert}
          now={now}
          hasTopUpButton={state.view.screen === 'overview'}
        />
      )
    case 'sign-in': {
      const { title, explained: description, act } = text.signIn[chosen.signIn]
      return (
        <Strip
          key={`sign-in ${chosen.signIn}`}
          tone="plain"
          icon="browser"
          title={title}
          announcement={title}
          description={description}
          action={
            <button type="button" class="btn compact" onClick={() => send('sign-in.show', {})}>
              {act}
            </button>
          }
        />
      )
    }
    case 'notice':
      return <NoticeStrip key={chosen.notice.kind} notice={chosen.notice} />
  }
}

/** The date; the time of day once it is today. */
function endsOn(until: number, now: number): string {
  return date(until, now) === date(now, now) ? timeOfDay(until) : date(until, now)
}

function SignInAgainButton({ organisation, primary }: { organisation: Organisation; primary?: true }) {
  return (
    <BusyButton
      class={primary ? 'compact primary' : 'compact'}
      busyText={words.signIn.ended.starting}
      onClick={() =>
        send('sign-in.start', { permissions: [...organisation.permissions], again: organisation.id })
      }
    >
      {text.signInAgain.act}
    </BusyButton>
  )
}

/** The wrong person may have approved the code, so the strip names the organisation and offers to sign out. */
function JustArrived({ organisation }: { organisation: Organisation }) {
  const organisationId = organisation.id
  return (
    <Strip
      tone="plain"
      icon="check"
      title={text.justArrived.title(<bdi>{organisation.name}</bdi>)}
      announcement={text.justArrived.title(organisation.name).join('')}
      description={
        organisation.arrived?.insteadOf
          ? text.justArrived.insteadOf(organisation.arrived.insteadOf)
          : text.justArrived.explained
      }
      action={
        <button
          type="button"
          class="btn compact"
          onClick={() => send('dialog.open', { dialog: { kind: 'sign-out', organisationId } })}
        >
          {text.justArrived.act}
        </button>
      }
      onDismiss={() => send('organisation.dismiss-arrival', { organisationId })}
    />
  )
}

function Trouble(props: { organisation: Organisation; failure: Failure; since: number }) {
  const { organisation, failure, since } = props
  const now = useNow(ageTickMs)
  const offline = failure.kind === 'offline'
  const parts = [
    offline ? '' : whatFailed(failure),
    !offline && organisation.balance ? text.trouble.known : '',
    offline ? words.failures.offlineByItself : failure.retryable ? text.trouble.byItself : whatNext(failure),
  ]
  const title = text.trouble.since(inShort(failure), moment(since, now))
  return (
    <Strip
      tone={failure.retryable ? 'plain' : 'warn'}
      icon={offline ? 'offline' : 'warn'}
      title={title}
      announcement={title}
      description={
        <>
          {sentences(...parts)}
          <Reference failure={failure} />
        </>
      }
      action={
        <button
          type="button"
          class="btn compact"
          aria-disabled={organisation.refreshing}
          onClick={() => {
            if (!organisation.refreshing)
              void send('organisation.refresh', { organisationId: organisation.id })
          }}
        >
          {words.app.tryNow}
        </button>
      }
    />
  )
}
