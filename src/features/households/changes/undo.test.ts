/** A death typed by mistake, a move, a split, a merge, an end: undone openly, and everything stands as it did. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { deciding, inForce } from '#test/decisions.ts'
import { type Family, kyThuong, settle, thon1, thon2 } from '#test/rounds.ts'
import { tried } from '#test/tried.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'
import type { Member } from '../model.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const url = (householdId: string, path = '') => `/api/households/${householdId}${path}`
const must = async (householdId: string, path: string, body: object, person: PersonName = 'hung') => {
  const reply = await world.as(person).post(url(householdId, path), body)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const shown = async (householdId: string) => (await world.as('hung').get(url(householdId))).json()
type Event = { id: string; actId: string | null; kind: string; undone: boolean; facts: Record<string, unknown> }
/** The last act of a household, by its events. */
const lastOf = async (householdId: string): Promise<string> =>
  (await shown(householdId)).timeline
    .map((event: Event) => event.actId)
    .filter((id: string | null) => id !== null)
    .toSorted()
    .at(-1)
const undo =
  (householdId: string, eventId: string, person: PersonName = 'hung') =>
  () =>
    world.as(person).post(url(householdId, `/events/${eventId}/undo`), { because: 'Ghi nhầm người' })
const undoLast = async (householdId: string) => {
  const reply = await undo(householdId, await lastOf(householdId))()
  expect(reply.statusCode, reply.body).toBe(200)
}
const undoing = async (householdId: string, eventId: string, person: PersonName = 'hung') =>
  (await world.as(person).get(url(householdId, `/events/${eventId}/undoing`))).json()
const idsOf = async (householdId: string): Promise<[string, string, string]> =>
  (await shown(householdId)).members.map((m: Member) => m.memberId)

/** The rows of the register but its history. */
async function register(): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {}
  for (const name of [
    'household',
    'household_residence',
    'member',
    'identity_index',
    'household_class',
    'certificate',
  ]) {
    const { rows } = await world.owner.query<{ row: unknown }>(
      `select to_jsonb(t) as row from ${name} t order by t::text`,
    )
    found[name] = rows.map(({ row }) => row)
  }
  return found
}

const citizen = async (family: Family, citizenId: string) => {
  const [mother] = await idsOf(family.householdId)
  await must(family.householdId, `/members/${mother}/change`, { citizenId })
}

