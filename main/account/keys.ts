/**
 * Apps and keys of all organisations: what is known of them, and changing them. One change at a time for each
 * organisation; organisations never wait for each other. A change answers when it has begun: its progress and
 * its end are reported.
 */
import { randomUUID } from 'node:crypto'
import {
  type AppsAndKeys,
  type Failure,
  failed,
  type KeysOperation,
  type KeysSummary,
  ok,
  type Result,
  type Toast,
} from '../../preload/contract/index.ts'
import type { AccountApi } from '../parallel/account-api.ts'
import { failure } from '../parallel/failures.ts'
import { cleanText } from '../parallel/text.ts'
import type { Clock } from '../ports.ts'
import type { Session } from '../session/session.ts'
import { permissionsOf } from '../sign-in/permissions.ts'
import type { Ledger, LedgerRow } from '../storage/ledger.ts'
import { AppList } from './apps.ts'
import { appsAndKeys, counted, type Known } from './keys-view.ts'
import { appDeleted, deleted, dropped, intended, listed, made, merged } from './ledger-rows.ts'
import { askOnce } from './lost-answer.ts'
import type { SecretHolder } from './pending-secret.ts'

/** What there is to say of a change that was made; null when what follows says it. */
export type Changed = Result<Toast['content'] | null>

type Dependencies = {
  readonly api: AccountApi
  readonly clock: Clock
  readonly ledger: Ledger
  readonly secret: SecretHolder
  /** Undefined when the organisation isn't signed in. */
  readonly session: (organisationId: string) => Session | undefined
  readonly rotateAfterDays: (organisationId: string) => number | null
  readonly report: (organisationId: string, summary: KeysSummary) => void
  readonly ended: (organisationId: string, doing: KeysOperation, changed: Changed) => void
}

type Place = {
  readonly id: string
  readonly apps: AppList
  revision: number
  doing: KeysOperation | null
  failed: KeysSummary['failed']
  /** The change under way. */
  work: Promise<void> | null
  /** The row of the key that is just being made: shown once the answer is there, or isn't coming. */
  making: string | null
}

export class Keys {
  readonly #its: Dependencies
  readonly #places = new Map<string, Place>()

  constructor(dependencies: Dependencies) {
    this.#its = dependencies
  }

  summary(organisationId: string): KeysSummary {
    const place = this.#place(organisationId)
    const { revision, doing } = place
    return {
      revision,
      operation: doing,
      failed: place.failed,
      ...place.apps.summary,
      ...counted(this.#known(place)),
    }
  }

  /** What is known now; apps that weren't listed for a while are asked for, which the summary tells. */
  read(organisationId: string): AppsAndKeys {
    const place = this.#place(organisationId)
    place.apps.freshen()
    return appsAndKeys(this.#known(place))
  }

  refresh(organisationId: string): void {
    void this.#place(organisationId).apps.list()
  }

  /** Time has passed, or the user wants keys to live shorter: counts again. */
  recount(organisationId: string): void {
    const place = this.#places.get(organisationId)
    if (place !== undefined) this.#changed(place)
  }

  putAwayFailure(organisationId: string): void {
    const place = this.#place(organisationId)
    place.failed = null
    this.#report(place)
  }

  createApp(organisationId: string, name: string): Result<null> {
    return this.#begin(organisationId, { kind: 'new-app', name }, async (place, session) => {
      const before = await place.apps.list()
      if (!before.ok) return before
      const asked = await askOnce(session, (token, signal) => this.#its.api.createApp(token, name, signal))
      const appId = asked.answer.ok ? asked.answer.value : null
      if (appId !== null) {
        place.apps.add({ appId, appName: cleanText(name), organisationId })
        return ok({ kind: 'app-created', name })
      }
      const isThere = asked.mayBeDone && (await hasNew(place.apps, before.value, name))
      return isThere || asked.answer.ok ? ok({ kind: 'app-created', name }) : asked.answer
    })
  }

  deleteApp(organisationId: string, appId: string): Result<null> {
    const place = this.#place(organisationId)
    const app = appsAndKeys(this.#known(place)).apps.find((one) => one.appId === appId)
    if (app === undefined) return noSuch('app')
    const { name } = app
    return this.#begin(organisationId, { kind: 'delete-app', appId, name }, async (_, session) => {
      const { api, clock, ledger, secret } = this.#its
      const gone = await session.call((token, signal) => api.deleteApp(token, appId, signal))
      if (!gone.ok) return gone
      place.apps.remove(appId)
      this.#note(place, appDeleted(appId, clock.now()))
      const rows = ledger.rows(organisationId).filter((row) => row.appId === appId)
      secret.dropOf(rows.map((row) => row.keyId))
      return ok({ kind: 'app-deleted', name })
    })
  }

