import type { Permission } from '../preload/contract/index.ts'
import { createSignal } from './signal.ts'

/** What was last allowed, so that "Change what's allowed" starts from there. */
export const chosenPermissions = createSignal<readonly Permission[]>(['see'])