describe('an act that is undone', () => {
  const baby = { name: 'Lê Thị Út', sex: 'female', birth: { year: 2026, month: 6, day: 1 }, ethnicity: '01' }
  const on = '2026-06-02'
  const acts: Record<string, (of: Family, ids: [string, string, string], other: Family) => Promise<unknown>> = {
    'a death': ({ householdId }, [, father]) => must(householdId, `/members/${father}/leave`, { on, reason: 'died' }),
    'the death of the head': ({ householdId }, [mother, father]) =>
      must(householdId, `/members/${mother}/leave`, { on, reason: 'died', newHeadId: father }),
    'a moving out': ({ householdId }, [mother, father]) =>
      must(householdId, `/members/${mother}/leave`, { on, reason: 'moved_out', newHeadId: father }),
    'a mistake': ({ householdId }, [mother, father]) =>
      must(householdId, `/members/${mother}/leave`, { on, reason: 'entered_by_mistake', newHeadId: father }),
    'a birth': ({ householdId }) =>
      must(householdId, '/members', {
        memberId: newId(),
        on: '2026-06-01',
        reason: 'born',
        relation: 'child',
        person: baby,
      }),
    'a change of head': ({ householdId }, [, father]) => must(householdId, '/head', { on, newHeadId: father }),
    'a move': ({ householdId }) =>
      must(householdId, '/residence', { on, villageId: thon2, address: 'Ngõ 9', number: '77' }),
    'a corrected move': async ({ householdId }) =>
      must(householdId, '/residence', { on: '2025-08-01', villageId: thon2, address: '', number: '' }),
    'a placing with others': ({ householdId }) =>
      must('residence', '', {
        on,
        householdIds: [householdId],
        villageId: thon2,
        why: 'unit_changed',
        because: 'Chia thôn',
      }),
    'a new number': ({ householdId }) =>
      must(householdId, '/residence', { on, villageId: thon1, address: '', number: '12' }),
    'another name and number': ({ householdId }, [mother]) =>
      must(householdId, `/members/${mother}/change`, {
        name: 'Lò Thị Yến',
        citizenId: '',
        insuranceNo: '0123456789',
        facts: { pension: true },
      }),
    'another citizen id': ({ householdId }, [mother]) =>
      must(householdId, `/members/${mother}/change`, { citizenId: '026185000999' }),
    'an end': ({ householdId }) => must(householdId, '/end', { on, reason: 'moved_away' }),
    'an end by mistake': ({ householdId }) => must(householdId, '/end', { on, reason: 'entered_by_mistake' }),
    'a merge': ({ householdId }, [mother], other) =>
      must(householdId, '/merge', {
        on,
        intoHouseholdId: other.householdId,
        relations: [{ memberId: mother, relation: 'sibling' }],
      }),
  }

  it.each(Object.keys(acts))('%s leaves every row as it was, and both in the timeline', async (name) => {
    const family = await settle(world, thon1, 'Lò Thị Yên')
    const other = await settle(world, thon2, 'Vũ Thị Hợi')
    await citizen(family, '026185000111')
    const ids = await idsOf(family.householdId)
    const before = await register()
    await acts[name]?.(family, ids, other)
    expect(await register()).not.toEqual(before)
    const act = await lastOf(family.householdId)
    await undoLast(family.householdId)
    expect(await register()).toEqual(before)
    const { timeline } = await shown(family.householdId)
    const undone = timeline.filter((event: Event) => event.actId === act)
    expect(undone.every((event: Event) => event.undone)).toBe(true)
    const [own] = timeline.filter((event: Event) => event.kind === 'undone')
    expect(own).toMatchObject({ by: 'Lê Văn Hùng', facts: { act, because: 'Ghi nhầm người' } })
    expect(await refusal(world, undo(family.householdId, act))).toBe('household.undone_already')
    await acts[name]?.(family, await idsOf(family.householdId), other)
    await citizenFree(family)
  })
  /** For the next to use. */
  const citizenFree = async ({ householdId }: Family) => {
    await world.owner.query('delete from identity_index')
    expect(householdId).toBeTruthy()
  }

  it('a split: those who went are back with their ids, the household that was founded keeps its id and has no day', async () => {
    const family = await settle(world, thon1, 'Lò Thị Yên')
    await citizen(family, '026185000222')
    const [mother, father] = await idsOf(family.householdId)
    const before = await register()
    const newHouseholdId = newId()
    const place = { newHouseholdId, villageId: thon2, address: '', number: '' }
    const members = [{ memberId: mother, relation: 'head' }]
    await must(family.householdId, '/split', { on, ...place, members, newHeadId: father })
    const act = await lastOf(family.householdId)
    expect((await undoing(newHouseholdId, act)).back.map(({ vi }: { vi: string }) => vi)).toContain(
      'Lò Thị Yên trở lại hộ Lê Văn Bền.',
    )
    expect((await undo(newHouseholdId, act)()).statusCode).toBe(200)
    const after = await register()
    const founded = (row: unknown) => (row as { household_id: string }).household_id === newHouseholdId
    expect(after.household?.filter(founded)).toMatchObject([{ ended_on: '2026-06-02', started_on: '2026-06-02' }])
    expect({ ...after, household: after.household?.filter((row) => !founded(row)) }).toEqual(before)
    expect((await shown(newHouseholdId)).timeline.map((event: Event) => event.kind).toSorted()).toEqual([
      'split',
      'undone',
    ])
    expect((await world.as('hung').get(`/api/households?areaId=${thon2}&day=${on}`)).body).not.toContain(newHouseholdId)
  })

  it('who was taken over from another commune goes back there', async () => {
    const theirs = await settle(world, kyThuong, 'Bế Thị Nga')
    const [nga, husband] = (await world.as('son').get(url(theirs.householdId)))
      .json()
      .members.map((m: Member) => m.memberId)
    const citizenId = '026185000333'
    await must(theirs.householdId, `/members/${nga}/change`, { citizenId }, 'son')
    await must(theirs.householdId, `/members/${nga}/leave`, { on, reason: 'moved_out', newHeadId: husband }, 'son')
    const family = await settle(world, thon1, 'Lò Thị Yên')
    const before = await register()
    const person = { name: 'Bế Thị Nga', sex: 'female', birth: { year: 1985 }, ethnicity: '01', citizenId }
    const joining = { memberId: newId(), on, reason: 'moved_in', relation: 'other', person }
    await must(family.householdId, '/members', joining)
    await undoLast(family.householdId)
    expect(await register()).toEqual(before)
    // And may be taken over again, and then no longer come back there.
    await must(family.householdId, '/members', { ...joining, memberId: newId() })
    const leaving = (await world.as('son').get(url(theirs.householdId))).json().timeline[0].actId
    expect(await refusal(world, undo(theirs.householdId, leaving, 'son'))).toBe('household.undo_person_since')
  })

  it('is refused where a later one stands on it, which is named; one that touches nothing of it may stay', async () => {
    const { householdId } = await settle(world, thon1, 'Lò Thị Yên')
    const [mother, father, boy] = await idsOf(householdId)
    await must(householdId, `/members/${boy}/leave`, { on, reason: 'died' })
    const death = await lastOf(householdId)
    await must(householdId, `/members/${mother}/change`, { name: 'Lò Thị Yến' })
    await must(householdId, '/head', { on: '2026-06-03', newHeadId: father })
    const head = await lastOf(householdId)
    expect(await refusal(world, undo(householdId, death))).toBe('household.undo_later')
    const said = (await undoing(householdId, death)).forbidden.vi
    expect(said).toContain('"Thay chủ hộ" ngày 03/06/2026, hộ Lê Văn Bền')
    expect((await undo(householdId, head)()).statusCode).toBe(200)
    expect((await undo(householdId, death)()).statusCode).toBe(200)
    expect((await shown(householdId)).members.map((m: Member) => m.name)).toEqual([
      'Lò Thị Yến',
      'Lê Văn Bền',
      'Lê Văn Bé',
    ])
  })

  it('is undone by who may write the household alone, and only what is there and was kept', async () => {
    const { householdId } = await settle(world, thon1, 'Lò Thị Yên')
    const [, father] = await idsOf(householdId)
    await must(householdId, `/members/${father}/leave`, { on, reason: 'died' })
    const act = await lastOf(householdId)
    for (const person of ['mai', 'bich', 'son', 'lan', 'la'] as const) {
      expect(await refusal(world, undo(householdId, act, person)), person).toMatch(/access.denied|household.not_found/)
      expect((await undoing(householdId, act, person)).code, person).toMatch(/access.denied|household.not_found/)
    }
    expect(await refusal(world, undo(householdId, newId()))).toBe('household.undo_not_found')
    const listed = (await shown(householdId)).timeline.find((event: Event) => event.kind === 'listed')
    expect(listed.actId).toBeNull()
    expect(await refusal(world, undo(householdId, listed.id))).toBe('household.undo_not_kept')
    const blank = () => world.as('hung').post(url(householdId, `/events/${act}/undo`), { because: '   ' })
    expect(await refusal(world, blank)).toBe('input.invalid')
  })

  it('of what has no kept past the house says so', async () => {
    const { householdId } = await settle(world, thon1, 'Lò Thị Cũ')
    const [, father] = await idsOf(householdId)
    await must(householdId, `/members/${father}/leave`, { on, reason: 'died' })
    const act = await lastOf(householdId)
    await world.owner.query('update household_event set before = null, act_id = null where household_id = $1', [
      householdId,
    ])
    expect(await refusal(world, undo(householdId, act))).toBe('household.undo_not_kept')
  })
})

