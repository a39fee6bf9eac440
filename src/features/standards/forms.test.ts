import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/dates.ts'
import { readFacts } from './check.ts'
import { findForm, loadStandards, scorerOf, standardsFolder } from './library.ts'
import type { Facts } from './model/facts.ts'
import type { Form, Question } from './model/form.ts'
import fixture from './reportColumns.fixture.json' with { type: 'json' }
import { answerAt, isAsked, isMemberPath, missingAnswers, questionsOf, withAnswer } from './rules/form.ts'
import { indicatorsOf } from './rules/indicators.ts'

const library = loadStandards()
const day = plainDate('2026-10-15')
const forms = library.forms.map((f) => f.value)
const formCalled = (id: string): Form => {
  const form = forms.find((f) => f.id === id)
  if (!form) throw new Error(id)
  return form
}
const form2026 = formCalled('review-2026')
const question = (form: Form, id: string): Question => {
  const found = questionsOf(form).find((q) => q.id === id)
  if (!found) throw new Error(`no question ${id}`)
  return found
}

type Source = {
  question?: string
  option?: string
  declared?: string
  computed?: string
  class?: string
  of?: string
  indicator?: string
  indicators?: string[]
}
type ReportMap = { forms: { no: number; columns: { column: string; from: Source }[] }[] }
const map = JSON.parse(readFileSync(join(standardsFolder, 'forms', 'report-columns.json'), 'utf8')) as ReportMap

describe('the report forms', () => {
  const declared = ['households', 'persons', 'by_ethnicity']
  const computed = [
    ...['row_number', 'area', 'households_or_persons', 'class', 'share', 'movement', 'remainder'],
    ...['lacking_total', 'indicator', 'indicator_share', 'indicators'],
  ]
  const keys = new Set(library.standards.flatMap((s) => indicatorsOf(s.value).map((i) => i.key)))

  it('are fifteen, each with its columns in order and no orphan', () => {
    expect(fixture.forms).toHaveLength(15)
    for (const { no, columns } of fixture.forms)
      expect(
        map.forms.find((f) => f.no === no)?.columns.map((c) => c.column),
        `form ${no}`,
      ).toEqual(columns)
  })

  const columns = map.forms.flatMap((f) => f.columns.map((c) => [f.no, c.column, c.from] as const))
  it.each(columns)('form %i, %s comes from something that exists', (_no, _column, from) => {
    expect(from.question ?? from.declared ?? from.computed, 'an orphan').toBeDefined()
    if (from.declared !== undefined) expect(declared).toContain(from.declared)
    if (from.computed !== undefined) expect(computed).toContain(from.computed)
    for (const key of [...(from.indicators ?? []), ...(from.indicator ? [from.indicator] : [])])
      expect(keys).toContain(key)
    if (from.question === undefined) return
    for (const form of forms) {
      const asked = question(form, from.question)
      if (from.option !== undefined) expect(asked.options?.map((o) => o.value)).toContain(from.option)
    }
  })
})

/** A value that answers a question. */
const sampleOf = (q: Question): unknown => {
  const option = q.options?.[0]?.value
  const samples: Record<Question['kind'], unknown> = {
    yes_no: true,
    choice: option ?? '01',
    many: [option],
    number: 40,
    money: 1_000_000,
    birth: { year: 1990, month: 5, day: 4 },
    text: 'Mai',
  }
  return samples[q.kind]
}

