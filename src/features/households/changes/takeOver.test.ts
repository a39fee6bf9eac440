/** Two persons who are one: what only the second record knows goes to the one that is kept, as was chosen, and back when they are parted. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/server/ids.ts'
import { settle, thon1, thon2 } from '#test/rounds.ts'
import { refusal, rowsNow } from '#test/untouched.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Shown = { memberId: string; personId: string; relation: string; birth: object; facts: object; citizenId: string }
const show = async (householdId: string) => (await world.as('hung').get(`/api/households/${householdId}`)).json()
const memberOf = async (householdId: string, memberId: string): Promise<Shown> => {
  const { members, others } = await show(householdId)
  return [...members, ...others].find((one: Shown) => one.memberId === memberId)
}
const post = async (url: string, body: object) => {
  const reply = await world.as('hung').post(`/api/households/${url}`, body)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const revealed = ([household, member]: Stay) => post(`${household}/members/${member}/reveal`, {})
const livesAt = async (citizenId: string) =>
  (await post('by-citizen-id', { citizenId })).household?.householdId as string | undefined

type Stay = readonly [household: string, member: string]
const because = 'Cùng một cháu, ghi hai lần'
const join = (kept: Stay, other: Stay, taken?: readonly string[]) => () =>
  world.as('hung').post(`/api/households/${kept[0]}/members/${kept[1]}/join`, {
    ...{ otherHouseholdId: other[0], otherMemberId: other[1], because, ...(taken && { taken }) },
  })
const home = async (mother: string, village = thon1) => (await settle(world, village, mother)).householdId
const enter = async (householdId: string, person: object, more: object = {}): Promise<Stay> => {
  const memberId = newId()
  const who = { sex: 'male', ethnicity: '01', ...person }
  const sure = 'Chưa rõ có phải một người'
  await post(`${householdId}/members`, {
    ...{ memberId, on: '2026-01-10', reason: 'moved_in', relation: 'child', person: who, sure, ...more },
  })
  return [householdId, memberId]
}
const undoLast = async (householdId: string) => {
  const { timeline } = await show(householdId)
  const act = timeline.find((one: { kind: string }) => one.kind === 'persons_joined').actId
  await post(`${householdId}/events/${act}/undo`, { because: 'Hai anh em' })
}
const stays = async () => {
  const { member, household, identity_index } = await rowsNow(world)
  return { member, household, identity_index }
}

/** A household as it is sent whole. */
async function enterAs(body: object) {
  const reply = await world.as('hung').post('/api/households', body)
  expect(reply.statusCode, reply.body).toBe(200)
}

/** Páo as the village's list has him, and as his health card has him. */
async function twice(mother: string, numbers: object, village = thon1) {
  const householdId = await home(mother, village)
  const kept = await enter(householdId, { name: 'Vừ A Páo', birth: { year: 2012 }, facts: { studying: 'primary' } })
  const card = { name: 'Vừ A Pao', birth: { year: 2012, month: 9, day: 2 }, ...numbers }
  const other = await enter(householdId, {
    ...{ ...card, facts: { studying: 'lower_secondary', disability: 'mild', healthInsurance: true } },
  })
  return { householdId, kept, other }
}

describe('what only the second record of a child knows', () => {
  it('goes to the one who is kept, is told in the timeline and the audit, and goes back when they are parted', async () => {
    const numbers = { citizenId: '026212000901', insuranceNo: '0123456901' }
    const { householdId, kept, other } = await twice('Vừ Thị Mai', numbers)
    const before = await stays()
    const taken = ['birth', 'citizenId', 'insuranceNo', 'facts.disability', 'facts.healthInsurance']
    expect((await join(kept, other, taken)()).statusCode).toBe(200)
    expect(await memberOf(...kept)).toMatchObject({
      ...{ name: 'Vừ A Páo', birth: { year: 2012, month: 9, day: 2 }, citizenId: '*********901' },
      facts: { studying: 'primary', disability: 'mild', healthInsurance: true },
    })
    expect(await revealed(kept)).toEqual(numbers)
    expect(await livesAt('026212000901')).toBe(householdId)
    const { timeline } = await show(householdId)
    expect(timeline[0]).toMatchObject({
      kind: 'persons_joined',
      facts: {
        changed: {
          birth: { from: { year: 2012 }, to: { year: 2012, month: 9, day: 2 } },
          'facts.disability': { from: null, to: 'mild' },
          'facts.healthInsurance': { from: null, to: true },
        },
        numbers: ['citizenId', 'insuranceNo'],
      },
    })
    expect(JSON.stringify(timeline)).not.toContain('026212000901')
    const { rows } = await world.owner.query(
      "select facts from audit_line where what = 'household.persons_joined' order by id desc limit 1",
    )
    expect(rows[0].facts.taken).toEqual(['birth', 'citizenId', 'insuranceNo', 'facts'])
    await undoLast(householdId)
    expect(await stays()).toEqual(before)
    expect(await revealed(other)).toEqual(numbers)
  })

  it('goes to the one who is kept where nothing is said of it', async () => {
    const { kept, other } = await twice('Vừ Thị Say', { insuranceNo: '0123456902' })
    expect((await join(kept, other)()).statusCode).toBe(200)
    expect(await revealed(kept)).toEqual({ citizenId: null, insuranceNo: '0123456902' })
  })

  it('stays away where it is declined, but for the citizen id of one who then holds no day', async () => {
    const plain = await twice('Vừ Thị Chía', { insuranceNo: '0123456903' })
    const was = await memberOf(...plain.kept)
    expect((await join(plain.kept, plain.other, [])()).statusCode).toBe(200)
    expect(await memberOf(...plain.kept)).toEqual(was)
    const { kept, other } = await twice('Vừ Thị Dợ', { citizenId: '026212000904' })
    const reply = join(kept, other, ['birth'])
    expect(await refusal(world, reply)).toBe('household.join_number')
    expect((await reply()).json().facts.at).toBe('taken')
    expect((await join(kept, other, ['citizenId'])()).statusCode).toBe(200)
    expect((await revealed(kept)).citizenId).toBe('026212000904')
  })

  it('is taken only where the one who is kept lacks it, as it stands by then', async () => {
    const { kept, other } = await twice('Vừ Thị Gánh', { insuranceNo: '0123456905' })
    const reply = join(kept, other, ['insuranceNo', 'facts.studying'])
    expect(await refusal(world, reply)).toBe('household.join_not_lacking')
    expect((await reply()).json().facts.at).toBe('taken')
    await post(`${kept[0]}/members/${kept[1]}/change`, { insuranceNo: '0123456906' })
    expect(await refusal(world, join(kept, other, ['insuranceNo']))).toBe('household.join_not_lacking')
  })

  it('must fit the one who is kept', async () => {
    const householdId = await home('Vừ Thị Pà')
    const kept = await enter(householdId, { name: 'Vừ Thị Xia', birth: { year: 2012 }, sex: 'female' })
    const other = await enter(householdId, { name: 'Vừ Thị Xía', birth: { year: 2012 }, citizenId: '026212000907' })
    const reply = join(kept, other, ['citizenId'])
    expect(await refusal(world, reply)).toBe('household.citizen_id_unfit')
    expect((await reply()).json().facts.at).toBe('taken')
  })
})

