/** Types of session.mjs for the tests, which are TypeScript. */
import type { ChildProcess, SpawnOptions } from 'node:child_process'

export interface Service {
  stop(): Promise<void>
}

export function startDisplay(options: {
  folder: string
  size?: string
  keepPicture?: boolean
}): Promise<Service & { display: string; authority: string; screenFile: string }>

export function startBus(options: { folder: string }): Promise<Service & { address: string }>

export function startKeyring(options: { env: Record<string, string>; password?: string }): Promise<Service>

export function startService(command: string, args: string[], options: SpawnOptions): ChildProcess

export function stopProcess(child: ChildProcess, graceMs?: number): Promise<void>
