import { beforeEach, expect, test } from 'vitest'
import { failed, ok, type ProxyState } from '../../preload/contract/index.ts'
import { failure } from '../parallel/failures.ts'
import { SealedProxyPasswords } from '../storage/proxy-passwords.ts'
import { MemoryLog, MemorySecrets, MemoryStore } from '../testing/memory-ports.ts'
import { VirtualClock } from '../testing/virtual-clock.ts'
import { ProxyPasswords, type ProxyPool } from './proxy-passwords.ts'

const origin = 'https://platform.example'
const challenge = { host: 'proxy.example', port: 3128, realm: 'Corporate', scheme: 'digest' }
const right = { username: 'ada', password: 'right' }
const wrong = { username: 'ada', password: 'wrong' }

const store = { current: new MemoryStore() }
const secrets = { current: new MemorySecrets() }
let state: ProxyState
let retry = (): void => {}
let clock = new VirtualClock()

beforeEach(() => {
  store.current = new MemoryStore()
  secrets.current = new MemorySecrets()
  clock = new VirtualClock()
  retry = () => {}
})

function run(): ProxyPasswords {
  const events = { onWritten: () => {}, onUnreadable: () => {} }
  const passwords = new ProxyPasswords({
    sealed: new SealedProxyPasswords(store.current, events),
    secrets: secrets.current,
    clock,
    log: new MemoryLog(),
    report: (proxy) => {
      state = proxy
    },
  })
  passwords.onPassword(() => retry())
  state = passwords.view
  return passwords
}

