/** The sign-in flow: one attempt at a time, which the user starts and can cancel until the tokens are stored. */
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
import { displayName } from '../parallel/text.ts'
import type { Clock, Desktop, Log, Secrets } from '../ports.ts'
import { Approval } from './approval.ts'
import type { ClientRegistration } from './client-registration.ts'

type SignInDeps = {
  readonly oauth: OAuth
  readonly client: ClientRegistration
  readonly secrets: Secrets
  readonly clock: Clock
  readonly desktop: Desktop
  readonly log: Log
  readonly report: (signIn: SignIn) => void
  readonly grants: {
    /**
     * Stores the tokens; resolves when they are on the disk.
     * @param wanted the organisation that the user wants to sign in to again, or null
     */
    readonly adopt: (grant: ApprovedGrant, keeping: Keeping, wanted: string | null) => Promise<Result<null>>
    /** Revokes an unwanted refresh token. */
    readonly discard: (refreshToken: string, organisation: { id: string; name: string }) => void
  }
}

/** One attempt, which a newer one cancels. */
type Attempt = {
  readonly cancel: AbortController
  readonly permissions: readonly Permission[]
  readonly wanted: string | null
  decideKeeping: ((keeping: Keeping) => void) | null
  approval: Approval | null
}

export class SignInFlow {
  readonly #deps: SignInDeps
  #attempt: Attempt | null = null
  /** The operations that the app waits for before it quits. */
  readonly #pending = new Set<Promise<unknown>>()
  #shown: SignIn = { kind: 'idle' }
  #finished = false

  constructor(deps: SignInDeps) {
    this.#deps = deps
  }

  /**
   * Cancels an earlier attempt. Fails with `busy` while an approved one is being stored, which can't be undone.
   * @param wanted the organisation to sign in to again; the API can't preselect it, the user chooses it in the browser
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
      // A bug must not leave the user with an endless spinner.
      this.#end(attempt, failure('bug', `The sign-in stopped: ${String(error)}`), null)
    })
    this.#track(run)
    return ok(null)
  }

  /** Restarts a sign-in that failed for lack of the proxy's password. */
  retryBehindProxy(): void {
    const shown = this.#shown
    if (shown.kind === 'ended' && shown.failure.kind === 'proxy-auth')
      this.start(shown.permissions, shown.again)
  }

  /** The user's answer in the state `consent`. */
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

