import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { openWorld, type World } from '#test/world.ts'
import type { Member } from '../model.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const [thon1, thon2] = demoAreas.villages.tamHong
const kyThuong = demoAreas.villages.kyThuong[0]

const person = (name: string, sex: string, year: number, more: object = {}) => ({
  name,
  sex,
  birth: { year },
  ethnicity: '01',
  ...more,
})

/** A couple, her mother and two children; the head carries a citizen id where one is given. */
async function family(citizenId?: string) {
  const householdId = newId<'household'>()
  const ids = { father: newId(), wife: newId(), granny: newId(), son: newId(), daughter: newId() }
  const reply = await world.as('hung').post('/api/households', {
    householdId,
    villageId: thon1,
    number: '7',
    address: 'Ngõ 1',
    on: '2021-09-01',
    reason: 'listed',
    members: [
      { memberId: ids.father, relation: 'head', person: person('Trần Văn Bình', 'male', 1975, { citizenId }) },
      { memberId: ids.wife, relation: 'spouse', person: person('Lê Thị Cúc', 'female', 1978) },
      { memberId: ids.granny, relation: 'parent_in_law', person: person('Vũ Thị Già', 'female', 1950) },
      { memberId: ids.son, relation: 'child', person: person('Trần Văn Con', 'male', 2000) },
      { memberId: ids.daughter, relation: 'child', person: person('Trần Thị Dung', 'female', 2005) },
    ],
  })
  expect(reply.statusCode, reply.body).toBe(200)
  const post = async (path: string, body: object) =>
    (await world.as('hung').post(`/api/households/${householdId}${path}`, body)).json()
  const show = async (day = '') =>
    (await world.as('hung').get(`/api/households/${householdId}${day && `?day=${day}`}`)).json()
  const people = async (day = ''): Promise<[string, string][]> =>
    (await show(day)).members.map((m: Member) => [m.name, m.relation])
  return { householdId, ids, post, show, people }
}
const shown = async (id: string) => (await world.as('hung').get(`/api/households/${id}`)).json()

describe('members come and go', () => {
  it('a child is born and counts from that day; the timeline tells of it', async () => {
    const { post, show, people } = await family()
    const baby = person('Trần Thị Bé', 'female', 2026, { birth: { year: 2026, month: 3, day: 4 } })
    const body = { memberId: newId(), reason: 'born', relation: 'grandchild', person: baby }
    expect(await post('/members', { ...body, on: '2026-03-05' })).toMatchObject({ code: 'household.born_on_birth' })
    await post('/members', { ...body, on: '2026-03-04' })
    expect(await people('2026-03-03')).toHaveLength(5)
    expect(await people('2026-03-04')).toHaveLength(6)
    expect((await show()).timeline[0]).toMatchObject({ kind: 'born', on: '2026-03-04', facts: { name: 'Trần Thị Bé' } })
  })

  it('the head dies: a new head is needed, relations follow, and no one leaves twice', async () => {
    const { ids, post, people, show } = await family()
    const path = `/members/${ids.father}/leave`
    const death = { on: '2025-06-01', reason: 'died' }
    expect(await post(path, death)).toMatchObject({ code: 'household.head_needed' })
    expect(await people()).toHaveLength(5)
    await post(path, { ...death, newHeadId: ids.wife })
    expect(await people()).toEqual([
      ['Lê Thị Cúc', 'head'],
      ['Vũ Thị Già', 'parent'],
      ['Trần Văn Con', 'child'],
      ['Trần Thị Dung', 'child'],
    ])
    expect(await show()).toMatchObject({ headName: 'Lê Thị Cúc' })
    expect(await people('2025-05-31')).toHaveLength(5)
    expect(await post(path, death)).toMatchObject({ code: 'household.member_left' })
    const again = { on: '2025-01-01', newHeadId: ids.son }
    expect(await post('/head', again)).toMatchObject({ code: 'household.day_too_early' })
  })

  it('with the last member the household ends, and takes no change after', async () => {
    const householdId = newId<'household'>()
    const memberId = newId()
    const by = world.as('hung')
    await by.post('/api/households', {
      householdId,
      villageId: thon1,
      number: 'một mình',
      address: '',
      on: '2021-09-01',
      reason: 'listed',
      members: [{ memberId, relation: 'head', person: person('Ngô Thị Lẻ', 'female', 1940) }],
    })
    await by.post(`/api/households/${householdId}/members/${memberId}/leave`, { on: '2024-01-01', reason: 'died' })
    expect(await shown(householdId)).toMatchObject({ endedOn: '2024-01-01', endReason: 'died_out', members: [] })
    const body = { memberId: newId(), on: '2024-02-01', reason: 'moved_in', relation: 'head' }
    const late = { ...body, person: person('Ai Đó', 'male', 1990) }
    expect((await by.post(`/api/households/${householdId}/members`, late)).json()).toMatchObject({
      code: 'household.ended',
    })
  })

  it('whoever moved out is entered in the next commune as the same person, and is nobody else meanwhile', async () => {
    const { ids, post } = await family('026075000777')
    const enterThere = async (citizenId: string) => {
      const householdId = newId<'household'>()
      const member = {
        memberId: newId(),
        relation: 'head',
        person: person('Trần Văn Bình', 'male', 1975, { citizenId }),
      }
      const body = { villageId: kyThuong, number: '1', address: '', on: '2026-02-01', reason: 'moved_in' }
      const reply = await world.as('son').post('/api/households', { householdId, ...body, members: [member] })
      return { householdId, reply: reply.json() }
    }
    expect((await enterThere('026075000777')).reply).toMatchObject({ code: 'household.citizen_id_elsewhere' })
    const leaving = { on: '2026-01-15', reason: 'moved_out', newHeadId: ids.wife }
    await post(`/members/${ids.father}/leave`, leaving)
    const { householdId, reply } = await enterThere('026075000777')
    expect(reply).toEqual({ householdId })
    const { rows } = await world.owner.query(
      'select distinct m.person_id from member m where m.id = $1 or m.household_id = $2',
      [ids.father, householdId],
    )
    expect(rows).toHaveLength(1)
    const head = await world.owner.query('select head_person_id from household where household_id = $1', [householdId])
    expect(head.rows[0].head_person_id).toBe(rows[0].person_id)
  })
})

