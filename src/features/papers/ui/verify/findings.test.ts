import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/dates.ts'
import { findingOf, findings, followerOf, followers, type Status } from './findings.ts'

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
  const later = plainDate('2027-01-01')
  const last = { inForce: false, from: day, until: null }

  it('is the last of the chain where it holds, or is yet to begin; where that has ended, none', () => {
    expect(followerOf({ ...last, inForce: true }, day)).toBe('in_use')
    expect(followerOf({ ...last, from: later }, day)).toBe('later')
    expect(followerOf({ ...last, until: day }, day)).toBe('ended')
    expect(followerOf({ ...last, from: later, until: later }, day)).toBe('ended')
    expect(followers.ended.vi).toMatch(/^Không có giấy nào đang dùng/)
  })
})
