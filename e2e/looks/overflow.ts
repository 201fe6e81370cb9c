import type { Page } from '@playwright/test'

/**
 * Elements that make the page scroll sideways, stick out of the window or are cut off.
 * @param allowEllipsis texts may be shortened with an ellipsis
 */
export function findOverflow(page: Page, allowEllipsis: boolean): Promise<string[]> {
  return page.evaluate((allowEllipsis) => {
    const problems: string[] = []
    const label = (element: Element) => {
      const { tagName, className, textContent } = element
      return `<${tagName.toLowerCase()} class="${String(className)}"> ${(textContent ?? '').trim().slice(0, 60)}`
    }
    if (document.documentElement.scrollWidth > innerWidth) problems.push('the page scrolls sideways')
    const dialogs = [...document.querySelectorAll('dialog[open]')]
    const roots = dialogs.length > 0 ? dialogs : [document.body]
    for (const element of roots.flatMap((root) => [root, ...root.querySelectorAll('*')])) {
      if (!(element instanceof HTMLElement) || element.closest('.unseen') !== null) continue
      if (!element.checkVisibility()) continue
      // The content of an element with an ellipsis is clipped on purpose.
      const clipped = element.parentElement?.closest('.cut') ?? null
      if (clipped !== null && getComputedStyle(clipped).textOverflow === 'ellipsis') continue
      const { left, right, width } = element.getBoundingClientRect()
      const style = getComputedStyle(element)
      if (width > 0 && (left < -0.5 || right > innerWidth + 0.5) && element.closest('.chart') === null)
        problems.push(`sticks out by ${Math.round(Math.max(-left, right - innerWidth))}: ${label(element)}`)
      if (style.overflowX === 'auto' || style.overflowX === 'scroll') {
        if (element.scrollWidth > element.clientWidth)
          problems.push(`scrolls sideways by ${element.scrollWidth - element.clientWidth}: ${label(element)}`)
        continue
      }
      const isText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      )
      if (!isText && !element.matches('button, .window, .shell, .main')) continue
      const hasEllipsis = style.textOverflow === 'ellipsis'
      if (hasEllipsis && (allowEllipsis || element.closest('.cut') !== null)) continue
      if (style.display !== 'inline' && element.scrollWidth > element.clientWidth + 2)
        problems.push(`is too wide by ${element.scrollWidth - element.clientWidth}: ${label(element)}`)
      if (style.overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 2)
        problems.push(`is cut off below by ${element.scrollHeight - element.clientHeight}: ${label(element)}`)
    }
    return problems
  }, allowEllipsis)
}
