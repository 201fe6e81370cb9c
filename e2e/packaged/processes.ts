/** The processes that run a program, as the kernel knows them (Linux). */
import { readdirSync, readFileSync } from 'node:fs'

export type RunningProcess = {
  readonly pid: number
  /** What Chromium started it for; absent for the app itself. */
  readonly type?: string
}

export function processesOf(binary: string): readonly RunningProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').split(/[\0 ]--/)
        if (words[0]?.replace(/\0$/, '') !== binary) return []
        const type = words.find((word) => word.startsWith('type='))?.slice('type='.length)
        return [{ pid: Number(name), ...(type === undefined ? {} : { type: type.replace(/\0.*$/, '') }) }]
      } catch {
        // It has just ended.
        return []
      }
    })
}
