/** In-memory ports for the system's facts and the records, set by tests. */
import type { Crash, Records, Section, SystemProbe } from '../ports.ts'

export class MemorySystemProbe implements SystemProbe {
  online = true
  proxies = 'DIRECT'
  /** The addresses of each host name; other names have none. */
  readonly hosts = new Map<string, readonly string[]>()

  describe(): Promise<readonly Section[]> {
    return Promise.resolve([{ title: 'System', facts: [['name', 'a computer in memory']] }])
  }

  isOnline(): boolean {
    return this.online
  }

  resolveProxy(): Promise<string> {
    return Promise.resolve(this.proxies)
  }

  resolveHost(name: string): Promise<readonly string[]> {
    return Promise.resolve(this.hosts.get(name) ?? [])
  }
}

export class MemoryRecords implements Records {
  lines: readonly string[] = []
  last: Crash | null = null

  log(): readonly string[] {
    return this.lines
  }

  crash(): Crash | null {
    return this.last
  }

  markCrashShown(): void {
    if (this.last !== null) this.last = { ...this.last, wasShown: true }
  }
}
