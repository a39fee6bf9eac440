/**
 * An act dated before the end of a village and recorded after it: who lives there by it lives on at once in what the village has
 * become, as everybody else of it does.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import type { AreaId } from '#kernel/ids.ts'
import { newId } from '#platform/server/ids.ts'
import { RoundInHand } from './rounds.ts'
import { refusal } from './untouched.ts'
import { openWorld, type World } from './world.ts'

const commune = demoAreas.tamHongToday
const today = '2026-11-20'
const days = ['2026-11-04', '2026-11-05', '2026-11-09', '2026-11-10', '2026-11-12', today] as const
const on = '2026-11-05'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const must = async (url: string, body: object, by: 'hung' | 'son' | 'quantri' = 'hung') => {
  const reply = await world.as(by).post(url, body)
  expect(reply.statusCode, `${url}: ${reply.body}`).toBe(200)
  return reply.json()
}
const recorded = async (change: object, day: string) =>
  (await must('/api/area-events', { change, day, legalBasis: 'Nghị quyết 5/NQ-HĐND', mark: 'text' }, 'quantri')) as {
    eventId: string
    began: AreaId[]
  }
let made = 0
const unit = (parentId = commune) => ({ name: `Thôn Cũ ${++made}`, kind: 'thon', code: null, parentId })
const village = async (parentId = commune) =>
  (await recorded({ kind: 'create', unit: unit(parentId) }, '2025-09-01')).began[0] as AreaId
const shown = async (id: string) => (await world.as('hung').get(`/api/households/${id}`)).json()

/** What becomes of a village, and where who lived in it lives from each day on. */
type Ends = {
  readonly of: readonly { readonly from: string; readonly in: AreaId }[]
  readonly events: readonly string[]
}
const ends = {
  merge: async (a: AreaId): Promise<Ends> => {
    const { eventId, began } = await recorded(
      { kind: 'merge', areaIds: [a, await village()], into: unit() },
      '2026-11-10',
    )
    return { of: [{ from: '2026-11-10', in: began[0] as AreaId }], events: [eventId] }
  },
  split: async (a: AreaId): Promise<Ends> => {
    const parts = [0.3, 0.7].map((share) => ({ unit: unit(), share, children: [] }))
    const { eventId, began } = await recorded({ kind: 'split', areaId: a, parts }, '2026-11-10')
    return { of: [{ from: '2026-11-10', in: began[1] as AreaId }], events: [eventId] }
  },
  chain: async (a: AreaId): Promise<Ends> => {
    const first = await recorded({ kind: 'merge', areaIds: [a, await village()], into: unit() }, '2026-11-10')
    const [b, c] = [first.began[0] as AreaId, await village()]
    const { eventId } = await recorded(
      { kind: 'abolish', areaId: b, successors: [{ areaId: c, share: 1 }] },
      '2026-11-12',
    )
    const of = [
      { from: '2026-11-10', in: b },
      { from: '2026-11-12', in: c },
    ]
    return { of, events: [eventId, first.eventId] }
  },
} as const

