import { codedError, detailError, invalid, typedError } from './account-errors.ts'
import type { Context } from './context.ts'
import { json, type Reply } from './http.ts'
import type { Organisation } from './state.ts'

/** The vendor promises that a key charges once "for at least 24 h": the stand-in keeps to the minimum. */
const IDEMPOTENCY_MS = 24 * 60 * 60 * 1000

const MAX_AMOUNT_CENTS = 10_000

/** `GET /service/v1/balance`: both amounts are always zero for an organisation that pays by invoice. */
export function balanceReply(organisation: Organisation): Reply {
  const { orgId, willInvoice, creditBalanceCents, pendingDebitCents } = organisation
  return json(200, {
    org_id: orgId,
    credit_balance_cents: willInvoice ? 0 : creditBalanceCents,
    pending_debit_balance_cents: willInvoice ? 0 : pendingDebitCents,
    will_invoice: willInvoice,
  })
}

/** `POST /service/v1/balance/add`: charges the card once for each idempotency key. */
export function addBalance(
  context: Context,
  organisation: Organisation,
  body: Record<string, unknown>,
  inFlight: boolean,
): Reply {
  const invalidBody = validate(body)
  if (invalidBody) return invalidBody
  const amountCents = Number(body.amount_cents)
  const idempotencyKey = String(body.idempotency_key)
  if (inFlight)
    return codedError(409, 'idempotency_key_in_use', 'A charge with this idempotency key is still running')
  const now = context.clock.now()
  const earlier = context.state.charges.find(
    (one) =>
      one.orgId === organisation.orgId &&
      one.idempotencyKey === idempotencyKey &&
      now - one.at < IDEMPOTENCY_MS,
  )
  if (earlier) {
    if (earlier.amountCents !== amountCents)
      return codedError(422, 'idempotency_mismatch', 'This idempotency key was used with another amount')
    context.stats.replayedCharges++
    return { ...json(earlier.status, null), body: earlier.body }
  }
  if (organisation.willInvoice)
    return detailError(422, 'This organization is billed by invoice and cannot add balance')
  const reply = charge(organisation, amountCents)
  // Declined charges are recorded too: the same key gets the same response, so a retry needs a new key.
  context.state.charges.push({
    orgId: organisation.orgId,
    idempotencyKey,
    amountCents,
    at: now,
    status: reply.status,
    body: reply.body,
  })
  context.changed()
  return reply
}

function charge(organisation: Organisation, amountCents: number): Reply {
  if (organisation.cardDeclines) return typedError(402, 'Your card was declined.')
  organisation.creditBalanceCents += amountCents
  return balanceReply(organisation)
}

function validate(body: Record<string, unknown>): Reply | null {
  const problems: Parameters<typeof invalid> = []
  const amount = body.amount_cents
  const amountAt = ['body', 'amount_cents']
  if (amount === undefined) problems.push({ loc: amountAt, msg: 'Field required', type: 'missing' })
  else if (typeof amount !== 'number' || !Number.isInteger(amount))
    problems.push({ loc: amountAt, msg: 'Input should be a valid integer', type: 'int_type' })
  else if (amount <= 0)
    problems.push({ loc: amountAt, msg: 'Input should be greater than 0', type: 'greater_than' })
  else if (amount > MAX_AMOUNT_CENTS)
    problems.push({
      loc: amountAt,
      msg: 'Input should be less than or equal to 10000',
      type: 'less_than_equal',
    })
  const key = body.idempotency_key
  const keyAt = ['body', 'idempotency_key']
  if (key === undefined) problems.push({ loc: keyAt, msg: 'Field required', type: 'missing' })
  else if (typeof key !== 'string')
    problems.push({ loc: keyAt, msg: 'Input should be a valid string', type: 'string_type' })
  else if (key.length < 8)
    problems.push({ loc: keyAt, msg: 'String should have at least 8 characters', type: 'string_too_short' })
  else if (key.length > 128)
    problems.push({ loc: keyAt, msg: 'String should have at most 128 characters', type: 'string_too_long' })
  return problems.length > 0 ? invalid(...problems) : null
}