  createKey(organisationId: string, appId: string, name: string): Result<null> {
    return this.#make(organisationId, { kind: 'new-key', appId, name }, appId, name, null)
  }

  /** The first step of a rotation: a new key of the same name in the same app. The old one goes on working. */
  rotate(organisationId: string, keyId: string): Result<null> {
    const row = this.#row(organisationId, keyId)
    if (row === undefined) return noSuch('key')
    const isWhole = row.standing.kind === 'alive' && row.apiKeyId !== null && !row.appMissing
    if (!isWhole) return failed(failure('invalid', 'Only a key that works can be rotated.'))
    const { appId, name } = row
    return this.#make(organisationId, { kind: 'rotate-key', keyId, name }, appId, name, keyId)
  }

  /** Deletes the key on the server, and then its row. A key that is gone already is deleted. */
  deleteKey(organisationId: string, keyId: string): Result<null> {
    const row = this.#row(organisationId, keyId)
    if (row === undefined) return noSuch('key')
    const { apiKeyId, appId, name } = row
    if (apiKeyId === null) return failed(failure('invalid', 'The ID of this key is not known.'))
    return this.#begin(organisationId, { kind: 'delete-key', keyId, name }, async (place, session) => {
      const { api, clock, secret } = this.#its
      const gone = await session.call((token, signal) => api.deleteKey(token, appId, apiKeyId, signal))
      if (!gone.ok) return gone
      const wasReplaced = this.#row(organisationId, keyId)?.standing.kind === 'replaced'
      this.#note(place, deleted(keyId, clock.now()))
      secret.dropOf([keyId])
      return ok({ kind: wasReplaced ? 'key-rotated' : 'key-deleted', name })
    })
  }

  /** Takes a row out of the ledger whose key isn't known to work. */
  forgetKey(organisationId: string, keyId: string): Result<null> {
    const place = this.#place(organisationId)
    const row = this.#row(organisationId, keyId)
    if (row === undefined) return noSuch('key')
    if (place.making === keyId) return busy
    if (row.standing.kind !== 'unknown' && !row.appMissing) {
      return failed(failure('invalid', 'This key works, as far as is known.'))
    }
    this.#note(place, dropped(keyId))
    this.#changed(place)
    return ok(null)
  }

  /** The server's id of the key. */
  apiKeyId(organisationId: string, keyId: string): Result<string> {
    const apiKeyId = this.#row(organisationId, keyId)?.apiKeyId ?? null
    return apiKeyId === null ? noSuch('key') : ok(apiKeyId)
  }

  /** The ledger, for another computer. Holds no secret. */
  exportRows(organisationId: string): readonly LedgerRow[] {
    const { making } = this.#place(organisationId)
    return this.#its.ledger.rows(organisationId).filter((row) => row.keyId !== making)
  }

  /**
   * Takes over rows of another computer. A key that is known here already stays as it is.
   * @returns how many came in new
   */
  importRows(organisationId: string, rows: readonly LedgerRow[]): number {
    const { ledger } = this.#its
    const place = this.#place(organisationId)
    const before = ledger.rows(organisationId).length
    this.#note(place, merged(rows))
    if (place.apps.known !== null) this.#note(place, listed(place.apps.known))
    this.#changed(place)
    return ledger.rows(organisationId).length - before
  }

  /** Signed out: what was listed is nobody's any more. The ledger stays. */
  leave(organisationId: string): void {
    this.#places.get(organisationId)?.apps.clear()
  }

  /** Takes all that is kept of the organisation's keys off this computer. */
  forget(organisationId: string): void {
    this.#places.delete(organisationId)
    this.#its.ledger.forget(organisationId)
  }

  /** Resolves when no change is under way. */
  async settled(): Promise<void> {
    await Promise.all([...this.#places.values()].map(({ work }) => work))
  }

  #make(
    organisationId: string,
    doing: KeysOperation,
    appId: string,
    name: string,
    replaces: string | null,
  ): Result<null> {
    const { api, clock, secret } = this.#its
    const place = this.#place(organisationId)
    const app = appsAndKeys(this.#known(place)).apps.find((one) => one.appId === appId)
    if (app === undefined) return noSuch('app')
    const may = this.#mayBegin(place)
    if (!may.ok) return may
    if (!secret.expect()) return failed(failure('busy', 'The secret of another key waits to be put away.'))
    const keyId = randomUUID()
    const intent = { keyId, appId, appName: app.name, name, createdAt: clock.now() }
    return this.#begin(organisationId, doing, async (_, session) => {
      place.making = keyId
      this.#note(place, intended(intent))
      try {
        const { answer, mayBeDone } = await askOnce(session, (token, signal) =>
          api.createKey(token, appId, name, signal),
        )
        if (!answer.ok) {
          if (!mayBeDone) this.#note(place, dropped(keyId))
          if (answer.failure.kind === 'not-found') void place.apps.list()
          return answer
        }
        const value = answer.value.rawApiKey
        // Without its secret the new key takes nobody's place.
        this.#note(place, made(keyId, answer.value, value ? replaces : null))
        if (!value) return failed(withoutSecret)
        const organisationName = session.record.organisation.name
        const keyName = answer.value.apiKeyName
        secret.hold(value, { organisationId, organisationName, appName: app.name, keyName, keyId })
        return ok(null)
      } finally {
        place.making = null
        secret.giveUp()
      }
    })
  }

  #mayBegin({ id, doing }: Place): Result<Session> {
    const session = this.#its.session(id)
    if (session === undefined) return failed(failure('signed-out', 'This organisation is not signed in.'))
    if (!permissionsOf(session.scope).includes('manage')) {
      return failed(failure('forbidden', 'This sign-in may not manage apps and keys.'))
    }
    return doing === null ? ok(session) : busy
  }

  #begin(
    organisationId: string,
    doing: KeysOperation,
    work: (place: Place, session: Session) => Promise<Changed>,
  ): Result<null> {
    const place = this.#place(organisationId)
    const may = this.#mayBegin(place)
    if (!may.ok) return may
    place.doing = doing
    place.failed = null
    this.#report(place)
    place.work = work(place, may.value)
      .catch((error: unknown) => failed(failure('bug', String(error))))
      .then((changed) => {
        place.doing = null
        place.work = null
        place.failed = changed.ok ? null : { operation: doing, failure: changed.failure }
        this.#changed(place)
        this.#its.ended(organisationId, doing, changed)
      })
    return ok(null)
  }

  /** Into the ledger, unless that was given up meanwhile. */
  #note(place: Place, change: (rows: readonly LedgerRow[]) => readonly LedgerRow[]): void {
    if (this.#places.get(place.id) === place) this.#its.ledger.change(place.id, change)
  }

  #known({ id, apps, making }: Place): Known {
    const { ledger, clock, rotateAfterDays } = this.#its
    return {
      apps: apps.known,
      rows: ledger.rows(id).filter((row) => row.keyId !== making),
      rotateAfterDays: rotateAfterDays(id),
      now: clock.now(),
    }
  }

  #row(organisationId: string, keyId: string): LedgerRow | undefined {
    return this.#its.ledger
      .rows(organisationId)
      .find((row) => row.keyId === keyId && row.standing.kind !== 'deleted')
  }

  #place(id: string): Place {
    const known = this.#places.get(id)
    if (known !== undefined) return known
    const { api, clock, session } = this.#its
    const place: Place = {
      id,
      apps: new AppList({
        organisationId: id,
        api,
        clock,
        session: () => session(id),
        changed: (apps) => {
          if (apps === null) return this.#report(place)
          this.#note(place, listed(apps))
          this.#changed(place)
        },
      }),
      revision: 0,
      doing: null,
      failed: null,
      work: null,
      making: null,
    }
    this.#places.set(id, place)
    return place
  }

  #changed(place: Place): void {
    place.revision += 1
    this.#report(place)
  }

  #report(place: Place): void {
    if (this.#places.get(place.id) === place) this.#its.report(place.id, this.summary(place.id))
  }
}

/** After a lost answer: an app of that name that wasn't there before is the one that was asked for. */
async function hasNew(apps: AppList, before: readonly { appId: string }[], name: string): Promise<boolean> {
  const now = await apps.listAnew()
  const old = new Set(before.map(({ appId }) => appId))
  return now.ok && now.value.some((app) => app.appName === cleanText(name) && !old.has(app.appId))
}

function noSuch(what: 'app' | 'key'): Result<never> {
  return failed(failure('not-found', `There is no such ${what} here.`))
}

const busy = failed(failure('busy', 'Another change is under way.'))
/** Asking again would make one more. */
const withoutSecret: Failure = {
  ...failure('server', 'The key was made, but its secret did not come with the answer. Delete the key.'),
  retryable: false,
}
