/** What the registration tells the service about this machine (the vendor's API reference lists the fields). */
import { release, type, version } from 'node:os'
import type { Platform } from '../ports.ts'

const machines: Readonly<Record<string, string>> = { x64: 'x86_64', ia32: 'i686' }

export function describeMachine(): Platform {
  const machine = machines[process.arch] ?? process.arch
  const system = type()
  return {
    machine,
    os_name: process.platform === 'win32' ? 'nt' : 'posix',
    processor: machine,
    release: release(),
    system: system === 'Windows_NT' ? 'Windows' : system,
    version: version(),
  }
}
