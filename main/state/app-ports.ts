/** What the app needs from outside: ports to the system, and facts about where it runs. */
import type { About, Destination, DisplayLanguage, Result, SystemInfo } from '../../preload/contract/index.ts'
import type { LiveSecrets } from '../diagnostics/live-secrets.ts'
import type { Redact } from '../diagnostics/redaction.ts'
import type { Endpoints } from '../parallel/endpoints.ts'
import type {
  AppData,
  AppendLog,
  Clock,
  Consent,
  Desktop,
  DesktopSettings,
  EnvFiles,
  Files,
  Http,
  Log,
  Platform,
  Presence,
  Randomness,
  Records,
  SecretClipboard,
  Secrets,
  Store,
  SystemProbe,
  Updater,
} from '../ports.ts'
import type { ProxyPasswords } from '../proxy/proxy-passwords.ts'

export type AppPorts = {
  readonly clock: Clock
  /** @param proxy answers the authentication challenges of proxies */
  readonly http: (proxy: ProxyPasswords) => Http
  readonly secrets: Secrets
  readonly store: Store
  readonly random: Randomness
  readonly log: Log
  readonly desktop: Desktop
  readonly presence: Presence
  readonly consent: Consent
  readonly appendLog: AppendLog
  readonly appData: AppData
  readonly desktopSettings: DesktopSettings
  readonly files: Files
  readonly secretClipboard: SecretClipboard
  readonly envFiles: EnvFiles
  /** Null if this installation can't be updated. @param proxy as for `http` */
  readonly updater: ((proxy: ProxyPasswords) => Updater) | null
  readonly systemProbe: SystemProbe
  readonly records: Records
  /** The secrets that the redaction removes. Each part that holds secrets registers itself. */
  readonly liveSecrets: LiveSecrets
  /** Applied to the log, crash records and diagnostics. */
  readonly redact: Redact
}

export type AppFacts = {
  readonly version: string
  readonly folder: string
  readonly platform: Platform
  readonly machine: SystemInfo
  /** Used until the user chooses a language: the system's, if the app is translated into it. */
  readonly language: DisplayLanguage
  readonly server: Endpoints & { readonly isDefault: boolean }
  readonly linkTo: (destination: Destination) => string
  readonly readAbout: () => Promise<Result<About>>
}
