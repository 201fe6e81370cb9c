/** Chooses the Secret Service as the keyring where Chromium doesn't. */
import type { App } from 'electron'
import { hasKeyringInChromium } from '../system/desktop-environment.ts'
import { isBusNameAvailable } from '../system/session-bus.ts'

const passwordStore = 'password-store'

export type PasswordStoreOptions = {
  readonly app: { readonly commandLine: Pick<App['commandLine'], 'hasSwitch' | 'appendSwitch'> }
  readonly system?: NodeJS.Platform
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly isAvailable?: (name: string) => boolean
}

/**
 * Must be called before the app is ready, when Chromium reads the switch. Without it the app would claim that this system
 * has no keyring although one is unlocked, and the user might store the sign-in unencrypted.
 */
export function choosePasswordStore({
  app,
  system = process.platform,
  env = process.env,
  isAvailable = isBusNameAvailable,
}: PasswordStoreOptions): void {
  if (system !== 'linux' || app.commandLine.hasSwitch(passwordStore) || hasKeyringInChromium(env)) return
  if (isAvailable('org.freedesktop.secrets')) app.commandLine.appendSwitch(passwordStore, 'gnome-libsecret')
}
