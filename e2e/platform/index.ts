import { parseArgs } from 'node:util'
import { findRunning } from '../../scripts/start/addresses.mjs'
import { startAtKeptAddress } from './kept-start.ts'
import { type Addresses, type Platform, startPlatform } from './platform.ts'

/**
 * `npm run platform [-- --port N --api-port N --state FILE --no-spend]`: one line of JSON, then serves until told to stop.
 * Without ports it serves where it did before, or at free ports, which are kept beside the state. Ports that are named
 * are taken or refused, and not kept; if only one is named, the other is any.
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
    const start = await startAtKeptAddress(options)
    if (start.kind === 'running') {
      say('The stand-in of this state runs already, in another terminal. It is at these addresses:')
      printAddresses(start.addresses)
      return
    }
    sayWhere(start)
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

function sayWhere(start: { platform: Platform; takenPort: number | null; homePort: number | null }): void {
  const { platform, takenPort, homePort } = start
  if (takenPort === null) return
  const taken = `Port ${takenPort} is taken by another program: the stand-in is at ${platform.platformUrl}`
  if (homePort === null) say(`${taken}, now and from now on.`)
  else
    say(
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

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

function readPort(flag: string, value: string): number {
  const port = Number(value)
  if (!/^\d{1,5}$/.test(value) || port > 65_535)
    throw new Error(`${flag} must be a port number, not ${value}`)
  return port
}

function fail(error: unknown): void {
  say(explain(error))
  process.exit(1)
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && error.code === 'EADDRINUSE' && 'port' in error)
    return `Port ${String(error.port)} is taken: name another with --port and --api-port, or none, to get free ones.`
  return error.message
}

main().catch(fail)
