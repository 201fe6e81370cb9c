import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DockIcon, toastActivatorClsid } from './dock.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Like Electron's: ignores `hide` within a second after `show`. */
function dock() {
  const calls: string[] = []
  let shownAt = Number.NEGATIVE_INFINITY
  return {
    calls,
    isShown: false,
    async show() {
      calls.push('show')
      shownAt = performance.now()
      this.isShown = true
    },
    hide() {
      calls.push('hide')
      if (performance.now() - shownAt >= 1000) this.isShown = false
    },
  }
}

test('a window that is closed at once leaves no icon in the Dock', () => {
  const system = dock()
  const icon = new DockIcon(system)
  icon.show()
  icon.hide()
  vi.advanceTimersByTime(2000)
  expect(system.isShown).toBe(false)
})

test('the icon stays when the window is shown again before it was hidden', () => {
  const system = dock()
  const icon = new DockIcon(system)
  icon.show()
  icon.hide()
  vi.advanceTimersByTime(500)
  icon.show()
  vi.advanceTimersByTime(5000)
  expect(system.calls).toEqual(['show'])
  icon.hide()
  vi.advanceTimersByTime(0)
  expect(system.isShown).toBe(false)
})

test('calls the Dock only for a change', () => {
  const system = dock()
  const icon = new DockIcon(system)
  icon.hide()
  icon.show()
  icon.show()
  vi.advanceTimersByTime(5000)
  expect(system.calls).toEqual(['show'])
})

test('the Windows uninstaller removes the registry key of the notifications’ ID', () => {
  const installer = resolve(import.meta.dirname, '../../../build/windows/installer.nsh')
  const removed = `DeleteRegKey HKCU "Software\\Classes\\CLSID\\${toastActivatorClsid}"`
  expect(readFileSync(installer, 'utf8')).toContain(removed)
})
