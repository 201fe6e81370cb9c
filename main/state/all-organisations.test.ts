/** All organisations at once: when they are shown first, and as a file. */
import { expect, test } from 'vitest'
import type { Organisation } from '../../preload/contract/index.ts'
import { sampleNow, sampleOrganisation } from '../../preload/testing/samples.ts'
import { memoryApp, signedIn } from '../testing/memory-app.ts'
import { organisationTable } from './organisation-table.ts'

type Made = Awaited<ReturnType<typeof signedIn>>

async function addOrganisation(made: Made, id: string): Promise<void> {
  made.service.organisation = { id, name: `Organisation ${id}` }
  made.service.decision = 'pending'
  await made.commands['sign-in.show']({})
  await made.commands['sign-in.start']({ permissions: [] })
  made.service.decision = 'approved'
  await made.clock.advance(7000)
}

test('starts with all organisations if there are at least four, or else with the first', async () => {
  const made = await signedIn()
  for (const id of ['org_2', 'org_3']) await addOrganisation(made, id)
  const three = memoryApp(made)
  await three.app.start()
  expect(three.app.state.current.view).toMatchObject({ screen: 'overview', organisationId: 'org_1' })
  await addOrganisation(three, 'org_4')
  const four = memoryApp(three)
  await four.app.start()
  expect(four.app.state.current.view).toMatchObject({ screen: 'all', organisationId: 'org_1' })
})

test('reads three organisations at once at start-up, and the others two seconds later', async () => {
  const made = await signedIn()
  for (const id of ['org_2', 'org_3', 'org_4', 'org_5']) await addOrganisation(made, id)
  const again = memoryApp(made)
  const read = () =>
    again.app.state.current.organisations.filter(({ history, staleAt }) => history.readings > 0 && staleAt)
  const tokens = new Set<string | undefined>()
  again.service.before = ({ url, headers }) => {
    if (url.endsWith('/balance')) tokens.add(headers?.authorization)
    return undefined
  }
  await again.app.start()
  await again.clock.advance(1_900)
  expect([tokens.size, read().length]).toEqual([3, 3])
  await again.clock.advance(200)
  expect([tokens.size, read().length]).toEqual([5, 5])
})

test('reads at once on request, also at start-up', async () => {
  const made = await signedIn()
  for (const id of ['org_2', 'org_3', 'org_4']) await addOrganisation(made, id)
  const again = memoryApp(made)
  await again.app.start()
  again.service.organisation = { id: 'org_4', name: 'Organisation org_4' }
  again.service.creditCents = 7700
  await again.commands['organisation.refresh']({ organisationId: 'org_4' })
  await again.clock.advance(0)
  expect(again.app.state.current.organisations[3]?.balance?.creditCents).toBe(7700)
})

test('refreshes and exports all organisations', async () => {
  const made = await signedIn()
  await addOrganisation(made, 'org_2')
  const tokens = new Set<string | undefined>()
  made.service.before = ({ url, headers }) => {
    if (url.endsWith('/balance')) tokens.add(headers?.authorization)
    return undefined
  }
  await made.commands['organisations.refresh']({})
  await made.clock.advance(0)
  expect(tokens.size).toBe(2)
  await made.commands['organisations.export']({})
  await made.clock.advance(0)
  const [name] = made.files.suggested
  expect(name).toMatch(/^organisations-\d{4}-\d\d-\d\d\.csv$/)
  expect(made.files.files.get(`/home/user/${name}`)).toContain('"Organisation org_2",ok,')
  expect(made.app.state.current.toasts).toMatchObject([{ content: { kind: 'exported', file: name } }])
})

const balance = {
  creditCents: 2000,
  heldCents: 500,
  spendableCents: 1500,
  invoiced: false,
  readAt: sampleNow,
}
const organisation = (name: string, change: Partial<Organisation>) => sampleOrganisation({ name, ...change })

test('sorts the table by urgency, with empty cells for unknown values and no formulas', () => {
  const { history } = sampleOrganisation()
  const day = 86_400_000
  const forecast = {
    kind: 'known',
    perDayCents: 1000,
    basisMs: day,
    runsOutAt: sampleNow + 1.5 * day,
  } as const
  const text = organisationTable(
    [
      organisation('Not read', {}),
      organisation('Invoice', { balance: { ...balance, invoiced: true } }),
      organisation('=1+1', { balance, history: { ...history, forecast } }),
      organisation('Ended', { balance, session: { kind: 'sign-in-again', since: 0 } }),
      organisation('Leaving', { session: { kind: 'signing-out' } }),
    ],
    sampleNow,
  )
  expect(text.split('\r\n')).toEqual([
    '\uFEFForganisation,status,credit_usd,held_usd,spendable_usd,spent_per_day_usd,days_left,runs_out,read',
    '"Ended",sign-in-again,20.00,5.00,15.00,,,,2026-01-15T12:00:00.000Z',
    `"'=1+1",ok,20.00,5.00,15.00,10.00,1.5,2026-01-17T00:00:00.000Z,2026-01-15T12:00:00.000Z`,
    '"Not read",ok,,,,,,,',
    '"Invoice",invoice,,,,,,,2026-01-15T12:00:00.000Z',
    '"Leaving",signing-out,,,,,,,',
    '',
  ])
})
