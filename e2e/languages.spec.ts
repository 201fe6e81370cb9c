/**
 * Whether everything visible comes from the words, and whether they may be longer and run the other way: with the
 * language that nobody speaks, in which each text of the words stands in brackets.
 */
import type { Page } from '@playwright/test'
import { expect, type RunningApp, stateOf, test } from './app.ts'
import type { Platform } from './platform/platform.ts'

const organisationId = 'org_halden'
const screens = ['overview', 'keys', 'activity', 'session', 'settings'] as const
const dialogs = [
  { kind: 'keeping' },
  { kind: 'reset' },
  { kind: 'diagnostics' },
  { kind: 'sign-out-everywhere' },
  { kind: 'sign-out', organisationId },
  { kind: 'top-up', organisationId },
  { kind: 'new-app', organisationId },
  { kind: 'new-key', organisationId, appId: null },
  { kind: 'allow', organisationId, permission: 'add-money' },
  { kind: 'delete-app', organisationId, appId: 'app_halden_enrich' },
] as const

/** The narrowest that the window can be. */
const narrow = { width: 360, height: 640 }

async function resize({ electron, window }: RunningApp): Promise<void> {
  await electron.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
  }, narrow)
  await expect.poll(() => window.evaluate(() => innerWidth)).toBe(narrow.width)
}

/** Shows the welcome, a code, each screen and each dialog in turn; `look` is told what is shown. */
async function walk(app: RunningApp, platform: Platform, look: (shown: string) => Promise<void>) {
  const { window: page } = app
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await look('welcome')
  await page.evaluate(() =>
    window.parallelTray.command('sign-in.start', { permissions: ['manage', 'add-money'] }),
  )
  const code = page.getByText(/^[A-Z]{4}-[A-Z]{4}$/)
  await expect(code).toBeVisible()
  await look('code')
  platform.control.approve({ userCode: (await code.textContent()) ?? '', orgId: organisationId })
  await expect(page.locator('.figure')).toHaveText('$184.20')
  platform.control.setOrganisation(organisationId, { creditBalanceCents: 15_000 })
  await page.evaluate((id) => {
    void window.parallelTray.command('limits.change', {
      organisationId: id,
      change: { spendableBelowCents: 15_000 },
    })
    void window.parallelTray.command('organisation.refresh', { organisationId: id })
  }, organisationId)
  await expect(page.locator('.figure')).toHaveText('$137.50')
  for (const screen of screens) {
    await page.evaluate((to) => window.parallelTray.command('view.show', { screen: to }), screen)
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
    await look(screen)
  }
  await page.evaluate(() => window.parallelTray.command('view.show', { screen: 'keys' }))
  await expect(page.getByText('enrichment', { exact: true })).toBeVisible()
  for (const dialog of dialogs) {
    await page.evaluate((to) => window.parallelTray.command('dialog.open', { dialog: to }), dialog)
    await expect(page.getByRole('dialog')).toBeVisible()
    await look(dialog.kind)
    await page.evaluate(() => window.parallelTray.command('dialog.close', {}))
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await page.keyboard.press('Control+K')
  await expect(page.getByRole('dialog')).toBeVisible()
  await look('palette')
}

/** What is seen or read out, and stands in no text of the words: it has letters, and no bracket around it. */
function untranslated(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const said: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const around = node.parentElement
      // What others have named is isolated; keys, codes and amounts are nobody's to translate.
      if (around === null || around.closest('bdi, kbd, code, .mono, script, style, option') !== null) continue
      if (around.getClientRects().length > 0) said.push(node.nodeValue ?? '')
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        said.push(element.getAttribute(name) ?? '')
    return [...new Set(said)].filter((text) => /[a-z]{2}/i.test(text) && !/[[\]·]/.test(text))
  })
}

/** Names, addresses, times and what the formatting itself says in the language of the place. */
const notWords =
  /^(Halden Research|enrichment|web-monitor|HR|\d.*|(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b.*|(Jan|Feb|Mar|Apr|PermissionLabel|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b.*|[A-Z]{4}-[A-Z]{4}|(http:\/\/)?127\.0\.0\.1:\d+.*)$/

test('translates every text on every screen', async ({ platform, start }) => {
  const app = await start({ env: { PARALLEL_TRAY_PSEUDO_LANGUAGE: 'pseudo' } })
  const found: Record<string, string[]> = {}
  await walk(app, platform, async (shown) => {
    const texts = (await untranslated(app.window)).filter((text) => !notWords.test(text.trim()))
    if (texts.length > 0) found[shown] = texts
  })
  expect(found).toEqual({})
  expect((await stateOf(app)).language).toBe('pseudo')
  // Nobody can choose it.
  const choose = await app.window.evaluate(() =>
    window.parallelTray.command('settings.change', { change: { language: 'pseudo' as 'en' } }),
  )
  expect(choose).toMatchObject({ ok: false })
})

test('long right-to-left texts fit into the narrowest window', async ({ platform, start }) => {
  const app = await start({ env: { PARALLEL_TRAY_PSEUDO_LANGUAGE: 'pseudo-rtl' } })
  await resize(app)
  const found: Record<string, string[]> = {}
  await walk(app, platform, async (shown) => {
    const wide = await app.window.evaluate(() => {
      const scrolls = ['html', 'main', 'dialog[open]', '.dialog-in'].flatMap((selector) => [
        ...document.querySelectorAll(selector),
      ])
      return scrolls
        .filter((element) => element.scrollWidth > element.clientWidth + 1)
        .map((element) => `${element.tagName}.${element.className}: ${element.scrollWidth}`)
    })
    if (wide.length > 0) found[shown] = wide
    expect(await app.window.evaluate(() => document.documentElement.dir)).toBe('rtl')
  })
  expect(found).toEqual({})
})
