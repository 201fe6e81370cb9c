import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inPivotedRoot } from './debian.mjs'

test.runIf(process.platform === 'linux').each(['mount', 'pivot_root', 'umount'])(
  'a program does not run on this machine when %s fails',
  (failing) => {
    const system = mkdtempSync(join(tmpdir(), 'system-'))
    const bin = join(system, 'bin')
    mkdirSync(bin)
    for (const name of ['mount', 'pivot_root', 'umount'])
      writeFileSync(join(bin, name), `#!/bin/sh\nexit ${name === failing ? 1 : 0}\n`, { mode: 0o755 })
    try {
      const words = inPivotedRoot(system, ['echo', 'ran'])
      const shell = words.indexOf('sh')
      const env = { PATH: `${bin}:/usr/bin:/bin` }
      const { status, stdout } = spawnSync(words[shell], words.slice(shell + 1), { encoding: 'utf8', env })
      expect(stdout).toBe('')
      expect(status).toBe(1)
    } finally {
      rmSync(system, { recursive: true })
    }
  },
)
