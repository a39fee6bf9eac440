/** Every form and dialog of the office, found in the code, is on the list that is tried in a browser. */
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { holdsOthers, keepsNothing, nothingTyped, officeForms, sendsOnly } from './forms/list.ts'

const sources = globSync('src/**/*.{ts,tsx}', { exclude: ['**/*.test.ts', 'src/platform/web/draft.ts'] }).map(
  (path) => {
    const file = path.replaceAll('\\', '/')
    return { file: file.replace('src/', ''), text: readFileSync(file, 'utf8') }
  },
)
const inKit = (file: string) => file.startsWith('platform/web/kit/')

/** The names of drafts that a source begins. */
const draftsIn = (text: string): string[] =>
  [...text.matchAll(/useDraft\(\s*(['"`])(.*?)\1/g)].map(([, , kind = '']) => kind)
const opensForm = /<(Form|FormBox|EditForm|DeedForm|ReasonDialog|SignedPageDialog)\b/
const standsOver = /<(Dialog|Confirm)\b/
const isTypedIn = /<(\w*Field|YesNo|\w*Picker|textarea|input|select)\b/
/** A part is given what is typed in it and hands it on; what keeps it is the form that it stands in. */
const isPart = (text: string) => /onChange|onGive|onChoose/.test(text) && !/useState[<(]/.test(text)

const missingFrom = (list: readonly { file: string; text: string }[]): string[] => {
  const found: string[] = []
  for (const { file, text } of list) {
    const kinds = draftsIn(text)
    for (const kind of kinds) if (!officeForms[kind] && !sendsOnly[kind]) found.push(`${file}: the form ${kind}`)
    if (
      !file.endsWith('.tsx') ||
      inKit(file) ||
      kinds.length > 0 ||
      file in keepsNothing ||
      file in nothingTyped ||
      file in holdsOthers
    )
      continue
    if (opensForm.test(text) && !/\bdraft=\{/.test(text)) found.push(`${file}: a form without a draft`)
    else if (isTypedIn.test(text) && !/useTyped|useDraftHere/.test(text) && !isPart(text))
      found.push(`${file}: a field`)
  }
  return found
}

describe('a form of the office', () => {
  it('is on the list by the name of its draft, or says why nothing is kept', () => {
    expect(missingFrom(sources)).toEqual([])
  })

  it('that is on the list is in the code', () => {
    const kinds = sources.flatMap(({ text }) => draftsIn(text))
    expect(Object.keys({ ...officeForms, ...sendsOnly }).filter((kind) => !kinds.includes(kind))).toEqual([])
    expect(kinds.toSorted().filter((kind, at, all) => kind === all[at + 1])).toEqual([])
    const without = sources.filter(({ text }) => text.includes('draft={null}')).map(({ file }) => file)
    expect(without.toSorted()).toEqual(Object.keys(keepsNothing).toSorted())
    const files = new Set(sources.map(({ file }) => file))
    expect(Object.keys(nothingTyped).filter((file) => !files.has(file))).toEqual([])
  })

  it('says for nobody how sure they are: of what a text says nothing is chosen before they choose', () => {
    const chosen = /\bmark: '|'mark', '|mark: mark \?\? '/
    for (const planted of ["legalBasis: '', mark: 'text' }", "useTyped<FactMark>(draft, 'mark', 'text')"])
      expect(planted).toMatch(chosen)
    const forms = sources.filter(({ file }) => file.includes('/ui/'))
    // An illustration says that it is one when somebody asks for it.
    const found = forms.filter(({ text }) => chosen.test(text.replaceAll("mark: 'illustrative'", '')))
    expect(found.map(({ file }) => file)).toEqual([])
  })

  it('that is new is missed here until it is listed', () => {
    const planted = [
      ["const draft = useDraft('works.new', id)\n<Form draft={draft}>", 'the form works.new'],
      ['<Form onSubmit={send}><p/></Form>', 'a form without a draft'],
      ["const [a, b] = useState('')\n<TextField value={a} onChange={b} />", 'a field'],
      ["const [a, b] = useState('')\n<textarea value={a} />", 'a field'],
    ]
    for (const [text = '', said] of planted)
      expect(missingFrom([{ file: 'features/works/ui/NewWork.tsx', text }])).toEqual([
        `features/works/ui/NewWork.tsx: ${said}`,
      ])
  })

  it('can be sent: a box to search in that keeps no choice is not asked for once something was chosen', () => {
    const stuck = (text: string) =>
      opensForm.test(text) &&
      [...text.matchAll(/<\w*Picker\b(.*?)\/>/gs)].some(
        ([, props = '']) => /chosen=\{null\}/.test(props) && /\brequired(?!=\{\w+\.length === 0\})/.test(props),
      )
    const planted = '<Form><OfficialPicker required chosen={null} onChoose={choose} /></Form>'
    expect(stuck(planted)).toBe(true)
    expect(stuck(planted.replace('required', 'required={people.length === 0}'))).toBe(false)
    expect(sources.filter(({ text }) => stuck(text)).map(({ file }) => file)).toEqual([])
  })

  it('keeps no password, no code and no file', () => {
    const typed = sources.flatMap(({ text }) =>
      [...text.matchAll(/useTyped(?:<[^(]*>)?\(\s*[^,]+,\s*'([^']+)'/g)].map(([, name]) => name),
    )
    expect(typed.length).toBeGreaterThan(50)
    expect(typed.filter((name) => /password|token|secret|file|scan/i.test(name ?? ''))).toEqual([])
  })
})

describe('a dialog of the office', () => {
  it('belongs to a form that is on the list, to one that keeps nothing, or is read only', () => {
    const mine = (file: string, text: string) =>
      inKit(file) || file in keepsNothing || file in nothingTyped || draftsIn(text).length > 0 || file in holdsOthers
    expect(
      sources.filter(({ file, text }) => standsOver.test(text) && !mine(file, text)).map(({ file }) => file),
    ).toEqual([])
  })
})
