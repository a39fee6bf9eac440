/** The words that tell a family why: golden, in both languages, one case for each reading of the rules. */
import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/dates.ts'
import { vnd } from '#kernel/numbers.ts'
import { library } from '#test/law.ts'
import { scorerOf } from './library.ts'
import type { Facts, Member } from './model/facts.ts'
import { explainInWords, type Line } from './rules/words.ts'

const day = plainDate('2026-10-15')
const today = scorerOf(library, 'vn-2022-2025')
const before = scorerOf(library, 'vn-2016-2020')
const future = scorerOf(library, 'vn-2027-2030')

const mai: Member = {
  id: 'mai',
  sex: 'female',
  birth: { year: 1990, month: 3, day: 8 },
  finished: 'upper_secondary',
  studying: 'none',
  canWork: true,
  job: 'farm',
  healthInsurance: true,
  socialAllowance: false,
  disability: 'none',
  seriousIllness: false,
}
const well: Facts = {
  settlement: 'rural',
  income: { perPersonMonth: vnd(1_400_000) },
  members: [mai],
  housing: { wall: 'durable', pillar: 'durable', roof: 'durable', areaM2: 40 },
  water: { source: 'tap' },
  sanitation: { toilet: 'septic' },
  information: { internet: true, phone: true, means: ['tv'], loudspeaker: true },
}
const child: Member = {
  id: 'an',
  sex: 'male',
  birth: { year: 2013, month: 5, day: 20 },
  studying: 'none',
  healthInsurance: true,
  nutrition: 'normal',
  seriousIllness: false,
}
const names: Record<string, string> = { mai: 'Mai', an: 'An' }

function lines(facts: Facts, kind: Line['kind'], { scorer = today, nameOf = (id: string) => names[id] ?? id } = {}) {
  const verdict = scorer.explain(facts, day)
  return (['vi', 'en'] as const).map((lang) =>
    explainInWords(verdict, scorer.standard, { lang, nameOf })
      .filter((line) => line.kind === kind)
      .map((line) => line.text),
  )
}
const withMai = (answers: Partial<Member>): Facts => ({ ...well, members: [{ ...mai, ...answers }] })
const withIncome = (income: NonNullable<Facts['income']>): Facts => ({ ...well, income })
const measured = (perPersonMonth: number, more: Partial<Facts> = {}): Facts => ({
  ...well,
  ...more,
  income: { perPersonMonth: vnd(perPersonMonth) },
})

