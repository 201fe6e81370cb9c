/** Puts any state into the real window: main's answers are replaced, time stands still, and the font is always one. */
import type { Page } from '@playwright/test'
import type { AppState, DisplayLanguage } from '../../preload/contract/index.ts'
import { sampleNow, sampleState } from '../../preload/testing/samples.ts'
import type { RunningApp } from '../app.ts'
import { about, appsAndKeys, historyView, report } from './samples.ts'
import type { Look } from './states.ts'

/** What makes two pictures of the same page the same: one pixel a pixel, grey antialiasing, whole-pixel letters. */
export const steadyDrawing = [
  '--force-device-scale-factor=1',
  '--disable-lcd-text',
  '--disable-font-subpixel-positioning',
  // A picture taken on the way to the end would differ by chance.
  '--disable-smooth-scrolling',
  '--force-color-profile=srgb',
  '--lang=en-US',
]

/** Fonts that the scripts install for the tests' display. */
const fonts = `
  :root { --font-ui: 'Liberation Sans', sans-serif !important; --font-code: 'Liberation Mono', monospace !important }
  * { caret-color: transparent !important }
`
/** Higher than the app itself comes to meanwhile. */
const firstRevision = 1_000_000

export type Stage = {
  readonly page: Page
  show(look: Look, language?: DisplayLanguage): Promise<void>
}

export async function openStage({ electron, window: page }: RunningApp): Promise<Stage> {
  let revision = firstRevision
  await page.clock.setFixedTime(sampleNow)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await electron.evaluate(async ({ ipcMain, BrowserWindow }, css) => {
    const answers: Record<string, unknown> = {}
    const waiting: ((answer: unknown) => void)[] = []
    Object.assign(globalThis, { answers, waiting })
    ipcMain.removeHandler('command')
    ipcMain.handle('command', (_event, name: string, given: { range?: string }) => {
      const answer = answers[`${name} ${given.range}`] ?? answers[name]
      // A question that isn't answered: the window waits. Electron answers for a promise that nobody holds.
      if (answer === undefined && name.endsWith('.read')) return new Promise((settle) => waiting.push(settle))
      return { ok: true, value: answer ?? null }
    })
    const [window] = BrowserWindow.getAllWindows()
    // Wherever the display's own pointer is, it points at nothing.
    window?.setIgnoreMouseEvents(true)
    const contents = window?.webContents
    contents?.on('dom-ready', () => void contents.insertCSS(css))
    await contents?.insertCSS(css)
  }, fonts)

  const queriesOf = ({ state, keys, unanswered }: Look): Record<string, unknown> => {
    if (unanswered) return {}
    const left = state.organisations[0]?.balance?.spendableCents ?? 0
    const ranges = ['day', 'week', 'month', 'year'] as const
    return {
      ...Object.fromEntries(ranges.map((range) => [`history.read ${range}`, historyView(range, left)])),
      'keys.read': keys ?? appsAndKeys,
      'about.read': about,
      'diagnostics.read': report,
    }
  }
  const push = (states: readonly AppState[], queries: Record<string, unknown>): Promise<void> => {
    const numbered = states.map((state) => {
      revision += 1
      return { ...state, revision }
    })
    return electron.evaluate(
      ({ BrowserWindow }, { numbered, queries }) => {
        const answers = Reflect.get(globalThis, 'answers')
        for (const name of Object.keys(answers)) delete answers[name]
        Object.assign(answers, queries, { hello: numbered.at(-1) })
        for (const state of numbered) BrowserWindow.getAllWindows()[0]?.webContents.send('state', state)
      },
      { numbered, queries },
    )
  }

  let spoken: DisplayLanguage = 'en'
  return {
    page,
    async show(look, language = 'en') {
      // Nothing of the one before it stays: what was opened, typed, pointed at or scrolled. And a key was the last thing
      // that was touched, so that the focus is drawn.
      await page.mouse.move(0, 0)
      await page.keyboard.press('Escape')
      const nothing = sampleState({ restoring: true, language })
      if (language !== spoken) {
        const loaded = page.waitForEvent('load')
        await push([nothing], {})
        await loaded
        await settle(page)
        spoken = language
      }
      await push([nothing, { ...look.state, language }], queriesOf(look))
      await settle(page)
      for (const act of look.acts ?? []) {
        if ('click' in act) await page.locator(act.click).first().click()
        else if ('press' in act) await page.keyboard.press(act.press)
        else await page.locator(act.into).first().fill(act.type)
        await settle(page)
      }
      await page.mouse.move(0, 0)
    },
  }
}

/** Until what was asked has been answered and drawn: three looks at the page are the same. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const drawn = () => new Promise((settle) => requestAnimationFrame(() => setTimeout(settle, 0)))
    let before = ''
    for (let same = 0; same < 2; ) {
      await drawn()
      // Answers come in the order of the questions, so all earlier ones are there with this one.
      await window.parallelTray.command('hello', {})
      await drawn()
      const now = document.body.innerHTML
      same = now === before ? same + 1 : 0
      before = now
    }
  })
}