  /** Also dismisses an attempt that has ended. */
  cancel(): Result<null> {
    if (this.#shown.kind === 'storing') return storing
    this.#attempt?.cancel.abort()
    this.#attempt = null
    this.#show({ kind: 'idle' })
    return ok(null)
  }

  /** Cancels the attempt; resolves when tokens in flight have been stored or revoked. */
  async finish(): Promise<void> {
    this.#finished = true
    this.cancel()
    while (this.#pending.size > 0) await Promise.all(this.#pending)
  }

  /** For the redaction. */
  get deviceCodes(): readonly string[] {
    return this.#attempt?.approval ? [this.#attempt.approval.deviceCode] : []
  }

  /** Polls as soon as the server's interval allows. */
  tryNow(): void {
    this.#attempt?.approval?.tryNow()
  }

  copyCode(): Promise<Result<null>> {
    return this.#copy((waiting) => waiting.userCode)
  }

  copyLink(): Promise<Result<null>> {
    return this.#copy((waiting) => waiting.verificationUriComplete)
  }

  /** @param allowForeignHost the user has seen the foreign host and confirmed it */
  async openBrowser(allowForeignHost: boolean): Promise<Result<null>> {
    const waiting = this.#shown
    if (waiting.kind !== 'waiting') return notWaiting
    if (waiting.foreignHost !== null && !allowForeignHost) {
      return failed(failure('invalid', `The address is on ${waiting.foreignHost}.`))
    }
    const attempt = this.#attempt
    const opened = await this.#deps.desktop.openBrowser(waiting.verificationUriComplete)
    if (this.#shown.kind === 'waiting' && this.#attempt === attempt) {
      this.#show({ ...this.#shown, browserOpened: opened, browserFailed: !opened })
    }
    return ok(null)
  }

  async #run(attempt: Attempt): Promise<void> {
    const keeping = await this.#decideKeeping(attempt)
    if (attempt.cancel.signal.aborted) return
    this.#show({ kind: 'starting', permissions: attempt.permissions })
    const scopes = scopesFor(attempt.permissions).join(' ')
    const requested = await this.#deps.client.requestCode(scopes, attempt.cancel.signal)
    if (!requested.ok) return this.#end(attempt, requested.failure, null)
    const { clientId, code } = requested.value

    const { clock } = this.#deps
    const startedAt = clock.now()
    const approval = new Approval(
      {
        oauth: this.#deps.oauth,
        clock,
        onLatePoll: (poll) => this.#track(poll.then((answer) => this.#revokeUnwanted(answer))),
        report: (waiting) => {
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
      this.#revokeUnwanted(outcome)
      if (outcome.kind === 'ended') this.#end(attempt, outcome.failure, code)
      return
    }
    const { tokens, receivedAt } = outcome
    const organisationName = displayName(tokens.organisationId, tokens.organisationName)
    this.#show({ kind: 'storing', organisationName, keeping })
    const scope = tokens.scope ?? scopesFor(attempt.permissions)
    const grant = { clientId, tokens, scope, receivedAt }
    const stored = await this.#deps.grants.adopt(grant, keeping, attempt.wanted)
    if (!stored.ok) return this.#end(attempt, stored.failure, null)
    this.#attempt = null
    this.#show({ kind: 'idle' })
  }

  /** Decided before the user approves anything: without a keyring, tokens are written only with the user's consent. */
  async #decideKeeping(attempt: Attempt): Promise<Keeping> {
    const probed = await this.#deps.secrets.probe()
    if (probed.ok && probed.value === 'strong') return 'encrypted'
    if (!probed.ok) this.#deps.log.failure('keyring probe failed', probed.failure)
    if (attempt.cancel.signal.aborted) return 'memory'
    this.#show({ kind: 'consent', canPersist: probed.ok })
    return new Promise((resolve) => {
      attempt.decideKeeping = resolve
      attempt.cancel.signal.addEventListener('abort', () => resolve('memory'))
    }).then((keeping) => {
      attempt.decideKeeping = null
      return keeping as Keeping
    })
  }

  /** Revokes an approval that arrived too late or incomplete: the user would never see its grant. */
  #revokeUnwanted(answer: PollAnswer): void {
    if (answer.kind === 'approved') {
      const { organisationId: id, organisationName: name, refreshToken } = answer.tokens
      this.#deps.grants.discard(refreshToken, { id, name: displayName(id, name) })
    }
    if (answer.kind === 'ended' && answer.orphanedRefreshToken !== undefined) {
      this.#deps.grants.discard(answer.orphanedRefreshToken, { id: '', name: '?' })
    }
  }

  #track(work: Promise<unknown>): void {
    this.#pending.add(work)
    void work.finally(() => this.#pending.delete(work))
  }

  #end(attempt: Attempt, why: Failure, code: DeviceCode | null): void {
    if (attempt.cancel.signal.aborted) return
    this.#attempt = null
    this.#deps.log.failure('sign-in ended', why)
    if (why.kind === 'unknown-client') this.#deps.client.forget()
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
    const copied = await this.#deps.desktop.copyText(what(this.#shown))
    return copied ? ok(null) : failed(failure('clipboard', 'The clipboard took nothing.'))
  }

  #show(signIn: SignIn): void {
    this.#shown = signIn
    this.#deps.report(signIn)
  }
}

const storing = failed(failure('busy', 'The approved sign-in is being stored.'))
const notWaiting = failed(failure('cancelled', 'No code is waiting for approval.'))
