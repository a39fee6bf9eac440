/**
 * What happened to a household is undone after its village ended, was parted, or went elsewhere: the household lives as if the
 * act had never been, in what its village has become; or it is refused for the true reason, with a way out.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import type { AreaId } from '#kernel/ids.ts'
import { newId } from '#platform/server/ids.ts'
import { refusal } from './untouched.ts'
import { openWorld, type World } from './world.ts'

const province = demoAreas.quangNinh
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
type Began = { readonly eventId: string; readonly began: readonly AreaId[] }
const event = (change: object, day: string): Promise<Began> =>
  must('/api/area-events', { change, day, legalBasis: 'Nghị quyết 5/NQ-HĐND', mark: 'text' }, 'quantri')
const recorded = async (change: object, day: string) => (await event(change, day)).began
let made = 0
const unit = (parentId: AreaId) => ({ name: `Thôn Qua ${++made}`, kind: 'thon', code: null, parentId })
const village = async (parentId: AreaId) =>
  (await recorded({ kind: 'create', unit: unit(parentId) }, '2025-09-01'))[0] as AreaId
const newCommune = () => ({ name: `Xã Qua ${++made}`, kind: 'xa', code: String(90_000 + made), parentId: province })
const give = (areaId: AreaId, to: 'hung' | 'son' = 'hung') =>
  must(
    `/api/accounts/${world.idOf(to)}/grants`,
    { role: 'commune_official', areaId, from: '2026-11-20', until: null },
    'quantri',
  )
async function commune(to: 'hung' | 'son' = 'hung'): Promise<AreaId> {
  const [id] = (await recorded({ kind: 'create', unit: newCommune() }, '2025-09-01')) as [AreaId]
  await give(id, to)
  return id
}

const person = (name: string, sex = 'male', year = 1970) => ({ name, sex, birth: { year }, ethnicity: '01' })
async function family(villageId: AreaId): Promise<string> {
  const householdId = newId()
  const name = `Lê Văn ${'ABCDEGHIKLMNOPQRSTUVX'[++made % 21]}`
  const members = [
    { memberId: newId(), relation: 'head', person: person(name) },
    { memberId: newId(), relation: 'spouse', person: person('Lê Thị Bền', 'female', 1972) },
    { memberId: newId(), relation: 'child', person: person('Lê Thị Con', 'female', 1999) },
  ]
  const body = { householdId, villageId, number: '', address: '', on: '2025-10-01', reason: 'listed', members }
  await must('/api/households', { ...body, sure: 'Người khác' })
  return householdId
}
const on = '2026-11-05'
const later = '2026-11-10'
const shown = async (id: string) => (await world.as('hung').get(`/api/households/${id}`)).json()
const memberOf = async (id: string, relation: string): Promise<string> =>
  (await shown(id)).members.find((one: { relation: string }) => one.relation === relation).memberId
const othersOf = async (id: string) =>
  (await shown(id)).members.map(({ memberId }: { memberId: string }) => ({ memberId, relation: 'other' }))
const place = (villageId: AreaId) => ({ on, villageId, address: 'Ngõ cũ', number: `Q-${++made}` })

type Done = { readonly of: readonly string[]; readonly kind: string; readonly was: readonly string[] }
type Ground = { readonly a: AreaId; readonly b: AreaId }
/** Does the act; answers the households that it touched, and the kind of its event. */
type Acts = Readonly<Record<string, (ground: Ground) => Promise<Done>>>
const acts: Acts = {
  birth: async ({ a }) => {
    const id = await family(a)
    const was = people(await seenBy('hung', id))
    const child = { memberId: newId(), relation: 'child', person: person('Lê Văn Bé', 'male', 2026) }
    await must(`/api/households/${id}/members`, { ...child, on, reason: 'born', sure: 'Đúng' })
    return { of: [id], kind: 'born', was }
  },
  death: async ({ a }) => {
    const id = await family(a)
    const was = people(await seenBy('hung', id))
    await must(`/api/households/${id}/members/${await memberOf(id, 'spouse')}/leave`, { on, reason: 'died' })
    return { of: [id], kind: 'died', was }
  },
  'death of the head': async ({ a }) => {
    const id = await family(a)
    const was = people(await seenBy('hung', id))
    const newHeadId = await memberOf(id, 'spouse')
    await must(`/api/households/${id}/members/${await memberOf(id, 'head')}/leave`, { on, reason: 'died', newHeadId })
    return { of: [id], kind: 'died', was }
  },
  'new head': async ({ a }) => {
    const id = await family(a)
    const was = people(await seenBy('hung', id))
    await must(`/api/households/${id}/head`, { on, newHeadId: await memberOf(id, 'spouse') })
    return { of: [id], kind: 'head_changed', was }
  },
  'move in': async ({ a, b }) => {
    const id = await family(b)
    const was = people(await seenBy('hung', id))
    await must(`/api/households/${id}/residence`, place(a))
    return { of: [id], kind: 'address_changed', was }
  },
  'move out': async ({ a, b }) => {
    const id = await family(a)
    const was = people(await seenBy('hung', id))
    await must(`/api/households/${id}/residence`, place(b))
    return { of: [id], kind: 'address_changed', was }
  },
  'move within': async ({ a }) => {
    const id = await family(a)
    const was = people(await seenBy('hung', id))
    await must(`/api/households/${id}/residence`, place(a))
    return { of: [id], kind: 'address_changed', was }
  },
  split: async ({ a }) => {
    const id = await family(a)
    const was = people(await seenBy('hung', id))
    const newHouseholdId = newId()
    const members = [{ memberId: await memberOf(id, 'child'), relation: 'head' }]
    await must(`/api/households/${id}/split`, { newHouseholdId, ...place(a), members, sure: 'Đúng' })
    return { of: [id, newHouseholdId], kind: 'split', was }
  },
  merge: async ({ a }) => {
    const [id, into] = [await family(a), await family(a)]
    const was = people(await seenBy('hung', id))
    await must(`/api/households/${id}/merge`, { intoHouseholdId: into, on, relations: await othersOf(id) })
    return { of: [id, into], kind: 'merged', was }
  },
  end: async ({ a }) => {
    const id = await family(a)
    const was = people(await seenBy('hung', id))
    await must(`/api/households/${id}/end`, { on, reason: 'moved_away' })
    return { of: [id], kind: 'ended', was }
  },
  'two persons who are one': async ({ a }) => {
    const id = await family(a)
    const was = people(await seenBy('hung', id))
    const again = { memberId: newId(), relation: 'child', person: person('Lê Thị Con', 'female', 1999) }
    await must(`/api/households/${id}/members`, { ...again, on, reason: 'moved_in', sure: 'Chưa rõ' })
    was.push('child Lê Thị Con')
    was.sort()
    const body = { otherHouseholdId: id, otherMemberId: again.memberId, because: 'Là một người' }
    await must(`/api/households/${id}/members/${await memberOf(id, 'child')}/join`, body)
    return { of: [id], kind: 'persons_joined', was }
  },
}

