import { describe, expect, it } from 'vitest'
import { failed, ok } from '../../../preload/contract/index.ts'
import { dayMs } from '../../calendar.ts'
import { failure } from '../../parallel/failures.ts'
import { memoryFolder } from '../../testing/memory-folder.ts'
import { MemoryLog, MemorySecrets, MemoryStore } from '../../testing/memory-ports.ts'
import { VirtualClock } from '../../testing/virtual-clock.ts'
import type { Grant, GrantRecord, Revocation } from './grant.ts'
import { Vault } from './vault.ts'

const now = new VirtualClock().now()
const grant: Grant = {
  keeping: 'encrypted',
  clientId: 'client-7',
  scope: ['balance:read'],
  accessToken: 'access-1',
  refreshToken: 'refresh-1',
  authorizedAt: now,
  renewedAt: now,
  accessUntil: now + 1,
  signInUntil: now + 2 * dayMs,
  authorizationUntil: now + 3 * dayMs,
  endedAt: null,
}
const { accessToken: _access, refreshToken: _refresh, ...facts } = grant
const revocation = (refreshToken: string, change: Partial<Revocation> = {}): Revocation => ({
  keeping: 'encrypted',
  refreshToken,
  since: now,
  until: null,
  ...change,
})
const record = (change: Partial<GrantRecord> = {}): GrantRecord => ({
  organisation: { id: 'org_1', name: 'Halden Research' },
  signedInAt: now,
  grant,
  revocations: [],
  unopened: [],
  ...change,
})

function disk() {
  const store = new MemoryStore()
  const secrets = new MemorySecrets()
  const clock = new VirtualClock()
  const log = new MemoryLog()
  const unreadable: string[] = []
  // A new one reads the file again, like the next start.
  const vault = () => new Vault({ folder: memoryFolder({ store, unreadable }), secrets, clock, log })
  const file = () => [...store.files].find(([name]) => name.endsWith('/grant'))?.[1]
  const read = () => vault().load('org_1')
  const load = async () => (await read()?.open()) ?? null
  return { store, secrets, clock, log, unreadable, vault, file, read, load }
}

describe('what is saved', () => {
  it('is loaded unchanged, with its revocations and undecryptable parts', async () => {
    const { vault, secrets, load } = disk()
    const whole = record({
      revocations: [revocation('old', { keeping: 'plain', until: now + 9 })],
      unopened: [{ sealed: 'strong:?', since: now, until: now + dayMs }],
    })
    expect(await vault().save(whole)).toEqual(ok(null))
    expect(await load()).toEqual({ record: whole, sealed: null, rewrite: null })
    // Weak encryption that the user agreed to needs no further question.
    secrets.strength = 'weak'
    const plain = record({ grant: { ...grant, keeping: 'plain' } })
    await vault().save(plain)
    expect(await load()).toEqual({ record: plain, sealed: null, rewrite: null })
  })

  it('omits memory-only grants, and removes the file if nothing else is left', async () => {
    const { vault, file, load } = disk()
    const inMemory = record({ grant: { ...grant, keeping: 'memory' } })
    const both = { ...inMemory, revocations: [revocation('kept'), revocation('gone', { keeping: 'memory' })] }
    await vault().save(both)
    expect((await load())?.record).toMatchObject({ grant: null, revocations: [{ refreshToken: 'kept' }] })
    await vault().save(inMemory)
    expect(file()).toBeUndefined()
    expect(await load()).toBeNull()
  })

  it('isn’t written with weak encryption unless the user agreed for every part', async () => {
    const { vault, file, secrets } = disk()
    secrets.strength = 'weak'
    const plain = { ...grant, keeping: 'plain' as const }
    const refused = [
      record(),
      record({ grant: null, revocations: [revocation('a')] }),
      record({ grant: plain, revocations: [revocation('a')] }),
      record({ revocations: [revocation('a', { keeping: 'plain' })] }),
    ]
    for (const one of refused)
      expect(await vault().save(one)).toMatchObject({ ok: false, failure: { kind: 'keyring' } })
    expect(file()).toBeUndefined()
    expect(await vault().save(record({ grant: plain }))).toEqual(ok(null))
    // Without secrets there is nothing to encrypt.
    const sealed = { sealed: 'strong:?', since: now, until: null }
    expect(await vault().save(record({ grant: null, unopened: [sealed] }))).toEqual(ok(null))
  })

  it('isn’t written when it can’t be encrypted', async () => {
    const { vault, file, secrets } = disk()
    const gone = failed(failure('keyring', 'gone'))
    secrets.encrypt = async () => gone
    expect(await vault().save(record())).toEqual(gone)
    expect(file()).toBeUndefined()
  })
})

