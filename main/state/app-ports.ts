/** What the app needs from outside, and what is known of where it runs. */
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
  /** Requests answer a proxy with these passwords. */
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
  /** Downloads answer a proxy with these passwords. Null: this installation isn't updated. */
  readonly updater: ((proxy: ProxyPasswords) => Updater) | null
  readonly systemProbe: SystemProbe
  readonly records: Records
  /** What the redaction removes; the owners of secrets add themselves. */
  readonly liveSecrets: LiveSecrets
  /** Applied to everything that is written down or handed on. */
  readonly redact: Redact
}

export type AppFacts = {
  readonly version: string
  readonly folder: string
  readonly platform: Platform
  readonly machine: SystemInfo
  /** DisplayLanguage while the user hasn't chosen a language: the system's, if there are words for it. */
  readonly language: DisplayLanguage
  readonly server: Endpoints & { readonly isDefault: boolean }
  readonly linkTo: (destination: Destination) => string
  readonly readAbout: () => Promise<Result<About>>
}
