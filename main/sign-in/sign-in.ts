/**
 * The user's side of a sign-in: one attempt at a time, started only by a click, cancelled at any moment.
 * Tokens go straight to whoever keeps them; what is shown goes out through `report`.
 */
import {
  type Failure,
  failed,
  type Keeping,
  ok,
  type Permission,
  type Result,
  type SignIn,
  type WaitingForApproval,
} from '../../preload/contract/index.ts'
import { failure } from '../parallel/failures.ts'
import type { ApprovedGrant, DeviceCode, OAuth, PollAnswer } from '../parallel/oauth.ts'
import { completePermissions, scopesFor } from '../parallel/permissions.ts'
import { cleanText } from '../parallel/text.ts'
import type { Clock, Desktop, Log, Platform, Secrets } from '../ports.ts'
import type { Installation } from '../storage/installation.ts'
import { Approval } from './approval.ts'

type Dependencies = {
  readonly oauth: OAuth
  readonly platformUrl: string
  readonly platform: Platform
  readonly installation: Installation
  readonly secrets: Secrets
  readonly clock: Clock
  readonly desktop: Desktop
  readonly log: Log
  readonly report: (signIn: SignIn) => void
  /**
   * Keeps the tokens; resolves when they are safe.
   * @param wanted the organisation that was to be signed in again, if the user asked for one
   */
  readonly adopt: (grant: ApprovedGrant, keeping: Keeping, wanted: string | null) => Promise<Result<null>>
  /** Gives a refresh token back that nobody wants. */
  readonly discard: (refreshToken: string, organisation: { id: string; name: string }) => void
}

/** What belongs to one attempt; a newer one makes it void. */
type Attempt = {
  readonly cancel: AbortController
  readonly permissions: readonly Permission[]
  readonly wanted: string | null
  decideKeeping: ((keeping: Keeping) => void) | null
  approval: Approval | null
}

export class SignInFlow {
  readonly #its: Dependencies
  #attempt: Attempt | null = null
  /** What has to come to its end before the app may. */
  readonly #underWay = new Set<Promise<unknown>>()
  #shown: SignIn = { kind: 'idle' }
  #finished = false

  constructor(dependencies: Dependencies) {
    this.#its = dependencies
  }

  /**
   * A new attempt makes the old one void. `busy` while an approved one is being stored: it can't be undone.
   * @param wanted the organisation to be signed in again; the API can't preselect it, the person chooses
   */
  start(chosen: readonly Permission[], wanted: string | null = null): Result<null> {
    if (this.#shown.kind === 'storing') return storing
    if (this.#finished) return failed(failure('cancelled', 'The app is about to end.'))
    this.#attempt?.cancel.abort()
    const attempt: Attempt = {
      cancel: new AbortController(),
      permissions: completePermissions(chosen),
      wanted,
      decideKeeping: null,
      approval: null,
    }
    this.#attempt = attempt
    this.#show({ kind: 'starting', permissions: attempt.permissions })
    const run = this.#run(attempt).catch((error: unknown) => {
      // A mistake of ours must not leave the user before a spinner.
      this.#end(attempt, failure('bug', `The sign-in stopped: ${String(error)}`), null)
    })
    this.#follow(run)
    return ok(null)
  }

  /** Starts anew what ended for want of the proxy's password. */
  retryBehindProxy(): void {
    const shown = this.#shown
    if (shown.kind === 'ended' && shown.failure.kind === 'proxy-auth')
      this.start(shown.permissions, shown.again)
  }

  /** The user's answer to the question that `consent` asks. */
  keep(where: 'memory' | 'disk'): Result<null> {
    const decide = this.#attempt?.decideKeeping
    if (!decide || this.#shown.kind !== 'consent') {
      return failed(failure('cancelled', 'Nothing asks where to keep a sign-in.'))
    }
    if (where === 'disk' && !this.#shown.canPersist) {
      return failed(failure('keyring', 'Nothing can be stored on this system.'))
    }
    decide(where === 'disk' ? 'plain' : 'memory')
    return ok(null)
  }