describe('the reason of a lack', () => {
  it('of work speaks of the contract only where there is a job', () => {
    expect(lines(withMai({ job: 'none', wantsWork: true, contract: false }), 'lacking')).toEqual([
      ['Thiếu hụt: Việc làm (Mai muốn làm việc mà chưa có việc).'],
      ['Lacking: Employment (Mai wants to work and has no work).'],
    ])
    expect(lines(withMai({ job: 'wage', wantsWork: true, contract: false }), 'lacking')).toEqual([
      ['Thiếu hụt: Việc làm (Mai làm công không có hợp đồng).'],
      ['Lacking: Employment (Mai does wage work without a contract).'],
    ])
    const farmer = today.explain(withMai({ contract: false }), day).indicators.find((i) => i.key === 'employment')
    expect(farmer?.because.map(({ path }) => path)).toEqual(['members[].job'])
  })

  it('of a kept verdict too, which may hold the contract of who has no job', () => {
    const verdict = today.explain(withMai({ job: 'none', wantsWork: true }), day)
    const [employment] = verdict.indicators
    if (!employment) throw new Error('no indicator')
    employment.because.push({ path: 'members[].contract', person: 'mai', value: false, state: 'lacking' })
    const told = explainInWords(verdict, today.standard, { lang: 'vi', nameOf: () => 'Mai' })
    expect(told.find((line) => line.kind === 'lacking')?.text).toBe(
      'Thiếu hụt: Việc làm (Mai muốn làm việc mà chưa có việc).',
    )
  })

  it('of information tells what is there and does not count, and the loudspeaker only beside it', () => {
    const phone: Facts = { ...well, information: { phone: true, means: ['telephone'], loudspeaker: false } }
    expect(lines(phone, 'lacking', { scorer: before })).toEqual([
      ['Thiếu hụt: Tài sản phục vụ tiếp cận thông tin (chỉ có điện thoại, chuẩn này không tính; không nghe được loa).'],
      [
        'Lacking: Assets for access to information (only a telephone, which does not count here; no loudspeaker can be heard).',
      ],
    ])
    const nothing: Facts = { ...phone, information: { ...phone.information, means: [] } }
    expect(lines(nothing, 'lacking', { scorer: before })[0]).toEqual([
      'Thiếu hụt: Tài sản phục vụ tiếp cận thông tin (không có phương tiện nào; không nghe được loa).',
    ])
    expect(lines({ ...nothing, information: { ...nothing.information, internet: true } }, 'lacking')[0]).toEqual([
      'Thiếu hụt: Phương tiện phục vụ tiếp cận thông tin (không có phương tiện nào).',
    ])
  })

  it.each<[string, Partial<Member>, string, string]>([
    ['attends none', {}, 'An hiện không đi học', 'An attends no school'],
    [
      'has finished a level and is at home',
      { finished: 'primary' },
      'An đã học xong tiểu học nhưng hiện không đi học, mà chuẩn xét việc đang đi học',
      'An has finished primary school but attends no school, and attending is what counts',
    ],
    [
      'attends another level',
      { studying: 'primary', finished: 'none' },
      'An đang học tiểu học, chưa đúng cấp với tuổi',
      'An attends primary school, which is not the level for the age',
    ],
  ])('of a child of thirteen that %s', (_what, answers, vi, en) => {
    expect(lines({ ...well, members: [mai, { ...child, ...answers }] }, 'lacking')).toEqual([
      [`Thiếu hụt: Tình trạng đi học của trẻ em (${vi}).`],
      [`Lacking: School attendance of children (${en}).`],
    ])
  })

  it('is none for who is sixteen, has finished the level of the age and is at home', () => {
    const sixteen = { ...child, birth: { year: 2010, month: 5, day: 20 }, finished: 'lower_secondary' } as const
    expect(lines({ ...well, members: [mai, sixteen] }, 'lacking')[0]).toEqual([])
  })

  it('shows an area below the line as below it', () => {
    expect(lines({ ...well, housing: { ...well.housing, areaM2: 7.96 } }, 'lacking')).toEqual([
      ['Thiếu hụt: Diện tích nhà ở bình quân đầu người (7,96 m² một người).'],
      ['Lacking: Housing area per person (7,96 m² a person).'],
    ])
    const { members: _, ...somebody } = well
    expect(lines({ ...somebody, housing: { areaM2: 5 } }, 'lacking')[0]).toEqual([
      'Thiếu hụt: Diện tích nhà ở bình quân đầu người (cả nhà 5 m²).',
    ])
  })

  it('holds any name as it is written', () => {
    for (const name of ['Lò $& Thị', '$`$', "$'", '$1 $$', '{name}', '{who}'])
      expect(lines(withMai({ healthInsurance: false }), 'lacking', { nameOf: () => name })[0]).toEqual([
        `Thiếu hụt: Bảo hiểm y tế (${name} chưa có bảo hiểm y tế).`,
      ])
  })
})

