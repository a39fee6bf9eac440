import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type PlainDate, plainDate } from '#kernel/dates.ts'
import type { AreaEventId, AreaId } from '#kernel/ids.ts'
import type { AreaVersion, Change, Succession } from '../model.ts'
import { type Kind, kinds } from '../words.ts'
import { abolishLevel, applyChange, type Circumstances, type Outcome } from './events.ts'

const id = (text: string) => text as AreaId
const begun = plainDate('2020-01-01')

const unit = (name: string, kind: Kind, parent: string | null, code: string | null = null): AreaVersion => ({
  id: `${name}-0` as AreaVersion['id'],
  areaId: id(name),
  from: begun,
  until: null,
  level: kinds[kind].level,
  kind,
  code,
  name,
  parentId: parent === null ? null : id(parent),
  settlement: kinds[kind].settlement,
  eventId: null,
  untilEventId: null,
  fromKnown: true,
  mark: 'text',
})

/** Yên Lạc with three communes and the villages of each. */
const yenLac = (): AreaVersion[] => [
  unit('Việt Nam', 'quoc_gia', null),
  unit('Vĩnh Phúc', 'tinh', 'Việt Nam', '26'),
  unit('Yên Lạc', 'huyen', 'Vĩnh Phúc', '251'),
  ...[
    ['Tam Hồng', '09043'],
    ['Yên Đồng', '09046'],
    ['Yên Phương', '09055'],
  ].flatMap(([name = '', code = '']) => [
    unit(name, 'xa', 'Yên Lạc', code),
    unit(`${name} 1`, 'thon', name),
    unit(`${name} 2`, 'thon', name),
  ]),
]

type Register = { versions: AreaVersion[]; successions: Succession[]; made: number }

const circumstances = (register: Register, day: PlainDate): Circumstances => ({
  day,
  eventId: `event-${register.made}` as AreaEventId,
  mark: 'text',
  newId: () => `new-${register.made++}`,
  states: register.versions.filter((v) => v.until === null),
})

function write(register: Register, outcome: Outcome): void {
  const closed = new Map(outcome.closed.map((v) => [v.id, v]))
  register.versions = [...register.versions.map((v) => closed.get(v.id) ?? v), ...outcome.opened]
  register.successions.push(...outcome.successions)
}

const start = (): Register => ({ versions: yenLac(), successions: [], made: 0 })
const record = (register: Register, day: PlainDate, change: Change) =>
  write(register, applyChange(change, circumstances(register, day)))
const on = (register: Register, day: PlainDate) =>
  register.versions.filter((v) => v.from <= day && (v.until === null || day < v.until))
const named = (register: Register, day: PlainDate, name: string) => on(register, day).find((v) => v.name === name)

const mergeThree: Change = {
  kind: 'merge',
  areaIds: [id('Tam Hồng'), id('Yên Đồng'), id('Yên Phương')],
  into: { name: 'Tam Hồng mới', kind: 'xa', code: '09043', parentId: id('Vĩnh Phúc') },
}
const reform = plainDate('2025-07-01')