describe('a decision that stands on an act', () => {
  it('refuses its undoing, named by number with its page; what came after the decision may be undone', async () => {
    const family = await settle(world, thon1, 'Nguyễn Thị Nhẫn')
    const { householdId } = family
    const [, father, boy] = await idsOf(householdId)
    await must(householdId, `/members/${boy}/change`, { name: 'Lê Văn Bé Em' })
    const early = await lastOf(householdId)
    const { round } = await deciding(world, [family])
    const draft = newId()
    const { contentHash } = await round.must('hung', `/api/rounds/${round.roundId}/decision`, { decisionId: draft })
    const drafted = await undoing(householdId, early)
    expect(drafted.forbidden).toBeNull()
    expect(drafted.held).toContainEqual({
      what: expect.objectContaining({ vi: 'Dự thảo quyết định có tên ở đây' }),
      count: 1,
      opens: `/quyet-dinh/${draft}`,
    })
    await tried(world, draft)
    await round.must('hung', `/api/decisions/${draft}/print`, { contentHash })
    expect(await refusal(world, undo(householdId, early))).toBe('decisions.stands_in_print')
    expect((await undoing(householdId, early)).forbidden.vi).toContain('đã in, đang chờ ký')
    await inForce(world, draft, { fields: { number: '88/QĐ-UBND' } })
    expect((await undoing(householdId, early)).forbidden.vi).toContain('số 88/QĐ-UBND ngày 20/11/2026')
    expect((await undoing(householdId, early)).held).toContainEqual(
      expect.objectContaining({ count: 1, opens: `/quyet-dinh/${draft}` }),
    )
    expect(await refusal(world, undo(householdId, early))).toBe('decisions.stands_on_event')
    await must(householdId, `/members/${father}/leave`, { on: '2026-11-20', reason: 'died' })
    await undoLast(householdId)
  })

  it('taken in another commune stands on it as well', async () => {
    const family = await settle(world, thon1, 'Nguyễn Thị Xa')
    const { householdId } = family
    const [, , boy] = await idsOf(householdId)
    await must(householdId, `/members/${boy}/change`, { name: 'Lê Văn Bé Em' })
    const early = await lastOf(householdId)
    await inForce(world, (await (await deciding(world, [family])).round.printed()).decisionId)
    await world.owner.query(
      `insert into access_grant (id, account_id, role, area_id, valid_from) values ($1, $2, 'commune_official', $3, '2026-01-01')`,
      [newId(), world.idOf('hung'), demoAreas.kyThuongToday],
    )
    await must(householdId, '/residence', { on: '2026-11-20', villageId: kyThuong, address: '', number: '' })
    const [grants] = (
      await world.owner.query(
        'select count(*)::int as n from decision_entry where household_id = $1 and village_id = $2',
        [householdId, thon1],
      )
    ).rows
    expect(grants.n).toBe(1)
    expect(await refusal(world, undo(householdId, early, 'son'))).toBe('decisions.stands_on_event')
  })
})

describe('the certificate of a household that ends', () => {
  const paper = async (householdId: string) =>
    (
      await world.owner.query(
        `select in_force_until::text as until, ended_because as because from signed_paper where subject_id = $1`,
        [householdId],
      )
    ).rows
  it('ends with it, with the reason, and holds again where the end is undone', async () => {
    const family = await settle(world, thon1, 'Trần Thị Ước')
    const { householdId } = family
    await inForce(world, (await (await deciding(world, [family])).round.printed()).decisionId)
    const { rows } = await world.owner.query('select id from certificate where household_id = $1', [householdId])
    const status = async () => (await world.nobody.get(`/api/public/papers/${rows[0].id}`)).json()
    await must(householdId, '/end', { on: '2026-11-20', reason: 'moved_away' })
    expect(await paper(householdId)).toEqual([{ until: '2026-11-20', because: 'household_ended' }])
    expect(await status()).toMatchObject({ known: true, inForce: false, until: '2026-11-20' })
    await undoLast(householdId)
    expect(await paper(householdId)).toEqual([{ until: null, because: null }])
    expect(await status()).toMatchObject({ known: true, inForce: true, until: null })
  })
})
