/**
 * Pseudo-localisation: the pseudo language puts each translated text in brackets and makes it longer, so that texts
 * without a bracket are untranslated.
 */
import type { Page } from '@playwright/test'
import { expect, openSection, type RunningApp, signIn, stateOf, test } from './app.ts'
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

/** The window's minimum size. */
const narrow = { width: 360, height: 640 }

async function resizeToNarrow({ electron, window }: RunningApp): Promise<void> {
  await electron.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
  }, narrow)
  await expect.poll(() => window.evaluate(() => innerWidth)).toBe(narrow.width)
}

/** Visits the welcome, a code, each screen and each dialog; calls `check` with the name of each. */
async function visitScreens(app: RunningApp, platform: Platform, check: (shown: string) => Promise<void>) {
  const { window: page } = app
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await check('welcome')
  await page.evaluate(() =>
    window.parallelTray.command('sign-in.start', { permissions: ['manage', 'add-money'] }),
  )
  const code = page.getByText(/^[A-Z]{4}-[A-Z]{4}$/)
  await expect(code).toBeVisible()
  await check('code')
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
    await check(screen)
  }
  await page.evaluate(() => window.parallelTray.command('view.show', { screen: 'keys' }))
  await expect(page.getByText('enrichment', { exact: true })).toBeVisible()
  for (const dialog of dialogs) {
    await page.evaluate((to) => window.parallelTray.command('dialog.open', { dialog: to }), dialog)
    await expect(page.getByRole('dialog')).toBeVisible()
    await check(dialog.kind)
    await page.evaluate(() => window.parallelTray.command('dialog.close', {}))
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await page.keyboard.press('ControlOrMeta+K')
  await expect(page.getByRole('dialog')).toBeVisible()
  await check('palette')
}

/** Visible texts and accessible names that contain letters and no bracket. */
function findUntranslated(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement
      // Names given by users are in <bdi>; keys, codes and amounts aren't translated.
      if (parent === null || parent.closest('bdi, kbd, code, .mono, script, style, option') !== null) continue
      if (parent.getClientRects().length > 0) texts.push(node.nodeValue ?? '')
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        texts.push(element.getAttribute(name) ?? '')
    return [...new Set(texts)].filter((text) => /[a-z]{2}/i.test(text) && !/[[\]·]/.test(text))
  })
}

/** Names, addresses, and dates and numbers as Intl formats them in the system's locale. */
const untranslatable =
  /^(Halden Research|enrichment|web-monitor|HR|\d.*|(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b.*|(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b.*|[A-Z]{4}-[A-Z]{4}|(http:\/\/)?127\.0\.0\.1:\d+.*)$/

test('translates every text on every screen', async ({ platform, start }) => {
  const app = await start({ env: { PARALLEL_TRAY_PSEUDO_LANGUAGE: 'pseudo' } })
  const found: Record<string, string[]> = {}
  await visitScreens(app, platform, async (shown) => {
    const texts = (await findUntranslated(app.window)).filter((text) => !untranslatable.test(text.trim()))
    if (texts.length > 0) found[shown] = texts
  })
  expect(found).toEqual({})
  expect((await stateOf(app)).language).toBe('pseudo')
  // The pseudo language is not among the settings.
  const change = await app.window.evaluate(() =>
    window.parallelTray.command('settings.change', { change: { language: 'pseudo' as 'en' } }),
  )
  expect(change).toMatchObject({ ok: false })
})

test('dates and amounts follow the regional formats, words the language', { tag: '@linux' }, async ({
  platform,
  desktop,
  start,
}) => {
  const locales = { LANG: 'en_US.UTF-8', LC_ALL: '', LC_TIME: 'de_DE.UTF-8', LC_MONETARY: 'de_DE.UTF-8' }
  const app = await start({ env: locales })
  await signIn(app, platform)
  await expect(app.window.locator('.figure')).toHaveText(/^184,20\s\$$/)
  const tray = await desktop.tray?.waitForItem()
  await tray?.waitForTooltip(/^Halden Research: 184,20\s\$\nAs of \d\d:\d\d$/)
  await openSection(app.window, 'Session')
  // Something on the screen says when the session is renewed.
  await expect(app.window.getByText(/\b\d\d:\d\d\b/).first()).toBeVisible()
  await expect(app.window.getByText(/\d [AP]M\b/)).toHaveCount(0)
})

test('long right-to-left texts fit into the narrowest window', async ({ platform, start }) => {
  const app = await start({ env: { PARALLEL_TRAY_PSEUDO_LANGUAGE: 'pseudo-rtl' } })
  await resizeToNarrow(app)
  const found: Record<string, string[]> = {}
  await visitScreens(app, platform, async (shown) => {
    const overflowing = await app.window.evaluate(() => {
      const containers = ['html', 'main', 'dialog[open]', '.dialog-in'].flatMap((selector) => [
        ...document.querySelectorAll(selector),
      ])
      return containers
        .filter((element) => element.scrollWidth > element.clientWidth + 1)
        .map((element) => `${element.tagName}.${element.className}: ${element.scrollWidth}`)
    })
    if (overflowing.length > 0) found[shown] = overflowing
    expect(await app.window.evaluate(() => document.documentElement.dir)).toBe('rtl')
  })
  expect(found).toEqual({})
})
