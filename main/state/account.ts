/** Composes the organisations, the sign-in, and the parts that depend on both. */
import { SecretHolder } from '../organisation/keys/pending-secret.ts'
import { Organisations, type OrganisationsDeps } from '../organisation/organisations.ts'
import type { OAuth } from '../parallel/oauth.ts'
import { ClientRegistration } from '../sign-in/client-registration.ts'
import { SignInFlow } from '../sign-in/sign-in.ts'
import { Installation } from '../storage/installation.ts'
import { LastRelaunch } from '../storage/last-relaunch.ts'
import type { AppFacts, AppPorts } from './app-ports.ts'
import { ChargeGuard } from './charge-guard.ts'
import { Diagnostics } from './diagnostics.ts'
import { ImportExport } from './import-export.ts'
import { showKeysEnded } from './key-changes.ts'
import type { Network } from './network.ts'
import { wouldLoseDataOnQuit } from './quitting.ts'
import { KeyringRelaunch } from './relaunch.ts'
import { Reset } from './reset.ts'
import type { Shell } from './shell.ts'
import { Visibility } from './visibility.ts'

export type Account = ReturnType<typeof makeAccount>

export function makeAccount(ports: AppPorts, facts: AppFacts, shell: Shell, network: Network) {
  const { clock, secrets, random, log, desktop, files, liveSecrets } = ports
  const { state, retryingStore, events } = shell
  const { server } = facts
  const secret = new SecretHolder({
    clock,
    clipboard: ports.secretClipboard,
    envFiles: ports.envFiles,
    report: (secret) => state.update({ secret }),
  })
  const organisations = new Organisations({
    parallel: network.parallel,
    storage: { store: ports.store, retryingStore, appendLog: ports.appendLog, server, events },
    secrets,
    clock,
    random,
    log,
    secret,
    serverNow: () => network.serverTime.now(),
    events: organisationEvents(shell),
  })
  const signIn = makeSignIn(ports, facts, shell, { organisations, oauth: network.parallel.oauth })
  liveSecrets.add(() => [...organisations.secretsAlive, ...signIn.deviceCodes, ...secret.secretsAlive])
  const retry = (): void => {
    organisations.retryNow()
    signIn.tryNow()
    network.updates.backOnline()
  }
  network.proxy.onPassword(() => {
    retry()
    organisations.retryBehindProxy()
    signIn.retryBehindProxy()
  })
  return {
    secret,
    chargeGuard: new ChargeGuard({ presence: ports.presence, consent: ports.consent, clock, log }),
    organisations,
    signIn,
    retry,
    visibility: new Visibility(state, organisations),
    keyringRelaunch: new KeyringRelaunch({
      state,
      clock,
      desktop,
      lastRelaunch: new LastRelaunch(retryingStore, events),
      hasUnsavedGrant: () => organisations.hasUnsavedGrant,
    }),
    reset: new Reset({
      state,
      organisations,
      clock,
      appData: ports.appData,
      retryingStore,
      desktop,
      wouldLoseDataOnQuit: () => wouldLoseDataOnQuit(state.current),
    }),
    importExport: new ImportExport(
      { ...shell, files, clock, log, serviceApiUrl: server.serviceApiUrl, organisations },
      state,
    ),
    diagnostics: new Diagnostics({ ...ports, http: network.http, state, server }, network.failures),
  }
}

function makeSignIn(
  { secrets, clock, desktop, log }: AppPorts,
  { server, platform }: AppFacts,
  { state, navigation, retryingStore, events }: Shell,
  { organisations, oauth }: { readonly organisations: Organisations; readonly oauth: OAuth },
): SignInFlow {
  return new SignInFlow({
    oauth,
    client: new ClientRegistration({
      oauth,
      platformUrl: server.platformUrl,
      platform,
      installation: new Installation(retryingStore, events),
    }),
    secrets,
    clock,
    desktop,
    log,
    report: (signIn) => state.update({ signIn }),
    grants: {
      adopt: async (grant, keeping, wanted) => {
        const adopted = await organisations.adopt(grant, keeping, wanted)
        if (adopted.ok) navigation.showOrganisation(grant.tokens.organisationId, 'overview')
        return adopted
      },
      discard: (refreshToken, organisation) => organisations.discard(refreshToken, organisation),
    },
  })
}

function organisationEvents({ state, navigation, toasts, shownNotices }: Shell): OrganisationsDeps['events'] {
  return {
    onChanged: (organisations, pendingSignOuts) => navigation.update(organisations, pendingSignOuts),
    onKeysEnded: (...ended) => showKeysEnded({ navigation, toasts }, ...ended),
    onCharged: (organisationId, { amountCents, reading }) => {
      const { dialog } = state.current.view
      const isShown = dialog?.kind === 'top-up' && dialog.organisationId === organisationId
      const spendableCents = reading.creditCents - reading.heldCents
      if (!isShown) toasts.show({ kind: 'added', cents: amountCents, spendableCents })
    },
    onForgotten: (organisationId) => shownNotices.forget(organisationId),
  }
}
