import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')
const [usual = '', moreContrast = ''] = css.split('@media (prefers-contrast: more)')

/** The colours of a token, which is declared as `light-dark(#light, #dark)`. */
function token(name: string, block: string): { readonly light: string; readonly dark: string } {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(block)
  if (!found?.[1] || !found[2]) throw new Error(`no colours: ${name}`)
  return { light: found[1], dark: found[2] }
}

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

describe.each([
  ['usual', usual],
  ['more', moreContrast],
])('with %s contrast', (_, block) => {
  test.each(['hatch', 'line-control'])('--%s is at least 3:1 on every plane', (name) => {
    for (const plane of ['canvas', 'chrome', 'raised', 'well'])
      for (const scheme of ['light', 'dark'] as const)
        expect(
          contrast(token(name, block)[scheme], token(plane, block)[scheme]),
          `${plane}, ${scheme}`,
        ).toBeGreaterThanOrEqual(3)
  })
})

test('lines between the rows of a dialog can be seen', () => {
  for (const scheme of ['light', 'dark'] as const)
    expect(contrast(token('line-raised', usual)[scheme], token('raised', usual)[scheme])).toBeGreaterThan(1.25)
})