describe('what is known of a member', () => {
  it('changes with its old value in the timeline, the name in the search, and no number in the clear', async () => {
    const { householdId, ids, post } = await family()
    const path = `/members/${ids.wife}/change`
    const after = await post(path, { name: 'Lê Thị Cúc Hoa', citizenId: '026178000555', facts: { pension: true } })
    expect(after).toMatchObject({ name: 'Lê Thị Cúc Hoa', citizenId: '*********555', facts: { pension: true } })
    const found = (await world.as('hung').get('/api/households/search?q=cuc%20hoa')).json()
    expect(found.households).toMatchObject([{ householdId }])
    const [event] = (await shown(householdId)).timeline
    expect(event).toMatchObject({
      kind: 'facts_changed',
      facts: { changed: { name: { from: 'Lê Thị Cúc', to: 'Lê Thị Cúc Hoa' } }, numbers: ['citizenId'] },
    })
    expect(JSON.stringify(event)).not.toContain('026178000555')
    await post(path, { citizenId: '026178000556' })
    const other = await family('026075000888')
    const taken = await other.post(`/members/${other.ids.wife}/change`, { citizenId: '026178000556' })
    expect(taken).toMatchObject({ code: 'household.citizen_id_taken' })
    const free = await other.post(`/members/${other.ids.wife}/change`, { citizenId: '026178000555' })
    expect(free).toMatchObject({ citizenId: '*********555' })
  })

  it('a birth year that no longer fits the citizen id is refused, and the head is not changed by a relation', async () => {
    const { ids, post } = await family('026075000999')
    expect(await post(`/members/${ids.father}/change`, { birth: { year: 1974 } })).toMatchObject({
      code: 'household.citizen_id_unfit',
    })
    expect(await post(`/members/${ids.son}/change`, { relation: 'head' })).toMatchObject({
      code: 'household.relation_of_head',
    })
    expect(await post(`/members/${newId()}/change`, { name: 'Ai' })).toMatchObject({
      code: 'household.member_not_found',
    })
  })

  it('who was entered by mistake was never there, and the citizen id is free again', async () => {
    const { ids, post, people } = await family('026075000123')
    const mistake = { on: '2026-01-01', reason: 'entered_by_mistake', newHeadId: ids.wife }
    await post(`/members/${ids.father}/leave`, mistake)
    expect(await people('2021-09-01')).toHaveLength(4)
    const other = await family('026075000123')
    expect(await other.people()).toHaveLength(5)
  })
})