type Recorded = { readonly eventId: string; readonly lives: AreaId; readonly by: 'hung' | 'son' }
/** What becomes of the village on 10 November; where its households live after, and whose they are. */
const changes: Readonly<Record<string, (ground: Ground, at: AreaId) => Promise<Recorded>>> = {
  'the village was merged': async ({ a }, at) => {
    const { eventId, began } = await event({ kind: 'merge', areaIds: [a, await village(at)], into: unit(at) }, later)
    return { eventId, lives: began[0] as AreaId, by: 'hung' }
  },
  'the village was split': async ({ a }, at) => {
    const parts = [0.3, 0.7].map((share) => ({ unit: unit(at), share, children: [] }))
    const { eventId, began } = await event({ kind: 'split', areaId: a, parts }, later)
    return { eventId, lives: began[1] as AreaId, by: 'hung' }
  },
  'the village was abolished': async ({ a }, at) => {
    const heir = await village(at)
    const { eventId } = await event({ kind: 'abolish', areaId: a, successors: [{ areaId: heir, share: 1 }] }, later)
    return { eventId, lives: heir, by: 'hung' }
  },
  'the commune was merged': async ({ a }, at) => {
    const { eventId, began } = await event({ kind: 'merge', areaIds: [at, await commune()], into: newCommune() }, later)
    await give(began[0] as AreaId)
    return { eventId, lives: a, by: 'hung' }
  },
  'the village went to another commune': async ({ a }) => {
    const { eventId } = await event({ kind: 'move', areaId: a, parentId: await commune('son') }, later)
    return { eventId, lives: a, by: 'son' }
  },
}

type Shown = {
  readonly number: string
  readonly residences: readonly { village: { areaId: string }; from: string; until: string | null }[]
  readonly members: readonly { relation: string; name: string }[]
}
const seenBy = async (by: Recorded['by'], id: string): Promise<Shown> =>
  (await world.as(by).get(`/api/households/${id}`)).json()