describe('of a girl who married into another village', () => {
  it('the numbers follow to where she lives, and back', async () => {
    const [first, second] = [await home('Giàng Thị Trước'), await home('Giàng Thị Sau', thon2)]
    const person = { name: 'Giàng Thị Mỷ', sex: 'female', birth: { year: 2004, month: 3, day: 1 } }
    const numbers = { citizenId: '026304000911', insuranceNo: '0123456911' }
    const left = await enter(first, { ...person, ...numbers })
    await post(`${first}/members/${left[1]}/leave`, { on: '2026-02-01', reason: 'married' })
    const came = await enter(second, { ...person, birth: { year: 2004 } }, { on: '2026-02-01', reason: 'married' })
    const before = await stays()
    expect((await join(came, left, ['birth', 'citizenId', 'insuranceNo'])()).statusCode).toBe(200)
    expect(await revealed(came)).toEqual(numbers)
    expect(await livesAt('026304000911')).toBe(second)
    await undoLast(first)
    expect(await stays()).toEqual(before)
  })

  it('an id that somebody else has by now is not taken', async () => {
    const [first, second] = [await home('Giàng Thị Một'), await home('Giàng Thị Hai', thon2)]
    const person = { name: 'Giàng Thị Chở', sex: 'female', birth: { year: 2004 }, citizenId: '026304000912' }
    const wrong = await enter(first, person)
    await post(`${first}/members/${wrong[1]}/leave`, { on: '2026-01-10', reason: 'entered_by_mistake' })
    await enter(first, { ...person, name: 'Giàng Thị Pla' })
    const came = await enter(second, { ...person, citizenId: '' })
    const reply = join(came, wrong, ['citizenId'])
    expect(await refusal(world, reply)).toBe('household.citizen_id_taken')
    expect((await reply()).json().facts.at).toBe('taken')
  })
})

describe('a refusal of two who have one name', () => {
  it('tells them apart by birth and household', async () => {
    const enterHome = async (year: number, number: string, citizenId: string) => {
      const [householdId, memberId] = [newId(), newId()]
      const person = { name: 'Lò Thị Ánh', sex: 'female', birth: { year }, ethnicity: '01', citizenId }
      const members = [{ memberId, relation: 'head', person }]
      const place = { villageId: thon1, number, address: '', on: '2025-08-01', reason: 'listed', sure: 'Khác nhau' }
      await enterAs({ householdId, ...place, members })
      return [householdId, memberId] as const
    }
    const one = await enterHome(1966, '77', '026166000921')
    const two = await enterHome(1967, '78', '026167000922')
    const { title } = (await join(one, two)()).json()
    expect(title.vi).toContain('Lò Thị Ánh (sinh 1966, hộ số 77, Thôn 1) và Lò Thị Ánh (sinh 1967, hộ số 78, Thôn 1)')
    expect(title.en).toContain('Lò Thị Ánh (born 1966, household no. 77, Thôn 1)')
    const three = await enterHome(1966, '79', '')
    const { title: homes } = (await join(one, three)()).json()
    expect(homes.vi).toContain('Lò Thị Ánh (sinh 1966, hộ số 77, Thôn 1)')
    expect(homes.vi).toContain('Lò Thị Ánh (sinh 1966, hộ số 79, Thôn 1)')
  })
})