  /** Also leaves an attempt that has ended. */
  cancel(): Result<null> {
    if (this.#shown.kind === 'storing') return storing
    this.#attempt?.cancel.abort()
    this.#attempt = null
    this.#show({ kind: 'idle' })
    return ok(null)
  }

  /** Cancels what can be cancelled; resolves when tokens that are under way have been kept or given back. */
  async finish(): Promise<void> {
    this.#finished = true
    this.cancel()
    while (this.#underWay.size > 0) await Promise.all(this.#underWay)
  }

  /** For the redaction: the device code that is waited with. */
  get deviceCodes(): readonly string[] {
    return this.#attempt?.approval ? [this.#attempt.approval.deviceCode] : []
  }

  /** Polls as soon as the interval allows. */
  tryNow(): void {
    this.#attempt?.approval?.tryNow()
  }

  copyCode(): Promise<Result<null>> {
    return this.#copy((waiting) => waiting.userCode)
  }

  copyLink(): Promise<Result<null>> {
    return this.#copy((waiting) => waiting.verificationUriComplete)
  }

  /** @param allowForeignHost the user has seen the foreign host and wants it opened */
  async openBrowser(allowForeignHost: boolean): Promise<Result<null>> {
    const waiting = this.#shown
    if (waiting.kind !== 'waiting') return notWaiting
    if (waiting.foreignHost !== null && !allowForeignHost) {
      return failed(failure('invalid', `The address is on ${waiting.foreignHost}.`))
    }
    const attempt = this.#attempt
    const opened = await this.#its.desktop.openBrowser(waiting.verificationUriComplete)
    if (this.#shown.kind === 'waiting' && this.#attempt === attempt) {
      this.#show({ ...this.#shown, browserOpened: opened, browserFailed: !opened })
    }
    return ok(null)
  }

  async #run(attempt: Attempt): Promise<void> {
    const keeping = await this.#decideKeeping(attempt)
    if (attempt.cancel.signal.aborted) return
    this.#show({ kind: 'starting', permissions: attempt.permissions })
    const asked = await this.#requestCode(attempt)
    if (attempt.cancel.signal.aborted) return
    if (!asked.ok) return this.#end(attempt, asked.failure, null)
    const { clientId, code } = asked.value

    const { clock } = this.#its
    const startedAt = clock.now()
    const approval = new Approval(
      {
        oauth: this.#its.oauth,
        clock,
        late: (poll) => this.#follow(poll.then((answer) => this.#giveBack(answer))),
        report: (waiting) => {
          if (attempt.cancel.signal.aborted) return
          const shown = this.#shown.kind === 'waiting' ? this.#shown : null
          this.#show({
            kind: 'waiting',
            userCode: code.userCode,
            verificationUri: code.address.uri,
            verificationUriComplete: code.address.complete,
            foreignHost: code.address.foreignHost,
            permissions: attempt.permissions,
            startedAt,
            browserOpened: shown?.browserOpened ?? false,
            browserFailed: shown?.browserFailed ?? false,
            ...waiting,
          })
        },
      },
      clientId,
      code,
    )
    attempt.approval = approval
    const outcome = await approval.outcome(attempt.cancel.signal)
    attempt.approval = null
    if (outcome.kind === 'cancelled') return
    if (outcome.kind === 'ended' || attempt.cancel.signal.aborted) {
      this.#giveBack(outcome)
      if (outcome.kind === 'ended') this.#end(attempt, outcome.failure, code)
      return
    }
    const { tokens, receivedAt } = outcome
    const organisationName = tokens.organisationName || cleanText(tokens.organisationId)
    this.#show({ kind: 'storing', organisationName, keeping })
    const scope = tokens.scope ?? scopesFor(attempt.permissions)
    const kept = await this.#its.adopt({ clientId, tokens, scope, receivedAt }, keeping, attempt.wanted)
    if (!kept.ok) return this.#end(attempt, kept.failure, null)
    if (this.#attempt !== attempt) return
    this.#attempt = null
    this.#show({ kind: 'idle' })
  }

