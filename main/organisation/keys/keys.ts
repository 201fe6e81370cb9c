/**
 * The organisation's apps and keys, and one change to them at a time. A command returns when its change has started;
 * progress and outcome are reported.
 */
import { randomUUID } from 'node:crypto'
import {
  type AppRow,
  type AppsAndKeys,
  type Failure,
  failed,
  type KeysOperation,
  type KeysSummary,
  ok,
  type Result,
  type Toast,
} from '../../../preload/contract/index.ts'
import type { AccountApi } from '../../parallel/account-api.ts'
import { failure, signedOutFailure } from '../../parallel/failures.ts'
import { permissionsOf } from '../../parallel/permissions.ts'
import { cleanText } from '../../parallel/text.ts'
import type { Clock } from '../../ports.ts'
import type { Session } from '../session/session.ts'
import { AppList } from './apps.ts'
import { appsAndKeys, countKeys, type KeysData } from './keys-view.ts'
import type { Ledger, LedgerRow } from './ledger.ts'
import {
  addPendingRow,
  applyAppList,
  markAppDeleted,
  markCreated,
  markDeleted,
  mergeRows,
  removeRow,
  restoreRow,
} from './ledger-rows.ts'
import { callOnce } from './lost-answer.ts'
import type { SecretHolder } from './pending-secret.ts'

/** The toast of a successful change; null if the next screen shows the outcome. */
export type ChangeOutcome = Result<Toast['content'] | null>

export type KeysDeps = {
  readonly api: AccountApi
  readonly clock: Clock
  readonly ledger: Ledger
  readonly secret: SecretHolder
  readonly session: Session
  readonly rotateAfterDays: () => number | null
  readonly report: (change: { readonly keys: KeysSummary }) => void
  readonly onEnded: (operation: KeysOperation, outcome: ChangeOutcome) => void
}

export class Keys {
  readonly #deps: KeysDeps
  readonly #apps: AppList
  #revision = 0
  #operation: KeysOperation | null = null
  #failed: KeysSummary['failed'] = null
  #work: Promise<void> | null = null
  /** The row of the key being created, hidden until the request has an outcome. */
  #creatingId: string | null = null
  /** The rows as they were before each removal, by the removed row's id: for undoing it. */
  readonly #forgotten = new Map<string, readonly LedgerRow[]>()
  /** The organisation was removed from this computer: a change that ends later must store nothing. */
  #isForgotten = false

