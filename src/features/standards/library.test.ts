import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/dates.ts'
import { vnd } from '#kernel/numbers.ts'
import { copyOfLaw, library, provincial, spoil, spoilThreshold, standardCalled, standards } from '#test/law.ts'
import { readPoints, scorerOf } from './library.ts'
import type { PointsTable } from './model/points.ts'
import { borrowThresholds } from './rules/borrow.ts'
import { bestStandardOn } from './rules/library.ts'

let law: ReturnType<typeof copyOfLaw>
beforeEach(() => {
  law = copyOfLaw()
})
afterEach(() => law.remove())

describe('which standard holds is decided by the day the classes hold from', () => {
  it.each([
    ['2015-12-31', null],
    ['2016-01-01', 'vn-2016-2020'],
    ['2021-12-31', 'vn-2016-2020'],
    ['2022-01-01', 'vn-2022-2025'],
    ['2026-12-31', 'vn-2022-2025'],
    ['2027-01-01', 'vn-2027-2030'],
    ['2030-12-31', 'vn-2027-2030'],
    ['2031-01-01', null],
  ])('on %s: %s', (day, id) => expect(bestStandardOn(standards, plainDate(day))?.id ?? null).toBe(id))

  it('a province has its own, its neighbour the national one, and an exercise never holds', () => {
    const all = [
      borrowThresholds(standardCalled('vn-2027-2030'), standardCalled('vn-2022-2025')),
      provincial(),
      ...standards,
    ]
    expect(bestStandardOn(all, plainDate('2026-12-31'), '79')?.id).toBe('tinh-thu-2022')
    expect(bestStandardOn(all, plainDate('2026-12-31'), '01')?.id).toBe('vn-2022-2025')
    expect(bestStandardOn(all, plainDate('2027-06-01'), '79')?.id).toBe('vn-2027-2030')
  })
})

describe('a provincial standard', () => {
  const day = plainDate('2026-10-15')

  it('that is wider is loaded and counts', () => {
    law.write(provincial())
    const wider = scorerOf(law.load(), 'tinh-thu-2022')
    const income = { perPersonMonth: vnd(1_700_000) }
    const facts = { settlement: 'rural', income, memberCount: 3, housing: { areaM2: 27 } } as const
    expect(wider.score(facts, day).lacking).toEqual(['housingArea'])
    expect(wider.score(facts, day).bounds.possible).toEqual(['poor', 'near_poor'])
    expect(scorerOf(library, 'vn-2022-2025').score(facts, day)).toMatchObject({ class: 'average', lacking: [] })
  })

  it.each<[string, string, unknown, RegExp]>([
    ['has a lower line', 'lines.urban.poor.value', 1_900_000, /lines\.urban\.poor is lower/],
    ['has a lower cut', 'scoring.cuts.rural.poor.value', 139, /cuts\.rural\.poor is lower/],
    ['asks for more lacking indicators', 'classes.lackingForPoor.value', 4, /lackingForPoor is higher/],
    ['leaves indicators out', 'dimensions.5', standardCalled('vn-2022-2025').dimensions[4], /stands twice/],
    ['holds longer', 'validity.until', '2028-01-01', /does not/],
    ['stands above nothing', 'above', 'vn-1999', /vn-1999, which is not here/],
    ['names no area', 'area', undefined, /names both/],
  ])('that %s is refused, and the sentence names the file', (_why, path, value, says) => {
    const standard = provincial()
    spoil(standard, path, value)
    law.write(standard)
    expect(law.load).toThrow(/tinh-thu-2022/)
    expect(law.load).toThrow(says)
  })

  it.each<[string, string, string, unknown, RegExp]>([
    ['asks for a smaller house', 'housingArea', 'params.perPerson.value', 6, /housingArea\.perPerson is narrower/],
    ['accepts more toilets', 'hygienicToilet', 'params.toilets.value.4', 'none', /hygienicToilet\.toilets is narrower/],
    ['lets older children go uninsured', 'healthInsurance', 'params.fromAge.value', 7, /fromAge is narrower/],
    ['accepts a house with two weak parts', 'housingQuality', 'params.structuresFrom.value', 3, /is narrower/],
  ])('that %s is refused', (_why, key, path, value, says) => {
    const standard = provincial()
    spoilThreshold(standard, key, path, value)
    law.write(standard)
    expect(law.load).toThrow(says)
  })

  it('that leaves an indicator out is refused', () => {
    const standard = provincial()
    standard.dimensions.pop()
    law.write(standard)
    expect(law.load).toThrow(/telecommunication is missing/)
  })
})

describe('a wrong file is refused by name', () => {
  it.each<[string, string, RegExp]>([
    ['is no JSON', '{', /vn-2022-2025.standard\.json: cannot be read/],
    ['is empty', '{}', /vn-2022-2025.standard\.json/],
  ])('that %s', (_why, text, says) => {
    writeFileSync(join(law.folder, 'vn-2022-2025', 'standard.json'), text)
    expect(law.load).toThrow(says)
  })

  it.each<[string, string, unknown, RegExp]>([
    ['has a value without its mark', 'lines.rural.poor.mark', undefined, /lines\/rural\/poor/],
    ['has a method nobody wrote', 'dimensions.0.indicators.0.threshold.method', 'eval', /threshold/],
    ['has an answer the method does not know', 'dimensions.3.indicators.1.threshold.params.wall', 1, /threshold/],
    ['cites a document that is not listed', 'lines.citation.legal', 'nd-0', /cites nd-0/],
    ['overlaps another', 'validity.until', '2027-02-01', /holds on days on which vn-2027-2030/],
    ['is an exercise', 'whatIf', { vi: 'thử', en: 'try' }, /exercise/],
    ['has its lines out of order', 'lines.rural.average', { value: 1, mark: 'text' }, /not in order/],
    [
      'has a second line its rule does not know',
      'lines.rural.nearPoor',
      { value: 1_600_000, mark: 'text' },
      /nearPoor/,
    ],
  ])('that %s', (_why, path, value, says) => {
    const standard = standardCalled('vn-2022-2025')
    spoil(standard, path, value)
    law.write(standard)
    expect(law.load).toThrow(says)
  })

  it('that is a points table with two rows for the same number', () => {
    const file = join(law.folder, 'vn-2022-2025', 'points-illustrative.json')
    const table = JSON.parse(readFileSync(file, 'utf8')) as PointsTable
    spoil(table, 'sections.0.rows.1.match', { from: 1 })
    writeFileSync(file, JSON.stringify(table))
    expect(() => readPoints(file)).toThrow(/section 1 has two rows/)
  })

  it('that is a points table for a standard that is not here', () => {
    const file = join(law.folder, 'vn-2022-2025', 'points-illustrative.json')
    const table = JSON.parse(readFileSync(file, 'utf8')) as PointsTable
    writeFileSync(file, JSON.stringify({ ...table, standard: 'vn-1999' }))
    expect(law.load).toThrow(/vn-1999, which is not here/)
  })
})