describe('a file that can’t be understood', () => {
  it('is reported, and is no sign-in', async () => {
    const { store, vault, load, log, unreadable } = disk()
    await vault().save(record())
    const [name = ''] = store.files.keys()
    store.files.set(name, '{"version":1,"nonsense":true}')
    expect(await load()).toBeNull()
    expect(unreadable).toEqual([`${name}.json`])
    expect(log.lines).toEqual([])
  })

  it('is reported and logged when the disk doesn’t give it', async () => {
    const { store, vault, load, log, unreadable } = disk()
    await vault().save(record())
    store.read = () => failed(failure('storage', 'EIO'))
    expect(await load()).toBeNull()
    expect(unreadable).toHaveLength(1)
    expect(log.lines[0]).toContain('grant not read')
  })

  it('is no failure when missing', async () => {
    const { load, log, unreadable } = disk()
    expect(await load()).toBeNull()
    expect([...unreadable, ...log.lines]).toEqual([])
  })
})

describe('before the keyring is asked', () => {
  it('everything but the tokens is known', async () => {
    const { vault, secrets, read } = disk()
    await vault().save(record({ revocations: [revocation('old')] }))
    const asked: string[] = []
    secrets.decrypt = async (ciphertext) => {
      asked.push(ciphertext)
      return failed(failure('keyring', 'locked'))
    }
    const stored = read()
    expect(stored).toMatchObject({
      record: { organisation: record().organisation, signedInAt: now, grant: null, revocations: [] },
      sealed: { facts, failedAt: null },
    })
    expect(asked).toEqual([])
    await stored?.open()
    expect(stored?.record.unopened.map(({ sealed }) => sealed)).toEqual(asked)
  })
})

describe('a keyring that doesn’t open', () => {
  it('keeps the sign-in as sealed, with its ciphertext', async () => {
    const { vault, secrets, load, log } = disk()
    await vault().save(record())
    secrets.locked = true
    const loaded = await load()
    expect(loaded?.sealed).toEqual({ facts: { ...facts, endedAt: null }, failedAt: now })
    expect(loaded?.record).toMatchObject({ grant: null, revocations: [] })
    expect(loaded?.record.unopened).toMatchObject([{ since: now, until: grant.signInUntil }])
    expect(log.lines[0]).toContain('grant not opened')
  })

  it('keeps the revocations of a sign-out without a known expiry', async () => {
    const { vault, secrets, load } = disk()
    await vault().save(record({ grant: null, revocations: [revocation('old')] }))
    secrets.locked = true
    const loaded = await load()
    expect(loaded?.sealed).toBeNull()
    expect(loaded?.record.unopened).toMatchObject([{ since: now, until: null }])
  })

  it('treats unexpected plain text as undecryptable', async () => {
    const { vault, secrets, load } = disk()
    await vault().save(record())
    for (const plaintext of ['{}', 'no JSON']) {
      secrets.decrypt = async () => ok({ plaintext, renew: false })
      expect((await load())?.sealed).toMatchObject({ facts: { scope: ['balance:read'] }, failedAt: now })
    }
  })
})

describe('a ciphertext that opens later', () => {
  /** A sign-in and a revocation whose keyring was locked when they were replaced by another sign-in. */
  async function replacedWhileLocked(change: { until?: number | null; since?: number } = {}) {
    const made = disk()
    const { vault, secrets, load, store } = made
    await vault().save(record({ revocations: [revocation('older')] }))
    secrets.locked = true
    const unopened = (await load())?.record.unopened.map((one) => ({ ...one, ...change })) ?? []
    secrets.locked = false
    store.files.clear()
    await vault().save(record({ grant: { ...grant, refreshToken: 'refresh-2' }, unopened }))
    return made
  }

  it('is revoked together with its pending revocations', async () => {
    const { load } = await replacedWhileLocked()
    expect((await load())?.record).toMatchObject({
      grant: { refreshToken: 'refresh-2' },
      revocations: [
        { refreshToken: 'older' },
        { refreshToken: 'refresh-1', keeping: 'encrypted', since: now, until: grant.signInUntil },
      ],
      unopened: [],
    })
  })

  it('is forgotten at its expiry, or after 90 days if that is unknown', async () => {
    for (const [change, livesMs] of [
      [{ until: now + dayMs }, dayMs],
      [{ until: null }, 90 * dayMs],
    ] as const) {
      const { load, clock, secrets } = await replacedWhileLocked(change)
      secrets.locked = true
      clock.jump(livesMs - 1)
      expect((await load())?.record.unopened).toHaveLength(2)
      clock.jump(1)
      // The newest sign-in, whose keyring is locked too, is still there.
      expect((await load())?.record.unopened).toHaveLength(1)
    }
  })

  it('with only revocations returns only those', async () => {
    const { vault, secrets, load, store } = disk()
    await vault().save(record({ grant: null, revocations: [revocation('older')] }))
    secrets.locked = true
    const unopened = (await load())?.record.unopened ?? []
    secrets.locked = false
    store.files.clear()
    await vault().save(record({ unopened }))
    expect((await load())?.record.revocations).toEqual([revocation('older')])
  })

  it('keeps the weak encryption for its revocation', async () => {
    const { vault, secrets, load, store } = disk()
    secrets.strength = 'weak'
    await vault().save(record({ grant: { ...grant, keeping: 'plain' } }))
    const sealed = JSON.parse([...store.files.values()][0] ?? '').sealed
    await vault().save(
      record({
        grant: { ...grant, keeping: 'plain', refreshToken: 'b' },
        unopened: [{ sealed, since: now, until: null }],
      }),
    )
    expect((await load())?.record.revocations).toMatchObject([
      { refreshToken: 'refresh-1', keeping: 'plain' },
    ])
  })
})

