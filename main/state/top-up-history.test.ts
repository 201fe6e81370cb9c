/** A top-up made here, seen by the history: it is no rise from elsewhere, and no negative spending. */
import { expect, test } from 'vitest'
import { signedIn } from '../testing/memory-app.ts'

test('attributes a top-up of this app to it in the history', async () => {
  const made = await signedIn()
  const { app, commands, clock, service } = made
  service.scope = 'balance:read apps:read keys:read balance:add'
  await commands['sign-in.start']({ permissions: ['add-money'] })
  service.decision = 'approved'
  await clock.advance(7000)
  await clock.advance(60_000)
  const [organisation] = app.state.current.organisations
  if (organisation === undefined) throw new Error('nobody is signed in')
  const organisationId = organisation.id
  expect(await commands['top-up.start']({ organisationId, amountCents: 5000 })).toMatchObject({ ok: true })
  await clock.advance(20 * 60_000)
  expect(app.state.current.organisations[0]?.topUp.kind).toBe('added')
  const view = await commands['history.read']({ organisationId, range: 'day' })
  if (!view.ok) throw new Error(view.failure.message)
  expect(view.value.rises).toEqual([expect.objectContaining({ cents: 5000, here: true })])
  expect(view.value.spentCents).toBe(0)
})
