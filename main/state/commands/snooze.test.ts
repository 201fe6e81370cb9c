import { expect, test } from 'vitest'
import { signedIn } from '../../testing/memory-app.ts'

const snoozedUntil = ({ app }: Awaited<ReturnType<typeof signedIn>>) =>
  app.state.current.organisations[0]?.snoozedUntil ?? null
const organisationId = 'org_1'

test('"Mute today" lasts until local midnight, also across a restart, and can be undone', async () => {
  const first = await signedIn()
  const { commands, clock, app } = first
  expect(await commands['organisation.snooze']({ organisationId, snoozed: true })).toMatchObject({ ok: true })
  const midnight = new Date(clock.now())
  midnight.setHours(24, 0, 0, 0)
  expect(snoozedUntil(first)).toBe(midnight.getTime())
  expect(app.state.current.toasts).toMatchObject([{ content: { kind: 'snoozed', organisationId } }])

  const again = await signedIn({ store: first.store, service: first.service, secrets: first.secrets, clock })
  expect(snoozedUntil(again)).toBe(midnight.getTime())
  await again.commands['organisation.snooze']({ organisationId, snoozed: false })
  expect(snoozedUntil(again)).toBeNull()
  expect(again.app.state.current.toasts).toEqual([])
})

test('a sign-out ends it, and an unknown organisation is refused', async () => {
  const made = await signedIn()
  await made.commands['organisation.snooze']({ organisationId, snoozed: true })
  await made.commands['organisation.sign-out']({ organisationId, forget: false })
  await made.clock.advance(5000)
  expect(await made.commands['organisation.snooze']({ organisationId, snoozed: true })).toMatchObject({
    ok: false,
  })
  expect([...made.store.files.keys()].filter((name) => name.endsWith('/snoozed'))).toEqual([])
})
