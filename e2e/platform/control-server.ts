import { CONTROL_OPERATIONS, type Control } from './control.ts'
import { type Call, json, mediaType, type Reply } from './http.ts'

/**
 * The control endpoint: `POST {controlUrl}/{operation}` with a JSON array of the operation's arguments.
 * It answers `{"value": …}` or 400 `{"error": "…"}`. The path has a random part, so only a process
 * that was given the address can use it; any other path below `/control` answers 404.
 */
export async function answerControl(control: Control, secretPath: string, call: Call): Promise<Reply | null> {
  if (!call.path.startsWith('/control')) return null
  const name = call.path.startsWith(`${secretPath}/`) ? call.path.slice(secretPath.length + 1) : null
  const operation = CONTROL_OPERATIONS.find((one) => one === name)
  if (!operation) return json(404, { error: 'Not found' })
  if (call.method !== 'POST') return json(405, { error: 'Use POST' }, { allow: 'POST' })
  // A web form can't send a JSON content type, and a script of another origin only after a CORS preflight.
  if (mediaType(call.headers) !== 'application/json') return json(415, { error: 'Send application/json' })
  try {
    const given: unknown = JSON.parse(call.body === '' ? '[]' : call.body)
    if (!Array.isArray(given)) return json(400, { error: 'Send an array of arguments' })
    const run = control[operation] as (...values: unknown[]) => unknown
    return json(200, { value: (await run(...given)) ?? null })
  } catch (error) {
    return json(400, { error: error instanceof Error ? error.message : String(error) })
  }
}

/** `Control` with every operation asynchronous. */
export type RemoteControl = {
  [Name in keyof Control]: (
    ...values: Parameters<Control[Name]>
  ) => Promise<Awaited<ReturnType<Control[Name]>>>
}

/** A client of the control endpoint, for other processes. */
export function remoteControl(controlUrl: string): RemoteControl {
  const call = async (name: string, values: unknown[]): Promise<unknown> => {
    const response = await fetch(`${controlUrl}/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(values),
    })
    const answer = (await response.json()) as { value?: unknown; error?: string }
    if (!response.ok) throw new Error(answer.error ?? `Control answered ${response.status}`)
    return answer.value
  }
  return Object.fromEntries(
    CONTROL_OPERATIONS.map((name) => [name, (...values: unknown[]) => call(name, values)]),
  ) as RemoteControl
}
