import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { autostartEntry, autostartPath, isAutostarted, writeAutostart } from './autostart.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'autostart-'))
})
afterEach(() => {
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true })
})

it('creates, replaces and removes the entry', () => {
  const path = autostartPath(folder)
  expect(path).toBe(join(folder, 'autostart/parallel-tray.desktop'))
  expect(writeAutostart(path, 'Parallel Tray', null)).toMatchObject({ ok: true })
  expect(existsSync(dirname(path))).toBe(false)
  expect(writeAutostart(path, 'Parallel Tray', ['/opt/app', '--hidden'])).toMatchObject({ ok: true })
  expect(readFileSync(path, 'utf8')).toBe(
    '[Desktop Entry]\nType=Application\nName=Parallel Tray\nExec="/opt/app" "--hidden"\nTerminal=false\n',
  )
  writeAutostart(path, 'Parallel Tray', ['/opt/app'])
  expect(readFileSync(path, 'utf8')).toContain('Exec="/opt/app"\n')
  expect(readdirSync(dirname(path))).toEqual(['parallel-tray.desktop'])
  writeAutostart(path, 'Parallel Tray', null)
  expect(readdirSync(dirname(path))).toEqual([])
})

it.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])('recognises a disabled entry: %s', (line) => {
  const path = autostartPath(folder)
  expect(isAutostarted(path)).toBe(false)
  writeAutostart(path, 'Parallel Tray', ['/opt/app'])
  expect(isAutostarted(path)).toBe(true)
  writeFileSync(path, `${readFileSync(path, 'utf8')}${line}\n`)
  expect(isAutostarted(path)).toBe(false)
  writeAutostart(path, 'Parallel Tray', ['/opt/app'])
  expect(isAutostarted(path)).toBe(true)
})

it('reports the error of the file system', () => {
  writeFileSync(join(folder, 'autostart'), 'a file where the folder should be')
  expect(writeAutostart(autostartPath(folder), 'Parallel Tray', ['/opt/app'])).toMatchObject({
    ok: false,
    failure: { kind: 'storage' },
  })
})

it('quotes special characters in paths', () => {
  const exec = /^Exec=(.*)$/m.exec(autostartEntry('x', ['/home/a b/$HOME/100%/"q"/back\\slash']))?.[1]
  expect(exec).toBe(String.raw`"/home/a b/\\$HOME/100%%/\\"q\\"/back\\\\slash"`)
})
