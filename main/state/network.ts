/** Composes everything that uses the network: Parallel's services, proxy authentication, updates. */
import { withoutValues } from '../diagnostics/known-values.ts'
import { RecentFailures } from '../diagnostics/recent-failures.ts'
import { AccountApi } from '../parallel/account-api.ts'
import { Exchange } from '../parallel/exchange.ts'
import { OAuth } from '../parallel/oauth.ts'
import { ServerTime } from '../parallel/server-time.ts'
import { ProxyPasswords } from '../proxy/proxy-passwords.ts'
import { SealedProxyPasswords } from '../storage/proxy-passwords.ts'
import { UpdateCheck } from '../storage/update-check.ts'
import { AppUpdates } from '../updates/updates.ts'
import type { AppFacts, AppPorts } from './app-ports.ts'
import { recordFailures } from './diagnostics.ts'
import type { Shell } from './shell.ts'

export type Network = ReturnType<typeof makeNetwork>

export function makeNetwork(ports: AppPorts, { server }: AppFacts, shell: Shell) {
  const { clock, log, secrets, redact, liveSecrets } = ports
  const { state, notices, retryingStore, events } = shell
  const proxy = new ProxyPasswords({
    sealed: new SealedProxyPasswords(retryingStore, events),
    secrets,
    clock,
    log,
    report: (proxy) => state.update({ proxy }),
  })
  state.update({ proxy: proxy.view })
  liveSecrets.add(() => proxy.secretsInMemory())
  const serverTime = new ServerTime(clock)
  const http = serverTime.observe(ports.http(proxy))
  const failures = new RecentFailures()
  const withoutAlive = (text: string): string => withoutValues(text, liveSecrets.values)
  const exchange = new Exchange(http, clock, recordFailures({ failures, clock, redact, withoutAlive }))
  const updates = new AppUpdates({
    updater: ports.updater === null ? null : ports.updater(proxy),
    clock,
    log,
    check: new UpdateCheck(retryingStore, events),
    report: (updates) => {
      // The notice about a version stays until another version, or none, is available.
      if (updates.kind === 'idle' || updates.kind === 'downloading') notices.remove('update')
      state.update({ updates })
    },
    announce: (version, by) => {
      notices.remove('update')
      notices.add({ kind: 'update', version, by })
    },
  })
  state.update({ updates: updates.current })
  const parallel = { oauth: new OAuth(exchange, server), account: new AccountApi(exchange, server) }
  return { proxy, http, serverTime, failures, updates, parallel }
}
