/** Numbers in sentences: in English one is one, and thousands stand as English writes them. */
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fill } from '#kernel/text.ts'

const pages = globSync('src/features/{people,training}/**/ui/**/*.tsx').map((file) => ({
  file,
  text: readFileSync(file, 'utf8'),
}))
const counted =
  'people|classes|needs|rows|plans|frameworks|requirements|records|moves|lines|values|targets|units|drafts|comments|communes|topics|attendances|times|jobs|posts|places|officials'

describe('a counted word', () => {
  it('is said of one and of many', () => {
    const said = '{n} {n:person is|people are} missing in {area}.'
    expect(fill(said, { n: '1', area: 'Tam Hồng' })).toBe('1 person is missing in Tam Hồng.')
    expect(fill(said, { n: '1,203', area: 'Tam Hồng' })).toBe('1,203 people are missing in Tam Hồng.')
    expect(fill(said, { n: 0, area: 'Tam Hồng' })).toBe('0 people are missing in Tam Hồng.')
    expect(fill(said, {})).toBe(said)
  })

  it('of the pages of officials and of training is never of many alone', () => {
    const alone = new RegExp(`\\ben: ['"\`][^'"\`\\n]*(?<!\\$)\\{\\w+\\} (?:${counted})\\b[^'"\`\\n]*`, 'g')
    expect(pages.flatMap(({ file, text }) => (text.match(alone) ?? []).map((found) => `${file}: ${found}`))).toEqual([])
  })
})

describe('a number on a page of officials or of training', () => {
  it('is written in the language of now', () => {
    const fixed = /import [^;\n]*\bshow(?:Number|Money|Share)\b[^;\n]*'#kernel\/numbers\.ts'/
    expect(pages.filter(({ text }) => fixed.test(text)).map(({ file }) => file)).toEqual([])
  })
})
