/** The words behind the program's name: what of them is ours, what is Chromium's, and what is a slip. */

/** What is asked of the app that runs already, or of this one once it runs. */
export type Request = 'show' | 'sign-in' | 'hidden' | 'refresh' | 'quit' | 'diagnostics'

export type CommandLine =
  | { readonly kind: 'start'; readonly request: Request }
  /** Said on the standard output, and nothing else happens. */
  | { readonly kind: 'say'; readonly what: 'version' | 'help' }
  /** One line for the standard error. */
  | { readonly kind: 'wrong'; readonly option: string }

const requests: Readonly<Record<string, Request>> = {
  '--sign-in': 'sign-in',
  '--hidden': 'hidden',
  '--refresh': 'refresh',
  '--quit': 'quit',
  '--diagnostics': 'diagnostics',
}

/** Those make sense only where an app runs already. */
const forTheRunningOne: ReadonlySet<Request> = new Set(['refresh', 'quit', 'diagnostics'])

/**
 * Switches of Chromium and Electron that people and desktops pass on: sandbox, display, graphics, proxy, keyring,
 * debugging. An own word is not among them, so that a slip in ours is seen.
 */
const foreign =
  /^--(?:no-sandbox|sandbox|disable-|enable-|ozone-|force-|use-|password-store=|proxy-|no-proxy-|host-|remote-|inspect|js-flags=|lang=|log-|v=|vmodule=|gtk-version=|user-data-dir=|ignore-|in-process-gpu|no-zygote|auth-|allow-|original-process-|no-first-run|class=|original-)/

/** @param words what stands behind the program, without the app's folder that a development start names */
export function readCommandLine(words: readonly string[]): CommandLine {
  const found: Request[] = []
  for (const word of words) {
    if (word === '--version' || word === '-v') return { kind: 'say', what: 'version' }
    if (word === '--help' || word === '-h') return { kind: 'say', what: 'help' }
    const request = requests[word]
    if (request !== undefined) found.push(request)
    else if (!foreign.test(word)) return { kind: 'wrong', option: word }
  }
  const [first, second] = found
  // Two at once contradict each other; the same one twice doesn't.
  if (second !== undefined && second !== first) return { kind: 'wrong', option: `--${second}` }
  return { kind: 'start', request: first ?? 'show' }
}

export function needsRunningApp(request: Request): boolean {
  return forTheRunningOne.has(request)
}

export function isRequest(value: unknown): value is Request {
  return value === 'show' || Object.values(requests).some((request) => request === value)
}
