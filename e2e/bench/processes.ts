/** The resource usage of an app's processes (Linux). */
import { readdirSync, readFileSync } from 'node:fs'

/** A process and all its descendants. */
export function processTree(root: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const parent = statOf(Number(name))?.parent
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const tree = [root]
  for (const pid of tree) tree.push(...(children.get(pid) ?? []))
  return tree
}

/** The proportional set size of the processes, in MB: shared pages count once. */
export function memoryMb(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) => {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1])
  })
  return sum(kilobytes) / 1024
}

/** How often their threads have woken up so far. */
export function wakeUps(pids: readonly number[]): number {
  const threads = pids.flatMap((pid) =>
    readdirSync(`/proc/${pid}/task`).map((thread) => `/proc/${pid}/task/${thread}/status`),
  )
  return sum(
    threads.map((file) => {
      try {
        return Number(/^voluntary_ctxt_switches:\s+(\d+)/m.exec(readFileSync(file, 'utf8'))?.[1])
      } catch {
        // The thread has exited meanwhile.
        return 0
      }
    }),
  )
}

/** Their processor time so far, in milliseconds. */
export function cpuMs(pids: readonly number[]): number {
  return sum(pids.map((pid) => statOf(pid)?.cpuMs ?? 0))
}

/** `proc(5)`: the fields after the name, which may contain spaces and brackets; times in hundredths of a second. */
function statOf(pid: number): { parent: number; cpuMs: number } | undefined {
  try {
    const fields = (readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '').split(' ')
    return { parent: Number(fields[1]), cpuMs: (Number(fields[11]) + Number(fields[12])) * 10 }
  } catch {
    return undefined
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