/** What is recorded before the village ends, and what after it, answering who must live on. */
type Writes = (a: AreaId) => Promise<() => Promise<readonly string[]>>
const elsewhere = demoAreas.villages.tamHong[4] as AreaId
async function family(villageId: AreaId): Promise<string> {
  const householdId = newId()
  const two = [...members(`Lê Văn ${'ABCDEGHIKLMNOPQRSTUVX'[++made % 21]}`)]
  two.push({
    ...two[0],
    memberId: newId(),
    relation: 'spouse',
    person: { ...person('Lê Thị Bền'), sex: 'female' },
  } as never)
  const body = { householdId, villageId, number: '', address: '', on: '2025-10-01', reason: 'listed', members: two }
  await must('/api/households', { ...body, sure: 'Người khác' })
  return householdId
}
const undoing = async (id: string, kind: string) => {
  const { timeline } = await shown(id)
  const act = timeline.findLast((one: { kind: string; undone: boolean }) => one.kind === kind && !one.undone)
  await must(`/api/households/${id}/events/${act.id}/undo`, { because: 'Ghi nhầm' })
}
const person = (name: string) => ({ name, sex: 'male', birth: { year: 1970 }, ethnicity: '01' })
const members = (name: string) => [{ memberId: newId(), relation: 'head', person: person(name) }]
const place = (villageId: AreaId) => ({ on, villageId, address: 'Ngõ cũ', number: `C-${++made}` })
const writers: Readonly<Record<string, Writes>> = {
  'a new household': async (a) => async () => {
    const householdId = newId()
    const body = { householdId, ...place(a), reason: 'moved_in', members: members('Khuông Văn Cũ'), sure: 'Khác người' }
    await must('/api/households', body)
    return [householdId]
  },
  'a list of households': async (a) => async () => {
    const { name } = (await world.as('hung').get(`/api/areas/${a}?day=${on}`)).json().area
    const head = 'Thôn,Số hộ,Quan hệ với chủ hộ,Họ và tên,Giới tính,Ngày sinh,Dân tộc,Số CCCD'
    const number = `L-${++made}`
    const bytes = Buffer.from(
      `\ufeff${head}\r\n${name},${number},Chủ hộ,Khuông Thị ${'ABCDEG'[made % 6]},Nữ,1976,Kinh,\r\n`,
    )
    const file = { name: 'ho.csv', type: 'text/csv', bytes }
    const fields = { areaId: commune, listedOn: on }
    const { sha256 } = (await world.as('hung').upload('/api/households/import/check', fields, file)).json()
    const reply = await world.as('hung').upload('/api/households/import', { ...fields, sha256 }, file)
    expect(reply.statusCode, reply.body).toBe(200)
    const { rows } = await world.owner.query('select household_id from household where number = $1', [number])
    return rows.map((row) => row.household_id)
  },
  'a move': async (a) => {
    const id = await family(elsewhere)
    return async () => {
      await must(`/api/households/${id}/residence`, place(a))
      return [id]
    }
  },
  'many moved': async (a) => {
    const ids = [await family(elsewhere), await family(elsewhere)]
    return async () => {
      const body = { householdIds: ids, on, villageId: a, why: 'moved', because: 'Chuyển từ đầu tháng' }
      expect((await must('/api/households/residence', body)).moved).toHaveLength(2)
      return ids
    }
  },
  'a household that parts': async (a) => {
    const id = await family(elsewhere)
    return async () => {
      const newHouseholdId = newId()
      const one = (await shown(id)).members.find((m: { relation: string }) => m.relation === 'spouse')
      const going = [{ memberId: one.memberId, relation: 'head' }]
      await must(`/api/households/${id}/split`, { newHouseholdId, ...place(a), members: going, sure: 'Đúng' })
      return [newHouseholdId]
    }
  },
  'a move undone': async (a) => {
    const id = await family(a)
    await must(`/api/households/${id}/residence`, place(elsewhere))
    return async () => {
      await undoing(id, 'address_changed')
      return [id]
    }
  },
  'an end undone': async (a) => {
    const id = await family(a)
    await must(`/api/households/${id}/end`, { on, reason: 'moved_away' })
    return async () => {
      await undoing(id, 'ended')
      return [id]
    }
  },
  'a merger of households undone': async (a) => {
    const [id, into] = [await family(a), await family(elsewhere)]
    const relations = (await shown(id)).members.map(({ memberId }: { memberId: string }) => ({
      memberId,
      relation: 'other',
    }))
    await must(`/api/households/${id}/merge`, { intoHouseholdId: into, on, relations })
    return async () => {
      await undoing(id, 'merged')
      return [id]
    }
  },
}

/** Every figure is as long as its list, on every day. */
async function agree(places: readonly AreaId[]): Promise<void> {
  for (const day of days)
    for (const of of [commune, ...places]) {
      const { whole } = (await world.as('lan').get(`/api/areas/${of}/class-figures?day=${day}&units=${day}`)).json()
      if (!whole) continue
      const list = (await world.as('hung').get(`/api/households?areaId=${of}&day=${day}&count=all`)).json()
      expect(list.total, `${of} on ${day}`).toBe(whole.register)
    }
}

