/** Lan takes the officials of a unit for the personnel system: by personal number, a sheet a matter, and the audit hears of it. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { openBook } from '#platform/server/documents/xlsx/read.ts'
import { onTheRoster } from '#test/strangers/ground.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
let officialId: string
beforeAll(async () => {
  world = await openWorld()
  officialId = (await onTheRoster(world)).officialId
})
afterAll(() => world.close())

const { tamHongToday: tamHong, phuTho } = demoAreas
const ofArea = (person: PersonName, areaId: string = tamHong) =>
  world.as(person).get(`/api/areas/${areaId}/officials/personnel.xlsx`)

it('is a workbook by personal number, told in the audit of who took it', async () => {
  const file = await ofArea('hung')
  expect(file.statusCode, file.body).toBe(200)
  const book = await openBook(file.rawPayload)
  expect(book.sheets.map(({ name }) => name)).toEqual([
    ...['Chức danh', 'Trình độ đào tạo', 'Luân chuyển, biệt phái', 'Lượt học, chứng nhận'],
  ])
  const rowsOf = async (at: number) => JSON.stringify(await book.rows(at))
  for (const at of [0, 1, 2]) expect(await rowsOf(at)).toContain('PT-0417')
  expect(await rowsOf(1)).toContain('Tin học cơ bản')
  expect(await rowsOf(3)).toContain('chưa có dữ liệu')
  const own = await world.as('hung').get(`/api/officials/${officialId}/personnel.xlsx`)
  expect(own.statusCode, own.body).toBe(200)
  const { rows } = await world.owner.query(
    `select facts ->> 'people' as people, subject_id from audit_line where what = 'official.exported' order by at`,
  )
  expect(rows).toMatchObject([{ subject_id: tamHong }, { subject_id: officialId, people: '1' }])
})

it('is refused to who may not open particulars, and of another place', async () => {
  for (const person of ['kiem', 'mai', 'son'] as const)
    expect(await refusal(world, () => ofArea(person)), person).toBe('access.denied')
  expect((await ofArea('lan', phuTho)).statusCode).toBe(200)
  expect((await world.as('son').get(`/api/officials/${officialId}/personnel.xlsx`)).statusCode).toBe(404)
})
