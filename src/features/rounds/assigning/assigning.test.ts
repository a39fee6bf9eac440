/** Every village to its own head in one act: what is proposed and why, and that nothing given apart is taken away. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/server/ids.ts'
import { openRound, type RoundInHand, settle, thon1, thon2, thon4 } from '#test/rounds.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
let round: RoundInHand
beforeAll(async () => {
  world = await openWorld()
  await world.owner.query(`delete from access_grant where role = 'enumerator'`)
  await grant('mai', thon1)
  await grant('mai', thon2)
  await grant('thang', thon2)
  const families = [
    await settle(world, thon1, 'Bùi Thị Mẵn'),
    await settle(world, thon1, 'Đỗ Thị Ánh'),
    await settle(world, thon2, 'Vũ Thị Hợi'),
    await settle(world, thon4, 'Lê Thị Na'),
  ]
  round = await openRound(world, 'ad_hoc', [thon1, thon2, thon4])
  await round.list(families)
  await round.finish('listing')
})
afterAll(() => world.close())

const grant = (person: 'mai' | 'thang', village: string) =>
  world.owner.query(
    `insert into access_grant (id, account_id, role, area_id, valid_from) values ($1, $2, 'enumerator', $3, '2026-01-01')`,
    [newId(), world.idOf(person), village],
  )

type Row = { villageId: string; proposed: string | null; because: string; open: number; enumeratorId: string | null }
const proposal = async (of = round): Promise<Record<string, Row>> => {
  const { villages } = (await world.as('hung').get(`/api/rounds/${of.roundId}/assign/villages`)).json()
  return Object.fromEntries(villages.map((row: Row) => [row.villageId, row]))
}
const give = (villages: readonly { villageId: string; accountId: string }[], of = round) =>
  world.as('hung').post(`/api/rounds/${of.roundId}/assign/villages`, { given: villages })
const linesOf = async (of = round) =>
  (
    await world.owner.query(
      `select area_id, facts from audit_line where what = 'round.assigned' and subject_id = $1 order by id`,
      [of.roundId],
    )
  ).rows

describe('villages of a round', () => {
  it('are proposed to their own head; who is missing or has two is said', async () => {
    const rows = await proposal()
    expect(rows[thon1]).toMatchObject({ proposed: world.idOf('mai'), because: 'own', open: 2 })
    expect(rows[thon2]).toMatchObject({ proposed: null, because: 'several', open: 1 })
    expect(rows[thon4]).toMatchObject({ proposed: null, because: 'nobody', open: 1 })
  })

  it('are given to nobody who may not survey there, nor twice, nor by another commune', async () => {
    const [mai, thang] = [world.idOf('mai'), world.idOf('thang')]
    const asked = (villages: object[], person: 'hung' | 'son' | 'mai' = 'hung') =>
      refusal(world, () => world.as(person).post(`/api/rounds/${round.roundId}/assign/villages`, { given: villages }))
    expect(await asked([{ villageId: thon1, accountId: thang }])).toBe('rounds.not_an_enumerator')
    expect(await asked([{ villageId: thon4, accountId: mai }])).toBe('rounds.not_an_enumerator')
    const twice = [
      { villageId: thon2, accountId: mai },
      { villageId: thon2, accountId: thang },
    ]
    expect(await asked(twice)).toBe('rounds.village_twice')
    expect(await asked([{ villageId: thon1, accountId: mai }], 'son')).toBe('rounds.not_found')
    expect(await asked([{ villageId: thon1, accountId: mai }], 'mai')).toBe('access.denied')
  })

  it('are given in one act with a line of the audit each; the same again changes nothing', async () => {
    const [mai, thang] = [world.idOf('mai'), world.idOf('thang')]
    const villages = [
      { villageId: thon1, accountId: mai },
      { villageId: thon2, accountId: thang },
    ]
    const answer = await give(villages)
    expect(answer.json()).toEqual({ villages: 2, assigned: 3 })
    expect((await linesOf()).map((line) => [line.area_id, line.facts.account, line.facts.assigned])).toEqual([
      [thon1, mai, 2],
      [thon2, thang, 1],
    ])
    expect(await refusal(world, () => give(villages))).toBe('rounds.assigned_already')
    const shown = await round.show()
    expect(shown.round.counts).toMatchObject({ listed: 1, assigned: 3 })
    const rows = await proposal()
    expect([rows[thon1]?.because, rows[thon2]?.because]).toEqual(['kept', 'kept'])
  })

  it('go to another head without what was given to somebody by itself', async () => {
    await grant('thang', thon1)
    const { rows } = await world.owner.query(
      `select household_id from review_case where round_id = $1 and village_id = $2 order by household_id limit 1`,
      [round.roundId, thon1],
    )
    const apart = rows[0].household_id
    const other = await openRound(world, 'ad_hoc', [thon1])
    // One household of the village is Thắng's by itself; the village goes on to him, then back to Mai.
    const one = { householdIds: [apart], accountId: world.idOf('thang') }
    await round.must('hung', `/api/rounds/${round.roundId}/assign`, one)
    await grant('mai', thon4)
    expect((await give([{ villageId: thon4, accountId: world.idOf('mai') }])).json()).toEqual({
      villages: 1,
      assigned: 1,
    })
    const holders = async () =>
      (
        await world.owner.query(
          `select account_id from review_case where round_id = $1 and village_id = $2 order by household_id`,
          [round.roundId, thon1],
        )
      ).rows.map((row) => row.account_id)
    expect(await holders()).toEqual([world.idOf('thang'), world.idOf('mai')])
    expect(await refusal(world, () => give([{ villageId: thon1, accountId: world.idOf('mai') }]))).toBe(
      'rounds.assigned_already',
    )
    expect(await holders()).toEqual([world.idOf('thang'), world.idOf('mai')])
    // Somebody else who still sees the village as nobody's takes it from nobody.
    const given = [{ villageId: thon1, accountId: world.idOf('thang') }]
    const late = { given, was: { holders: [{ villageId: thon1, accountId: null }] } }
    const path = `/api/rounds/${round.roundId}/assign/villages`
    expect(await refusal(world, () => world.as('hung').post(path, late))).toBe('record.changed_since')
    expect(await holders()).toEqual([world.idOf('thang'), world.idOf('mai')])
    // Now two are its heads: who had it in the round before is proposed.
    expect((await proposal(other))[thon1]).toMatchObject({ proposed: world.idOf('mai'), because: 'last_round' })
  })
})

it('cases of who may no longer survey there are assigned to nobody, on every page, and go to the next', async () => {
  const all = await openRound(world, 'ad_hoc', [thon2])
  await all.list([await settle(world, thon2, 'Phùng Thị Lỡ'), await settle(world, thon2, 'Phùng Thị Dở')])
  await all.finish('listing')
  const before = await atHome()
  expect((await give([{ villageId: thon2, accountId: world.idOf('mai') }], all)).json().assigned).toBe(2)
  await all.finish('assigning')
  expect((await all.show()).round.counts).toMatchObject({ listed: 0, assigned: 2 })
  expect(await atHome()).toBe(before - 2)
  const { rows } = await world.owner.query(
    `select id from access_grant where account_id = $1 and area_id = $2 and valid_until is null`,
    [world.idOf('mai'), thon2],
  )
  await all.must('quantri', `/api/grants/${rows[0].id}/end`, {})
  const shown = await all.show()
  expect(shown.round.counts).toMatchObject({ listed: 2, assigned: 0 })
  expect(shown.villages[0].counts).toMatchObject({ listed: 2, assigned: 0 })
  expect(await atHome()).toBe(before)
  expect((await proposal(all))[thon2]).toMatchObject({ open: 2 })
  expect((await give([{ villageId: thon2, accountId: world.idOf('thang') }], all)).json().assigned).toBe(2)
  expect((await all.show()).round.counts).toMatchObject({ listed: 0, assigned: 2 })
})

/** How many households wait to be assigned, in Hùng's list of work. */
async function atHome(): Promise<number> {
  const { items } = (await world.as('hung').get('/api/work/rounds')).json()
  return items
    .filter((one: { kind: string }) => one.kind === 'to_assign')
    .reduce((sum: number, one: { count: number }) => sum + one.count, 0)
}
