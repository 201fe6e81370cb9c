/** Renders the SVGs of build/icons into out/icons: the app icon and the tray icons for each system. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../setup/paths.mjs'
import { bmpFile, icnsFile, icnsTypes, icoFile, icoSizes } from './icon-files.mjs'
import { isUpToDate } from './up-to-date.mjs'

export const trayStates = ['signed-out', 'signing-in', 'signed-in', 'attention', 'offline']

/** Sizes of the app icon in the menus of Linux desktops. */
export const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512]

const white = '#ffffff'
const dark = '#1d1d1f'
const black = '#000000'
/** The tile of app-icon.svg. */
const green = '#0b4a3d'

/**
 * One picture to render: `drawing` and `file` are relative to build/icons and out/icons.
 * @typedef {{drawing: string, file: string, pixels: number, colour?: string, tile?: string}} Picture
 */

/** @returns {Picture[]} every picture, in all sizes */
export function pictures() {
  /** @type {Picture[]} */
  const list = [{ drawing: 'app-icon.svg', file: 'app.png', pixels: 128 }]
  for (const pixels of linuxSizes) {
    list.push({ drawing: 'app-icon.svg', file: `linux/${pixels}x${pixels}.png`, pixels })
  }
  for (const state of trayStates) {
    const small = `tray/${state}-16.svg`
    const large = `tray/${state}-22.svg`
    list.push({ drawing: small, file: `tray/mac/${state}Template.png`, pixels: 16, colour: black })
    list.push({ drawing: small, file: `tray/mac/${state}Template@2x.png`, pixels: 32, colour: black })
    for (const [name, colour] of [
      ['white', white],
      ['dark', dark],
    ]) {
      for (const [suffix, pixels] of [
        ['', 16],
        ['@1.25x', 20],
        ['@1.5x', 24],
        ['@2x', 32],
      ]) {
        list.push({ drawing: small, file: `tray/windows/${state}-${name}${suffix}.png`, pixels, colour })
      }
    }
    // With a background tile, because a Linux app can't detect whether the panel is light or dark.
    const onTile = { drawing: large, colour: white, tile: green }
    list.push({ ...onTile, file: `tray/linux/${state}.png`, pixels: 22 })
    list.push({ ...onTile, file: `tray/linux/${state}@2x.png`, pixels: 44 })
  }
  return list
}

/** Tray SVGs are black by the default fill; only strokes name a colour. */
function recolour(svg, colour, tile) {
  const coloured = svg.replaceAll('#000', colour).replace('<svg ', `<svg fill="${colour}" `)
  if (tile === undefined) return coloured
  return coloured.replace('</title>', `</title><rect width="100%" height="100%" rx="22%" fill="${tile}"/>`)
}

const drawings = join(root, 'build/icons')
const generators = [import.meta.filename, join(import.meta.dirname, 'icon-files.mjs')]
const target = (file) => join(root, 'out/icons', file)

function isStale(drawing, file) {
  return !isUpToDate(target(file), [join(drawings, drawing), ...generators])
}

async function render({ drawing, pixels, colour, tile }) {
  const { Resvg } = await import('@resvg/resvg-js')
  const svg = readFileSync(join(drawings, drawing), 'utf8')
  const options = { fitTo: { mode: 'width', value: pixels } }
  return new Resvg(colour ? recolour(svg, colour, tile) : svg, options).render().asPng()
}

function write(file, content) {
  mkdirSync(dirname(target(file)), { recursive: true })
  writeFileSync(target(file), content)
}

/**
 * The files of other formats: the app icon of Windows and macOS, with all sizes in one file, and the picture beside the
 * pages of the Windows installer.
 */
const otherFiles = {
  'app.ico': {
    drawing: 'app-icon.svg',
    make: async (drawing) =>
      icoFile(
        await Promise.all(
          icoSizes.map(async (pixels) => ({ pixels, png: await render({ drawing, pixels }) })),
        ),
      ),
  },
  'app.icns': {
    drawing: 'app-icon.svg',
    make: async (drawing) =>
      icnsFile(
        await Promise.all(
          Object.entries(icnsTypes).map(async ([type, pixels]) => ({
            type,
            png: await render({ drawing, pixels }),
          })),
        ),
      ),
  },
  'installer-sidebar.bmp': {
    drawing: 'installer-sidebar.svg',
    make: async (drawing) => {
      const { Resvg } = await import('@resvg/resvg-js')
      return bmpFile(new Resvg(readFileSync(join(drawings, drawing), 'utf8')).render())
    },
  },
}

/** Renders stale icons. Returns the number of rendered files. */
export async function buildIcons() {
  const stale = pictures().filter(({ drawing, file }) => isStale(drawing, file))
  for (const picture of stale) write(picture.file, await render(picture))
  const staleFiles = Object.entries(otherFiles).filter(([file, { drawing }]) => isStale(drawing, file))
  for (const [file, { drawing, make }] of staleFiles) write(file, await make(drawing))
  return stale.length + staleFiles.length
}
