/** The DesktopSettings port: what the system has to do for a setting. The other settings need nothing of it. */
import type { NativeTheme } from 'electron'
import { ok } from '../../preload/contract/index.ts'
import type { DesktopSettings } from '../ports.ts'

export function electronDesktopSettings({
  nativeTheme,
}: {
  readonly nativeTheme: NativeTheme
}): DesktopSettings {
  return {
    apply({ theme }) {
      if (theme !== undefined) nativeTheme.themeSource = theme
      return Promise.resolve(ok(null))
    },
  }
}
