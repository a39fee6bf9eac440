/** What happens to a register by chance: days backdated, acts undone, persons joined. The same for the same seed. */
import { expect } from 'vitest'
import { newId } from '#platform/server/ids.ts'
import { thon1, thon2, thon4 } from '../rounds.ts'
import type { World } from '../world.ts'

export const villages = [thon1, thon2, thon4] as const

/** The same numbers for the same seed. */
export function chances(from: number) {
  let state = from >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const upTo = (n: number) => Math.floor(next() * n)
  return { upTo, one: <T>(of: readonly T[]): T => of[upTo(of.length)] as T, often: (share: number) => next() < share }
}
const names = ['Lò Thị Ánh', 'Lò Thị Mỉ', 'Vàng A Páo', 'Quàng Văn Đôi', 'Lê Văn Bé', 'Hà Thị Kín', 'Mùa A Dơ']
type Member = { memberId: string; relation: string; leftOn: string | null }
type Shown = {
  members: Member[]
  others: Member[]
  timeline: { actId: string | null; undone: boolean }[]
  endedOn: string | null
}
const relations = ['spouse', 'child', 'parent', 'sibling', 'grandchild', 'other']

const often = {
  birth: 2,
  comes: 2,
  leaves: 3,
  head: 2,
  changes: 1,
  moves: 3,
  splits: 2,
  merges: 2,
  ends: 1,
  joined: 1,
  undone: 4,
  entered: 1,
}
const drawn = Object.entries(often).flatMap(([name, times]) => Array.from({ length: times }, () => name))

/** Households of Hùng's, and what happens to them. */
export function yearIn(world: World, seed: number) {
  const chance = chances(seed)
  const done = { written: 0, refused: 0, undone: 0 }
  const get = async (url: string) => {
    const reply = await world.as('hung').get(url)
    expect(reply.statusCode, `${url}: ${reply.body.slice(0, 300)}`).toBe(200)
    return reply.json()
  }

  /** An act, which is done or refused in words. */
  async function act(url: string, body: object): Promise<boolean> {
    const reply = await world.as('hung').post(url, body)
    expect(reply.statusCode, `seed ${seed}, ${url} ${JSON.stringify(body)}: ${reply.body.slice(0, 400)}`).toBeLessThan(
      500,
    )
    if (reply.statusCode === 200) done.written += 1
    else {
      done.refused += 1
      expect(reply.json().title.vi, reply.body).toMatch(/^[^{}_]+$/)
    }
    return reply.statusCode === 200
  }

  const dayOf = () => {
    const at = new Date(Date.UTC(2025, 9, 1) + chance.upTo(415) * 86_400_000)
    return at.toISOString().slice(0, 10)
  }
  const person = (year = 1950 + chance.upTo(74)) => ({
    ...{ name: chance.one(names), sex: chance.one(['male', 'female']), ethnicity: chance.one(['01', '02', '03']) },
    birth: { year },
  })
  const show = (id: string): Promise<Shown> => get(`/api/households/${id}`)

  const households: string[] = []
  /** One thing that happens somewhere. */
  const happenings: Readonly<Record<string, (id: string, of: Shown) => Promise<boolean>>> = {
    birth: (id) => {
      const on = dayOf()
      const who = {
        ...person(),
        birth: { year: Number(on.slice(0, 4)), month: Number(on.slice(5, 7)), day: Number(on.slice(8)) },
      }
      return act(`/api/households/${id}/members`, {
        memberId: newId(),
        on,
        reason: 'born',
        relation: 'child',
        person: who,
      })
    },
    comes: (id) => {
      const [reason, relation] = [chance.one(['moved_in', 'married']), chance.one(relations)]
      return act(`/api/households/${id}/members`, {
        memberId: newId(),
        on: dayOf(),
        reason,
        relation,
        person: person(),
      })
    },
    leaves: (id, { members }) => {
      const [leaving, next] = [chance.one(members), chance.one(members)]
      const reason = chance.one(['died', 'moved_out', 'married', 'entered_by_mistake'])
      const body = { on: dayOf(), reason, newHeadId: next.memberId, sure: 'Bố mẹ đi làm xa' }
      return act(`/api/households/${id}/members/${leaving.memberId}/leave`, body)
    },
    head: (id, { members }) =>
      act(`/api/households/${id}/head`, {
        on: dayOf(),
        newHeadId: chance.one(members).memberId,
        sure: 'Bố mẹ đi làm xa',
      }),
    changes: (id, { members }) =>
      act(`/api/households/${id}/members/${chance.one(members).memberId}/change`, {
        ethnicity: chance.one(['01', '02', '05']),
      }),
    moves: (id) => {
      const place = {
        villageId: chance.one(villages),
        address: `Ngõ ${chance.upTo(9)}`,
        number: String(chance.upTo(99)),
      }
      return act(`/api/households/${id}/residence`, { on: dayOf(), ...place })
    },
    splits: async (id, { members }) => {
      const newHouseholdId = newId()
      const body = {
        ...{ newHouseholdId, on: dayOf(), villageId: chance.one(villages), address: '', number: '' },
        members: [{ memberId: chance.one(members).memberId, relation: 'head' }],
        newHeadId: chance.one(members).memberId,
      }
      const parted = await act(`/api/households/${id}/split`, body)
      if (parted) households.push(newHouseholdId)
      return parted
    },
    merges: (id, { members }) => {
      const into = { intoHouseholdId: chance.one(households), on: dayOf() }
      return act(`/api/households/${id}/merge`, {
        ...into,
        relations: members.map(({ memberId }) => ({ memberId, relation: 'other' })),
      })
    },
    ends: (id) =>
      act(`/api/households/${id}/end`, { on: dayOf(), reason: chance.one(['moved_away', 'entered_by_mistake']) }),
    joined: async (id, { members, others }) => {
      const other = chance.one(households)
      const there = await show(other)
      const all = [...there.members, ...there.others]
      if (all.length === 0) return false
      const body = { otherHouseholdId: other, otherMemberId: chance.one(all).memberId, because: 'Một người' }
      return act(`/api/households/${id}/members/${chance.one([...members, ...others]).memberId}/join`, body)
    },
    undone: async (id, { timeline }) => {
      const acts = [...new Set(timeline.flatMap(({ actId, undone }) => (actId && !undone ? [actId] : [])))]
      if (acts.length === 0) return false
      const back = await act(`/api/households/${id}/events/${chance.one(acts.slice(0, 2))}/undo`, {
        because: 'Ghi nhầm',
      })
      if (back) done.undone += 1
      return back
    },
    entered: async () => {
      const householdId = newId()
      const body = { householdId, villageId: chance.one(villages), number: '', address: '', on: dayOf() }
      const members = [{ memberId: newId(), relation: 'head', person: person(1960 + chance.upTo(40)) }]
      const entered = await act('/api/households', { ...body, reason: chance.one(['listed', 'moved_in']), members })
      if (entered) households.push(householdId)
      return entered
    },
  }
  async function happen(times: number): Promise<void> {
    for (let n = 0; n < times; n += 1) {
      const id = chance.one(households)
      const of = await show(id)
      const what = chance.one(drawn)
      if (of.members.length > 0 || what === 'undone' || what === 'entered') await happenings[what]?.(id, of)
    }
  }
  return { households, done, act, get, show, happen, chance }
}
