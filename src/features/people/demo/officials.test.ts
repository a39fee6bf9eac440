/** The roster of the demo is whole: every account that is an official holds a post, and what is vacant is named. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { openWorld, type World } from '#test/world.ts'
import { addDemoOfficials, demoOfficialId } from './officials.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  const client = await world.owner.connect()
  await addDemoOfficials(client, world.host.services.keys)
  client.release()
})
afterAll(() => world.close())

const { tamHongToday, phuTho, yenLac } = demoAreas

it('a record that was handed over is kept where it went, and one waits for the province to take it', async () => {
  const at = async (area: string) => (await world.as('lan').get(`/api/areas/${area}/handovers`)).json().rows
  expect(await at(phuTho)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ name: 'Nguyễn Văn Toản', state: 'taken' }),
      expect.objectContaining({ officialId: demoOfficialId('tam-hong 12'), state: 'asked' }),
    ]),
  )
  const { rows } = await world.owner.query('select unit_id from official where id = $1', [
    demoOfficialId('nguyen-van-toan'),
  ])
  expect(rows).toEqual([{ unit_id: phuTho }])
})

it('every account that works for the programme is an official with a post; the former district has one of former days', async () => {
  const { rows } = await world.owner.query(
    `select a.login, string_agg(distinct p.post, ',' order by p.post) as posts from account a
       join official o on o.account_id = a.id join appointment p on p.official_id = o.id group by 1 order by 1`,
  )
  expect(rows.map(({ login, posts }) => `${login} ${posts}`)).toEqual([
    'bich leader',
    'dao trainer',
    'hung specialist,trainer',
    'huyen specialist',
    'lan specialist',
    'mai enumerator,village_head',
    'son specialist',
    'thang enumerator',
  ])
  const list = async (area: string, day: string) =>
    (await world.as('kiem').get(`/api/areas/${area}/officials?day=${day}&q=huy`)).json()
  expect((await list(yenLac, '2025-06-30')).rows).toMatchObject([
    { name: 'Vũ Văn Huy', posts: [{ post: 'specialist' }] },
  ])
  expect((await list(yenLac, '2025-07-01')).rows).toMatchObject([{ name: 'Vũ Văn Huy', posts: [] }])
})

it('what is vacant stands on the page of the norm by name, and two wait to be placed again', async () => {
  const norm = (await world.as('lan').get(`/api/areas/${tamHongToday}/norm`)).json()
  expect(norm.places.map((one: { areaName: string; post: string }) => `${one.post} ${one.areaName}`)).toEqual([
    'enumerator Thôn 25',
    'enumerator Thôn 26',
    'enumerator Thôn 27',
  ])
  expect(norm.unplaced).toBe(2)
  const unplaced = (await world.as('lan').get(`/api/areas/${phuTho}/officials?post=unplaced`)).json().rows
  expect(unplaced.map(({ name }: { name: string }) => name)).toEqual(['Nguyễn Thị Phương', 'Trần Văn Yên'])
})

it('a record is opened as any other, by its sealed number', async () => {
  const opened = (await world.as('hung').post(`/api/officials/${demoOfficialId('hung')}/open`)).json()
  expect(opened).toMatchObject({ name: 'Lê Văn Hùng', citizenId: '026083004127' })
})
