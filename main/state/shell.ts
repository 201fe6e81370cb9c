/** Composes the parts that all others use: the state, the app-wide documents, the settings. */
import { type AppState, defaultSettings } from '../../preload/contract/index.ts'
import { failure } from '../parallel/failures.ts'
import type { DocumentEvents } from '../storage/document.ts'
import { RetryingStore } from '../storage/retrying-store.ts'
import { SettingsDocument } from '../storage/settings.ts'
import { ShownNotices } from '../storage/shown-notices.ts'
import type { AppFacts, AppPorts } from './app-ports.ts'
import { ChosenLanguage } from './language.ts'
import { Navigation } from './navigation.ts'
import { Notices } from './notices.ts'
import { SettingsInForce } from './settings-in-force.ts'
import { StateStore } from './store.ts'
import { Toasts } from './toasts.ts'

export type Shell = ReturnType<typeof makeShell>

export function makeShell(
  { log, store, desktopSettings }: Pick<AppPorts, 'log' | 'store' | 'desktopSettings'>,
  facts: AppFacts,
) {
  const state = new StateStore(initialState(facts), (error) =>
    log.failure('view not drawn', failure('bug', String(error))),
  )
  const notices = new Notices(state)
  const retryingStore = new RetryingStore(store)
  const events: DocumentEvents = {
    onWritten: (written) => {
      if (!written.ok) {
        log.failure('document not written', written.failure)
        notices.add({ kind: 'storage', failure: written.failure })
        return
      }
      retryingStore.retry()
      if (!retryingStore.hasUnwritten) notices.remove('storage')
    },
    onUnreadable: (file) => {
      log.warn('document not understood', { file })
      notices.add({ kind: 'file-set-aside', file })
    },
  }
  const settings = new SettingsInForce({
    document: new SettingsDocument(retryingStore, events),
    desktop: desktopSettings,
    log,
    report: (settings) => state.update({ settings }),
  })
  return {
    state,
    notices,
    retryingStore,
    events,
    settings,
    navigation: new Navigation(state),
    toasts: new Toasts(state),
    shownNotices: new ShownNotices(retryingStore, events),
    language: new ChosenLanguage(state, facts.language, facts.machine.platform, log),
  }
}

function initialState({ version, folder, server, language, machine }: AppFacts): Omit<AppState, 'revision'> {
  return {
    appVersion: version,
    folder,
    server: { platformHost: new URL(server.platformUrl).host, isDefault: server.isDefault },
    restoring: true,
    decrypting: false,
    view: { screen: 'sign-in', organisationId: null, dialog: null },
    signIn: { kind: 'idle' },
    organisations: [],
    pendingSignOuts: [],
    notices: [],
    settings: defaultSettings,
    language,
    systemInfo: machine,
    secret: null,
    toasts: [],
    updates: null,
    proxy: { challenge: null, saved: [] },
    diagnostics: { revision: 0, checking: false },
  }
}