describe.each(forms)('the form $id', (form) => {
  const questions = questionsOf(form)

  it('names every question once', () => {
    expect(new Set(questions.map((q) => q.id)).size).toBe(questions.length)
    expect(new Set(questions.map((q) => q.path)).size).toBe(questions.length)
  })

  it.each(questions.map((q) => [q.id, q] as const))('%s writes an answer that the facts accept', (_id, q) => {
    const empty: Facts = { members: [{ id: 'p1' }] }
    const at = isMemberPath(q.path) ? { path: q.path, person: 'p1' } : { path: q.path }
    const values = q.kind === 'choice' && q.options ? q.options.map((o) => o.value) : [sampleOf(q)]
    const all = q.kind === 'many' ? [q.options?.map((o) => o.value)] : values
    for (const value of all) {
      const read = readFacts(withAnswer(empty, at, value), day, new Set())
      expect(read).toHaveProperty('facts')
      if ('facts' in read) expect(answerAt(read.facts, q.path, 'p1')).toEqual(value)
    }
    expect(withAnswer(withAnswer(empty, at, all[0]), at, undefined)).toEqual(empty)
  })

  it('asks for every answer the standards it serves wait for', () => {
    const paths = new Set(questions.map((q) => q.path))
    const people = [2, 10, 17, 25, 40, 70].map((age, i) => ({
      id: `p${i}`,
      birth: { year: 2026 - age, month: 1, day: 1 },
    }))
    const facts: Facts = {
      members: people.map((m) => ({
        ...m,
        job: m.id === 'p4' ? ('wage' as const) : ('none' as const),
        seriousIllness: true,
      })),
    }
    for (const id of form.serves)
      for (const path of scorerOf(library, id).explain(facts, day).missing)
        expect(paths, path).toContain(path.replace(/\[p\d\]/, '[]'))
  })

  it('marks wording that was not read as illustrative', () => {
    expect(questions.filter((q) => q.mark === 'illustrative').length).toBeGreaterThan(0)
    expect(form.mark).toBe('illustrative')
  })
})

describe('walking the form of 2026', () => {
  const adult: Facts = {
    members: [
      { id: 'p1', birth: { year: 1990 } },
      { id: 'p2', birth: { year: 2020, month: 1, day: 1 } },
    ],
  }

  it('asks a contract only of whoever does wage work', () => {
    const contract = question(form2026, 'member.contract')
    expect(isAsked(contract, { facts: adult, day, person: 'p1' })).toBe(false)
    const wage = withAnswer(adult, { path: 'members[].job', person: 'p1' }, 'wage')
    expect(isAsked(contract, { facts: wage, day, person: 'p1' })).toBe(true)
  })

  it('asks work of adults and nutrition of children', () => {
    const asked = (id: string, person: string) => isAsked(question(form2026, id), { facts: adult, day, person })
    expect([asked('member.job', 'p1'), asked('member.job', 'p2')]).toEqual([true, false])
    expect([asked('member.nutrition', 'p1'), asked('member.nutrition', 'p2')]).toEqual([false, true])
  })

  it('tells what is missing and for what, and is quiet when all is answered', () => {
    const scorers = form2026.serves.map((id) => scorerOf(library, id))
    const missing = missingAnswers({ facts: adult, scorers, form: form2026, day })
    expect(missing.find((m) => m.question === 'water.source')?.forVerdict).toBe(true)
    expect(missing.find((m) => m.question === 'sanitation.waste')?.forVerdict).toBe(false)
    expect(missing.find((m) => m.question === 'causes')).toBeUndefined()
    let facts: Facts = { ...adult, income: { perPersonMonth: 1 as never } }
    for (let open = missing; open.length > 0; open = missingAnswers({ facts, scorers, form: form2026, day })) {
      const [next] = open
      if (!next) break
      const at = next.person === undefined ? { path: next.path } : { path: next.path, person: next.person }
      facts = withAnswer(facts, at, sampleOf(question(form2026, next.question)))
    }
    expect(missingAnswers({ facts, scorers, form: form2026, day })).toEqual([])
    expect(scorerOf(library, 'vn-2022-2025').score(facts, day).class).not.toBeNull()
  })

  it('tells that nobody is listed yet', () => {
    const scorers = [scorerOf(library, 'vn-2022-2025')]
    const [first] = missingAnswers({ facts: {}, scorers, form: form2026, day })
    expect(first).toMatchObject({ question: 'members', forVerdict: true })
  })
})

it('the newest form serves the standard of 2022-2025', () => {
  expect(findForm(library, 'vn-2022-2025')?.value.id).toBe('review-2026')
  expect(findForm(library, 'vn-2016-2020')?.value.id).toBe('review-2021')
})
