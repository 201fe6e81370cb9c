/** Types of addresses.mjs for the stand-in, which is TypeScript. */
export interface Addresses {
  platformUrl: string
  serviceApiUrl: string
  controlUrl: string
}

export function savedAddresses(stateFile: string): { id: string; pairs: [number, number][] }

export function saveAddress(stateFile: string, pair: [number, number]): void

export function answerQuestion(path: string, id: string, addresses: Addresses): Addresses | null

export function askStandIn(port: number, id: string): Promise<Addresses | null>

export function findRunning(stateFile: string): Promise<Addresses | null>