/** The id of the act that left such an event, the first of them. */
const actOf = async (id: string, kind: string): Promise<string> =>
  (
    await world.owner.query(
      'select act_id from household_event where household_id = $1 and kind = $2 order by act_id limit 1',
      [id, kind],
    )
  ).rows[0].act_id
/** Who is there, as what; the spouse and the child in any order. */
const people = ({ members }: Shown) => members.map(({ relation, name }) => `${relation} ${name}`).toSorted()
const stays = ({ residences }: Shown) => residences.map(({ village: { areaId }, from }) => [from, areaId])

/** These end a village as a merger does: the acts of a place are enough. */
const fewOf: ReadonlySet<string> = new Set(['the village was split', 'the village was abolished'])
const few = ['birth', 'move in', 'move within', 'split', 'end']

describe.each(Object.keys(changes))('after %s', (change) => {
  it('each act is undone as if it had never been, or refused for the true reason', async () => {
    const kinds = fewOf.has(change) ? few : Object.keys(acts)
    const at = await commune()
    const ground = { a: await village(at), b: await village(at) }
    const done = []
    for (const name of kinds) done.push({ name, ...(await (acts[name] as Acts[string])(ground)) })
    const { lives, by, eventId } = await (changes[change] as (typeof changes)[string])(ground, at)
    const ended = lives !== ground.a
    const stayed = [...(ended ? [[later, lives]] : []), ['2025-10-01', ground.a]]
    for (const { name, of, kind, was } of done) {
      const [id] = of as [string]
      const crosses = by === 'son' && (name === 'move in' || name === 'move out')
      const who = name === 'move out' ? 'hung' : by
      const act = await actOf(id, kind)
      const url = `/api/households/${id}/events/${act}`
      const { forbidden } = (await world.as(who).get(`${url}/undoing`)).json()
      const undo = () => world.as(who).post(`${url}/undo`, { because: 'Ghi nhầm' })
      if (crosses) {
        expect(await refusal(world, undo), name).toBe('household.undo_home_elsewhere')
        expect(forbidden, name).toMatchObject({ vi: expect.stringContaining('nơi bạn không được ghi hộ') })
        continue
      }
      expect(forbidden, name).toBeNull()
      const reply = await undo()
      expect(reply.statusCode, `${name}: ${reply.body}`).toBe(200)
      const now = await seenBy(who, id)
      expect(people(now), name).toEqual(was)
      expect(stays(now), name).toEqual(name === 'move in' ? [['2025-10-01', ground.b]] : stayed)
    }
    if (!ended) return
    // The end of the village undone in its turn, they live there as ever.
    await must(`/api/area-events/${eventId}/undo`, { because: 'Ghi nhầm' }, 'quantri')
    for (const { name, of } of done) {
      const home = name === 'move in' ? ground.b : ground.a
      expect(stays(await seenBy(by, String(of[0]))), name).toEqual([['2025-10-01', home]])
    }
  })
})

it('what came after the end of the village goes first, and is named', async () => {
  const at = await commune()
  const ground = { a: await village(at), b: await village(at) }
  const { of, was } = await (acts['move in'] as Acts[string])(ground)
  const [id] = of as [string]
  const { lives } = await (changes['the village was merged'] as (typeof changes)[string])(ground, at)
  const { number } = await seenBy('hung', id)
  const within = { on: '2026-11-12', villageId: lives, address: 'Ngõ khác', number }
  await must(`/api/households/${id}/residence`, within)
  const all = await world.owner.query(
    `select act_id from household_event where household_id = $1 and kind = 'address_changed' order by act_id`,
    [id],
  )
  const [first, , last] = all.rows.map((row) => `/api/households/${id}/events/${row.act_id}`)
  const undo = () => world.as('hung').post(`${first}/undo`, { because: 'Ghi nhầm' })
  expect(await refusal(world, undo)).toBe('household.undo_later')
  expect((await world.as('hung').get(`${first}/undoing`)).json().forbidden.vi).toContain('12/11/2026')
  await must(`${last}/undo`, { because: 'Ghi nhầm' })
  expect((await undo()).statusCode).toBe(200)
  const now = await seenBy('hung', id)
  expect([people(now), stays(now)]).toEqual([was, [['2025-10-01', ground.b]]])
})