/** Resends a password like Chromium's session, until it is cleared or the password is refused. */
class Pool implements ProxyPool {
  cleared = 0
  async clearAuthCache(): Promise<void> {
    this.cleared += 1
  }
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

/** A request that the proxy asks once, and lets through with the right password. */
async function request(passwords: ProxyPasswords, pool: ProxyPool = new Pool()): Promise<readonly string[]> {
  const turn = passwords.begin(pool, origin)
  const sent: string[] = []
  for (;;) {
    const credentials = await turn.answer(challenge)
    if (credentials === null) break
    sent.push(credentials.password)
    if (credentials.password === right.password) {
      turn.end(true)
      return sent
    }
  }
  turn.end(false)
  return sent
}

/** The user's answer, with one request that was waiting for it. */
async function give(passwords: ProxyPasswords, credentials: typeof right, pool?: ProxyPool) {
  retry = () => void request(passwords, pool)
  return passwords.give(state.challenge?.id ?? 0, credentials)
}

test('asks for a password, and stores it once it works', async () => {
  const passwords = run()
  expect(await request(passwords)).toEqual([])
  await settle()
  expect(state.challenge).toMatchObject({
    proxy: 'proxy.example:3128',
    realm: 'Corporate',
    username: null,
    refused: false,
    keeping: 'encrypted',
  })
  expect(await give(passwords, right)).toEqual({ ok: true, value: null })
  expect(state).toMatchObject({ challenge: null, saved: [{ username: 'ada', keeping: 'encrypted' }] })
  expect(await request(passwords)).toEqual(['right'])
})

test('doesn’t ask after a restart, and decrypts only for a challenge', async () => {
  const first = run()
  await request(first)
  await give(first, right)
  expect(store.current.files.get('proxy')).not.toContain('right')
  const second = run()
  expect(state).toMatchObject({ challenge: null, saved: [{ username: 'ada' }] })
  expect(second.secretsInMemory()).toEqual([])
  expect(await request(second)).toEqual(['right'])
  expect(second.secretsInMemory()).toEqual(['right', btoa('ada:right')])
})

test('sends a wrong password once, and never stores it', async () => {
  const passwords = run()
  await request(passwords)
  expect(await give(passwords, wrong)).toMatchObject({ ok: false, failure: { kind: 'proxy-auth' } })
  expect(state).toMatchObject({ challenge: { refused: true, username: 'ada' }, saved: [] })
  expect(store.current.files.get('proxy')).toBeUndefined()
  expect(await request(passwords)).toEqual([])
  expect(await give(passwords, right)).toMatchObject({ ok: true })
})

test('deletes a stored password that the proxy refuses', async () => {
  const first = run()
  await request(first)
  await give(first, right)
  const second = run()
  const turn = second.begin(new Pool(), origin)
  expect(await turn.answer(challenge)).toEqual(right)
  expect(await turn.answer(challenge)).toBeNull()
  turn.end(false)
  expect(state).toMatchObject({ challenge: { refused: true, username: 'ada' }, saved: [] })
  run()
  expect(state.saved).toEqual([])
})

test('counts a password that Chromium resends as sent', async () => {
  const passwords = run()
  await request(passwords)
  const pool = new Pool()
  await give(passwords, right, pool)
  const turn = passwords.begin(pool, origin)
  expect(await turn.answer(challenge)).toBeNull()
  expect(state.challenge).toMatchObject({ refused: true })
  expect(pool.cleared).toBe(1)
})

test('doesn’t count a password as refused that a cleared pool may not have sent', async () => {
  const passwords = run()
  const pool = new Pool()
  await request(passwords)
  await give(passwords, right, pool)
  const turn = passwords.begin(pool, origin)
  // Another proxy's is forgotten while the request is on its way.
  await passwords.begin(new Pool(), origin).answer({ ...challenge, port: 8080 })
  retry = () => {}
  const given = passwords.give(state.challenge?.id ?? 0, right)
  await settle()
  await clock.advance(2_000)
  await given
  expect(pool.cleared).toBe(1)
  expect(await turn.answer(challenge)).toEqual(right)
  expect(await turn.answer(challenge)).toBeNull()
})

test('makes requests of a pool wait until the password it resends is tested', async () => {
  const passwords = run()
  const pool = new Pool()
  await request(passwords)
  let end = (): void => {}
  retry = () => {
    const turn = passwords.begin(pool, origin)
    void turn.answer(challenge).then(() => {
      end = () => turn.end(true)
    })
  }
  const given = passwords.give(state.challenge?.id ?? 0, right)
  await settle()
  let isOver = false
  void passwords.trialIn(pool)?.then(() => {
    isOver = true
  })
  await settle()
  expect(isOver).toBe(false)
  end()
  await given
  await settle()
  expect(isOver).toBe(true)
  expect(passwords.trialIn(pool)).toBeUndefined()
  expect(passwords.trialIn(new Pool())).toBeUndefined()
})

test('writes a working password only once', async () => {
  const passwords = run()
  await request(passwords)
  await give(passwords, right)
  store.current.files.clear()
  expect(await request(passwords)).toEqual(['right'])
  expect(store.current.files.size).toBe(0)
})

test('does not show a typed password as saved before it has worked', async () => {
  const passwords = run()
  await request(passwords)
  await give(passwords, right)
  await passwords.begin(new Pool(), origin).answer({ ...challenge, port: 8080 })
  retry = () => void passwords.begin(new Pool(), origin).answer({ ...challenge, port: 8080 })
  const given = passwords.give(state.challenge?.id ?? 0, wrong)
  await settle()
  expect(state.saved).toMatchObject([{ proxy: 'proxy.example:3128' }])
  expect(passwords.view.saved).toHaveLength(1)
  await clock.advance(20_000)
  await given
})

test('can forget a stored password that is still untested', async () => {
  const first = run()
  await request(first)
  await give(first, right)
  const second = run()
  const turn = second.begin(new Pool(), origin)
  await turn.answer(challenge)
  turn.end(false)
  const [kept] = second.view.saved
  expect(kept?.username).toBe('ada')
  await second.forget(kept?.id ?? 0)
  expect(store.current.files.get('proxy')).not.toContain('ada')
})

test('makes other requests wait for the test, and gives them no refused password', async () => {
  const passwords = run()
  await request(passwords)
  const other = passwords.begin(new Pool(), origin)
  const pool = new Pool()
  let waiting: Promise<unknown> = Promise.resolve()
  retry = () => {
    const first = passwords.begin(pool, origin)
    void first.answer(challenge).then(async () => {
      expect(passwords.trialIn(pool)).toBeInstanceOf(Promise)
      waiting = other.answer(challenge)
      await settle()
      await first.answer(challenge)
      first.end(false)
    })
  }
  expect(await passwords.give(state.challenge?.id ?? 0, wrong)).toMatchObject({ ok: false })
  expect(await waiting).toBeNull()
  expect(passwords.trialIn(pool)).toBeUndefined()
})

test('doesn’t count a test without an answer as a refusal', async () => {
  const passwords = run()
  await request(passwords)
  retry = () => {
    const turn = passwords.begin(new Pool(), origin)
    void turn.answer(challenge).then(() => turn.end(false))
  }
  expect(await passwords.give(state.challenge?.id ?? 0, right)).toMatchObject({ ok: true })
  expect(state).toMatchObject({ challenge: null, saved: [] })
  expect(await request(passwords)).toEqual(['right'])
  expect(state.saved).toHaveLength(1)
})

test('asks for a password when the keyring fails after the request has ended', async () => {
  const first = run()
  await request(first)
  await give(first, right)
  let fail = (): void => {}
  const hanging = new Promise<void>((resolve) => {
    fail = resolve
  })
  secrets.current.locked = true
  const decrypt = secrets.current.decrypt.bind(secrets.current)
  secrets.current.decrypt = (sealed) => hanging.then(() => decrypt(sealed))
  const second = run()
  const turn = second.begin(new Pool(), origin)
  const answer = turn.answer(challenge)
  turn.end(false)
  expect(state.challenge).toBeNull()
  fail()
  expect(await answer).toBeNull()
  expect(state.challenge).toMatchObject({ username: 'ada', refused: false })
  expect(await give(second, right)).toMatchObject({ ok: true })
})

test('never sends a password to another proxy or realm, or with another scheme', async () => {
  const passwords = run()
  await request(passwords)
  await give(passwords, right)
  for (const other of [{ host: 'evil.example' }, { port: 3129 }, { realm: 'Other' }, { scheme: 'basic' }]) {
    expect(await passwords.begin(new Pool(), origin).answer({ ...challenge, ...other })).toBeNull()
  }
})

test('refuses a password for a closed challenge', async () => {
  const passwords = run()
  await request(passwords)
  const id = state.challenge?.id ?? 0
  passwords.begin(new Pool(), origin).end(true)
  expect(state.challenge).toBeNull()
  // Another proxy's question is not the one that was answered.
  await passwords.begin(new Pool(), origin).answer({ ...challenge, port: 8080 })
  expect(await passwords.give(id, right)).toMatchObject({ ok: false, failure: { kind: 'cancelled' } })
  expect(passwords.secretsInMemory()).toEqual([])
})

test('keeps a password in memory without a keyring', async () => {
  secrets.current.strength = 'weak'
  const passwords = run()
  await request(passwords)
  await settle()
  expect(state.challenge?.keeping).toBe('memory')
  await give(passwords, right)
  expect(state.saved).toMatchObject([{ keeping: 'memory' }])
  expect(store.current.files.get('proxy') ?? '').not.toContain('ada')
})

test('forgets a password in memory, on the disk and in Chromium', async () => {
  const passwords = run()
  await request(passwords)
  const pool = new Pool()
  await give(passwords, right, pool)
  await passwords.forget(state.saved[0]?.id ?? 0)
  expect(state.saved).toEqual([])
  expect(store.current.files.get('proxy')).not.toContain('ada')
  expect(pool.cleared).toBe(1)
  expect(await request(passwords)).toEqual([])
  expect(state.challenge).toMatchObject({ refused: false })
})

test.each([
  ['nothing is asked for', 0, 2_000],
  ['no answer comes', 1, 17_000],
])('%s: the user waits for a while only', async (_what, requests, ms) => {
  const passwords = run()
  await request(passwords)
  retry = () => {
    for (let begun = 0; begun < requests; begun += 1) passwords.begin(new Pool(), origin)
  }
  let answered = false
  const given = passwords.give(state.challenge?.id ?? 0, right).finally(() => {
    answered = true
  })
  await settle()
  await clock.advance(ms - 1)
  expect(answered).toBe(false)
  await clock.advance(1)
  expect(await given).toMatchObject({ ok: true })
})

test('gives other sessions a working password once', async () => {
  const passwords = run()
  const updater = new Pool()
  expect(passwords.known(updater, challenge)).toBe(null)
  await request(passwords)
  await give(passwords, right)
  expect(passwords.known(updater, { ...challenge, port: 8080 })).toBe(null)
  expect(passwords.known(updater, { ...challenge, realm: 'Other' })).toBe(null)
  expect(passwords.known(updater, challenge)).toEqual(right)
  expect(passwords.known(updater, challenge)).toBe(null)
  expect(passwords.known(new Pool(), challenge)).toEqual(right)
})

test('keeps a password in memory if the keyring fails', async () => {
  const passwords = run()
  await request(passwords)
  secrets.current.encrypt = async () => failed(failure('keyring', 'locked'))
  expect(await give(passwords, right)).toMatchObject({ ok: true })
  expect(state.saved).toMatchObject([{ keeping: 'memory' }])
  expect(store.current.files.get('proxy') ?? '').not.toContain('ada')
})

test('replaces a stored password by one in memory, and does not send the old one after a restart', async () => {
  const first = run()
  await request(first)
  await give(first, right)
  const second = run()
  secrets.current.locked = true
  expect(await request(second)).toEqual([])
  secrets.current.strength = 'weak'
  expect(await give(second, right)).toMatchObject({ ok: true })
  expect(state.saved).toMatchObject([{ keeping: 'memory' }])
  run()
  expect(state.saved).toEqual([])
})

test('does not store a password again that was forgotten during its test', async () => {
  const first = run()
  await request(first)
  await give(first, right)
  const second = run()
  const turn = second.begin(new Pool(), origin)
  expect(await turn.answer(challenge)).toEqual(right)
  await second.forget(state.saved[0]?.id ?? 0)
  turn.end(true)
  expect(state.saved).toEqual([])
  expect(store.current.files.get('proxy')).not.toContain('ada')
})

test('forgets nothing for an unknown id', async () => {
  const passwords = run()
  await request(passwords)
  await give(passwords, right)
  await passwords.forget(99)
  expect(state.saved).toHaveLength(1)
})

test('keeps the user name and the refusal in the challenge', async () => {
  const passwords = run()
  await request(passwords)
  await give(passwords, wrong)
  const { id } = state.challenge ?? {}
  expect(await request(passwords)).toEqual([])
  expect(state.challenge).toMatchObject({ id, username: 'ada', refused: true })
})

test('keeps the challenge until every origin is reached', async () => {
  const passwords = run()
  const other = 'https://api.example'
  await request(passwords)
  const turn = passwords.begin(new Pool(), other)
  await turn.answer(challenge)
  turn.end(false)
  expect(state.challenge).not.toBeNull()
  passwords.begin(new Pool(), other).end(true)
  expect(state.challenge).not.toBeNull()
  passwords.begin(new Pool(), origin).end(true)
  expect(state.challenge).toBeNull()
})

test('opens one challenge for a proxy, and shows where the password would be stored once that is known', async () => {
  const passwords = run()
  let probes = 0
  let probed = (): void => {}
  secrets.current.probe = () => {
    probes += 1
    return new Promise((resolve) => {
      probed = () => resolve(ok('strong'))
    })
  }
  await request(passwords)
  await settle()
  expect(state.challenge?.keeping).toBeNull()
  probed()
  await settle()
  expect(state.challenge?.keeping).toBe('encrypted')
  await request(passwords)
  expect(probes).toBe(1)
  secrets.current.probe = async () => failed(failure('keyring', 'no answer'))
  await passwords.begin(new Pool(), origin).answer({ ...challenge, port: 8080 })
  await settle()
  expect(state.challenge?.keeping).toBe('memory')
})

test('sends nothing for a request that ended during another one’s test', async () => {
  const passwords = run()
  await request(passwords)
  const ended = passwords.begin(new Pool(), origin)
  let answer: Promise<unknown> = Promise.resolve()
  retry = () => {
    const first = passwords.begin(new Pool(), origin)
    void first.answer(challenge).then(async () => {
      answer = ended.answer(challenge)
      ended.end(false)
      await settle()
      first.end(true)
    })
  }
  expect(await passwords.give(state.challenge?.id ?? 0, right)).toMatchObject({ ok: true })
  expect(await answer).toBeNull()
})

test('sends a working password with concurrent requests', async () => {
  const passwords = run()
  await request(passwords)
  await give(passwords, right)
  const both = [passwords.begin(new Pool(), origin), passwords.begin(new Pool(), origin)]
  expect(await Promise.all(both.map((turn) => turn.answer(challenge)))).toEqual([right, right])
})

/** A second run with a stored password, whose keyring answers when the test says so. */
async function slowKeyring() {
  const first = run()
  await request(first)
  await give(first, right)
  const decrypt = secrets.current.decrypt.bind(secrets.current)
  const opening = { count: 0, open: (): void => {} }
  secrets.current.decrypt = (sealed) => {
    opening.count += 1
    return new Promise((resolve) => {
      opening.open = () => resolve(decrypt(sealed))
    })
  }
  return { passwords: run(), opening }
}

test('decrypts a stored password once for concurrent requests, one of which tests it', async () => {
  const { passwords, opening } = await slowKeyring()
  const [one, other] = [passwords.begin(new Pool(), origin), passwords.begin(new Pool(), origin)]
  const answers: unknown[] = []
  for (const turn of [one, other]) void turn.answer(challenge).then((answer) => answers.push(answer))
  await settle()
  opening.open()
  await settle()
  expect(opening.count).toBe(1)
  expect(answers).toEqual([right])
  one.end(true)
  await settle()
  expect(answers).toEqual([right, right])
})

test('sends nothing for a request that ended before the keyring responded, and tests with the next one', async () => {
  const { passwords, opening } = await slowKeyring()
  const pool = new Pool()
  const turn = passwords.begin(pool, origin)
  const answer = turn.answer(challenge)
  turn.end(false)
  opening.open()
  expect(await answer).toBeNull()
  expect(passwords.trialIn(pool)).toBeUndefined()
  expect(state.challenge).toBeNull()
  expect(await request(passwords, pool)).toEqual(['right'])
})

test('does not send a password that is forgotten during its decryption', async () => {
  const { passwords, opening } = await slowKeyring()
  const answer = passwords.begin(new Pool(), origin).answer(challenge)
  await passwords.forget(state.saved[0]?.id ?? 0)
  opening.open()
  expect(await answer).toBeNull()
  expect(state.challenge).toMatchObject({ username: null, refused: false })
})

test('queries a locked keyring again with the next request', async () => {
  const { passwords, opening } = await slowKeyring()
  secrets.current.locked = true
  const answer = passwords.begin(new Pool(), origin).answer(challenge)
  opening.open()
  expect(await answer).toBeNull()
  secrets.current.locked = false
  const again = passwords.begin(new Pool(), origin).answer(challenge)
  await settle()
  opening.open()
  expect(await again).toEqual(right)
})

test('answers a request with the newer password', async () => {
  const first = run()
  await request(first)
  await give(first, wrong)
  await give(first, right)
  const second = run()
  const turn = second.begin(new Pool(), origin)
  await turn.answer(challenge)
  await second.forget(state.saved[0]?.id ?? 0)
  await request(second)
  expect(await give(second, right)).toMatchObject({ ok: true })
  expect(await turn.answer(challenge)).toEqual(right)
  turn.end(true)
  expect(state).toMatchObject({ challenge: null, saved: [{ username: 'ada' }] })
})

test('names an IPv6 proxy with brackets before its port, and compares schemes without case', async () => {
  const passwords = run()
  for (const [host, proxy] of [
    ['fd00::7', '[fd00::7]:3128'],
    ['[fd00::8]', '[fd00::8]:3128'],
    ['10.0.0.7', '10.0.0.7:3128'],
  ] as const) {
    const turn = passwords.begin(new Pool(), origin)
    await turn.answer({ ...challenge, host })
    expect(state.challenge?.proxy).toBe(proxy)
    passwords.begin(new Pool(), origin).end(true)
  }
  await request(passwords)
  await give(passwords, right)
  expect(await passwords.begin(new Pool(), origin).answer({ ...challenge, scheme: 'Digest' })).toEqual(right)
})
