import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/dates.ts'
import type { HouseholdId } from '#kernel/ids.ts'
import { noticeKindNames, outcomes } from '../words.ts'
import { lacking, oddIn, outcomesOf } from './kinds.ts'
import { detailText } from './told.ts'

describe('a notice', () => {
  it('says what its kind needs, and nobody writes that with blanks', () => {
    const of = (...[kind, details, headName = '']: [Parameters<typeof lacking>[0]['kind'], object, string?]) =>
      lacking({ kind, headName, details }).map(({ vi }) => vi)
    expect(of('unlisted', {})).toEqual(['họ tên chủ hộ', 'chỗ ở', 'vì sao cần khảo sát'])
    expect(of('unlisted', { address: 'Cuối bản', words: ' ' }, 'Giàng A Páo')).toEqual(['vì sao cần khảo sát'])
    expect(of('refuses', { words: 'Không khai' })).toEqual([])
    expect(of('absent', { days: [] })).toEqual(['ngày đã đến'])
    expect(of('double', {})).toEqual(['hộ trùng'])
    expect(of('double', { otherId: 'x' as HouseholdId })).toEqual([])
    expect([of('moved', {}), of('gone', {})]).toEqual([[], []])
  })

  it('tells of no day to come or long past, none twice, and of no number that is none', () => {
    const made = plainDate('2026-11-20')
    const odd = (details: Parameters<typeof oddIn>[0]) => oddIn(details, made).map(({ at, said }) => [at, said.vi])
    expect(odd({ days: [made, plainDate('2026-11-21')] })).toEqual([['days', 'Ngày 21/11/2026 chưa đến.']])
    expect(odd({ days: [made, made] })).toEqual([['days', 'Ngày 20/11/2026 ghi hai lần.']])
    expect(odd({ on: plainDate('1900-01-01') })).toEqual([['on', 'Ngày 01/01/1900 đã quá lâu.']])
    expect(odd({ birthYear: 2099 })).toEqual([['birthYear', 'Năm sinh 2099 chưa đến.']])
    for (const phone of ['abc<>', '0912', '0912345678901234', '+'])
      expect(odd({ phone }), phone).toEqual([['phone', 'Số điện thoại có từ 9 đến 11 chữ số.']])
    for (const phone of ['0912 345 678', '+84 912.345.678', '(0210) 384-6789', ''])
      expect(odd({ phone, on: made, birthYear: 2026 }), phone).toEqual([])
  })

  it('is read as one line, with how often somebody went there', () => {
    const days = [plainDate('2026-11-18'), plainDate('2026-11-19')]
    expect(detailText('absent', { days, words: 'Đi làm xa' })).toEqual({
      vi: 'Đã đến: 2 lần: 18/11/2026, 19/11/2026; Nói thêm: Đi làm xa',
      en: 'Visits: 2 times: 18/11/2026, 19/11/2026; Also: Đi làm xa',
    })
  })
})

it('every outcome belongs to a kind, but that of being taken back by an act, and every kind has some', () => {
  expect(noticeKindNames.filter((kind) => outcomesOf[kind].length < 2)).toEqual([])
  expect(
    Object.keys(outcomes).filter(
      (one) =>
        !Object.values(outcomesOf)
          .flat()
          .includes(one as never),
    ),
  ).toEqual(['back'])
})
