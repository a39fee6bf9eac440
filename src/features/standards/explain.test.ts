import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/dates.ts'
import { vnd } from '#kernel/numbers.ts'
import { readFacts } from './check.ts'
import { indicatorKeys, loadStandards, scorerOf } from './library.ts'
import type { Facts } from './model/facts.ts'
import { toilets, waterSources } from './model/words.ts'
import { explainInWords } from './rules/words.ts'

const library = loadStandards()
const day = plainDate('2026-10-15')
const scorer = scorerOf(library, 'vn-2022-2025')

const mai: Facts = {
  settlement: 'rural',
  income: { perPersonMonth: vnd(1_500_000) },
  members: [
    {
      id: 'mai',
      name: 'Mai',
      sex: 'female',
      birth: { year: 1990, month: 3, day: 8 },
      finished: 'lower_secondary',
      studying: 'none',
      canWork: true,
      job: 'farm',
      healthInsurance: false,
      socialAllowance: false,
      disability: 'none',
    },
  ],
  housing: { wall: 'not_durable', pillar: 'durable', roof: 'not_durable', areaM2: 7 },
  water: { source: 'tap' },
  sanitation: { toilet: 'septic' },
  information: { internet: true, means: ['smartphone'] },
}
const said = (facts: Facts, lang: 'vi' | 'en' = 'vi') =>
  explainInWords(scorer.explain(facts, day), scorer.standard, {
    lang,
    nameOf: (id) => (id === 'mai' ? 'Mai' : id),
  }).map((l) => l.text)

describe('why', () => {
  it('tells Mai her class, the line, each lacking indicator with its reason, and what would change it', () => {
    expect(said(mai)).toEqual(
      expect.arrayContaining([
        'Hộ nghèo.',
        'Thu nhập 1.500.000 đ một người một tháng, không quá chuẩn 1.500.000 đ.',
        'Thiếu hụt: Bảo hiểm y tế (Mai chưa có bảo hiểm y tế).',
        'Thiếu hụt: Chất lượng nhà ở (tường không bền chắc; mái không bền chắc).',
        'Thiếu hụt: Diện tích nhà ở bình quân đầu người (7 m² một người).',
        'Nếu bớt được 1 chỉ số thiếu hụt, hộ là hộ cận nghèo.',
        'Nếu thu nhập một người một tháng trên 1.500.000 đ, hộ không còn thuộc diện nghèo, cận nghèo.',
        'Một số giá trị của chuẩn chưa đối chiếu văn bản.',
      ]),
    )
    expect(said(mai, 'en')[0]).toBe('Poor household.')
  })

  it('says no line while it is not known whether she lives in town, where that decides', () => {
    const { settlement: _, ...somewhere } = { ...mai, income: { perPersonMonth: vnd(1_800_000) } }
    expect(said(somewhere)).toContain(
      'Thu nhập 1.800.000 đ một người một tháng; chưa so được với chuẩn vì chưa biết hộ ở nông thôn hay thành thị.',
    )
    expect(said(somewhere).join(' ')).not.toContain('chưa rõ')
    const poorAnywhere = { ...somewhere, income: { perPersonMonth: vnd(1_500_000) } }
    expect(said(poorAnywhere).slice(0, 2)).toEqual([
      'Hộ nghèo.',
      'Thu nhập 1.500.000 đ một người một tháng, không quá chuẩn của cả nông thôn lẫn thành thị.',
    ])
  })

  it('says which water and which toilet lacks, for every answer that lacks', () => {
    const known = (facts: Facts, key: string) => {
      const { state } = scorer.explain(facts, day).indicators.find((i) => i.key === key) ?? {}
      const name = key === 'cleanWater' ? 'Nguồn nước sinh hoạt' : 'Nhà tiêu hợp vệ sinh'
      return { lacks: state === 'lacking', line: said(facts).find((text) => text.startsWith(`Thiếu hụt: ${name}`)) }
    }
    const all = [
      ...waterSources.map((source) => known({ ...mai, water: { source } }, 'cleanWater')),
      ...toilets.map((toilet) => known({ ...mai, sanitation: { toilet } }, 'hygienicToilet')),
    ].filter((one) => one.lacks)
    expect(all).toHaveLength(8)
    for (const { line } of all) expect(line).toMatch(/^Thiếu hụt: .+ \(.+\)\.$/)
    expect(all[0]?.line).toBe('Thiếu hụt: Nguồn nước sinh hoạt (dùng giếng đào không được bảo vệ).')
  })

  it('what it says would change the class does change it', () => {
    const insured: Facts = { ...mai, members: (mai.members ?? []).map((m) => ({ ...m, healthInsurance: true })) }
    expect(scorer.score(insured, day).class).toBe('near_poor')
    expect(said(insured)).toContain('Nếu thiếu hụt thêm 1 chỉ số, hộ là hộ nghèo.')
    expect(scorer.score({ ...mai, income: { perPersonMonth: vnd(1_500_001) } }, day).class).toBe('average')
  })

  it('says what is open and never a class', () => {
    const { water: _, ...dry } = mai
    const open: Facts = { ...dry, housing: { ...mai.housing, areaM2: 8 } }
    expect(said(open)[0]).toBe('Chưa xếp loại được: có thể là hộ nghèo hoặc hộ cận nghèo.')
    expect(said(open)).toContain('Còn thiếu 1 câu trả lời.')
    expect(scorer.explain(open, day).missing).toEqual(['water.source'])
  })

  it('gives every lacking indicator a fact, a mark and an article', () => {
    const verdict = scorer.explain(mai, day)
    for (const indicator of verdict.indicators.filter((i) => i.state === 'lacking')) {
      expect(indicator.because.length).toBeGreaterThan(0)
      expect(indicator.citation).toEqual({ legal: 'nd-07-2021', article: 'Điều 3' })
    }
    const insurance = verdict.indicators.find((i) => i.key === 'healthInsurance')
    expect(insurance?.because[0]).toEqual({
      path: 'members[].healthInsurance',
      person: 'mai',
      value: false,
      state: 'lacking',
    })
  })

  it('says what came from a tick, and what a tick contradicts', () => {
    const listed: Facts = { settlement: 'rural', memberCount: 3, declared: { cleanWater: true } }
    const water = scorer.explain(listed, day).indicators.find((i) => i.key === 'cleanWater')
    expect(water).toMatchObject({ state: 'lacking', declared: true })
    const against = scorer.explain({ ...mai, declared: { cleanWater: true } }, day)
    expect(against.indicators.find((i) => i.key === 'cleanWater')).toMatchObject({
      state: 'not_lacking',
      contradicted: true,
    })
  })

  it('says that the thresholds of 2027 have not been seen', () => {
    const future = scorerOf(library, 'vn-2027-2030')
    const lines = explainInWords(future.explain(mai, day), future.standard, { lang: 'vi', nameOf: (id) => id })
    expect(lines.some((l) => l.text.startsWith('Chưa đánh giá được vì chưa có ngưỡng'))).toBe(true)
    expect(lines.some((l) => l.kind === 'lacking' || l.kind === 'not_lacking')).toBe(false)
  })
})

