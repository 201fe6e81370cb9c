import type { Page } from '@playwright/test'

/** What doesn't fit: what makes the page scroll sideways, sticks out of the window, or is cut off. */
export function misfits(page: Page, mayShorten: boolean): Promise<string[]> {
  return page.evaluate((mayShorten) => {
    const found: string[] = []
    const said = (element: Element) => {
      const { tagName, className, textContent } = element
      return `<${tagName.toLowerCase()} class="${String(className)}"> ${(textContent ?? '').trim().slice(0, 60)}`
    }
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways')
    const dialogs = [...document.querySelectorAll('dialog[open]')]
    const roots = dialogs.length > 0 ? dialogs : [document.body]
    for (const element of roots.flatMap((root) => [root, ...root.querySelectorAll('*')])) {
      if (!(element instanceof HTMLElement) || element.closest('.unseen') !== null) continue
      if (!element.checkVisibility()) continue
      const { left, right, width } = element.getBoundingClientRect()
      const style = getComputedStyle(element)
      if (width > 0 && (left < -0.5 || right > innerWidth + 0.5) && element.closest('.chart') === null)
        found.push(`sticks out by ${Math.round(Math.max(-left, right - innerWidth))}: ${said(element)}`)
      if (style.overflowX === 'auto' || style.overflowX === 'scroll') {
        if (element.scrollWidth > element.clientWidth)
          found.push(`scrolls sideways by ${element.scrollWidth - element.clientWidth}: ${said(element)}`)
        continue
      }
      const isText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      )
      if (!isText && !element.matches('button, .window, .shell, .main')) continue
      const shortened = style.textOverflow === 'ellipsis'
      if (shortened && (mayShorten || element.closest('.cut') !== null)) continue
      if (style.display !== 'inline' && element.scrollWidth > element.clientWidth + 1)
        found.push(`is too wide by ${element.scrollWidth - element.clientWidth}: ${said(element)}`)
      if (style.overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 2)
        found.push(`is cut off below by ${element.scrollHeight - element.clientHeight}: ${said(element)}`)
    }
    return found
  }, mayShorten)
}
