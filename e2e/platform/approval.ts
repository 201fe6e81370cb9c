import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { askPage, confirmPage, messagePage } from './approval-page.ts'
import { MARK_SVG, STYLE_SHEET } from './approval-styles.ts'
import type { Context } from './context.ts'
import { approve, deny, findByUserCode, isExpired } from './device-authorizations.ts'
import type { Markup } from './html.ts'
import { type Call, mediaType, type Reply } from './http.ts'
import { SCOPE_GROUPS } from './scopes.ts'
import type { DeviceAuthorization } from './state.ts'

const PAGE_PATH = '/getServiceKeys/device'
const STYLE_PATH = '/getServiceKeys/approval.css'
const MARK_PATH = '/getServiceKeys/mark.svg'
const COOKIE = 'approval'

/** Allows only the page's own style sheet and icon: no scripts and no framing. */
const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  // Not `no-referrer`: browsers would then send `Origin: null` with the form, which is refused.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
}

/** The page where the user approves or denies a client (RFC 8628 3.3). */
export function createApproval(context: Context, settle: () => void): (call: Call) => Reply | null {
  const key = randomBytes(32)

  /** Bound to the browser (by a cookie) and to the code, so that another page can't submit the form. */
  const csrfToken = (session: string, userCode: string): string =>
    createHmac('sha256', key).update(`${session} ${userCode}`).digest('base64url')

  return (call) => {
    if (call.method === 'GET' && call.path === STYLE_PATH) return asset('text/css', STYLE_SHEET)
    if (call.method === 'GET' && call.path === MARK_PATH) return asset('image/svg+xml', MARK_SVG)
    if (call.path !== PAGE_PATH) return null
    if (call.method === 'GET') return show(call)
    if (call.method === 'POST') return decide(call)
    return page(405, messagePage('method'))
  }

  function show(call: Call): Reply {
    const typed = call.query.get('user_code') ?? ''
    if (typed.trim() === '') return page(200, askPage(null))
    const authorization = findByUserCode(context, typed)
    if (!authorization) return page(404, askPage(typed))
    const ended = endedPage(authorization)
    if (ended) return ended
    settle()
    const session = readCookie(call) ?? randomBytes(18).toString('base64url')
    const markup = confirmPage({
      authorization,
      organisations: context.state.organisations,
      now: context.clock.now(),
      csrf: csrfToken(session, authorization.userCode),
      problem: null,
    })
    return page(200, markup, {
      'set-cookie': `${COOKIE}=${session}; HttpOnly; SameSite=Strict; Path=${PAGE_PATH}`,
    })
  }

  function decide(call: Call): Reply {
    if (mediaType(call.headers) !== 'application/x-www-form-urlencoded')
      return page(415, messagePage('stale'))
    const form = new URLSearchParams(call.body)
    const session = readCookie(call)
    const userCode = form.get('user_code') ?? ''
    if (session === null || !equalInConstantTime(form.get('csrf') ?? '', csrfToken(session, userCode)))
      return page(403, messagePage('stale'))
    const authorization = findByUserCode(context, userCode)
    if (!authorization) return page(404, askPage(userCode))
    const ended = endedPage(authorization)
    if (ended) return ended
    if (form.get('decision') === 'deny') deny(context, userCode)
    else if (form.get('decision') === 'approve') {
      const orgId = form.get('org_id') ?? ''
      if (!context.state.organisations.some((one) => one.orgId === orgId)) {
        const organisations = context.state.organisations
        const csrf = csrfToken(session, userCode)
        const now = context.clock.now()
        return page(
          422,
          confirmPage({ authorization, organisations, now, csrf, problem: 'Choose an organisation.' }),
        )
      }
      const ticked = form.getAll('allow')
      const allowed = SCOPE_GROUPS.filter((group) => !group.optional || ticked.includes(group.id))
      const scopes = allowed.flatMap((group) => group.scopes)
      approve(
        context,
        userCode,
        orgId,
        authorization.scope.filter((scope) => scopes.includes(scope)),
      )
    } else return page(400, messagePage('stale'))
    // Post/redirect/get: a reload doesn't submit the form again.
    const location = `${PAGE_PATH}?user_code=${encodeURIComponent(userCode)}`
    return { status: 303, headers: { ...PAGE_HEADERS, location }, body: '' }
  }

  function endedPage(authorization: DeviceAuthorization): Reply | null {
    if (authorization.status === 'denied') return page(200, messagePage('denied', authorization.clientName))
    if (authorization.status !== 'pending') {
      const organisation = context.state.organisations.find((one) => one.orgId === authorization.orgId)
      return page(200, messagePage('approved', authorization.clientName, organisation))
    }
    return isExpired(context, authorization)
      ? page(410, messagePage('expired', authorization.clientName))
      : null
  }
}

function page(status: number, markup: Markup, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: { ...PAGE_HEADERS, 'content-type': 'text/html; charset=utf-8', ...headers },
    body: markup.markup,
  }
}

function asset(type: string, body: string): Reply {
  return {
    status: 200,
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
    body,
  }
}

function readCookie(call: Call): string | null {
  const match = new RegExp(`(?:^|; )${COOKIE}=([\\w-]{20,64})(?:;|$)`).exec(call.headers.cookie ?? '')
  return match?.[1] ?? null
}

function equalInConstantTime(given: string, expected: string): boolean {
  const left = Buffer.from(given)
  const right = Buffer.from(expected)
  return left.length === right.length && timingSafeEqual(left, right)
}
