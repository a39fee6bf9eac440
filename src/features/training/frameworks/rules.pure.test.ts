import { expect, it } from 'vitest'
import { topicChoices } from '../needs/ui/need.ts'
import { frameworkSaid, toldApart } from './rules.ts'

const of = (topicId: string, code: string, part: object = {}) => ({
  ...{ topicId, code, framework: 'Khung A', version: 1, period: { from: 2026, until: 2030 }, ...part },
})

it('topics of one code are told apart by years, by names, by versions, and alone by nothing', () => {
  const said = (...topics: ReturnType<typeof of>[]) => topics.map(toldApart(topics))
  expect(said(of('a', 'CĐ1'), of('a', 'CĐ1'), of('b', 'CĐ2'))).toEqual(['', '', ''])
  const later = { period: { from: 2027, until: 2031 } }
  expect(said(of('a', 'CĐ1'), of('b', 'CĐ1', later))).toEqual(['khung 2026-2030', 'khung 2027-2031'])
  expect(said(of('a', 'CĐ1'), of('b', 'CĐ1', { framework: 'Khung B' }))).toEqual([
    'Khung A (2026-2030)',
    'Khung B (2026-2030)',
  ])
  expect(said(of('a', 'CĐ1'), of('b', 'CĐ1', { version: 2 }))).toEqual([
    'Khung A (2026-2030), bản 1',
    'Khung A (2026-2030), bản 2',
  ])
})

it('a framework says its years once', () => {
  expect(frameworkSaid(of('a', 'CĐ1'))).toBe('Khung A (2026-2030)')
  expect(frameworkSaid(of('a', 'CĐ1', { framework: 'Khung 2026-2030' }))).toBe('Khung 2026-2030')
  expect(frameworkSaid(of('a', 'CĐ1', { period: { from: null, until: null } }))).toBe('Khung A')
})

it('topics to choose from name their framework where there are several', () => {
  const topic = { topicId: 'a', code: 'CĐ1', title: 'Rà soát', framework: 'Khung A' } as Parameters<
    typeof topicChoices
  >[0][number]
  const words = (...frameworks: string[]) =>
    topicChoices(frameworks.map((framework) => ({ ...topic, framework }))).map(({ label }) => label)
  expect(words('Khung A')).toEqual([{ vi: 'CĐ1. Rà soát', en: 'CĐ1. Rà soát' }])
  expect(words('Khung A', 'Khung B')[1]).toEqual({ vi: 'CĐ1. Rà soát - Khung B', en: 'CĐ1. Rà soát - Khung B' })
})
