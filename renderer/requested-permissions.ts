import type { Permission } from '../preload/contract/index.ts'
import { createSignal } from './signal.ts'

/** The permissions that the user ticked last: "Change what's allowed" starts from them. */
export const requestedPermissions = createSignal<readonly Permission[]>(['see'])
