/** Every state of every screen, in the built app: all of it fits, at every size and in longer words. */
import { type DisplayLanguage, languages } from '../preload/contract/settings.ts'
import { expect, test } from './app.ts'
import { misfits } from './looks/fits.ts'
import { openStage, steadyDrawing } from './looks/stage.ts'
import { looks } from './looks/states.ts'

const usual = { width: 420, height: 640 }
const wide = { width: 960, height: 720 }
const narrow = { width: 360, height: 640 }
/** The usual window at 200 %, as the page sees it. */
const twiceAsLarge = { width: 210, height: 320 }

const start = { args: steadyDrawing, env: { TZ: 'UTC', LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' } }

test.describe.configure({ timeout: 560_000 })

type Sizes = ReadonlyMap<DisplayLanguage, readonly { readonly width: number; readonly height: number }[]>

const quick: Sizes = new Map([
  ['en', [narrow, wide, twiceAsLarge]],
  // Twice as large and a third longer is more than anybody asks for.
  ['pseudo', [narrow, usual]],
  ['pseudo-rtl', [usual]],
])
/** These take minutes: `npm run test:full`. */
const translated: Sizes = new Map(
  languages.filter((language) => language !== 'en').map((language) => [language, [narrow, usual]]),
)
const asked = process.env.PARALLEL_TRAY_FIT_LANGUAGES === 'translated' ? translated : quick

test('looks: every state fits at every size, and in longer words', async ({ start: launch }) => {
  const stage = await openStage(await launch(start))
  const { page } = stage
  const found: string[] = []
  for (const [language, sizes] of asked) {
    for (const look of looks) {
      await page.setViewportSize(usual)
      await stage.show(look, language)
      for (const size of sizes) {
        await page.setViewportSize(size)
        const mayShorten = language !== 'en' || size === twiceAsLarge
        for (const misfit of await misfits(page, mayShorten))
          found.push(`${look.name}, ${language}, ${size.width}: ${misfit}`)
      }
    }
  }
  expect(found).toEqual([])
})
