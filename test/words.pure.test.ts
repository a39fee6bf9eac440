/** Every sentence that the house has in two languages: no code, no pattern, and one language at a time. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', 'src')
type Sentence = { readonly where: string; readonly language: 'vi' | 'en'; readonly text: string }

/** `vi: '...'` and `en: '...'` wherever they stand, what is filled in left out. */
const sentencesIn = (where: string, source: string): Sentence[] =>
  [...source.matchAll(/\b(vi|en):\s*(['"`])((?:\\.|(?!\2)[^\\])*)\2/g)].map(([, language, , text = '']) => ({
    where,
    language: language as Sentence['language'],
    text: text.replace(/\$\{[^}]*\}|\{\w+\}/g, ''),
  }))

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => name.replaceAll('\\', '/'))
const all = files.flatMap((name) => sentencesIn(name, readFileSync(join(root, name), 'utf8')))

/** For who runs the server: settings and words of PostgreSQL are named as they must be typed. */
const ofOperators = /^(platform\/server\/database\/(explain|prove)|apps\/server\/)/
const code = /[a-z]_[a-z]|\b[a-z]+[A-Z][a-z]|\\\\|\[\^|\.\*|\b(null|undefined|NaN|true|false)\b/
/** Proper names of the interface in Vietnam's own letters, and what is quoted from a form or a paper. */
const vietnameseNames =
  /Nâng Bước|BẢN MẪU|Xã Tam Hồng|Tam Hồng|QĐ-UBND|\((thôn|bản|xóm|ấp|buôn)\)|đ a (person|year|month)/g
const vietnameseLetter = /[ăâđêôơưĂÂĐÊÔƠƯ]|[àáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ]|[\u1ea0-\u1ef9]/i
const foreignNames = /\(Save As\)|\bDocker\b/g
const english =
  /\b(the|and|of|is|are|not|with|for|this|that|must|file|form|user|password|login|server|browser|online|offline|upload|download|click|submit|data|database|row|column|error|invalid|required|returned|surveying|submitted|accepted|listed)\b/i

const offending = (of: (one: Sentence) => boolean): string[] =>
  all.filter(of).map(({ where, text }) => `${where}: ${text}`)
const isFor = (one: Sentence): boolean => !ofOperators.test(one.where)

describe('the sentences of the house', () => {
  it('are found: this looks at thousands of them', () => {
    expect(all.length).toBeGreaterThan(4000)
    expect(all.filter(({ language }) => language === 'vi').length).toBeGreaterThan(2000)
  })

  it('name no code, no pattern, no value of the program', () => {
    expect(offending((one) => isFor(one) && code.test(one.text))).toEqual([])
  })

  it('in Vietnamese have no English word', () => {
    expect(offending((one) => one.language === 'vi' && english.test(one.text.replace(foreignNames, '')))).toEqual([])
  })

  it('in English have no Vietnamese word', () => {
    const plain = (text: string) => text.replace(vietnameseNames, '')
    expect(offending((one) => one.language === 'en' && vietnameseLetter.test(plain(one.text)))).toEqual([])
  })

  it('are caught where they do', () => {
    const wrong = sentencesIn(
      'x',
      `{ vi: 'Hộ đang returned', en: 'Beyond {limit} ký tự' }, { vi: 'Chưa đúng: \\\\S', en: 'case_state' }`,
    )
    expect(wrong.map(({ text }) => [english.test(text), vietnameseLetter.test(text), code.test(text)])).toEqual([
      [true, true, false],
      [false, true, false],
      [false, true, true],
      [false, false, true],
    ])
  })
})

/** A fact that a sentence fills in is a word of the house in both languages, never a code of the program. */
describe('what problems are told to fill in', () => {
  const filledByCode = /Problem\('[\w.]+', \{[^}]*\b(what|state|step|why|event|who): '/
  it('is no bare code', () => {
    const sources = files.map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }))
    const plain = sources.filter(({ text }) => filledByCode.test(text)).map(({ name }) => name)
    // What cannot be read at the edge is named for who writes a client; no sentence says it.
    expect(
      plain.filter((name) => !name.startsWith('platform/server/edge/') && name !== 'platform/server/http.ts'),
    ).toEqual([])
  })
})
