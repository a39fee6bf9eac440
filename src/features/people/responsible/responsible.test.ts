/** Who was responsible in a village on a day of the past, and who is today. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { bodyActs } from '#test/bodies.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const { tamHongToday: tamHong, tamHong2021 } = demoAreas
const [thon1, , thon3] = demoAreas.villages.tamHong
const on = async (areaId: string, day: string, person: PersonName = 'hung') =>
  (await world.as(person).get(`/api/areas/${areaId}/responsible?day=${day}`)).json()
const names = (answer: { rows: { name: string }[] }) => answer.rows.map(({ name }) => name)

it('is said of a village on any day: there first, then at the commune of that day', async () => {
  const acts = bodyActs(world)
  const before = await acts.person('Trưởng Văn Xưa', { post: 'village_head', areaId: thon3 as string })
  await world.owner.query(
    `update appointment set valid_from = '2021-01-01', valid_until = '2023-01-01', ended_because = 'term_over' where official_id = $1`,
    [before],
  )
  const leader = await acts.person('Lãnh Văn Đạo', { post: 'leader', areaId: tamHong })
  await world.owner.query(
    `update appointment set area_id = $2, valid_from = '2021-01-01', valid_until = '2025-07-01', ended_because = 'unit_ended'
      where official_id = $1`,
    [leader, tamHong2021],
  )
  const then = await on(thon3 as string, '2021-10-12')
  expect(then.rows).toMatchObject([
    { name: 'Trưởng Văn Xưa', level: 'village', areaName: 'Thôn 3' },
    { name: 'Lãnh Văn Đạo', level: 'commune' },
  ])
  expect(names(await on(thon3 as string, '2023-06-01'))).toEqual(['Lãnh Văn Đạo'])
  expect(names(await on(thon3 as string, '2026-06-01'))).toEqual([])
  const file = await world.as('hung').get(`/api/areas/${thon3}/responsible/file?as=csv&day=2021-10-12`)
  expect(file.body).toContain('Trưởng Văn Xưa')
  expect(await on(tamHong, '2021-10-12')).toMatchObject({ stands: false, rows: [] })
})

it('says for whom somebody acts where one left the post before, that it is vacant where none did, or who holds it still', async () => {
  const acts = bodyActs(world)
  const heads = async (name: string, areaId: string, dates: string, standing = 'own') => {
    const official = await acts.person(name, { post: 'front_head', areaId })
    await world.owner.query(
      `update appointment set standing = $2, valid_from = lower($3::daterange), valid_until = upper($3::daterange),
              ended_because = case when upper($3::daterange) is not null then 'term_over' end where official_id = $1`,
      [official, standing, dates],
    )
    return official
  }
  const [one, two, three] = demoAreas.villages.tamHong.slice(5) as unknown as [string, string, string]
  await heads('Mặt Văn Cũ', one, '[2026-01-05,2026-06-01)')
  const acting = await heads('Mặt Văn Thay', one, '[2026-06-15,)', 'acting')
  await heads('Mặt Văn Trống', two, '[2026-06-15,)', 'acting')
  await heads('Mặt Văn Còn', three, '[2026-01-05,)')
  await heads('Mặt Văn Giúp', three, '[2026-06-15,)', 'acting')
  const said = async (areaId: string, person: PersonName = 'hung') =>
    (await on(areaId, '2026-07-01', person)).rows
      .filter(({ standing }: { standing: string }) => standing === 'acting')
      .map(({ actsFor }: { actsFor: object | null }) => actsFor)
  expect(await said(one)).toEqual([{ name: 'Mặt Văn Cũ', last: '2026-05-31' }])
  expect(await said(two, 'lan')).toEqual([{ name: null, last: null }])
  expect(await said(three)).toEqual([{ name: 'Mặt Văn Còn', last: null }])
  // Where two hold it, nobody can say for whom.
  await heads('Mặt Thị Thêm', three, '[2026-01-05,)')
  expect(await said(three)).toEqual([null])
  const file = await world.as('hung').get(`/api/areas/${one}/responsible/file?as=csv&day=2026-07-01`)
  expect(file.body).toContain('thay Mặt Văn Cũ, thôi 31/05/2026')
  const shown = (await world.as('hung').get(`/api/officials/${acting}`)).json()
  expect(shown.appointments).toMatchObject([{ standing: 'acting', actsFor: { name: 'Mặt Văn Cũ' } }])
  // Two who left on the same day: nobody can say for whom.
  await heads('Mặt Thị Cùng', one, '[2026-01-05,2026-06-01)')
  expect(await said(one)).toEqual([{ name: null, last: null }])
})

it('is read by who reads the roster there', async () => {
  for (const person of ['son', 'mai'] as const)
    expect((await world.as(person).get(`/api/areas/${thon1}/responsible`)).statusCode, person).toBe(403)
  expect((await on(thon1 as string, '2026-11-05', 'kiem')).stands).toBe(true)
})
