import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Facts } from '#features/standards/model/facts.ts'
import type { Form } from '#features/standards/model/form.ts'
import { questionsOf } from '#features/standards/rules/form.ts'
import { facts as anyFacts } from '#test/facts.ts'
import { markAt, marked, marksOf, marksPattern, mostMarks, shareOf } from './marks.ts'

const form = JSON.parse(readFileSync('standards/forms/review-2026/form.json', 'utf8')) as Form
const fresh = (start: Facts) => ({ start, before: null })
const mai = { id: 'mai', name: 'Nguyễn Thị Mai', job: 'farm', healthInsurance: true } as const
const an = { id: 'an', name: 'Lê Văn An', job: 'wage', healthInsurance: true } as const
const start: Facts = { settlement: 'rural', members: [mai, an], water: { source: 'tap' } }

describe('how each answer came about', () => {
  it('is read back by question and person: kept, given anew, not answered', () => {
    const now: Facts = { ...start, members: [mai, { ...an, job: 'none' }], housing: { wall: 'durable' } }
    const marks = marked(form, now, marksOf(form, fresh(start), now))
    expect(markAt(marks, 'member.job', 'mai')).toBe('k')
    expect(markAt(marks, 'member.job', 'an')).toBe('a')
    expect(markAt(marks, 'water.source', null)).toBe('k')
    expect(markAt(marks, 'housing.wall', null)).toBe('a')
    expect(markAt(marks, 'housing.roof', null)).toBe('-')
  })

  it('counts what was taken out beforehand as given anew, although the family says the same again', () => {
    const without: Facts = { ...start, members: [mai, { id: 'an', name: 'Lê Văn An', healthInsurance: true }] }
    expect(markAt(marked(form, start, marksOf(form, fresh(without), start)), 'member.job', 'an')).toBe('a')
  })

  it('stays as it was in a form that came back and was not touched there', () => {
    const first = marksOf(form, fresh({}), start)
    const again = { ...start, water: { source: 'rain' } } as Facts
    const before = marked(form, start, first)
    const marks = marked(form, again, marksOf(form, { start, before }, again))
    expect(markAt(marks, 'member.job', 'mai')).toBe('a')
    const kept = marked(form, start, marksOf(form, fresh(start), start))
    expect(shareOf(marksOf(form, { start, before: kept }, again))).toEqual({ kept: 7, all: 8 })
  })

  it('is short, in the form that a command brings, and counts every answer once', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, (began, now) => {
        const text = marksOf(form, fresh(began), now)
        expect(text).toMatch(new RegExp(marksPattern))
        expect(text.length).toBeLessThan(mostMarks)
        const marks = [...marked(form, now, text).values()]
        const people = now.members?.length ?? 0
        const ofEach = form.sections.flatMap((s) => (s.repeat ? s.groups.flatMap((g) => g.questions) : [])).length
        expect(marks.length).toBe(questionsOf(form).length - ofEach + ofEach * people)
        const { kept, all } = shareOf(text)
        expect(kept).toBe(marks.filter((one) => one === 'k').length)
        expect(all).toBe(marks.filter((one) => one !== '-').length)
      }),
    )
  })

  it('says nothing it does not know of what cannot be read', () => {
    expect(shareOf('')).toEqual({ kept: 0, all: 0 })
    expect(shareOf('9999k')).toEqual({ kept: 9999, all: 9999 })
    expect(shareOf('9999k9999k9999k').all).toBe(10_000)
    expect(markAt(marked(form, start, 'k'), 'water.source', null)).toBe('-')
  })
})