it('revokes tokens without a grant, which were signed out while undecryptable', async () => {
  const { store, vault, load } = disk()
  await vault().save(record())
  const [[name, text] = ['', '{}']] = store.files
  store.files.set(name, JSON.stringify({ ...JSON.parse(text), grant: null }))
  expect((await load())?.record).toMatchObject({
    grant: null,
    revocations: [{ refreshToken: 'refresh-1', keeping: 'encrypted', since: now, until: null }],
  })
})

describe('is encrypted again', () => {
  async function savedPlain() {
    const made = disk()
    made.secrets.strength = 'weak'
    const plain = {
      grant: { ...grant, keeping: 'plain' as const },
      revocations: [revocation('a', { keeping: 'plain' })],
    }
    await made.vault().save(record(plain))
    return { ...made, plain }
  }

  it('once a keyring is available, and stays so', async () => {
    const { vault, secrets, load, file, plain } = await savedPlain()
    secrets.strength = 'strong'
    const loaded = await load()
    expect(loaded?.record).toMatchObject(plain)
    const stronger = loaded?.rewrite?.(loaded.record)
    expect(stronger).toMatchObject({
      grant: { keeping: 'encrypted' },
      revocations: [{ refreshToken: 'a', keeping: 'encrypted' }],
    })
    await vault().save(stronger ?? record())
    expect(JSON.parse(file() ?? '')).toMatchObject({
      grant: { keeping: 'encrypted' },
      sealed: expect.stringMatching(/^strong:/),
    })
    expect((await load())?.rewrite).toBeNull()
  })

  it('not what the user keeps in memory', async () => {
    const { secrets, load } = await savedPlain()
    secrets.strength = 'strong'
    const inMemory = record({ grant: { ...grant, keeping: 'memory' } })
    expect((await load())?.rewrite?.(inMemory)).toEqual(inMemory)
  })

  it('not while there is none, or it can’t be queried, and logs no failure then', async () => {
    const { secrets, load, file, plain, log } = await savedPlain()
    const before = file()
    expect(await load()).toMatchObject({ record: plain, rewrite: null })
    secrets.probe = async () => failed(failure('keyring', 'no answer'))
    expect(await load()).toMatchObject({ record: plain, rewrite: null })
    expect(file()).toBe(before)
    expect(log.lines).toEqual([])
  })

  it('not without need: a start writes nothing', async () => {
    const { vault, load, store } = disk()
    const writes: string[] = []
    await vault().save(record())
    const { write } = store
    store.write = (name, document) => {
      writes.push(name)
      return write.call(store, name, document)
    }
    expect(await load()).toEqual({ record: record(), sealed: null, rewrite: null })
    expect(writes).toEqual([])
  })

  it('when the system asks for a newer key, with the same consent', async () => {
    const { vault, secrets, load } = disk()
    await vault().save(record())
    const { decrypt } = secrets
    secrets.decrypt = async (ciphertext) => {
      const opened = await decrypt.call(secrets, ciphertext)
      return opened.ok ? ok({ ...opened.value, renew: true }) : opened
    }
    const loaded = await load()
    expect(loaded?.record).toEqual(record())
    expect(loaded?.rewrite?.(record())).toEqual(record())
  })
})

it('is gone once it is removed', async () => {
  const { vault, file, load } = disk()
  await vault().save(record())
  expect(vault().remove()).toEqual(ok(null))
  expect(file()).toBeUndefined()
  expect(await load()).toBeNull()
})
