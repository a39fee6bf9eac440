/** Two people change one household, or one person's place, in the same second. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const [thon1, thon2] = demoAreas.villages.tamHong
const [kyThuong] = demoAreas.villages.kyThuong
type Person = 'hung' | 'son'
const post =
  (url: string, body: object, person: Person = 'hung') =>
  () =>
    world.as(person).post(url, body)

const woman = (name: string, citizenId?: string) => ({
  name,
  sex: 'female',
  birth: { year: 1985 },
  ethnicity: '01',
  citizenId,
})
const man = (name: string) => ({ name, sex: 'male', birth: { year: 1983 }, ethnicity: '01' })

/** A household of its head alone, entered by who may. */
const entering = (person: Person, more: { citizenId?: string; on?: string; reason?: string } = {}) => {
  const householdId = newId()
  const head = { memberId: newId(), relation: 'head', person: woman('Lê Thị Cúc', more.citizenId) }
  const body = { householdId, number: '', address: '', on: more.on ?? '2021-09-01', reason: more.reason ?? 'listed' }
  const villageId = person === 'hung' ? thon1 : kyThuong
  return {
    householdId,
    head: head.memberId,
    act: post('/api/households', { ...body, villageId, members: [head] }, person),
  }
}

/** A woman, her husband and their lodger. */
async function family(citizenId?: string) {
  const { householdId, head, act } = entering('hung', citizenId ? { citizenId } : {})
  expect(answersIn([await act()])).toEqual(['ok'])
  const [husband, lodger] = [newId(), newId()]
  const url = `/api/households/${householdId}`
  const joining = { on: '2022-01-01', reason: 'moved_in' }
  for (const [memberId, relation] of [
    [husband, 'spouse'],
    [lodger, 'other'],
  ])
    await post(`${url}/members`, { memberId, relation, person: man('Trần Văn Bình'), ...joining })()
  const act_ = (path: string, body: object) => post(`${url}/${path}`, body)
  return {
    householdId,
    head,
    husband,
    lodger,
    end: act_('end', { on: '2026-05-01', reason: 'moved_away' }),
    leave: (memberId: string, newHeadId?: string) =>
      act_(`members/${memberId}/leave`, { on: '2026-05-01', reason: 'moved_out', newHeadId }),
    split: (memberId: string) =>
      act_('split', {
        newHouseholdId: newId(),
        on: '2026-05-01',
        villageId: thon2,
        address: '',
        number: '',
        members: [{ memberId, relation: 'head' }],
      }),
    mergeInto: (into: string) =>
      act_('merge', { intoHouseholdId: into, on: '2026-05-01', relations: [{ memberId: head, relation: 'sibling' }] }),
    move: (villageId: string | undefined) =>
      act_('residence', { on: '2026-05-01', villageId, address: '', number: '' }),
    headship: (newHeadId: string) => act_('head', { on: '2026-05-01', newHeadId }),
  }
}

const open = async (sql: string, values: unknown[] = []) => (await world.owner.query(sql, values)).rows[0]?.n