  /** Asked before the person approves anything: without a keyring nothing is written unless the user says so. */
  async #decideKeeping(attempt: Attempt): Promise<Keeping> {
    const probed = await this.#its.secrets.probe()
    if (probed.ok && probed.value === 'strong') return 'encrypted'
    if (!probed.ok) this.#its.log.failure('keyring probe failed', probed.failure)
    if (attempt.cancel.signal.aborted) return 'memory'
    this.#show({ kind: 'consent', canPersist: probed.ok })
    return new Promise((resolve) => {
      attempt.decideKeeping = resolve
      attempt.cancel.signal.addEventListener('abort', () => resolve('memory'), { once: true })
    }).then((keeping) => {
      attempt.decideKeeping = null
      return keeping as Keeping
    })
  }

  /** A device code, after registering if need be: again once, when the server has forgotten this installation. */
  async #requestCode(attempt: Attempt): Promise<Result<{ clientId: string; code: DeviceCode }>> {
    const { oauth, installation, platformUrl } = this.#its
    const scope = scopesFor(attempt.permissions).join(' ')
    const { signal } = attempt.cancel
    let known = installation.clientId(platformUrl)
    for (;;) {
      const registered = known !== null
      if (known === null) {
        const registration = await oauth.register(this.#its.platform, signal)
        if (!registration.ok) return registration
        known = registration.value
        installation.keep(platformUrl, known)
      }
      const code = await oauth.requestDeviceCode(known, scope, signal)
      if (code.ok) return ok({ clientId: known, code: code.value })
      if (code.failure.kind !== 'unknown-client' || !registered) return code
      known = null
    }
  }

  /** An approval that comes too late, or not whole, is given back: alive and unseen it helps nobody. */
  #giveBack(answer: PollAnswer): void {
    if (answer.kind === 'approved') {
      const { organisationId: id, organisationName: name, refreshToken } = answer.tokens
      this.#its.discard(refreshToken, { id, name: name || cleanText(id) })
    }
    if (answer.kind === 'ended' && answer.orphanedRefreshToken !== undefined) {
      this.#its.discard(answer.orphanedRefreshToken, { id: '', name: '?' })
    }
  }

  #follow(work: Promise<unknown>): void {
    this.#underWay.add(work)
    void work.finally(() => this.#underWay.delete(work))
  }

  #end(attempt: Attempt, why: Failure, code: DeviceCode | null): void {
    if (attempt.cancel.signal.aborted || this.#attempt !== attempt) return
    this.#attempt = null
    this.#its.log.failure('sign-in ended', why)
    // Forgotten while it waited: the next attempt registers anew.
    if (why.kind === 'unknown-client') this.#its.installation.forget(this.#its.platformUrl)
    this.#show({
      kind: 'ended',
      failure: why,
      permissions: attempt.permissions,
      again: attempt.wanted,
      userCode: code?.userCode ?? null,
      lifetimeMs: code?.lifetimeMs ?? null,
    })
  }

  async #copy(what: (waiting: WaitingForApproval) => string): Promise<Result<null>> {
    if (this.#shown.kind !== 'waiting') return notWaiting
    const copied = await this.#its.desktop.copyText(what(this.#shown))
    return copied ? ok(null) : failed(failure('clipboard', 'The clipboard took nothing.'))
  }

  #show(signIn: SignIn): void {
    this.#shown = signIn
    this.#its.report(signIn)
  }
}

const storing = failed(failure('busy', 'The approved sign-in is being stored.'))
const notWaiting = failed(failure('cancelled', 'No code is waiting for approval.'))
