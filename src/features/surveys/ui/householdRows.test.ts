import { describe, expect, it } from 'vitest'
import type { CaseState } from '#features/rounds/model.ts'
import type { ReviewCaseId } from '#kernel/ids.ts'
import {
  byVillage,
  countsOf,
  type MyCase,
  matching,
  type OnPhone,
  type Row,
  type Stand,
  standOf,
} from './householdRows.ts'

const nothing: OnPhone = { begun: new Set(), sendingOf: () => null }
const a = 'a' as ReviewCaseId
const row = (state: CaseState) => ({ caseId: a, state })
const sending = (state: 'waiting' | 'sent' | 'refused'): OnPhone => ({
  begun: new Set([a]),
  sendingOf: () => ({ state }),
})

describe('what is to be done with a household', () => {
  it.each<[CaseState, OnPhone, Stand]>([
    ['assigned', nothing, 'assigned'],
    ['assigned', { ...nothing, begun: new Set([a]) }, 'begun'],
    ['assigned', sending('waiting'), 'waiting'],
    ['assigned', sending('refused'), 'refused'],
    ['returned', nothing, 'returned'],
    ['returned', sending('sent'), 'returned'],
    ['returned', sending('waiting'), 'waiting'],
    ['submitted', sending('sent'), 'submitted'],
    ['submitted', sending('refused'), 'submitted'],
    ['accepted', nothing, 'accepted'],
    ['ended', nothing, 'ended'],
    ['ended', sending('waiting'), 'ended'],
  ])('%s on the server with this phone is %#', (state, phone, stand) => {
    expect(standOf(row(state), phone)).toBe(stand)
  })
})

const household = (headName: string, village: string, stand: Stand): Row => ({
  of: { headName, number: 'TH-01', address: 'Xóm Đình', villageId: village, villageName: village } as MyCase,
  stand,
})
const rows = [
  household('Nguyễn Văn Hòa', 'Thôn 2', 'accepted'),
  household('Trần Thị Đào', 'Thôn 1', 'assigned'),
  household('Lê Văn Dũng', 'Thôn 2', 'begun'),
]

describe('the list', () => {
  it('finds a household with or without tone marks, by name, number and address', () => {
    expect(matching(rows, 'hoà').map((r) => r.of.headName)).toEqual(['Nguyễn Văn Hòa'])
    expect(matching(rows, 'dao').map((r) => r.of.headName)).toEqual(['Trần Thị Đào'])
    expect(matching(rows, 'xom dinh')).toHaveLength(3)
    expect(matching(rows, 'không có ai')).toEqual([])
  })

  it('goes by village, what is to be done first', () => {
    expect(byVillage(rows).map((v) => [v.name, v.rows.map((r) => r.of.headName)])).toEqual([
      ['Thôn 1', ['Trần Thị Đào']],
      ['Thôn 2', ['Lê Văn Dũng', 'Nguyễn Văn Hòa']],
    ])
    expect(countsOf(rows).get('assigned')).toBe(1)
  })
})
