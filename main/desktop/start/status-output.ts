/** The output and the exit code of `--status`. */
import { terminal } from '../../../words/terminal.ts'
import type { OrganizationStatus, Status } from '../../state/status/document.ts'
import type { StatusQuery } from './command-line.ts'
import { statusLine } from './status-line.ts'

/** 2: no such organization; 4: a sign-in is needed; 5: below the user's limit, or nothing left. */
export type StatusCode = 0 | 2 | 4 | 5

export type StatusOutput = {
  readonly code: StatusCode
  /** For standard output, without a trailing line break; empty: nothing. */
  readonly text: string
  /** For standard error; null: nothing. */
  readonly error: string | null
}

export function statusOutput(status: Status, { json, organization, watch }: StatusQuery): StatusOutput {
  const chosen =
    organization === null ? status.organizations : chooseByName(status.organizations, organization)
  if (organization !== null && chosen.length !== 1) {
    const names = (chosen.length > 0 ? chosen : status.organizations).map(({ name }) => name)
    const say = chosen.length > 0 ? terminal.ambiguousOrganization : terminal.noOrganization
    return { code: 2, text: '', error: say(organization, names) }
  }
  const shown = { ...status, organizations: chosen }
  return {
    code: exitCode(chosen),
    text: json
      ? JSON.stringify(shown, null, watch ? undefined : 2)
      : chosen.map((one) => statusLine(one, Date.parse(status.at))).join('\n'),
    error: chosen.length === 0 && !json ? terminal.notSignedIn : null,
  }
}

/** The organization with exactly this name, or else those whose name starts with it, ignoring case. */
function chooseByName(all: readonly OrganizationStatus[], wanted: string): readonly OrganizationStatus[] {
  const folded = (text: string): string => text.normalize('NFC').toLocaleLowerCase('en')
  const exact = all.filter(({ name }) => name === wanted)
  if (exact.length > 0) return exact
  const sameLetters = all.filter(({ name }) => folded(name) === folded(wanted))
  if (sameLetters.length > 0) return sameLetters
  return all.filter(({ name }) => folded(name).startsWith(folded(wanted)))
}

function exitCode(organizations: readonly OrganizationStatus[]): StatusCode {
  const needsSignIn = organizations.some(
    ({ needs }) => needs.includes('sign-in') || needs.includes('unlock-keyring'),
  )
  if (organizations.length === 0 || needsSignIn) return 4
  return organizations.some(isBelow) ? 5 : 0
}

function isBelow({ alerts, balance }: OrganizationStatus): boolean {
  const isWarnedOf = alerts.includes('low-balance') || alerts.includes('few-days-left')
  return isWarnedOf || (balance !== null && balance.spendable.cents <= 0)
}
