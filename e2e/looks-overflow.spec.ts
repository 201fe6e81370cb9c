/** Layout tests of every screen state: nothing overflows, at any size and with longer texts. */
import { type DisplayLanguage, languages } from '../preload/contract/settings.ts'
import { expect, test } from './app.ts'
import { findOverflow } from './looks/overflow.ts'
import { deterministicRendering, openPreview } from './looks/preview.ts'
import { screenStates } from './looks/states.ts'

const defaultSize = { width: 420, height: 640 }
const wide = { width: 960, height: 720 }
const narrow = { width: 360, height: 640 }
/** The CSS pixels of the usual window at a zoom of 200 %. */
const zoomed = { width: 210, height: 320 }

const start = { args: deterministicRendering, env: { TZ: 'UTC', LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' } }

test.describe.configure({ timeout: 560_000 })

type Sizes = ReadonlyMap<DisplayLanguage, readonly { readonly width: number; readonly height: number }[]>

const untranslated: Sizes = new Map([
  ['en', [narrow, wide, zoomed]],
  // No zoom: larger and longer texts at once are more than users need.
  ['pseudo', [narrow, defaultSize]],
  ['pseudo-rtl', [defaultSize]],
])
/** Takes minutes, so only in `npm run test:full`. */
const translated: Sizes = new Map(
  languages.filter((language) => language !== 'en').map((language) => [language, [narrow, defaultSize]]),
)
const sizesByLanguage = process.env.PARALLEL_TRAY_FIT_LANGUAGES === 'translated' ? translated : untranslated

test('looks: every state fits at every size and with longer texts', async ({ start: launch }) => {
  const preview = await openPreview(await launch(start))
  const { page } = preview
  const problems: string[] = []
  for (const [language, sizes] of sizesByLanguage) {
    for (const screenState of screenStates) {
      await page.setViewportSize(defaultSize)
      await preview.show(screenState, language)
      for (const size of sizes) {
        await page.setViewportSize(size)
        const allowEllipsis = language !== 'en' || size === zoomed
        for (const problem of await findOverflow(page, allowEllipsis))
          problems.push(`${screenState.name}, ${language}, ${size.width}: ${problem}`)
      }
    }
  }
  expect(problems).toEqual([])
})
