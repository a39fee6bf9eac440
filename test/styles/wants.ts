/** Where screens and style sheets do not meet. */
import { type Sheet, type Styled, styledIn } from './sheets.ts'
import type { Screen, Used } from './uses.ts'

type Screens = readonly Screen[]

const without = (names: ReadonlySet<string>, uses: readonly Used[]): readonly string[] =>
  uses.filter(({ name, isLook }) => !isLook && !names.has(name)).map(({ name, path }) => `${path}: .${name}`)

/** Classes that are styled nowhere. Of the looks of a part, one may be the plain one. */
export const unstyled = (styled: readonly Styled[], screens: Screens): readonly string[] =>
  without(
    new Set(styled.map(({ name }) => name)),
    screens.flatMap((screen) => screen.used),
  )

/** Classes that are styled for nobody. */
export function unused(styled: readonly Styled[], screens: Screens): readonly string[] {
  const names = new Set(screens.flatMap((screen) => screen.used).map(({ name }) => name))
  return styled.filter(({ name }) => !names.has(name)).map(({ name, path }) => `${path}: .${name}`)
}

/** What comes with one file: itself and all it brings, over any number of steps. */
function together(screens: ReadonlyMap<string, Screen>, root: string): ReadonlySet<string> {
  const found = new Set([root])
  for (const path of found) for (const next of screens.get(path)?.brings ?? []) found.add(next)
  return found
}

/** The pages that an application asks for, over any number of steps, and itself. */
function pagesOf(screens: ReadonlyMap<string, Screen>, root: string): ReadonlySet<string> {
  const pages = new Set([root])
  for (const page of pages) {
    for (const path of together(screens, page)) for (const next of screens.get(path)?.later ?? []) pages.add(next)
  }
  return pages
}

/** Classes of a page that neither its own sheets style nor those with which the application began. */
export function bare(root: string, of: { sheets: readonly Sheet[]; screens: Screens }): readonly string[] {
  const screens = new Map(of.screens.map((screen) => [screen.path, screen]))
  const styled = of.sheets.flatMap((sheet) => styledIn(sheet))
  const all = of.sheets.find(({ path }) => path === 'platform/web/styles/all.css')?.text ?? ''
  const inAll = new Set([...all.matchAll(/"\.\/(.+?)"/g)].map(([, name]) => `platform/web/styles/${name}`))
  const first = together(screens, root)
  const found = [...pagesOf(screens, root)].flatMap((page) => {
    const mine = together(screens, page)
    const isHere = (path: string) => first.has(path) || mine.has(path) || inAll.has(path)
    const names = new Set(styled.filter(({ path }) => isHere(path)).map(({ name }) => name))
    const uses = [...mine].flatMap((path) => screens.get(path)?.used ?? [])
    return without(names, uses).map((fault) => `${page} brings no style for ${fault}`)
  })
  return [...new Set(found)]
}
