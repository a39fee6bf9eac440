import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Facts } from '#features/standards/model/facts.ts'
import type { Form } from '#features/standards/model/form.ts'
import { factFaults } from '#features/standards/rules/faults.ts'
import { missingAnswers } from '#features/standards/rules/form.ts'
import { screensOf } from '#features/standards/ui/form/walk.ts'
import { plainDate } from '#kernel/dates.ts'
import { openPage } from '#test/web/page.ts'

const form = JSON.parse(readFileSync('standards/forms/review-2026/form.json', 'utf8')) as Form
const day = plainDate('2026-11-21')
let own: typeof import('./sendStops.ts')
beforeAll(async () => {
  openPage()
  own = await import('./sendStops.ts')
})
const stopsOf = (facts: Facts, unread: object = {}) =>
  own.sendStops({
    form,
    facts,
    screens: screensOf({ form, facts, day }, { start: false }),
    missing: missingAnswers({ facts, scorers: [], form, day }),
    faults: factFaults(facts, day),
    asTyped: { unread: unread as never },
    unseen: [],
  })

const mai = {
  id: 'mai',
  name: 'Nguyễn Thị Mai',
  sex: 'female',
  birth: { year: 1980 },
  relation: 'head',
  ethnicity: '01',
}

describe('what stands against sending a form', () => {
  it('is a telephone number that nobody could dial, at the place where it was typed; none at all is fine', () => {
    const at = (phone: string) => stopsOf({ phone } as Facts).filter(({ key }) => key === 'start')
    expect(at('0912 34')).toHaveLength(1)
    for (const phone of ['', '0912 345 678', '+84 912 345 678', '0912.345.678']) expect(at(phone)).toEqual([])
  })

  it('is named with the person, in the order of the form, and leads to its screen', () => {
    const stops = stopsOf({ members: [{ ...mai, sex: undefined }] } as unknown as Facts)
    const at = (said: string) => stops.find((one) => one.said === said)?.key
    expect(at('Nguyễn Thị Mai: Giới tính')).toBe('members/person/mai')
    expect(at('Nguồn sống chính của hộ')).toBe('place/place')
    expect(stops.map(({ said }) => said).indexOf('Nguồn sống chính của hộ')).toBeLessThan(
      stops.map(({ said }) => said).indexOf('Nguyễn Thị Mai: Giới tính'),
    )
  })

  it('what cannot be read and what contradicts itself lead to their own questions', () => {
    const born = { members: [{ ...mai, birth: { year: 2030 } }], income: { perPersonMonth: 1e15 } } as unknown as Facts
    const keys = stopsOf(born).map(({ key, said }) => [key, said] as const)
    expect(keys).toContainEqual(['members/person/mai', expect.stringContaining('Nguyễn Thị Mai')])
    expect(keys.find(([, said]) => said.startsWith('Thu nhập lớn quá mức'))?.[0]).toMatch(/^income\//)
    const typed = stopsOf({ members: [mai] } as unknown as Facts, { ':housing.areaM2 x': 'hai mươi' })
    expect(typed.filter(({ said }) => said.includes('chưa đọc được')).map(({ key }) => key.split('/')[0])).toEqual(
      expect.arrayContaining(['housing']),
    )
  })

  it('two by name and the others as a number; nothing where nothing stands against it', () => {
    const stop = (said: string) => ({ key: 'x', said })
    expect(own.stopsText([stop('Tường'), stop('Mái'), stop('Cột')])).toBe('Chưa gửi được: Tường; Mái; và 1 chỗ nữa.')
    expect(own.stopsText([stop('Tường')])).toBe('Chưa gửi được: Tường.')
    expect(own.stopsText([])).toBeNull()
  })
})
