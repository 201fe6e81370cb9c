/** The contrast of the window's colours, from its design tokens. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from './setup/paths.mjs'

const css = readFileSync(join(root, 'renderer/theme/tokens.css'), 'utf8')
const [usual = '', moreContrast = ''] = css.split('@media (prefers-contrast: more)')

/** The colour of a token, which is declared as `light-dark(#light, #dark)`. */
function colour(name, block, scheme) {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(block)
  const value = found?.[scheme === 'light' ? 1 : 2]
  if (value === undefined) throw new Error(`no such token: ${name}`)
  return value
}

/** Relative luminance (WCAG 2.2). */
function luminance(hex) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one, other) {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

describe.each([
  ['usual', usual],
  ['more', moreContrast],
])('with %s contrast', (_, block) => {
  test.each(['hatch', 'line-control'])('--%s is at least 3:1 on every plane', (name) => {
    for (const plane of ['canvas', 'chrome', 'raised', 'well'])
      for (const scheme of ['light', 'dark'])
        expect(
          contrast(colour(name, block, scheme), colour(plane, block, scheme)),
          `${plane}, ${scheme}`,
        ).toBeGreaterThanOrEqual(3)
  })
})

test('the lines between the rows of a dialog can be seen', () => {
  for (const scheme of ['light', 'dark'])
    expect(
      contrast(colour('line-raised', usual, scheme), colour('raised', usual, scheme)),
      scheme,
    ).toBeGreaterThan(1.25)
})