describe('the income is told with the line that decides', () => {
  it.each<[string, Facts, string, string]>([
    ['below', measured(1_400_000), 'không quá chuẩn 1.500.000 đ', 'not above the line of 1.500.000 đ'],
    [
      'between the line and the average one',
      measured(2_000_000),
      'trên chuẩn 1.500.000 đ, không quá chuẩn mức sống trung bình 2.250.000 đ',
      'above the line of 1.500.000 đ and not above the average-living line of 2.250.000 đ',
    ],
    [
      'above all',
      measured(2_250_001),
      'trên chuẩn mức sống trung bình 2.250.000 đ',
      'above the average-living line of 2.250.000 đ',
    ],
  ])('%s', (_where, facts, vi, en) => {
    const [[first], [second]] = lines(facts, 'income') as [[string], [string]]
    expect(first).toMatch(new RegExp(`^Thu nhập \\S+ đ một người một tháng, ${vi}\\.$`))
    expect(second).toMatch(new RegExp(`^Income is \\S+ đ a person a month, ${en}\\.$`))
  })

  it('by both of two lines, where the second decides', () => {
    expect(lines(measured(800_000), 'income', { scorer: before })).toEqual([
      ['Thu nhập 800.000 đ một người một tháng, trên chuẩn nghèo 700.000 đ, không quá chuẩn cận nghèo 1.000.000 đ.'],
      [
        'Income is 800.000 đ a person a month, above the poor line of 700.000 đ and not above the near-poor line of 1.000.000 đ.',
      ],
    ])
  })

  it('as far as the law has been seen', () => {
    expect(lines(measured(2_200_001), 'income', { scorer: future })[0]).toEqual([
      'Thu nhập 2.200.001 đ một người một tháng, trên chuẩn 2.200.000 đ; chưa có chuẩn mức sống trung bình trong văn bản đã đọc.',
    ])
  })

  it('and shown on its side of it: what is a third of a đồng above is not shown as the line', () => {
    const family = [mai, { ...mai, id: 'a' }, { ...mai, id: 'b' }]
    const year = { total12Months: vnd(1_500_000 * 36 + 1) }
    expect(today.score({ ...withIncome(year), members: family }, day).class).toBe('average')
    expect(lines({ ...withIncome(year), members: family }, 'income')[0]).toEqual([
      'Thu nhập 1.500.000,03 đ một người một tháng, trên chuẩn 1.500.000 đ, không quá chuẩn mức sống trung bình 2.250.000 đ.',
    ])
    expect(lines(withIncome({ b1: { table: 'tay', points: 140.4 } }), 'income')).toEqual([
      ['Điểm thu nhập (B1) là 140,4, trên mức xét 140.'],
      ['Income points (B1) are 140,4, above the cut of 140.'],
    ])
    expect(lines(withIncome({ b1: { table: 'tay', points: 139.6 } }), 'income')[0]).toEqual([
      'Điểm thu nhập (B1) là 139,6, không quá mức xét 140.',
    ])
  })
})

describe('what would change it', () => {
  const open: Facts = { ...well, information: { means: ['tv'] } }

  it('is said of a household that answered everything', () => {
    expect(lines(well, 'change')).toEqual([
      [
        'Nếu thiếu hụt thêm 3 chỉ số, hộ là hộ nghèo.',
        'Nếu thu nhập một người một tháng trên 1.500.000 đ, hộ không còn thuộc diện nghèo, cận nghèo.',
      ],
      [
        'With 3 more lacking indicators the household would be poor.',
        'With income a person a month above 1.500.000 đ the household would be neither poor nor near-poor.',
      ],
    ])
  })

  it('is not said while an indicator is open, though the class is set', () => {
    expect(today.score(open, day).class).toBe('near_poor')
    expect(lines(open, 'change')).toEqual([[], []])
  })

  it('never takes indicators away from who lacks none: poor by income alone, in town or not', () => {
    const { settlement: _, ...somewhere } = measured(100_000)
    expect(before.score(somewhere, day).class).toBe('poor')
    expect(lines(somewhere, 'change', { scorer: before })).toEqual([[], []])
    expect(lines(measured(100_000), 'change', { scorer: before })[0]).toEqual([
      'Nếu thu nhập một người một tháng trên 700.000 đ, hộ được xét theo số chỉ số thiếu hụt.',
      'Nếu thu nhập một người một tháng trên 1.000.000 đ, hộ không còn thuộc diện nghèo, cận nghèo.',
    ])
  })
})
