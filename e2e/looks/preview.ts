/** Shows any state in the real window: main's responses are replaced, and time and font are fixed. */
import type { Page } from '@playwright/test'
import type { AppState, DisplayLanguage } from '../../preload/contract/index.ts'
import { sampleNow, sampleState } from '../../preload/testing/samples.ts'
import type { RunningApp } from '../app.ts'
import { about, appsAndKeys, historyView, importContents, report } from './samples.ts'
import type { ScreenState } from './states.ts'

/** Chromium switches that make two screenshots of the same page equal. */
export const deterministicRendering = [
  '--force-device-scale-factor=1',
  '--disable-lcd-text',
  '--disable-font-subpixel-positioning',
  // A screenshot during smooth scrolling would differ at random.
  '--disable-smooth-scrolling',
  '--force-color-profile=srgb',
  '--lang=en-US',
]

/** Fonts that the scripts install for the tests. */
const fonts = `
  :root { --font-ui: 'Liberation Sans', sans-serif !important; --font-code: 'Liberation Mono', monospace !important }
  * { caret-color: transparent !important }
`
/** Above every revision that the app itself reaches during the test. */
const firstRevision = 1_000_000

export type Preview = {
  readonly page: Page
  show(screenState: ScreenState, language?: DisplayLanguage): Promise<void>
}

export async function openPreview({ electron, window: page }: RunningApp): Promise<Preview> {
  let revision = firstRevision
  await page.clock.setFixedTime(sampleNow)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await electron.evaluate(async ({ ipcMain, BrowserWindow }, css) => {
    const responses: Record<string, unknown> = {}
    const pending: ((response: unknown) => void)[] = []
    Object.assign(globalThis, { responses, pending })
    ipcMain.removeHandler('command')
    ipcMain.handle('command', (_event, name: string, args: { range?: string }) => {
      const response = responses[`${name} ${args.range}`] ?? responses[name]
      // A query without a response stays pending. Electron rejects a promise that is garbage-collected, so it is kept.
      if (response === undefined && name.endsWith('.read'))
        return new Promise((resolve) => pending.push(resolve))
      return { ok: true, value: response ?? null }
    })
    const [window] = BrowserWindow.getAllWindows()
    // The display's own pointer must not hover over anything.
    window?.setIgnoreMouseEvents(true)
    const contents = window?.webContents
    contents?.on('dom-ready', () => void contents.insertCSS(css))
    await contents?.insertCSS(css)
  }, fonts)

  const queryResponses = ({ state, keys, pendingQueries }: ScreenState): Record<string, unknown> => {
    if (pendingQueries) return {}
    const left = state.organisations[0]?.balance?.spendableCents ?? 0
    const ranges = ['day', 'week', 'month', 'year'] as const
    return {
      ...Object.fromEntries(ranges.map((range) => [`history.read ${range}`, historyView(range, left)])),
      'keys.read': keys ?? appsAndKeys,
      'about.read': about,
      'import.read': importContents,
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
        const responses = Reflect.get(globalThis, 'responses')
        for (const name of Object.keys(responses)) delete responses[name]
        Object.assign(responses, queries, { hello: numbered.at(-1) })
        for (const state of numbered) BrowserWindow.getAllWindows()[0]?.webContents.send('state', state)
      },
      { numbered, queries },
    )
  }

  let shown: { readonly language: DisplayLanguage; readonly platform: string } = {
    language: 'en',
    platform: 'linux',
  }
  return {
    page,
    async show(screenState, language = 'en') {
      // Resets open menus, input, hover and scroll position. The key press makes `:focus-visible` apply.
      await page.mouse.move(0, 0)
      // A list within the palette closes first.
      for (let level = 0; level < 2; level += 1) await page.keyboard.press('Escape')
      const { systemInfo } = screenState.state
      const { platform } = systemInfo
      const emptyState = sampleState({ restoring: true, language, systemInfo })
      // The page has the words of one language and one system; for another language it reloads itself.
      if (language !== shown.language || platform !== shown.platform) {
        const loaded = page.waitForEvent('load')
        await push([emptyState], {})
        if (language === shown.language) await page.reload()
        await loaded
        await waitUntilRendered(page)
        shown = { language, platform }
      }
      await push([emptyState, { ...screenState.state, language }], queryResponses(screenState))
      await waitUntilRendered(page)
      for (const action of screenState.actions ?? []) {
        if ('click' in action) await page.locator(action.click).first().click()
        else if ('press' in action) await page.keyboard.press(action.press)
        else await page.locator(action.into).first().fill(action.type)
        await waitUntilRendered(page)
      }
      await page.mouse.move(0, 0)
    },
  }
}

/** Waits until all responses are rendered: the page is the same three times in a row. */
async function waitUntilRendered(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)))
    let previous = ''
    for (let unchanged = 0; unchanged < 2; ) {
      await nextFrame()
      // Responses arrive in order, so with this one all earlier ones are there.
      await window.parallelTray.command('hello', {})
      await nextFrame()
      const html = document.body.innerHTML
      unchanged = html === previous ? unchanged + 1 : 0
      previous = html
    }
  })
}