describe('a merger', () => {
  it('ends the old communes, begins another that may take over a code, and carries the villages along', () => {
    const register = start()
    record(register, reform, mergeThree)
    expect(named(register, plainDate('2025-06-30'), 'Tam Hồng')?.code).toBe('09043')
    expect(named(register, reform, 'Tam Hồng')).toBeUndefined()
    const merged = named(register, reform, 'Tam Hồng mới')
    expect(merged?.areaId).not.toBe(id('Tam Hồng'))
    expect(on(register, reform).filter((v) => v.parentId === merged?.areaId)).toHaveLength(6)
    expect(register.successions.map((s) => [s.fromId, s.share])).toEqual([
      ['Tam Hồng', 1],
      ['Yên Đồng', 1],
      ['Yên Phương', 1],
    ])
  })

  it('is refused for one unit alone, for units of another level and for a parent that is not above', () => {
    const refuses = (change: Change, code: string) =>
      expect(() => applyChange(change, circumstances(start(), reform))).toThrow(code)
    refuses({ ...mergeThree, areaIds: [id('Tam Hồng'), id('Tam Hồng')] }, 'area.event_needs')
    refuses({ ...mergeThree, areaIds: [id('Tam Hồng'), id('Tam Hồng 1')] }, 'area.kind_of_other_level')
    refuses({ ...mergeThree, into: { ...mergeThree.into, parentId: id('Yên Phương 1') } }, 'area.parent_not_above')
  })

  it('is refused before or on the day of the last recorded change', () => {
    const register = start()
    record(register, reform, { kind: 'rename', areaId: id('Tam Hồng'), name: 'Thị trấn Tam Hồng' })
    expect(() => record(register, reform, mergeThree)).toThrow('area.changed_later')
    expect(() => record(register, plainDate('2024-01-01'), mergeThree)).toThrow('area.changed_later')
  })
})

describe('a split', () => {
  const part = (name: string, share: number | null, children: string[]) => ({
    unit: { name, kind: 'xa' as const, code: null, parentId: id('Vĩnh Phúc') },
    share,
    children: children.map(id),
  })
  const split = (...parts: ReturnType<typeof part>[]): Change => ({ kind: 'split', areaId: id('Tam Hồng'), parts })

  it('sends every village where it was told and keeps an unknown share unknown', () => {
    const register = start()
    record(register, reform, split(part('Bắc', null, ['Tam Hồng 1']), part('Nam', 0.4, ['Tam Hồng 2'])))
    expect(named(register, reform, 'Tam Hồng 1')?.parentId).toBe(named(register, reform, 'Bắc')?.areaId)
    expect(register.successions.map((s) => s.share)).toEqual([null, 0.4])
  })

  it('is refused while a village has no place, has two, or shares pass the whole', () => {
    const refuses = (change: Change, code: string) => expect(() => record(start(), reform, change)).toThrow(code)
    refuses(split(part('Bắc', null, ['Tam Hồng 1']), part('Nam', null, [])), 'area.children_left')
    refuses(
      split(part('Bắc', null, ['Tam Hồng 1', 'Tam Hồng 2']), part('Nam', null, ['Tam Hồng 2'])),
      'area.children_left',
    )
    refuses(split(part('Bắc', 0.7, ['Tam Hồng 1']), part('Nam', 0.4, ['Tam Hồng 2'])), 'area.shares_over_one')
    refuses(
      split(part('Bắc', null, ['Tam Hồng 1', 'Yên Đồng 1']), part('Nam', null, ['Tam Hồng 2'])),
      'area.event_needs',
    )
  })
})

it('a changed kind changes rural and urban with it, and only within its level', () => {
  const register = start()
  record(register, reform, { kind: 'change_kind', areaId: id('Tam Hồng'), to: 'thi_tran', name: 'Thị trấn Tam Hồng' })
  expect(named(register, reform, 'Thị trấn Tam Hồng')?.settlement).toBe('urban')
  expect(named(register, plainDate('2025-06-30'), 'Tam Hồng')?.settlement).toBe('rural')
  const wrong: Change = { kind: 'change_kind', areaId: id('Yên Đồng'), to: 'huyen', name: 'Huyện' }
  expect(() => record(register, reform, wrong)).toThrow('area.kind_of_other_level')
})

it('a unit with villages is not abolished into nothing, nor into two', () => {
  const abolish = (...successors: { areaId: AreaId; share: number | null }[]): Change => ({
    kind: 'abolish',
    areaId: id('Tam Hồng'),
    successors,
  })
  expect(() => record(start(), reform, abolish())).toThrow('area.children_left')
  const two = abolish({ areaId: id('Yên Đồng'), share: null }, { areaId: id('Yên Phương'), share: null })
  expect(() => record(start(), reform, two)).toThrow('area.children_left')
  const register = start()
  record(register, reform, abolish({ areaId: id('Yên Đồng'), share: 1 }))
  expect(named(register, reform, 'Tam Hồng 2')?.parentId).toBe(id('Yên Đồng'))
})

