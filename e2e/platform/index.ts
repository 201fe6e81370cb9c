import { parseArgs } from 'node:util'
import { findRunning } from '../../scripts/start/addresses.mjs'
import { type Addresses, type Platform, startPlatform } from './platform.ts'
import { startAtSavedAddress } from './start-at-saved-address.ts'

/**
 * `npm run platform [-- --port N --api-port N --state FILE --no-spend]`: prints one line of JSON, then serves until SIGINT or SIGTERM.
 * Without ports it reuses the ports of the first start, or takes free ones and saves them beside the state. Named ports
 * must be free and are not saved; if only one is named, the other is any free port.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      'api-port': { type: 'string' },
      state: { type: 'string' },
      'no-spend': { type: 'boolean', default: false },
    },
  })
  const { port, 'api-port': apiPort, state } = values
  const options = { spend: !values['no-spend'], ...(state === undefined ? {} : { stateFile: state }) }
  if (port === undefined && apiPort === undefined) {
    const start = await startAtSavedAddress(options)
    if (start.kind === 'running') {
      printMessage('The stand-in of this state runs already, in another terminal. It is at these addresses:')
      printAddresses(start.addresses)
      return
    }
    reportAddress(start)
    serve(start.platform)
    return
  }
  const running = state === undefined ? null : await findRunning(state)
  if (running)
    throw new Error(
      `The stand-in at ${running.platformUrl} uses ${state}: end it, or name another file with --state.`,
    )
  serve(
    await startPlatform({
      ...options,
      port: readPort('--port', port ?? '0'),
      apiPort: readPort('--api-port', apiPort ?? '0'),
    }),
  )
}

function reportAddress(start: {
  platform: Platform
  takenPort: number | null
  homePort: number | null
}): void {
  const { platform, takenPort, homePort } = start
  if (takenPort === null) return
  const taken = `Port ${takenPort} is taken by another program: the stand-in is at ${platform.platformUrl}`
  if (homePort === null) printMessage(`${taken}, now and from now on.`)
  else
    printMessage(
      `${taken} this time. Nothing is lost: what is signed in at http://127.0.0.1:${homePort} is back at the next start that finds that address free.`,
    )
}

function serve(platform: Platform): void {
  printAddresses(platform)
  const stop = (): void => {
    platform.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    )
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

function printAddresses({ platformUrl, serviceApiUrl, controlUrl }: Addresses): void {
  process.stdout.write(`${JSON.stringify({ platformUrl, serviceApiUrl, controlUrl })}\n`)
}

function printMessage(line: string): void {
  process.stderr.write(`${line}\n`)
}

function readPort(flag: string, value: string): number {
  const port = Number(value)
  if (!/^\d{1,5}$/.test(value) || port > 65_535)
    throw new Error(`${flag} must be a port number, not ${value}`)
  return port
}

function fail(error: unknown): void {
  printMessage(errorMessage(error))
  process.exit(1)
}

function errorMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && error.code === 'EADDRINUSE' && 'port' in error)
    return `Port ${String(error.port)} is taken: name another with --port and --api-port, or none, to get free ones.`
  return error.message
}

main().catch(fail)
