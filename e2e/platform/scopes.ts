/** Every scope of the service, in the order in which its own client asks for them. */
export const ALL_SCOPES = [
  'keys:read',
  'keys:create',
  'keys:delete',
  'apps:read',
  'apps:create',
  'apps:delete',
  'balance:read',
  'balance:add',
] as const

export type Scope = (typeof ALL_SCOPES)[number]

/** Splits a `scope` parameter (RFC 6749 3.3: space separated, order and repetition mean nothing). */
export function parseScope(text: string): { known: Scope[]; unknown: string[] } {
  const parts = text.split(' ').filter((part) => part !== '')
  return {
    known: ALL_SCOPES.filter((scope) => parts.includes(scope)),
    unknown: parts.filter((part) => !ALL_SCOPES.some((scope) => scope === part)),
  }
}

/** The groups of scopes that the approval page shows, in the app's own wording. Only optional groups can be refused. */
export const SCOPE_GROUPS: readonly {
  id: 'see' | 'manage' | 'money'
  name: string
  explains: string
  scopes: readonly Scope[]
  optional: boolean
}[] = [
  {
    id: 'see',
    name: 'See balance and apps',
    explains: 'What is left, what is held, and which apps there are.',
    scopes: ['keys:read', 'apps:read', 'balance:read'],
    optional: false,
  },
  {
    id: 'manage',
    name: 'Manage apps and keys',
    explains: 'Create and delete them. A new key’s secret goes to the app.',
    scopes: ['keys:create', 'keys:delete', 'apps:create', 'apps:delete'],
    optional: true,
  },
  {
    id: 'money',
    name: 'Add money',
    explains: 'Charge the organisation’s default card, at most $100 a time.',
    scopes: ['balance:add'],
    optional: true,
  },
]
