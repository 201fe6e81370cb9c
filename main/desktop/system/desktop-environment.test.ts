import { expect, it } from 'vitest'
import { canMinimise, hasKeyringInChromium } from './desktop-environment.ts'

it.each([
  ['GNOME', true],
  ['ubuntu:GNOME', true],
  ['Budgie:GNOME', true],
  ['KDE', true],
  ['sway', false],
  ['Hyprland', false],
  ['i3', false],
  ['niri', false],
])('expects %s to minimise windows: %s', (name, expected) => {
  for (const isWayland of [true, false])
    expect(canMinimise(isWayland, { system: 'linux', env: { XDG_CURRENT_DESKTOP: name } })).toBe(expected)
})

it('expects a desktop without a name to minimise windows on X11 only', () => {
  for (const env of [{}, { XDG_CURRENT_DESKTOP: '' }]) {
    expect(canMinimise(false, { system: 'linux', env })).toBe(true)
    expect(canMinimise(true, { system: 'linux', env })).toBe(false)
  }
  expect(canMinimise(false, { system: 'win32', env: {} })).toBe(true)
})

it.each([
  [{ XDG_CURRENT_DESKTOP: 'GNOME' }],
  [{ XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' }],
  [{ XDG_CURRENT_DESKTOP: 'KDE' }],
  [{ XDG_CURRENT_DESKTOP: 'X-Cinnamon' }],
  [{ XDG_CURRENT_DESKTOP: 'MATE', DESKTOP_SESSION: 'mate' }],
  [{ DESKTOP_SESSION: 'xfce4-session' }],
  [{ DESKTOP_SESSION: 'default', KDE_FULL_SESSION: 'true' }],
  [{ GNOME_DESKTOP_SESSION_ID: '' }],
])('leaves the keyring to Chromium on %j', (env) => {
  expect(hasKeyringInChromium(env)).toBe(true)
})

it.each([
  [{}],
  [{ XDG_CURRENT_DESKTOP: 'sway' }],
  [{ XDG_CURRENT_DESKTOP: 'Hyprland', DESKTOP_SESSION: 'hyprland' }],
  [{ XDG_CURRENT_DESKTOP: 'i3' }],
  [{ XDG_CURRENT_DESKTOP: 'LXQt', DESKTOP_SESSION: 'xfce' }],
])('knows that Chromium chooses no keyring on %j', (env) => {
  expect(hasKeyringInChromium(env)).toBe(false)
})