describe('answers from outside are refused', () => {
  it.each<[unknown, string]>([
    [{ income: { perPersonMonth: 1.5 } }, '/income/perPersonMonth phải là số nguyên'],
    [{ income: { perPersonMonth: '1' } }, '/income/perPersonMonth phải là số nguyên'],
    [{ income: { perPersonMonth: -1 } }, '/income/perPersonMonth không được nhỏ hơn 0'],
    [{ housing: { areaM2: 20_000 } }, '/housing/areaM2 không được lớn hơn 10000'],
    [{ housing: 'nhà' }, '/housing phải là một nhóm câu trả lời'],
    [{ settlement: 'moon' }, '/settlement phải là một trong: rural, urban'],
    [{ members: [{}] }, '/members/0 thiếu id'],
    [{ members: [{ id: '' }] }, '/members/0/id phải có ít nhất 1 ký tự'],
    [{ members: [{ id: 'x'.repeat(65) }] }, '/members/0/id không được dài quá 64 ký tự'],
    [{ members: [{ id: 'a', ethnicity: 'Kinh' }] }, '/members/0/ethnicity không đúng dạng'],
    [7, 'hộ phải là một nhóm câu trả lời'],
  ])('in a Vietnamese sentence: %j', (facts, vi) => {
    expect(readFacts(facts, day, indicatorKeys(library))).toMatchObject({ fault: { vi } })
  })

  it.each<[string, unknown, RegExp]>([
    ['an unknown word', { settlement: 'moon' }, /settlement/],
    ['an answer the form does not have', { wealth: 1 }, /is not an answer of the form/],
    ['a person born tomorrow', { members: [{ id: 'a', birth: { year: 2026, month: 10, day: 16 } }] }, /born after/],
    ['30 February', { members: [{ id: 'a', birth: { year: 1990, month: 2, day: 30 } }] }, /no day/],
    ['a day without its month', { members: [{ id: 'a', birth: { year: 1990, day: 3 } }] }, /no day/],
    ['the same person twice', { members: [{ id: 'a' }, { id: 'a' }] }, /stands twice/],
    [
      'two heads',
      {
        members: [
          { id: 'a', relation: 'head' },
          { id: 'b', relation: 'head' },
        ],
      },
      /more than one head/,
    ],
    ['a list of members that holds nobody', { members: [] }, /members hold nobody/],
    ['a tick of what is no indicator', { declared: { employmnt: true } }, /declared.employmnt is no indicator/],
    ['a tick of what an object has by itself', { declared: { constructor: true } }, /declared.constructor/],
    ['a size that is not the number of members', { memberCount: 3, members: [{ id: 'a' }] }, /differs/],
    ['a town in a rural region', { settlement: 'urban', region: 'NT_TN' }, /does not fit/],
    ['a negative income', { income: { perPersonMonth: -1 } }, /perPersonMonth/],
    ['half a đồng', { income: { perPersonMonth: 1.5 } }, /perPersonMonth/],
    ['a hundred and one members', { members: Array.from({ length: 101 }, (_, i) => ({ id: `p${i}` })) }, /members/],
  ])('%s', (_what, value, says) => {
    const read = readFacts(value, day, indicatorKeys(library))
    if (!('fault' in read)) throw new Error('it was taken')
    expect(read.fault.en).toMatch(says)
    expect(read.fault.vi).toMatch(/\p{L} \p{L}/u)
  })
})
