/** Starts the stand-in where it was before, or else at the first free pair of ports: it never refuses for a port. */
import { askStandIn, findRunning, keepAddress, keptAddresses } from '../../scripts/start/addresses.mjs'
import { type Addresses, type Platform, type PlatformOptions, startPlatform } from './platform.ts'

export type Pair = [port: number, apiPort: number]

export type KeptStart =
  /** Another process serves this state already. */
  | { kind: 'running'; addresses: Addresses }
  /**
   * `takenPort`: the one that kept the stand-in from its first choice; null when it has that.
   * `homePort`: where it was started first, if that isn't where it is now.
   */
  | { kind: 'started'; platform: Platform; takenPort: number | null; homePort: number | null }

/** Below the ports that systems hand out by themselves, so that a kept pair isn't taken by chance. */
const usualPairs = Array.from({ length: 10 }, (_, index): Pair => [8787 + 2 * index, 8788 + 2 * index])
const anyPair: Pair = [0, 0]

/**
 * Tries the kept pairs, the oldest first, then the usual ones, then any pair. The stand-in itself binds each pair, so no
 * other program can come between choosing a port and having it.
 * @param options `stateFile`: the addresses are kept beside it; without one nothing is kept
 */
export async function startAtKeptAddress(
  options: Omit<PlatformOptions, 'port' | 'apiPort' | 'instanceId'>,
  usual: readonly Pair[] = usualPairs,
): Promise<KeptStart> {
  const { stateFile } = options
  if (stateFile === undefined) return startAtFirstFree(options, [...usual, anyPair], undefined, null)
  const running = await findRunning(stateFile)
  if (running) return { kind: 'running', addresses: running }
  const { id, pairs } = keptAddresses(stateFile)
  const start = await startAtFirstFree(options, [...pairs, ...usual, anyPair], id, pairs[0]?.[0] ?? null)
  if (start.kind === 'started') keepAddress(stateFile, portsOf(start.platform))
  return start
}

async function startAtFirstFree(
  options: PlatformOptions,
  candidates: readonly Pair[],
  id: string | undefined,
  homePort: number | null,
): Promise<KeptStart> {
  let takenPort: number | null = null
  for (const [port, apiPort] of candidates) {
    try {
      const instance = id === undefined ? {} : { instanceId: id }
      const platform = await startPlatform({ ...options, ...instance, port, apiPort })
      const isHome = homePort === null || portsOf(platform)[0] === homePort
      return { kind: 'started', platform, takenPort, homePort: isHome ? null : homePort }
    } catch (error) {
      const refused = refusedPort(error)
      if (refused === null) throw error
      takenPort ??= refused
    }
    // Another start with the same state may have been faster.
    const other = id === undefined ? null : await askStandIn(port, id)
    if (other) return { kind: 'running', addresses: other }
  }
  throw new Error('This computer has no free port')
}

/** The port of an error that says that a port can't be had. Windows refuses reserved ones with EACCES. */
function refusedPort(error: unknown): number | null {
  if (!(error instanceof Error && 'code' in error && 'port' in error)) return null
  const isRefused = error.code === 'EADDRINUSE' || error.code === 'EACCES'
  return isRefused && typeof error.port === 'number' ? error.port : null
}

function portsOf({ platformUrl, serviceApiUrl }: Addresses): Pair {
  return [Number(new URL(platformUrl).port), Number(new URL(serviceApiUrl).port)]
}
