import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type AxeResults = {
  violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[]
}
type Axe = { run(options: { runOnly?: string[] }): Promise<AxeResults> }

/** The violations that axe-core finds, as text. @param rules by default all of axe-core's */
export async function findAxeViolations(page: Page, rules?: string[]): Promise<string[]> {
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(axeSource)
  const { violations } = await page.evaluate(
    (runOnly) => (Reflect.get(globalThis, 'axe') as Axe).run(runOnly ? { runOnly } : {}),
    rules,
  )
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}: ${html}: ${failureSummary}`),
  )
}
