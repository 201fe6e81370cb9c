/** The passwords of proxies, each encrypted with a key of this system's keyring. */
import * as v from 'valibot'
import type { Store } from '../ports.ts'
import { appDocument, type DocumentEvents, type SmallDocument } from './document.ts'
import { text } from './fields.ts'

const schema = v.object({
  version: v.literal(1),
  passwords: v.array(v.object({ proxy: text, realm: text, scheme: text, username: text, sealed: text })),
})

export type SealedPassword = v.InferOutput<typeof schema>['passwords'][number]

type PasswordKey = Pick<SealedPassword, 'proxy' | 'realm' | 'scheme'>

export class SealedProxyPasswords {
  readonly #document: SmallDocument<v.InferOutput<typeof schema>>

  constructor(store: Store, events: DocumentEvents) {
    const initial = { version: 1 as const, passwords: [] }
    this.#document = appDocument(store, 'proxy', schema, initial, events)
  }

  get all(): readonly SealedPassword[] {
    return this.#document.value.passwords
  }

  /** Replaces the password of the same proxy, realm and scheme. */
  save(password: SealedPassword): void {
    this.#document.replace({ version: 1, passwords: [...this.#without(password), password] })
  }

  forget(key: PasswordKey): void {
    const remaining = this.#without(key)
    if (remaining.length < this.all.length) this.#document.replace({ version: 1, passwords: remaining })
  }

  #without({ proxy, realm, scheme }: PasswordKey): SealedPassword[] {
    return this.all.filter((one) => one.proxy !== proxy || one.realm !== realm || one.scheme !== scheme)
  }
}
