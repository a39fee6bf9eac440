import { describe, expect, it } from 'vitest'
import type { Facts } from '#features/standards/model/facts.ts'
import { type Base, originOf, unseenOf } from './origins.ts'

const facts: Facts = {
  settlement: 'rural',
  members: [
    { id: 'an', name: 'Nguyễn Văn An', job: 'farm' },
    { id: 'be', name: 'Nguyễn Thị Bé' },
  ],
}
const base: Base = {
  facts,
  from: { kind: 'earlier_round' },
  changed: [
    { what: 'joined', person: 'be', paths: [] },
    { what: 'corrected', person: 'an', paths: ['members[].name'] },
  ],
}
const of = (path: string, person: string | null = null, now: Facts = facts, from: Base = base) =>
  originOf(from, now, { path, person })

describe('where an answer came from', () => {
  it('is last time, until it is changed here', () => {
    expect(of('settlement')).toBe('before')
    expect(of('settlement', null, { ...facts, settlement: 'urban' })).toBeNull()
    expect(of('members[].job', 'an')).toBe('before')
  })

  it('is the register for what it corrected and for who joined', () => {
    expect(of('members[].name', 'an')).toBe('register')
    expect(of('members[].name', 'be')).toBe('register')
    expect(of('members[]', 'be')).toBe('register')
    expect(of('members[]', 'an')).toBeNull()
  })

  it('is the register alone where there was no form before', () => {
    expect(of('settlement', null, facts, { ...base, from: null })).toBe('register')
  })

  it('is my own form where it came back', () => {
    expect(of('settlement', null, facts, { ...base, from: { kind: 'this_round' } })).toBe('own')
  })

  it('is nothing for what nobody answered', () => {
    expect(of('livelihood')).toBeNull()
    expect(of('members[].name', 'stranger')).toBeNull()
  })
})

describe('screens nobody asked again', () => {
  const asked = (path: string) => [{ path }] as never
  const screens = [
    { key: 'place/place', asked: asked('settlement') },
    { key: 'members/work/an', person: 'an', asked: asked('members[].job') },
    { key: 'income/income', asked: asked('income.perPersonMonth') },
  ]

  it('are those filled in beforehand and never opened', () => {
    expect(unseenOf({ base, facts, seen: ['place/place'], screens })).toEqual(['members/work/an'])
  })

  it('are one where they are read back together, until all of them were', () => {
    const recap = 'doc-lai'
    const read = screens.map((screen) => ({ ...screen, recap }))
    expect(unseenOf({ base, facts, seen: [recap], screens: read })).toEqual([recap])
    expect(unseenOf({ base, facts, seen: ['place/place', 'members/work/an'], screens: read })).toEqual([])
  })

  it('are none in a form that came back: it was asked already', () => {
    expect(unseenOf({ base: { ...base, from: { kind: 'this_round' } }, facts, seen: [], screens })).toEqual([])
  })
})