describe('households part and join', () => {
  it('the son founds his own: both have one head, persons and numbers go along, days stand', async () => {
    const { householdId, ids, post, people } = await family()
    await post(`/members/${ids.son}/change`, { citizenId: '026200000321', insuranceNo: '0123456789' })
    const newHouseholdId = newId<'household'>()
    const split = { newHouseholdId, on: '2025-01-01', villageId: thon2, address: 'Ngõ 9', number: '7b' }
    const going = [
      { memberId: ids.son, relation: 'head' },
      { memberId: ids.daughter, relation: 'sibling' },
    ]
    expect(await post('/split', { ...split, members: going.slice(1) })).toMatchObject({ code: 'household.one_head' })
    expect(await post('/split', { ...split, members: going })).toEqual({ householdId: newHouseholdId })
    expect(await people()).toHaveLength(3)
    expect(await people('2024-12-31')).toHaveLength(5)
    const founded = await shown(newHouseholdId)
    expect(founded).toMatchObject({ headName: 'Trần Văn Con', number: '7b', village: { name: 'Thôn 2' } })
    const [head] = founded.members
    expect(head).toMatchObject({ relation: 'head', citizenId: '*********321', joinReason: 'split' })
    const path = `/api/households/${newHouseholdId}/members/${head.memberId}/reveal`
    expect((await world.as('hung').post(path)).json()).toEqual({ citizenId: '026200000321', insuranceNo: '0123456789' })
    const sought = await world.as('hung').post('/api/households/by-citizen-id', { citizenId: '026200000321' })
    expect(sought.json().household.householdId).toBe(newHouseholdId)
    expect(founded.timeline).toMatchObject([{ kind: 'split', facts: { from: householdId } }])
  })

  it('somebody stays, and the head cannot go without a successor', async () => {
    const { ids, post, people } = await family()
    const split = { on: '2025-01-01', villageId: thon1, address: '', number: '' }
    const all = Object.values(ids).map((memberId, at) => ({ memberId, relation: at === 0 ? 'head' : 'other' }))
    expect(await post('/split', { ...split, newHouseholdId: newId(), members: all })).toMatchObject({
      code: 'household.somebody_stays',
    })
    const alone = [{ memberId: ids.father, relation: 'head' }]
    expect(await post('/split', { ...split, newHouseholdId: newId(), members: alone })).toMatchObject({
      code: 'household.head_needed',
    })
    expect(await people()).toHaveLength(5)
  })

  it('a household is taken into another and ends; the other keeps one head', async () => {
    const one = await family()
    const other = await family()
    const body = { intoHouseholdId: other.householdId, on: '2026-05-01' }
    const asHead = [{ memberId: one.ids.father, relation: 'head' }]
    expect(await one.post('/merge', { ...body, relations: asHead })).toMatchObject({ code: 'household.one_head' })
    const asSibling = [{ memberId: one.ids.father, relation: 'sibling' }]
    expect(await one.post('/merge', { ...body, relations: asSibling })).toEqual({ householdId: other.householdId })
    expect(await other.people()).toHaveLength(10)
    expect(await one.show()).toMatchObject({ endedOn: '2026-05-01', endReason: 'merged', members: [] })
    expect(await one.people('2026-04-30')).toHaveLength(5)
    const list = await world.as('hung').get(`/api/households?areaId=${thon1}`)
    expect(list.json().rows.map((row: { householdId: string }) => row.householdId)).not.toContain(one.householdId)
    const itself = { intoHouseholdId: other.householdId, on: '2026-06-01', relations: [] }
    expect(await other.post('/merge', itself)).toMatchObject({ code: 'household.same_household' })
  })

  it('a household moves within the commune and is found where it lived on each day', async () => {
    const { householdId, post, show } = await family()
    const move = { on: '2025-03-01', villageId: thon2, address: 'Ngõ Mới', number: '70' }
    expect(await post('/residence', { ...move, on: '2021-08-01' })).toMatchObject({ code: 'household.day_too_early' })
    expect(await post('/residence', move)).toEqual({ householdId })
    expect((await show()).residences).toMatchObject([
      { village: { name: 'Thôn 2' }, from: '2025-03-01', until: null },
      { village: { name: 'Thôn 1' }, from: '2021-09-01', until: '2025-03-01' },
    ])
    const idsIn = async (village: string | undefined, day: string) =>
      (await world.as('hung').get(`/api/households?areaId=${village}&day=${day}`))
        .json()
        .rows.map((row: { householdId: string }) => row.householdId)
    expect(await idsIn(thon1, '2025-02-28')).toContain(householdId)
    expect(await idsIn(thon1, '2025-03-01')).not.toContain(householdId)
    expect(await idsIn(thon2, '2025-03-01')).toContain(householdId)
  })

  it('the head of an earlier day is named on that day', async () => {
    const { householdId, ids, post } = await family()
    await post('/head', { on: '2025-03-01', newHeadId: ids.wife })
    const headOn = async (day: string) =>
      (await world.as('hung').get(`/api/households?areaId=${thon1}&day=${day}`))
        .json()
        .rows.find((row: { householdId: string }) => row.householdId === householdId).headName
    expect(await headOn('2025-02-28')).toBe('Trần Văn Bình')
    expect(await headOn('2025-03-01')).toBe('Lê Thị Cúc')
  })

  it('every change leaves its line in the audit, without a name in it', async () => {
    const { householdId, ids, post } = await family()
    await post(`/members/${ids.son}/leave`, { on: '2026-01-01', reason: 'moved_out' })
    await post('/end', { on: '2026-02-01', reason: 'moved_away' })
    const { rows } = await world.owner.query('select what, facts from audit_line where subject_id = $1 order by at', [
      householdId,
    ])
    expect(rows.map((row) => row.what)).toEqual(['household.entered', 'household.member_left', 'household.ended'])
    expect(JSON.stringify(rows)).not.toMatch(/Trần|Lê|Vũ/)
  })
})
