import { html, type Markup, name } from './html.ts'
import { SCOPE_GROUPS } from './scopes.ts'
import type { DeviceAuthorization, Organisation } from './state.ts'

const APP = 'Parallel Tray'

const MARK = html`<path d="M1.4 14h3.2L8.24 4h-3.2z"/><path d="M7.53 12h3.2l3.64-10h-3.2z"/>`
const HOLLOW = html`<path d="M2.11 13.5h2.14L7.53 4.5H5.39z"/><path d="M8.24 11.5h2.14L13.66 2.5h-2.14z"/>`

function shell(title: string, main: Markup): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} – Parallel (stand-in)</title>
<link rel="icon" type="image/svg+xml" href="/getServiceKeys/mark.svg">
<link rel="stylesheet" href="/getServiceKeys/approval.css">
</head>
<body>
<header class="banner"><p>Stand-in for Parallel: nothing here is real</p></header>
<main>${main}</main>
<footer>Part of ${APP}’s tests. Not made by Parallel.</footer>
</body>
</html>
`
}

function place(): Markup {
  return html`<p class="place"><svg class="mark" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">${MARK}</svg>Approve a sign-in</p>`
}

/** Asks for the code. `unknown` is a typed code that does not exist. */
export function askPage(unknown: string | null): Markup {
  const note =
    unknown === null
      ? html`<p class="field-note" id="note">Capitals and the dash don’t matter.</p>`
      : html`<p class="field-note problem" id="note" role="alert">No sign-in waits for this code. Compare it with the app, or start a new one there.</p>`
  return shell(
    'Enter the code',
    html`${place()}<h1>Enter the code</h1>
<p class="lede">The app that wants to sign in shows it.</p>
<form method="get" action="/getServiceKeys/device">
<label class="field-label" for="user_code">Code</label>
<input class="field" id="user_code" name="user_code" value="${unknown?.slice(0, 20) ?? ''}" placeholder="BCDF-GHJK" required autofocus autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="20" aria-describedby="note"${unknown === null ? null : html` aria-invalid="true"`}>
${note}
<div class="acts"><button class="btn primary">Continue</button></div>
</form>`,
  )
}

/** Shows the client and its scopes; the user compares the code, chooses an organisation, approves or denies. */
export function confirmPage(view: {
  authorization: DeviceAuthorization
  organisations: readonly Organisation[]
  now: number
  csrf: string
  problem: string | null
}): Markup {
  const { authorization, organisations, now, csrf, problem } = view
  const { clientName, clientSystem, userCode, scope } = authorization
  const groups = SCOPE_GROUPS.filter((group) => group.scopes.some((one) => scope.includes(one)))
  return shell(
    'Approve a sign-in',
    html`${place()}<h1>${name(clientName)} asks to sign in</h1>
<p class="lede">${clientSystem === null ? null : html`On ${name(system(clientSystem))}, `}${clientSystem === null ? capital(ago(authorization.createdAt, now)) : ago(authorization.createdAt, now)}.</p>
<p class="code" aria-label="${spelled(userCode)}" translate="no">${userCode}</p>
<p class="note"><svg class="i" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="6"/><path d="M8 7.5v3.25M8 5.2h.01"/></svg><span><b>Does the app show this same code?</b> If not, or if you didn’t start this sign-in yourself, deny it.</span></p>
<form method="post" action="/getServiceKeys/device">
<input type="hidden" name="csrf" value="${csrf}">
<input type="hidden" name="user_code" value="${userCode}">
<fieldset class="sect"${problem === null ? null : html` aria-describedby="problem"`}><legend>For which organisation</legend>
${problem === null ? null : html`<p class="sub problem" id="problem" role="alert">${problem}</p>`}
${organisations.map((one, index) => organisationChoice(one, index === 0, edgeClasses(index, organisations)))}
</fieldset>
<fieldset class="sect"><legend>It may</legend>
${groups.map((group, index) => scopeChoice(group, edgeClasses(index, groups)))}
</fieldset>
<div class="acts"><button class="btn primary" name="decision" value="approve">Approve</button><button class="btn" name="decision" value="deny">Deny</button></div>
</form>`,
  )
}

