/** Looks at a page as it stands, and says in words what is wrong with it. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds, one line a rule with the first places. */
export async function axeFinds(page: Page): Promise<string[]> {
  const looking = new AxeBuilder({ page }).withTags(rules).options({ resultTypes: ['violations'] })
  // There are no frames of others to look into: one page is enough, without a second one for the sum.
  const { violations } = await looking.setLegacyMode().analyze()
  return violations.map(
    ({ id, nodes }) =>
      `axe ${id}: ${nodes
        .slice(0, 3)
        .map((node) => `${String(node.target)} ${node.html.slice(0, 120)}`)
        .join(' | ')}`,
  )
}

/** The page never scrolls sideways; a table may, inside its own frame. Names what sticks out. */
export const sticksOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.querySelectorAll('body *')].filter((element) => {
      const box = element.getBoundingClientRect()
      return box.width > 0 && box.right > clientWidth + 1
    })
    const named = wide.slice(0, 4).map((e) => `${e.tagName.toLowerCase()}.${e.className}`)
    return [`page is ${scrollWidth} wide in ${clientWidth}: ${named.join(', ')}`]
  })

/** In a card every head has a value beside it: a cell that holds nothing is not shown there. */
export const bareHeads = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const cells = [...document.querySelectorAll<HTMLElement>('td[data-head]')]
    const bare = cells.filter(
      (e) =>
        e.checkVisibility() &&
        getComputedStyle(e).display === 'grid' &&
        !e.innerText.trim() &&
        !e.querySelector('input, select, progress, svg'),
    )
    return [...new Set(bare.map((e) => `nothing stands beside "${e.dataset.head}"`))]
  })

/** One title, and the same in the window's name. */
export const titleFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = document.querySelectorAll('h1').length
    const named = /^\S.* - Nâng Bước$/.test(document.title)
    return [...(found === 1 ? [] : [`${found} titles`]), ...(named ? [] : [`window is named "${document.title}"`])]
  })

/** Headings, buttons, labels, heads of columns, names of links in the frame: what the program says, not what it holds. */
export const saidByProgram = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const all = 'h1, h2, h3, button, th[scope=col], label, legend, summary, nav a, dt, .badge'
    const here = document.documentElement.lang
    const mine = [...document.querySelectorAll<HTMLElement>(all)].filter(
      (e) => e.checkVisibility() && (e.closest('[lang]')?.getAttribute('lang') ?? here) === here && !e.closest('td'),
    )
    return mine.map((e) => e.innerText.replace(/\s+/g, ' ').trim()).filter(Boolean)
  })
