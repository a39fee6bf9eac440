/** For tests: what no sentence about a household may be, whatever the household is. */
import { expect } from 'vitest'
import type { Standard } from '#features/standards/model/standard.ts'
import type { Verdict } from '#features/standards/model/verdict.ts'
import { classBits, classFor, zone } from '#features/standards/rules/classify.ts'
import { explainInWords, type Line } from '#features/standards/rules/words.ts'
import type { Said } from '#kernel/text.ts'

const languages = ['vi', 'en'] as const

/** `1.234,5` as it is shown. */
const numberOf = (text: string): number => Number(text.replaceAll('.', '').replace(',', '.'))
const shownNumber = '(\\d[\\d.]*(?:,\\d+)?)'

/** Marks of a sentence that was put together wrongly. */
const broken: readonly (readonly [string, RegExp])[] = [
  ['a place that was not filled', /[{}]/],
  ['a value that is none', /NaN|undefined|null|Infinity|\[object|\btrue\b|\bfalse\b/],
  ['a negative number', /(^|[\s(])[-−]\d/],
  ['two blanks, or one before a mark', /\s{2}| [.,;:)]|\( /],
  ['nothing in brackets, or two marks', /\(\s*\)|[.,;:]{2}|\(;|: *[.;]/],
  ['a code', /[a-z]_[a-z]|\b[a-z]+[A-Z]\w*/],
]

function mustStand(text: string): void {
  for (const [what, pattern] of broken) if (pattern.test(text)) expect.fail(`${what}: ${text}`)
  expect(text).toMatch(/^\p{Lu}.*\.$|^\d/u)
}

/** What a sentence says of two numbers is true of the numbers as they are shown. */
function mustCompare(text: string, lang: keyof Said): void {
  const used = new RegExp(lang === 'vi' ? `(?:Thu nhập|\\(B1\\) là) ${shownNumber}` : `(?:is|are) ${shownNumber}`).exec(
    text,
  )
  const value = numberOf(used?.[1] ?? '')
  if (!used) return
  const words = lang === 'vi' ? (['không quá', 'trên'] as const) : (['not above', '(?<!not )above'] as const)
  for (const [at, word] of words.entries())
    for (const [, line = ''] of text.matchAll(new RegExp(`${word} [\\p{L} -]*?${shownNumber}`, 'gu')))
      if (at === 0 ? value > numberOf(line) : value <= numberOf(line)) expect.fail(text)
}

const classAt = (zones: number, lacking: number, { classes }: Standard) =>
  classFor(
    classBits(
      zones,
      { least: lacking, most: lacking, forPoor: classes.lackingForPoor.value },
      classes.rule.value === 'two_lines',
    ),
  )

/** What would change the class is said of nobody whose answers are open, and would change it. */
function mustChange(line: Line, verdict: Verdict, standard: Standard): void {
  const of = `${line.text} of ${verdict.class} with ${verdict.lacking.length}`
  if (verdict.class === null || verdict.missing.length > 0) expect.fail(`while answers are missing: ${of}`)
  if (verdict.indicators.some((i) => i.state === 'not_assessable')) expect.fail(`while an indicator is open: ${of}`)
  const [, fewer] = /bớt được (-?\d+)/.exec(line.text) ?? []
  const [, more] = /thêm (-?\d+)/.exec(line.text) ?? []
  const zones = standard.classes.rule.value === 'two_lines' ? zone.between : zone.poor
  const lacking = verdict.lacking.length
  if (fewer)
    expect([
      of,
      classAt(zones, lacking - Number(fewer) + 1, standard),
      classAt(zones, lacking - Number(fewer), standard),
    ]).toEqual([of, 'poor', 'near_poor'])
  if (more)
    expect([
      of,
      classAt(zones, lacking + Number(more) - 1, standard),
      classAt(zones, lacking + Number(more), standard),
    ]).toEqual([of, 'near_poor', 'poor'])
  if (more) expect(lacking + Number(more)).toBeLessThanOrEqual(verdict.indicators.length)
  if (fewer) expect(lacking - Number(fewer)).toBeGreaterThanOrEqual(0)
}

/** The sentences of a verdict in both languages, once they have been found possible. */
export function possibleSentences(verdict: Verdict, standard: Standard, nameOf: (person: string) => string) {
  const [vi, en] = languages.map((lang) => {
    const lines = explainInWords(verdict, standard, { lang, nameOf })
    expect(new Set(lines.map((l) => l.text)).size).toBe(lines.length)
    for (const line of lines) {
      const names = verdict.indicators.flatMap((i) => i.because.flatMap((b) => (b.person ? [nameOf(b.person)] : [])))
      const bare = names.reduce((text, name) => text.split(name).join('Mai'), line.text)
      if (line.kind !== 'note') mustStand(bare)
      if (line.kind === 'income') mustCompare(bare, lang)
      if (line.kind === 'change' && lang === 'vi') mustChange(line, verdict, standard)
    }
    return lines
  })
  expect(vi?.map((l) => l.kind)).toEqual(en?.map((l) => l.kind))
  return { vi: vi ?? [], en: en ?? [] }
}
