/** A desktop's surroundings and records in memory: tests say what they are. */
import type { Crash, Records, Section, Surroundings } from '../ports.ts'

export class MemorySurroundings implements Surroundings {
  online = true
  proxies = 'DIRECT'
  /** What each name leads to; others lead nowhere. */
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

  crashWasTold(): void {
    if (this.last !== null) this.last = { ...this.last, told: true }
  }
}
