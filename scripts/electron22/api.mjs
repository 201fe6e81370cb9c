/**
 * What Electron 45 has, the product may use, and the fallback Electron 22 lacks or answers differently.
 * The shim fills in exactly this; a test holds each name against 45's own type declarations.
 */
export const filledIn = {
  protocol: ['handle', 'unhandle', 'isProtocolHandled'],
  safeStorage: [
    'isAsyncEncryptionAvailable',
    'encryptStringAsync',
    'decryptStringAsync',
    'getSelectedStorageBackend',
  ],
  session: ['resolveHost'],
  clipboard: ['readText', 'writeText', 'has', 'write'],
}
