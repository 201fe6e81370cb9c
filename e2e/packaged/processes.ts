/** Finds the running processes of a program in `/proc` (Linux). */
import { readdirSync, readFileSync } from 'node:fs'

export type RunningProcess = {
  readonly pid: number
  /** Chromium's `--type`; absent for the main process. */
  readonly type?: string
}

export function findProcesses(binary: string): readonly RunningProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const args = readFileSync(`/proc/${name}/cmdline`, 'utf8').split(/[\0 ]--/)
        if (args[0]?.replace(/\0$/, '') !== binary) return []
        const type = args.find((arg) => arg.startsWith('type='))?.slice('type='.length)
        return [{ pid: Number(name), ...(type === undefined ? {} : { type: type.replace(/\0.*$/, '') }) }]
      } catch {
        // The process has just exited.
        return []
      }
    })
}
