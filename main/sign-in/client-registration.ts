/** The client id of this installation at one server (RFC 7591): requested once, and again if the server has forgotten it. */
import { ok, type Result } from '../../preload/contract/index.ts'
import type { DeviceCode, OAuth } from '../parallel/oauth.ts'
import type { Platform } from '../ports.ts'
import type { Installation } from '../storage/installation.ts'

type ClientRegistrationDeps = {
  readonly oauth: OAuth
  readonly platformUrl: string
  /** Sent with the registration. */
  readonly platform: Platform
  readonly installation: Installation
}

export class ClientRegistration {
  readonly #deps: ClientRegistrationDeps

  constructor(deps: ClientRegistrationDeps) {
    this.#deps = deps
  }

  /** Requests a device code. Registers first if needed, and again if the server has forgotten the client id. */
  async requestCode(
    scope: string,
    signal: AbortSignal,
  ): Promise<Result<{ readonly clientId: string; readonly code: DeviceCode }>> {
    const { oauth, installation, platformUrl, platform } = this.#deps
    let clientId = installation.clientId(platformUrl)
    for (;;) {
      const wasRegistered = clientId !== null
      if (clientId === null) {
        const registration = await oauth.register(platform, signal)
        if (!registration.ok) return registration
        clientId = registration.value
        installation.setClientId(platformUrl, clientId)
      }
      const code = await oauth.requestDeviceCode(clientId, scope, signal)
      if (code.ok) return ok({ clientId, code: code.value })
      if (code.failure.kind !== 'unknown-client' || !wasRegistered) return code
      clientId = null
    }
  }

  /** Discards a client id that the server has forgotten, so that the next request registers again. */
  forget(): void {
    this.#deps.installation.removeClientId(this.#deps.platformUrl)
  }
}