/** Nobody lives in a village of a day on which it does not stand. */
const strayed = async (villages: readonly AreaId[]): Promise<unknown[]> =>
  (
    await world.owner.query(
      `select r.household_id, r.village_id, r.valid_from, r.valid_until from household_residence r
         join (select area_id, max(coalesce(valid_until, 'infinity')) as until from area_version group by 1) v on v.area_id = r.village_id
        where r.village_id = any ($1) and r.valid_until is distinct from r.valid_from
          and coalesce(r.valid_until, 'infinity') > v.until
       union all
       select h.household_id, h.village_id, null, null from household h
        where h.village_id = any ($1) and not exists (select from area_version v where v.area_id = h.village_id and v.valid_until is null)`,
      [villages],
    )
  ).rows

describe('an act dated before the end of a village', () => {
  it.each(Object.keys(ends) as (keyof typeof ends)[])('%s: lives on in what it has become', async (end) => {
    const a = await village()
    const acts = []
    for (const [name, write] of Object.entries(writers)) acts.push({ name, act: await write(a) })
    const { of, events } = await ends[end](a)
    const places = [a, ...of.map((one) => one.in)]
    const all: string[] = []
    for (const { name, act } of acts) {
      const ids = await act()
      expect(await strayed(places), name).toEqual([])
      all.push(...ids)
      for (const id of ids) {
        const { village: home, residences } = await shown(id)
        expect(home.areaId, name).toBe(of.at(-1)?.in)
        const stood = residences.map((one: { village: { areaId: string }; from: string }) => [
          one.from,
          one.village.areaId,
        ])
        expect(stood.slice(0, of.length), name).toEqual(of.map((one) => [one.from, one.in]).toReversed())
        expect(stood[of.length]?.[1], name).toBe(a)
      }
    }
    await agree(places)
    // The events undone, the last first, they live as if the village had never ended.
    for (const eventId of events) await must(`/api/area-events/${eventId}/undo`, { because: 'Ghi nhầm' }, 'quantri')
    for (const id of all) expect((await shown(id)).village.areaId).toBe(a)
    await agree([a])
  })

  it('goes on in the round of what it has become', async () => {
    const a = await village()
    const householdId = await family(a)
    await must(`/api/households/${householdId}/residence`, place(elsewhere))
    const heir = (await ends.merge(a)).of[0]?.in as AreaId
    const hand = new RoundInHand(world, newId<'round'>())
    const window = { windowFrom: '2026-11-15', windowUntil: '2026-12-14' }
    const name = `Kỳ cũ ${++made}`
    const body = { areaId: commune, kind: 'ad_hoc', name, ...window, villages: [heir], because: 'Thử' }
    await hand.must('hung', '/api/rounds', { roundId: hand.roundId, ...body })
    await undoing(householdId, 'address_changed')
    const listed = await hand.must('hung', `/api/rounds/${hand.roundId}/list`, { householdId, because: 'Thử' })
    expect(listed).toBeTruthy()
  })

  it('is refused where the village went to another commune, and writes nothing', async () => {
    const [a, far] = [await village(), await village(demoAreas.kyThuongToday)]
    const id = await family(elsewhere)
    await recorded({ kind: 'abolish', areaId: a, successors: [{ areaId: far, share: 1 }] }, '2026-11-10')
    const moving = () => world.as('hung').post(`/api/households/${id}/residence`, place(a))
    expect(await refusal(world, moving)).toBe('access.denied')
  })
})

describe('the id of a member', () => {
  it.each([
    ['of another commune', 'son', demoAreas.kyThuongToday],
    ['of the own commune', 'hung', commune],
  ] as const)('%s is not taken for another household, and nothing is told of whom it is', async (_of, by, at) => {
    const there = await village(at)
    const people = members('Phan Văn Riêng')
    const entered = (villageId: AreaId, more = {}) => ({
      ...{ householdId: newId(), villageId, number: '', address: '', on: '2026-10-01', reason: 'listed' },
      ...{ members: people, sure: 'Người khác', ...more },
    })
    await must('/api/households', entered(there), by)
    const again = () => world.as('hung').post('/api/households', entered(elsewhere))
    expect(await refusal(world, again)).toBe('household.member_id_taken')
    const id = await family(elsewhere)
    const joining = { ...people[0], relation: 'child', on: '2026-10-01', reason: 'moved_in', sure: 'Người khác' }
    const adding = () => world.as('hung').post(`/api/households/${id}/members`, joining)
    expect(await refusal(world, adding)).toBe('household.member_id_taken')
  })
})
