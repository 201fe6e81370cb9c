import { expect, test } from 'vitest'
import type { AppState, FailureKind, SignIn } from '../../preload/contract/index.ts'
import { sampleOrganisation, sampleState } from '../../preload/testing/samples.ts'
import { failure } from '../parallel/failures.ts'
import { retryBehindProxy } from './retry-behind-proxy.ts'

function triedAgain(state: AppState): string[] {
  const tried: string[] = []
  const app = {
    state: { current: state },
    backOnline: () => tried.push('all'),
    accounts: { balances: { refresh: (id: string) => tried.push(`refresh ${id}`) } },
    signIn: { start: (...how: readonly unknown[]) => tried.push(`sign in ${JSON.stringify(how)}`) },
  }
  retryBehindProxy(app as unknown as Parameters<typeof retryBehindProxy>[0])
  return tried
}

function ended(kind: FailureKind): SignIn {
  const permissions = ['see'] as const
  const why = failure(kind, 'Sample.')
  return { kind: 'ended', failure: why, permissions, again: 'org_1', userCode: null, lifetimeMs: null }
}

function organisation(id: string, kind: FailureKind) {
  return sampleOrganisation({ id, trouble: { failure: failure(kind, 'Sample.'), since: 0 } })
}

test('what failed for want of the password goes on, and nothing else', () => {
  const organisations = [organisation('org_1', 'proxy-auth'), organisation('org_2', 'forbidden')]
  expect(triedAgain(sampleState({ organisations, signIn: ended('proxy-auth') }))).toEqual([
    'all',
    'refresh org_1',
    'sign in [["see"],"org_1"]',
  ])
  expect(triedAgain(sampleState({ signIn: ended('denied') }))).toEqual(['all'])
})
