/** What is said once stays so: the order of names and the half-open day have no second wording anywhere in the house. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const files = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)

const sources = files('src').map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
const saying = (what: RegExp): string[] => sources.filter(({ text }) => what.test(text)).map(({ path }) => path)

/** `valid_until is null or`, in SQL or as it is built, and a range of days beside it. */
const period = /_(until|on)( is null or|', 'is', null\), )|daterange\(/

describe('said once', () => {
  it('the order of names', () => {
    expect(saying(/localeCompare|Intl\.Collator/)).toEqual(['src/kernel/order.ts'])
    expect(saying(/collate (vietnamese|"vi)/i)).toEqual(['src/platform/server/sql/order.ts'])
    expect(saying(/order ?by[^\n]*fold\(|orderBy\([^\n]*fold\(/i)).toEqual([])
  })

  it('whether a row holds on a day', () => {
    for (const second of [
      'v.valid_from <= $1 and (v.valid_until is null or v.valid_until > $1)',
      "e.or([e('m.left_on', 'is', null), e('m.left_on', '>', day)])",
      'daterange(p.valid_from, p.valid_until) @> $1::date',
    ])
      expect(second).toMatch(period)
    expect(saying(period)).toEqual([])
  })

  it('the field of a file, which says what is wrong with it as soon as it is chosen', () => {
    expect(saying(/type="file"/)).toEqual(['src/platform/web/kit/FileField.tsx'])
  })

  it('a rate', () => {
    const rate = /\}%[`' ]/
    expect("'{n}% số hộ'").toMatch(rate)
    // The same sign stands in patterns of SQL, and in styles.
    const said = sources.filter(({ text }) =>
      text.split('\n').some((line) => rate.test(line) && !/like|fold|width|left|style/i.test(line)),
    )
    expect(said.map(({ path }) => path)).toEqual(['src/kernel/numbers.ts'])
  })

  it('what stands for itself in a pattern', () => {
    expect(saying(/\[\\\\%_\]/)).toEqual(['src/platform/server/sql/like.ts'])
  })

  it('the name of an area on a day', () => {
    expect(saying(/valid_from <= [^\n]*\) desc/)).toEqual(['src/features/areas/queries.ts'])
  })
})
