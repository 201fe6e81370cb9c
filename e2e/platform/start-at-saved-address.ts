/** Starts the stand-in at its saved ports, or else at the first free pair, so that a taken port never stops a start. */
import { askStandIn, findRunning, saveAddress, savedAddresses } from '../../scripts/start/addresses.mjs'
import { type Addresses, type Platform, type PlatformOptions, startPlatform } from './platform.ts'

export type PortPair = [port: number, apiPort: number]

export type StartResult =
  /** Another process serves this state already. */
  | { kind: 'running'; addresses: Addresses }
  /**
   * `takenPort`: the taken port that ruled out the first choice; null when the first choice was free.
   * `homePort`: the port of the very first start, when this start uses another.
   */
  | { kind: 'started'; platform: Platform; takenPort: number | null; homePort: number | null }

/** Below the ephemeral port range, so that the system doesn't assign a saved port to another program. */
const defaultPairs = Array.from({ length: 10 }, (_, index): PortPair => [8787 + 2 * index, 8788 + 2 * index])
const anyFreePair: PortPair = [0, 0]

/**
 * Tries the saved pairs, oldest first, then the default ones, then any free pair. The stand-in binds each pair itself, so
 * no other program can take a port between the choice and the bind.
 * @param options `stateFile`: the addresses are saved beside it; without one nothing is saved
 */
export async function startAtSavedAddress(
  options: Omit<PlatformOptions, 'port' | 'apiPort' | 'instanceId'>,
  defaults: readonly PortPair[] = defaultPairs,
): Promise<StartResult> {
  const { stateFile } = options
  if (stateFile === undefined) return startAtFirstFree(options, [...defaults, anyFreePair], undefined, null)
  const running = await findRunning(stateFile)
  if (running) return { kind: 'running', addresses: running }
  const { id, pairs } = savedAddresses(stateFile)
  const start = await startAtFirstFree(
    options,
    [...pairs, ...defaults, anyFreePair],
    id,
    pairs[0]?.[0] ?? null,
  )
  if (start.kind === 'started') saveAddress(stateFile, portsOf(start.platform))
  return start
}

async function startAtFirstFree(
  options: PlatformOptions,
  candidates: readonly PortPair[],
  id: string | undefined,
  homePort: number | null,
): Promise<StartResult> {
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
    // Another process may have started with the same state meanwhile.
    const other = id === undefined ? null : await askStandIn(port, id)
    if (other) return { kind: 'running', addresses: other }
  }
  throw new Error('This computer has no free port')
}

/** The port that a failed bind names, or null for any other error. Windows refuses reserved ports with EACCES. */
function refusedPort(error: unknown): number | null {
  if (!(error instanceof Error && 'code' in error && 'port' in error)) return null
  const isRefused = error.code === 'EADDRINUSE' || error.code === 'EACCES'
  return isRefused && typeof error.port === 'number' ? error.port : null
}

function portsOf({ platformUrl, serviceApiUrl }: Addresses): PortPair {
  return [Number(new URL(platformUrl).port), Number(new URL(serviceApiUrl).port)]
}