function organisationChoice(organisation: Organisation, checked: boolean, place: string): Markup {
  const { orgId } = organisation
  return html`<label class="choice${place}"><input class="radio" type="radio" name="org_id" value="${orgId}" required${checked ? html` checked` : null}><span class="grow row"><span class="name">${name(organisation.name ?? orgId)}</span><span class="sub quiet">${balanceLine(organisation)}</span></span></label>
`
}

/** Class names for the first and the last choice, which have other borders and margins. */
function edgeClasses(index: number, all: readonly unknown[]): string {
  return `${index === 0 ? ' first' : ''}${index === all.length - 1 ? ' last' : ''}`
}

function balanceLine({ willInvoice, creditBalanceCents, pendingDebitCents, role }: Organisation): string {
  const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' })
  const money = willInvoice
    ? 'Pays by invoice'
    : `${dollars.format((creditBalanceCents - pendingDebitCents) / 100).replace('-', '−')} spendable`
  return role === 'admin' ? money : `${money} · you are a ${role}`
}

function scopeChoice(group: (typeof SCOPE_GROUPS)[number], place: string): Markup {
  const text = html`<span><span class="name">${group.name}</span><span class="sub">${group.explains}</span></span>`
  if (!group.optional)
    return html`<div class="choice fixed${place}"><svg class="i always" viewBox="0 0 16 16" aria-hidden="true"><path d="m3 8.5 3.25 3.25L13 4.75"/></svg>${text}</div>
`
  return html`<label class="choice${place}"><input class="box" type="checkbox" name="allow" value="${group.id}" checked>${text}</label>
`
}

type MessageKind = 'approved' | 'denied' | 'expired' | 'stale' | 'method'

/** A page that only shows the outcome and the next step. */
export function messagePage(kind: MessageKind, clientName = APP, organisation?: Organisation): Markup {
  const app = name(clientName)
  switch (kind) {
    case 'approved':
      return message(
        'Approved',
        true,
        html`${app} may now see ${organisation ? name(organisation.name ?? organisation.orgId) : 'the organisation'}. You can close this page and go back to ${app}.`,
      )
    case 'denied':
      return message(
        'Denied',
        false,
        html`${app} gets nothing. You can close this page. If it was you after all, start again in ${app}.`,
      )
    case 'expired':
      return message(
        'This code has expired',
        false,
        html`Nothing was signed in. Ask for a new code in ${app}, then enter it here.`,
        html`<a class="btn primary" href="/getServiceKeys/device">Enter another code</a>`,
      )
    case 'stale':
      return message(
        'Not done: this form was not opened here',
        false,
        html`Nothing was approved or denied. Enter the code again, and cookies must be allowed for this page.`,
        html`<a class="btn primary" href="/getServiceKeys/device">Enter the code</a>`,
      )
    case 'method':
      return message(
        'This page can’t do that',
        false,
        html`Enter the code that the app shows.`,
        html`<a class="btn primary" href="/getServiceKeys/device">Enter the code</a>`,
      )
  }
}

function message(title: string, done: boolean, text: Markup, action: Markup | null = null): Markup {
  return shell(
    title,
    html`<svg class="mark large${done ? null : ' hollow'}" width="36" height="36" viewBox="0 0 16 16" aria-hidden="true">${done ? MARK : HOLLOW}</svg>
<h1>${title}</h1>
<p class="lede" role="status">${text}</p>
${action === null ? null : html`<div class="acts">${action}</div>`}`,
  )
}

/** Letter by letter, so that a screen reader doesn't try to pronounce the code. */
function spelled(userCode: string): string {
  return userCode
    .split('-')
    .map((half) => half.split('').join(' '))
    .join(', ')
}

function system(reported: string): string {
  return { Darwin: 'macOS', Windows_NT: 'Windows' }[reported] ?? reported
}

function ago(then: number, now: number): string {
  const minutes = Math.floor((now - then) / 60_000)
  if (minutes < 1) return 'just now'
  return minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
