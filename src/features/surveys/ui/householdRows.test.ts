import { describe, expect, it } from 'vitest'
import type { CaseState } from '#features/rounds/model.ts'
import type { ReviewCaseId, RoundId } from '#kernel/ids.ts'
import { myListPath } from './addresses.ts'
import {
  byVillage,
  counted,
  countsOf,
  type MyCase,
  matching,
  nextAfter,
  type OnPhone,
  orderOf,
  progressOf,
  type Row,
  type Stand,
  standOf,
  waitsOf,
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
    // Of a server that was renewed while the page was open.
    ['hibernating' as CaseState, nothing, 'unknown'],
    ['hibernating' as CaseState, sending('waiting'), 'waiting'],
    ['constructor' as CaseState, sending('refused'), 'unknown'],
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

describe('a figure of the home page', () => {
  const ofRound = (headName: string, roundId: string, state: CaseState, stand: Stand): Row => {
    const one = household(headName, 'Thôn 1', stand)
    return { ...one, of: { ...one.of, roundId: roundId as RoundId, state } }
  }
  const all = [
    ofRound('Trần Thị Đào', 'nam', 'assigned', 'assigned'),
    ofRound('Lê Văn Dũng', 'nam', 'assigned', 'begun'),
    ofRound('Vũ Thị Lan', 'nam', 'returned', 'waiting'),
    ofRound('Nguyễn Văn Hòa', 'nam', 'submitted', 'submitted'),
    ofRound('Lê Văn Dũng', 'thang', 'assigned', 'assigned'),
  ]
  it.each([
    ['to_survey', 'nam', ['Trần Thị Đào', 'Lê Văn Dũng']],
    ['returned', 'nam', ['Vũ Thị Lan']],
    ['to_survey', 'thang', ['Lê Văn Dũng']],
    ['returned', 'thang', []],
  ] as const)('%s in the round %s opens those whom the server counts', (kind, round, names) => {
    const query = new URL(myListPath({ kind, roundId: round as RoundId }), 'http://may').searchParams
    const waits = waitsOf(query.get('viec') ?? '')
    expect(waits).toBe(kind)
    const shown = waits && counted(all, { waits, round: query.get('ky') ?? '' })
    expect(shown?.map((one) => one.of.headName)).toEqual(names)
  })
})

describe('the list', () => {
  it('finds a household with or without tone marks, by name, number and address', () => {
    expect(matching(rows, 'hoà').map((r) => r.of.headName)).toEqual(['Nguyễn Văn Hòa'])
    expect(matching(rows, 'dao').map((r) => r.of.headName)).toEqual(['Trần Thị Đào'])
    expect(matching(rows, 'xom dinh')).toHaveLength(3)
    expect(matching(rows, 'không có ai')).toEqual([])
  })

  it('finds a household by its telephone number or its last figures', () => {
    const called = household('Lò Thị Gọi', 'Thôn 1', 'assigned')
    const all = [...rows, { ...called, of: { ...called.of, phone: '0000567891' } }]
    for (const q of ['0000567891', '567 891', '7891'])
      expect(matching(all, q).map((r) => r.of.headName)).toEqual(['Lò Thị Gọi'])
    for (const q of ['891', '5678']) expect(matching(all, q)).toEqual([])
  })

  it('goes by village, what is to be done first', () => {
    expect(byVillage(rows).map((v) => [v.name, v.rows.map((r) => r.of.headName)])).toEqual([
      ['Thôn 1', ['Trần Thị Đào']],
      ['Thôn 2', ['Lê Văn Dũng', 'Nguyễn Văn Hòa']],
    ])
    expect(countsOf(rows).get('assigned')).toBe(1)
  })
})

describe('the way through the village', () => {
  const at = (caseId: string, address: string, stand: Stand, village = 'Thôn 1', headName = 'Lò Văn An'): Row => ({
    of: { caseId: caseId as ReviewCaseId, headName, address, villageId: village, villageName: village } as MyCase,
    stand,
  })
  const lane = [
    at('a', 'Ngõ 10', 'assigned'),
    at('b', 'Ngõ 2', 'begun'),
    at('c', 'Ngõ 1', 'waiting'),
    at('d', 'Ngõ 9', 'accepted'),
    at('e', 'Ngõ 3', 'assigned', 'Thôn 2'),
    at('f', 'Ngõ 4', 'ended', 'Thôn 2'),
  ]
  const ids = (order: string) => byVillage(lane, orderOf(order)).map((v) => v.rows.map((r) => r.of.caseId))

  it('is shown by what is to be done, by name, or along the lanes as people count them', () => {
    expect(ids('lane')).toEqual([
      ['c', 'b', 'd', 'a'],
      ['e', 'f'],
    ])
    expect(ids('work')[0]).toEqual(['b', 'a', 'c', 'd'])
    expect(ids('gì đó')).toEqual(ids('work'))
    const named = [at('x', '', 'assigned', 'Thôn 1', 'Vàng Thị Ánh'), at('y', '', 'begun', 'Thôn 1', 'An Văn Dũng')]
    expect(byVillage(named, 'name')[0]?.rows.map((r) => r.of.caseId)).toEqual(['x', 'y'])
  })

  it('goes on to the next door of the lane where somebody still has to ask, then back, then to the next village', () => {
    expect(nextAfter(lane, 'c')?.of.caseId).toBe('b')
    expect(nextAfter(lane, 'd')?.of.caseId).toBe('a')
    expect(nextAfter(lane, 'a')?.of.caseId).toBe('b')
    expect(nextAfter([at('z', 'Ngõ 5', 'waiting'), ...lane.slice(2)], 'z')?.of.caseId).toBe('e')
    expect(nextAfter([at('z', 'Ngõ 5', 'waiting')], 'z')).toBe(null)
    expect(nextAfter(lane, 'của kỳ khác')?.of.caseId).toBe('b')
  })

  it('says how far somebody is: what left this hand, of those that stay', () => {
    expect(progressOf(lane)).toEqual({ done: 2, of: 5 })
    expect(progressOf([])).toEqual({ done: 0, of: 0 })
  })
})

it('a state that this page does not know counts neither as done nor as to be done', () => {
  const odd = household('Hoàng Văn Páo', 'Thôn 1', 'unknown')
  expect(progressOf([...rows, odd])).toEqual({ done: 1, of: 4 })
  expect(nextAfter([odd], '')).toBeNull()
})