describe('one household, two acts', () => {
  it('ends once; a member leaves once, or founds another household, never both', async () => {
    const one = await family()
    expect(answersIn(await meetingAt(world, 'household_event', [one.end, one.end]))).toEqual(['ok', 'household.ended'])
    const two = await family()
    const [leave, split] = [two.leave(two.lodger), two.split(two.lodger)]
    expect(answersIn(await meetingAt(world, 'household_event', [leave, leave]))).toEqual([
      'ok',
      'household.member_left',
    ])
    expect(answersIn([await split()])).toEqual(['household.member_left'])
    for (const order of [0, 1]) {
      const three = await family()
      const both = [three.leave(three.lodger), three.split(three.lodger)]
      const replies = await meetingAt(world, 'household_event', order ? both.toReversed() : both)
      expect(answersIn(replies)).toEqual(['ok', 'household.member_left'])
    }
  })

  it('keeps one head when two are chosen at once, or the chosen one leaves', async () => {
    const one = await family()
    const two = await meetingAt(world, 'household_event', [one.headship(one.husband), one.headship(one.lodger)])
    expect(answersIn(two)).toEqual(['ok', 'ok'])
    const other = await family()
    const acts = [other.leave(other.husband), other.headship(other.husband)]
    expect(answersIn(await meetingAt(world, 'household_event', acts))).toEqual(['ok', 'household.member_left'])
    for (const { householdId } of [one, other])
      expect(
        await open(
          `select count(*)::int as n from member where household_id = $1 and relation = 'head' and left_on is null`,
          [householdId],
        ),
      ).toBe(1)
  })

  it('lives in one place on every day when two move it', async () => {
    const { householdId, move } = await family()
    expect(answersIn(await meetingAt(world, 'household_event', [move(thon2), move(thon1)]))).toEqual(['ok', 'ok'])
    const twice = world.owner.query(
      `insert into household_residence (household_id, id, village_id, home_id, valid_from) values ($1, $2, $3, $3, '2026-06-01')`,
      [householdId, newId(), thon2],
    )
    await expect(twice).rejects.toMatchObject({ constraint: 'household_residence_one_a_day' })
  })

  it('is not taken into one that is taken into it, twenty times out of twenty', async () => {
    for (let time = 0; time < 20; time += 1) {
      const [one, other] = [await family(), await family()]
      const crossing = [one.mergeInto(other.householdId), other.mergeInto(one.householdId)]
      expect(answersIn(await Promise.all(crossing.map((act) => act()))).sort()).toEqual(['household.ended', 'ok'])
    }
    const ring = [await family(), await family(), await family()]
    const [a, b, c] = ring as [(typeof ring)[0], (typeof ring)[0], (typeof ring)[0]]
    const round = [a.mergeInto(b.householdId), b.mergeInto(c.householdId), c.mergeInto(a.householdId)]
    const answers = answersIn(await Promise.all(round.map((act) => act())))
    expect(answers.every((answer) => answer === 'ok' || answer === 'household.ended')).toBe(true)
    expect(
      await open('select count(*)::int as n from household where household_id = any ($1) and ended_on is null', [
        ring.map((one) => one.householdId),
      ]),
    ).toBe(1)
  })
})

describe('one person, two households', () => {
  it('a citizen id typed by two communes at once belongs to one of them', async () => {
    const both = [entering('hung', { citizenId: '026185000111' }), entering('son', { citizenId: '026185000111' })]
    const replies = await meetingAt(
      world,
      'audit_line',
      both.map((one) => one.act),
    )
    expect(answersIn(replies)).toEqual(['ok', 'household.citizen_id_elsewhere'])
  })

  it('who moved out is taken over by one of two communes, and not before leaving', async () => {
    const { leave, head, husband } = await family('026185000222')
    expect(answersIn([await leave(head, husband)()])).toEqual(['ok'])
    const joining = { citizenId: '026185000222', reason: 'moved_in' }
    const early = await entering('son', { ...joining, on: '2026-04-30' }).act()
    expect(answersIn([early])).toEqual(['household.person_still_there'])
    expect(early.json().title.vi).toContain('ngày vào hộ phải từ 01/05/2026')
    const both = [entering('son', { ...joining, on: '2026-05-01' }), entering('hung', { ...joining, on: '2026-06-01' })]
    const replies = await meetingAt(
      world,
      'audit_line',
      both.map((one) => one.act),
    )
    expect(answersIn(replies)).toEqual(['ok', 'household.citizen_id_elsewhere'])
    expect(
      await open(
        `select count(*)::int as n from member a join member b on a.person_id = b.person_id and a.id < b.id
          where daterange(a.joined_on, a.left_on) && daterange(b.joined_on, b.left_on)`,
      ),
    ).toBe(0)
  })

  it("of two members who get each other's number at once neither does, and neither waits for ever", async () => {
    const numbers = ['026185000333', '026185000444']
    const families = [await family(numbers[0]), await family(numbers[1])]
    for (let time = 0; time < 3; time += 1) {
      const acts = families.map(({ householdId, head }, at) =>
        post(`/api/households/${householdId}/members/${head}/change`, { citizenId: numbers[1 - at] }),
      )
      const replies = await Promise.all(acts.map((act) => act()))
      expect(answersIn(replies)).toEqual(['household.citizen_id_taken', 'household.citizen_id_taken'])
    }
  })
})