it('when the districts end, the communes hang under the province', () => {
  const register = start()
  write(register, abolishLevel('district', circumstances(register, reform)))
  expect(named(register, reform, 'Yên Lạc')).toBeUndefined()
  expect(named(register, reform, 'Tam Hồng')?.parentId).toBe(id('Vĩnh Phúc'))
  expect(named(register, plainDate('2025-06-30'), 'Tam Hồng')?.parentId).toBe(id('Yên Lạc'))
})

/** A random event over the register as it stands; many are impossible and are refused, which is part of the point. */
function randomChange(register: Register, pick: (n: number) => number): Change {
  const standing = register.versions.filter((v) => v.until === null)
  const any = (): AreaVersion => standing[pick(standing.length)] ?? (standing[0] as AreaVersion)
  const [a, b, parent] = [any(), any(), any()]
  const fresh = { name: `Mới ${register.made}`, kind: a.kind, code: a.code, parentId: parent.areaId }
  const children = standing.filter((v) => v.parentId === a.areaId).map((v) => v.areaId)
  const cut = pick(children.length + 1)
  const changes: Change[] = [
    { kind: 'create', unit: { ...fresh, code: null } },
    { kind: 'rename', areaId: a.areaId, name: `${a.name}'` },
    { kind: 'move', areaId: a.areaId, parentId: parent.areaId },
    { kind: 'merge', areaIds: [a.areaId, b.areaId], into: fresh },
    {
      kind: 'split',
      areaId: a.areaId,
      parts: [
        { unit: { ...fresh, parentId: a.parentId ?? parent.areaId }, share: 0.5, children: children.slice(0, cut) },
        {
          unit: { ...fresh, code: null, parentId: a.parentId ?? parent.areaId },
          share: null,
          children: children.slice(cut),
        },
      ],
    },
    { kind: 'abolish', areaId: a.areaId, successors: b === a ? [] : [{ areaId: b.areaId, share: 1 }] },
  ]
  return changes[pick(changes.length)] as Change
}

function mustBeSound(register: Register): void {
  const days = [
    ...new Set(register.versions.flatMap((v) => (v.until ? [v.from, v.until, addDays(v.until, -1)] : [v.from]))),
  ]
  for (const day of days) {
    const standing = on(register, day)
    expect(new Set(standing.map((v) => v.areaId)).size).toBe(standing.length)
    const coded = standing.filter((v) => v.code !== null && v.level !== 'village').map((v) => `${v.level} ${v.code}`)
    expect(new Set(coded).size).toBe(coded.length)
    for (const v of standing) if (v.parentId) expect(standing.map((p) => p.areaId)).toContain(v.parentId)
  }
  for (const v of register.versions) if (v.until) expect(v.until > v.from).toBe(true)
  const shares = new Map<string, number>()
  for (const s of register.successions)
    shares.set(`${s.fromId} ${s.eventId}`, (shares.get(`${s.fromId} ${s.eventId}`) ?? 0) + (s.share ?? 0))
  for (const sum of shares.values()) expect(sum).toBeLessThanOrEqual(1)
}

it('whatever happens: one state a day, a code once a day, a standing parent, shares within the whole', () => {
  let done = 0
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 30, maxLength: 120 }), (numbers) => {
      const register = start()
      let at = 0
      const pick = (n: number) => (numbers[at++ % numbers.length] ?? 0) % n
      for (let step = 0; step < 12; step++) {
        const change = randomChange(register, pick)
        try {
          record(register, addDays(begun, 30 * (step + 1)), change)
          done++
        } catch (error) {
          expect((error as Error).message).toMatch(/^area\./)
        }
      }
      mustBeSound(register)
    }),
    { numRuns: 150 },
  )
  expect(done).toBeGreaterThan(200)
})
