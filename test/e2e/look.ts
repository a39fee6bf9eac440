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

/**
 * Every list of the page as its file gives it: the heads of its columns in their order, but what is only pressed, and the
 * rows shown by their first cell. Says where the file has others.
 */
export const listsUnlikeFiles = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim()
    const unquoted = (line: string): string[] =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) =>
        plain(quoted === undefined ? bare : quoted.replaceAll('""', '"')).replace(/^'(?=[=+@-])/, ''),
      )
    const wrong: string[] = []
    for (const list of document.querySelectorAll('.listing')) {
      const link = list.querySelector<HTMLAnchorElement>('a[href*="as=csv"]')
      if (!link) continue
      const heads = [...list.querySelectorAll('thead th:not([data-act])')].map((head) => plain(head.textContent))
      const firsts = [...list.querySelectorAll('tbody th[scope=row]')].map((row) => plain(row.textContent))
      const text = await (await fetch(link.href)).text()
      const [head = '', ...lines] = text
        .replace(/^\ufeff/, '')
        .trimEnd()
        .split('\r\n')
      const inFile = unquoted(head)
      if (inFile.join('|') !== heads.join('|')) wrong.push(`shows ${heads.join(', ')}; its file ${inFile.join(', ')}`)
      const paged = new URL(location.href).searchParams.has('page')
      const other = paged ? -1 : firsts.findIndex((first, at) => !first.includes(unquoted(lines[at] ?? '')[0] ?? '-'))
      if (other >= 0) wrong.push(`row ${other + 1} is ${firsts[other]}, in its file ${lines[other]}`)
    }
    return wrong
  })
