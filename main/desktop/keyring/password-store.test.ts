import { expect, it } from 'vitest'
import { choosePasswordStore } from './password-store.ts'

function choose({
  desktop = 'sway',
  given = [] as string[],
  isAvailable = true,
  system = 'linux' as NodeJS.Platform,
}): Record<string, string> {
  const switches: Record<string, string> = Object.fromEntries(given.map((name) => [name, 'given']))
  const commandLine = {
    hasSwitch: (name: string) => name in switches,
    appendSwitch: (name: string, value = '') => {
      switches[name] = value
    },
  }
  const env = { XDG_CURRENT_DESKTOP: desktop }
  choosePasswordStore({ app: { commandLine }, system, env, isAvailable: () => isAvailable })
  return switches
}

it('chooses the Secret Service on a desktop for which Chromium chooses no keyring', () => {
  expect(choose({})).toEqual({ 'password-store': 'gnome-libsecret' })
})

it('leaves the choice to Chromium, to the user, and to other systems', () => {
  expect(choose({ desktop: 'KDE' })).toEqual({})
  expect(choose({ given: ['password-store'] })).toEqual({ 'password-store': 'given' })
  expect(choose({ system: 'darwin' })).toEqual({})
})

it('chooses nothing where there is no Secret Service', () => {
  expect(choose({ isAvailable: false })).toEqual({})
})
