import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/dates.ts'
import { inUse } from './around.ts'
import { findingOf, findings, type Status } from './findings.ts'

const day = plainDate('2026-11-21')
const status = {
  known: true,
  kind: 'certificate' as const,
  number: '0001/GCN-2026',
  issuedOn: plainDate('2026-01-01'),
  inForce: true,
  from: plainDate('2026-01-01'),
  until: plainDate('2027-01-01'),
  ended: null,
  replacedBy: null,
  instead: null,
  amends: null,
  corrections: [],
  day,
}
const asked = (part: Partial<Status>) => ({ data: { ...status, ...part }, problem: null })

describe('what the check of a paper comes to', () => {
  it('is valid only where the signature is right and the paper is in force', () => {
    expect(findingOf('genuine', asked({}))).toBe('valid')
    expect(findingOf('genuine', asked({ inForce: false }))).toBe('ended')
    expect(findingOf('genuine', asked({ inForce: false, from: plainDate('2027-01-01'), until: null }))).toBe('not_yet')
    const never = { inForce: false, from: plainDate('2027-01-01'), until: plainDate('2027-01-01') }
    expect(findingOf('genuine', asked(never))).toBe('ended')
    expect(findingOf('genuine', asked({ known: false, inForce: false }))).toBe('unregistered')
  })

  it('says of a print without a first day that it waits, or was withdrawn, and not that it has ended', () => {
    expect(findingOf('genuine', asked({ inForce: false, from: null, until: null }))).toBe('unsigned')
    expect(findings.unsigned.what.vi).toMatch(/chờ ký hoặc đã bị rút/)
  })

  it('never believes the record of a paper whose signature does not hold', () => {
    expect(findingOf('altered', asked({}))).toBe('altered')
    expect(findingOf('unknown_key', asked({}))).toBe('unknown_key')
    expect(findingOf('unsupported', asked({}))).toBe('unsupported')
  })

  it('does not call a paper valid before the record has answered', () => {
    expect(findingOf('genuine', { data: null, problem: null })).toBe('asking')
  })
})

describe('the paper in use', () => {
  const paper = { kind: 'certificate' as const, number: '0166/GCN-2026', day, inForce: false, from: day, until: null }
  const said = (part: Partial<typeof paper> | { until: typeof day }) => inUse({ ...paper, ...part }, day)

  it('is named where it holds, where it is yet to begin, and where none is left', () => {
    const name = 'Giấy chứng nhận hộ nghèo, hộ cận nghèo số 0166/GCN-2026 ngày 21/11/2026'
    expect(said({ inForce: true })).toBe(`Giấy đang dùng: ${name}.`)
    const [later, never] = [{ from: plainDate('2027-01-01') }, { until: plainDate('2027-01-01') }]
    expect(said(later)).toBe(`Giấy thay thế: ${name}, có hiệu lực từ ngày 01/01/2027.`)
    const none = `Không có giấy nào đang dùng: giấy thay thế sau cùng là ${name}, đã hết hiệu lực từ ngày`
    expect(said({ until: day })).toBe(`${none} 21/11/2026.`)
    expect(said({ ...later, ...never })).toBe(`${none} 01/01/2027.`)
  })
})
