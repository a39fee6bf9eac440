/** What a person holds is given and ended by one act at a time: in the same second nobody gives a post to the dead, or moves one person twice. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { databaseOn } from '#platform/server/database/open.ts'
import { newId } from '#platform/server/ids.ts'
import { bodyActs } from '#test/bodies.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { openWorld, type World } from '#test/world.ts'
import { holdCourses } from './store/appointments.ts'

let world: World
let acts: ReturnType<typeof bodyActs>
beforeAll(async () => {
  world = await openWorld()
  acts = bodyActs(world)
})
afterAll(() => world.close())

const { phuTho, tamHongToday: tamHong } = demoAreas
const [thon1] = demoAreas.villages.tamHong
const post = (part: object = {}) => ({
  ...{ appointmentId: newId(), post: 'trainer', areaId: tamHong, standing: 'own', from: '2026-01-05', until: null },
  ...{ decisionNumber: '', decidedOn: null, also: true, ...part },
})
/** Somebody with two posts at the commune. */
async function holding(name: string) {
  const officialId = await acts.person(name, { post: 'specialist', areaId: tamHong })
  const second = post()
  await acts.must('hung', `/api/officials/${officialId}/appointments`, second)
  const { rows } = await world.owner.query<{ id: string }>(
    `select id from appointment where official_id = $1 and post = 'specialist'`,
    [officialId],
  )
  return { officialId, first: rows[0]?.id ?? '', second: second.appointmentId }
}
type Holding = Awaited<ReturnType<typeof holding>>
const dies = ({ second }: Holding) =>
  world.as('lan').post(`/api/appointments/${second}/end`, { last: '2026-07-01', reason: 'died' })
const given = ({ officialId }: Holding) =>
  world
    .as('lan')
    .post(`/api/officials/${officialId}/appointments`, post({ post: 'mass_organisation', from: '2026-06-01' }))
const moved = ({ officialId }: Holding, leftId: string, part: object = {}) => {
  const { until: _until, ...there } = post({ post: 'specialist', areaId: phuTho, from: '2026-06-01' })
  const why = { moveId: newId(), leftId, kind: 'rotation', why: 'Tăng cường', plannedLast: null }
  return world.as('lan').post(`/api/officials/${officialId}/moves`, { ...why, ...there, ...part })
}
const heldAfter = async ({ officialId }: Holding) =>
  (
    await world.owner.query(
      `select post from appointment where official_id = $1 and coalesce(valid_until, 'infinity') > '2026-07-02'`,
      [officialId],
    )
  ).rows

describe.each(['appointment', 'official', 'official_move'])('in the same second, before %s', (table) => {
  it('nobody is given a post, or moved, and dies', async () => {
    const acts = { given, moved: (who: Holding) => moved(who, who.first) }
    for (const [name, act] of Object.entries(acts))
      for (const deathFirst of [true, false]) {
        const who = await holding(`Lò Văn ${name === 'given' ? 'Giao' : 'Chuyển'}`)
        const both = [() => act(who), () => dies(who)]
        await meetingAt(world, table, deathFirst ? both.reverse() : both)
        expect(await heldAfter(who), `${name}, death ${deathFirst ? 'first' : 'second'}`).toEqual([])
      }
  })

  it('nobody is moved to two places', async () => {
    const over = { over: { last: '2026-09-30', outcome: 'Hoàn thành' } }
    for (const part of [over, {}]) {
      const who = await holding('Lò Văn Hai Nơi')
      const replies = await meetingAt(world, table, [
        () => moved(who, who.first, part),
        () => moved(who, who.second, { post: 'village_head', areaId: thon1, ...over }),
      ])
      expect(answersIn(replies).toSorted()).toEqual([expect.stringMatching(/^move\.(overlaps|open)$/), 'ok'])
    }
  })
})

describe('a file of a whole country', () => {
  it('holds twenty thousand people at once, though the database has room for fewer locks', async () => {
    const all = Array.from({ length: 20_000 }, () => newId())
    await databaseOn(world.owner)
      .transaction()
      .execute(async (tx) => {
        const { rows } = await holdCourses(tx, all)
        expect(rows).toHaveLength(1_024)
      })
  })
})
