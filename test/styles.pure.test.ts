/** Whose a style is: every sheet in the layer of its place, every class with one home, none unused, none missing. */
import { describe, expect, it } from 'vitest'
import { astray, misnamed, ownSheets, type Sheet, styledIn, styledTwice } from './styles/sheets.ts'
import { ownScreens, type Screen } from './styles/uses.ts'
import { bare, unstyled, unused } from './styles/wants.ts'

const sheets = ownSheets()
const styled = sheets.flatMap(styledIn)
const screens = ownScreens()

describe('the style sheets', () => {
  it('stand each in the layer of its place', () => {
    expect(sheets.length).toBeGreaterThan(15)
    expect(sheets.flatMap(astray)).toEqual([])
    const order = sheets.find(({ path }) => path === 'platform/web/styles/layers.css')
    expect(order?.text).toContain('@layer tokens, base, kit, rooms, app, print;')
  })

  it('name the classes of a room by the room', () => {
    expect(misnamed(styled)).toEqual([])
  })

  it('give every class one home', () => {
    expect(styledTwice(styled)).toEqual([])
  })

  it('style nothing that no screen uses', () => {
    expect(unused(styled, screens)).toEqual([])
  })
})

describe('the screens', () => {
  it('use no class without a style', () => {
    expect(screens.flatMap((screen) => screen.used).length).toBeGreaterThan(200)
    expect(unstyled(styled, screens)).toEqual([])
  })

  it.for(['apps/web/main.tsx', 'apps/field/main.tsx'])('of %s bring the styles they use', (root) => {
    expect(bare(root, { sheets, screens })).toEqual([])
  })
})

describe('what would be found', () => {
  const order = '@import "#platform/web/styles/layers.css";'
  const sheet = (path: string, text: string): Sheet => ({ path, text })
  const surveys = 'features/surveys/ui/surveys.css'
  const kit = 'platform/web/styles/page.css'

  it.for([
    ['a rule in no layer', surveys, `${order} .surveys-a { color: red }`],
    ['a rule in the layer of another room', surveys, `${order} @layer rooms.rounds { .surveys-a { color: red } }`],
    ['a room in the layer of the kit', surveys, `${order} @layer kit { .surveys-a { color: red } }`],
    ['the kit in the layer of the rooms', kit, `${order} @layer rooms { .page { color: red } }`],
    ['a sheet that does not know the order', surveys, '@layer rooms.surveys { .surveys-a { color: red } }'],
  ] as const)('%s', ([, path, text]) => {
    expect(astray(sheet(path, text))).toHaveLength(1)
  })

  it.for([
    ['the class of another room', surveys, '.rounds-a { color: red }'],
    ['a class of the kit in a room', surveys, '.surveys-a .notice { color: red }'],
    ['a look without the name of the room', surveys, '.surveys-a.open { color: red }'],
    ['the class of a room in the kit', kit, '.page .surveys-a { color: red }'],
  ] as const)('%s', ([, path, text]) => {
    const known = styledIn(sheet(surveys, '.surveys-known { color: red }'))
    expect(misnamed([...known, ...styledIn(sheet(path, text))])).toHaveLength(1)
  })

  it('a class with two homes, while parts of the kit may share the name of a look', () => {
    const twice = ['', '/form'].map((folder) =>
      sheet(`features/surveys/ui${folder}/a.css`, '.surveys-a { color: red }'),
    )
    expect(styledTwice(twice.flatMap(styledIn))).toHaveLength(1)
    const kitTwice = ['page', 'marks'].map((name) => sheet(`platform/web/styles/${name}.css`, '.page { color: red }'))
    expect(styledTwice(kitTwice.flatMap(styledIn))).toHaveLength(1)
    const looks = ['page', 'marks'].map((name) => sheet(`platform/web/styles/${name}.css`, `.${name}.open { top: 0 }`))
    expect(styledTwice(looks.flatMap(styledIn))).toEqual([])
  })

  it('a class without a style, a style without a use, and a page that leaves its style at home', () => {
    const page = (path: string, name: string, more: Partial<Screen> = {}): Screen => ({
      path,
      used: [{ name, path, isLook: false }],
      brings: [],
      later: [],
      ...more,
    })
    const known = [sheet(surveys, '.surveys-a { top: 0 } .surveys-b { top: 0 }')]
    const [main, one] = ['apps/web/main.tsx', 'features/surveys/ui/Page.tsx']
    const all = (brings: readonly string[]): Screen[] => [
      page(main, 'surveys-a', { brings: [surveys], later: [one] }),
      page(one, 'surveys-c', { brings }),
    ]
    expect(unstyled(known.flatMap(styledIn), all([]))).toEqual([`${one}: .surveys-c`])
    expect(unused(known.flatMap(styledIn), all([]))).toEqual([`${surveys}: .surveys-b`])
    const other = sheet('features/surveys/ui/other.css', '.surveys-c { top: 0 }')
    expect(bare(main, { sheets: [...known, other], screens: all([]) })).toHaveLength(1)
    expect(bare(main, { sheets: [...known, other], screens: all([other.path]) })).toEqual([])
  })
})
