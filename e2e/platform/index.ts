import { parseArgs } from 'node:util'
import { startPlatform } from './platform.ts'

/** Ports of `npm run platform` and `npm start`: fixed, so that a signed-in app finds its service again. */
const PLATFORM_PORT = 8787
const API_PORT = 8788

/** `npm run platform [-- --port N --api-port N --state FILE --no-spend]`: one line of JSON, then serves until told to stop. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: String(PLATFORM_PORT) },
      'api-port': { type: 'string', default: String(API_PORT) },
      state: { type: 'string' },
      'no-spend': { type: 'boolean', default: false },
    },
  })
  const platform = await startPlatform({
    port: readPort('--port', values.port),
    apiPort: readPort('--api-port', values['api-port']),
    spend: !values['no-spend'],
    ...(values.state === undefined ? {} : { stateFile: values.state }),
  })
  const { platformUrl, serviceApiUrl, controlUrl } = platform
  process.stdout.write(`${JSON.stringify({ platformUrl, serviceApiUrl, controlUrl })}\n`)
  const stop = (): void => {
    platform.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    )
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

function readPort(flag: string, value: string): number {
  const port = Number(value)
  if (!/^\d{1,5}$/.test(value) || port > 65_535)
    throw new Error(`${flag} must be a port number, not ${value}`)
  return port
}

function fail(error: unknown): void {
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && error.code === 'EADDRINUSE' && 'port' in error)
    return `Port ${String(error.port)} is taken: stop what uses it (the stand-in may be running already), or choose others with --port and --api-port.`
  return error.message
}

main().catch(fail)
