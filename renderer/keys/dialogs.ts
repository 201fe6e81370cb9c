/** The dialogs of apps and keys, fetched together. */
export { DeleteAppDialog } from './delete-app-dialog.tsx'
export { DeleteKeyDialog } from './delete-key-dialog.tsx'
export { NewAppDialog } from './new-app-dialog.tsx'
export { NewKeyDialog } from './new-key-dialog.tsx'
export { RotateKeyDialog } from './rotate-key-dialog.tsx'
export { SecretDialog } from './secret-dialog.tsx'