  constructor(deps: KeysDeps) {
    this.#deps = deps
    const { api, clock, session } = deps
    this.#apps = new AppList({
      api,
      clock,
      session,
      onChanged: (apps) => {
        if (apps === null) return this.#report()
        this.#changeLedger(applyAppList(apps))
        this.#changed()
      },
    })
  }

  get summary(): KeysSummary {
    return {
      revision: this.#revision,
      operation: this.#operation,
      failed: this.#failed,
      ...this.#apps.summary,
      ...countKeys(this.#data),
    }
  }

  /** The response contains the secret, and only once: aborting the request would lose it. */
  get isCreatingKey(): boolean {
    return this.#operation?.kind === 'new-key' || this.#operation?.kind === 'rotate-key'
  }

  /** Returns the current view and refreshes a stale app list in the background; the summary shows the progress. */
  read(): AppsAndKeys {
    this.#apps.refreshIfStale()
    return appsAndKeys(this.#data)
  }

  refresh(): void {
    void this.#apps.list()
  }

  /** Recounts the keys due for rotation after time has passed or the limit has changed. */
  recount(): void {
    this.#changed()
  }

  dismissFailure(): void {
    this.#failed = null
    this.#report()
  }

  createApp(name: string): Result<null> {
    return this.#begin({ kind: 'new-app', name }, async (session) => {
      const { api } = this.#deps
      const before = await this.#apps.list()
      if (!before.ok) return before
      const created = await callOnce(session, (token, signal) => api.createApp(token, name, signal))
      const appId = created.answer.ok ? created.answer.value : null
      if (appId !== null) {
        this.#apps.add({ appId, appName: cleanText(name), organisationId: session.id })
        return ok({ kind: 'app-created', name })
      }
      const isThere = created.mayBeDone && (await hasNewApp(this.#apps, before.value, name))
      return isThere || created.answer.ok ? ok({ kind: 'app-created', name }) : created.answer
    })
  }

  deleteApp(appId: string): Result<null> {
    const app = this.#app(appId)
    if (app === undefined) return notFound('app')
    const { name } = app
    return this.#begin({ kind: 'delete-app', appId, name }, async (session) => {
      const { api, clock, ledger, secret } = this.#deps
      const removed = await session.call((token, signal) => api.deleteApp(token, appId, signal))
      if (!removed.ok) return removed
      this.#apps.remove(appId)
      this.#changeLedger(markAppDeleted(appId, clock.now()))
      secret.dropForKeys(ledger.rows.filter((row) => row.appId === appId).map((row) => row.keyId))
      return ok({ kind: 'app-deleted', name })
    })
  }

  createKey(appId: string, name: string): Result<null> {
    return this.#requestCreation({ kind: 'new-key', appId, name }, appId, null)
  }

  /** Starts a rotation by creating a key of the same name in the same app. The old key still works. */
  rotate(keyId: string): Result<null> {
    const row = this.#row(keyId)
    if (row === undefined) return notFound('key')
    const isUsable = row.status.kind === 'alive' && row.apiKeyId !== null && !row.appMissing
    if (!isUsable) return failed(failure('invalid', 'Only a key that works can be rotated.'))
    return this.#requestCreation({ kind: 'rotate-key', keyId, name: row.name }, row.appId, keyId)
  }

  /** Deletes the key on the server, then its row; succeeds when the server no longer has the key. */
  deleteKey(keyId: string): Result<null> {
    const row = this.#row(keyId)
    if (row === undefined) return notFound('key')
    const { apiKeyId, appId, name } = row
    if (apiKeyId === null) return failed(failure('invalid', 'The ID of this key is not known.'))
    return this.#begin({ kind: 'delete-key', keyId, name }, async (session) => {
      const { api, clock, secret } = this.#deps
      const removed = await session.call((token, signal) => api.deleteKey(token, appId, apiKeyId, signal))
      if (!removed.ok) return removed
      const wasReplaced = this.#row(keyId)?.status.kind === 'replaced'
      this.#changeLedger(markDeleted(keyId, clock.now()))
      secret.dropForKeys([keyId])
      return ok({ kind: wasReplaced ? 'key-rotated' : 'key-deleted', name })
    })
  }

  /** Removes the row of a key that is not known to work. */
  forgetKey(keyId: string): Result<{ readonly name: string }> {
    const row = this.#row(keyId)
    if (row === undefined) return notFound('key')
    if (this.#creatingId === keyId) return busy
    if (row.status.kind !== 'unknown' && !row.appMissing) {
      return failed(failure('invalid', 'This key works, as far as is known.'))
    }
    this.#forgotten.set(keyId, this.#deps.ledger.rows)
    this.#changeLedger(removeRow(keyId))
    this.#changed()
    return ok({ name: row.name })
  }

  /** Brings back a row that was removed since the start of the app. */
  restoreKey(keyId: string): Result<null> {
    const before = this.#forgotten.get(keyId)
    if (before === undefined) return notFound('key')
    this.#forgotten.delete(keyId)
    this.#changeLedger(restoreRow(keyId, before))
    if (this.#apps.known !== null) this.#changeLedger(applyAppList(this.#apps.known))
    this.#changed()
    return ok(null)
  }

  /** The server's id of the key. */
  apiKeyId(keyId: string): Result<string> {
    const apiKeyId = this.#row(keyId)?.apiKeyId ?? null
    return apiKeyId === null ? notFound('key') : ok(apiKeyId)
  }

  /** The ledger for an export; it contains no secret. */
  exportRows(): readonly LedgerRow[] {
    return this.#settledRows
  }

  /**
   * Adds the rows of another computer; keys known here stay unchanged.
   * @returns the number of new rows
   */
  importRows(rows: readonly LedgerRow[]): number {
    const { ledger } = this.#deps
    const before = ledger.rows.length
    this.#changeLedger(mergeRows(rows))
    if (this.#apps.known !== null) this.#changeLedger(applyAppList(this.#apps.known))
    this.#changed()
    return ledger.rows.length - before
  }

  /** Clears the app list after a sign-out; the ledger stays. */
  signedOut(): void {
    this.#apps.clear()
  }

  /** Deletes the ledger; from now on this object stores and reports nothing. */
  forget(): void {
    this.#isForgotten = true
    this.#deps.ledger.reset()
  }

  /** Resolves when no change is in progress. */
  async settle(): Promise<void> {
    await this.#work
  }

  /** @param replacesId the row of the key that the new one replaces */
  #requestCreation(operation: KeysOperation, appId: string, replacesId: string | null): Result<null> {
    const { clock, secret } = this.#deps
    const app = this.#app(appId)
    if (app === undefined) return notFound('app')
    const allowed = this.#checkAllowed()
    if (!allowed.ok) return allowed
    if (!secret.reserve()) return failed(failure('busy', 'The secret of another key waits to be put away.'))
    const { name } = operation
    const keyId = randomUUID()
    return this.#begin(operation, async (session) => {
      this.#creatingId = keyId
      this.#changeLedger(addPendingRow({ keyId, appId, appName: app.name, name, createdAt: clock.now() }))
      try {
        return await this.#requestKey(session, { keyId, app, name, replacesId })
      } finally {
        this.#creatingId = null
        secret.release()
      }
    })
  }

  async #requestKey(session: Session, { keyId, app, name, replacesId }: NewKey): Promise<ChangeOutcome> {
    const { api, secret } = this.#deps
    const { answer, mayBeDone } = await callOnce(session, (token, signal) =>
      api.createKey(token, app.appId, name, signal),
    )
    if (!answer.ok) {
      if (!mayBeDone) this.#changeLedger(removeRow(keyId))
      if (answer.failure.kind === 'not-found') void this.#apps.list()
      return answer
    }
    const value = answer.value.rawApiKey
    // A key without its secret is unusable, so it replaces none.
    this.#changeLedger(markCreated(keyId, answer.value, value ? replacesId : null))
    if (!value) return failed(missingSecret)
    const { id, name: organisationName } = session.record.organisation
    const keyName = answer.value.apiKeyName
    secret.hold(value, { organisationId: id, organisationName, appName: app.name, keyName, keyId })
    return ok(null)
  }

  #checkAllowed(): Result<Session> {
    const { session } = this.#deps
    if (!session.isSignedIn) return failed(signedOutFailure)
    if (!permissionsOf(session.scope).includes('manage')) {
      return failed(failure('forbidden', 'This sign-in may not manage apps and keys.'))
    }
    return this.#operation === null ? ok(session) : busy
  }

  #begin(operation: KeysOperation, work: (session: Session) => Promise<ChangeOutcome>): Result<null> {
    const allowed = this.#checkAllowed()
    if (!allowed.ok) return allowed
    this.#operation = operation
    this.#failed = null
    this.#report()
    this.#work = work(allowed.value)
      .catch((error: unknown) => failed(failure('bug', String(error))))
      .then((outcome) => {
        this.#operation = null
        this.#work = null
        this.#failed = outcome.ok ? null : { operation, failure: outcome.failure }
        this.#changed()
        this.#deps.onEnded(operation, outcome)
      })
    return ok(null)
  }

  #changeLedger(change: (rows: readonly LedgerRow[]) => readonly LedgerRow[]): void {
    if (!this.#isForgotten) this.#deps.ledger.change(change)
  }

  get #data(): KeysData {
    const { clock, rotateAfterDays } = this.#deps
    return {
      apps: this.#apps.known,
      rows: this.#settledRows,
      rotateAfterDays: rotateAfterDays(),
      now: clock.now(),
    }
  }

  get #settledRows(): readonly LedgerRow[] {
    return this.#deps.ledger.rows.filter((row) => row.keyId !== this.#creatingId)
  }

  #app(appId: string): AppRow | undefined {
    return appsAndKeys(this.#data).apps.find((one) => one.appId === appId)
  }

  #row(keyId: string): LedgerRow | undefined {
    return this.#deps.ledger.rows.find((row) => row.keyId === keyId && row.status.kind !== 'deleted')
  }

  #changed(): void {
    this.#revision += 1
    this.#report()
  }

  #report(): void {
    if (!this.#isForgotten) this.#deps.report({ keys: this.summary })
  }
}

type NewKey = {
  readonly keyId: string
  readonly app: AppRow
  readonly name: string
  readonly replacesId: string | null
}

/** After a lost response, an app of that name that did not exist before is the requested one. */
async function hasNewApp(
  apps: AppList,
  before: readonly { appId: string }[],
  name: string,
): Promise<boolean> {
  const now = await apps.relist()
  const old = new Set(before.map(({ appId }) => appId))
  return now.ok && now.value.some((app) => app.appName === cleanText(name) && !old.has(app.appId))
}

function notFound(what: 'app' | 'key'): Result<never> {
  return failed(failure('not-found', `There is no such ${what} here.`))
}

const busy = failed(failure('busy', 'Another change is under way.'))
/** Not retryable: a retry would create another key. */
const missingSecret: Failure = {
  ...failure('server', 'The key was made, but its secret did not come with the answer. Delete the key.'),
  retryable: false,
}
