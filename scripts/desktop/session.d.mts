/** Types of session.mjs for the tests, which are TypeScript. */
export interface Service {
  stop(): Promise<void>
}

export function startDisplay(options: {
  folder: string
  size?: string
}): Promise<Service & { display: string; screenFile: string }>

export function startBus(options: { folder: string }): Promise<Service & { address: string }>

export function startKeyring(options: { env: Record<string, string>; password?: string }): Promise<Service>
