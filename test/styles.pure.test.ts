/** Whose a style is: every sheet in the layer of its place, every class with one home, none unused, none missing. */
import { describe, expect, it } from 'vitest'
import { astray, misnamed, ownSheets, styledIn, styledTwice } from './styles/sheets.ts'
import { ownScreens, pagesOf, type Screen, together, type Used } from './styles/uses.ts'

const sheets = ownSheets()
const styled = sheets.flatMap(styledIn)
const screens = new Map(ownScreens().map((screen) => [screen.path, screen]))
const used = [...screens.values()].flatMap((screen) => screen.used)

const notStyled = (uses: readonly Used[], names: ReadonlySet<string>) =>
  uses.filter(({ name, isLook }) => !isLook && !names.has(name)).map(({ name, path }) => `${path}: .${name}`)

/** Classes that a page uses while nothing it brings, and nothing the application began with, styles them. */
function bare(all: ReadonlyMap<string, Screen>, root: string): readonly string[] {
  const first = together(all, root)
  const found = pagesOf(all, root).flatMap((page) => {
    const here = new Set([...first, ...together(all, page)])
    const brought = new Set(styled.filter(({ path }) => here.has(path) || isOpened(path, here)).map(({ name }) => name))
    const uses = [...together(all, page)].flatMap((path) => all.get(path)?.used ?? [])
    return notStyled(uses, brought).map((fault) => `${page} brings no style for ${fault}`)
  })
  return [...new Set(found)]
}

/** Brought by a sheet that imports it. */
const isOpened = (path: string, here: ReadonlySet<string>): boolean =>
  sheets.some((sheet) => here.has(sheet.path) && sheet.text.includes(`"./${path.split('/').at(-1)}"`))

describe('the style sheets', () => {
  it('stand each in the layer of its place', () => {
    expect(sheets.length).toBeGreaterThan(15)
    expect(sheets.flatMap(astray)).toEqual([])
  })

  it('name the classes of a room by the room', () => {
    expect(misnamed(styled)).toEqual([])
  })

  it('give every class one home', () => {
    expect(styledTwice(styled)).toEqual([])
  })

  it('style nothing that no screen uses', () => {
    const names = new Set(used.map(({ name }) => name))
    expect(styled.filter(({ name }) => !names.has(name)).map(({ name, path }) => `${path}: .${name}`)).toEqual([])
  })
})

describe('the screens', () => {
  it('use no class without a style', () => {
    expect(used.length).toBeGreaterThan(200)
    expect(notStyled(used, new Set(styled.map(({ name }) => name)))).toEqual([])
  })

  it.for(['apps/web/main.tsx', 'apps/field/main.tsx'])('of %s bring the styles they use', (root) => {
    expect(bare(screens, root)).toEqual([])
  })
})
