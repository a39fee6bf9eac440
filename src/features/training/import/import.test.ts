/** Đào loads the topics of a draft from a spreadsheet: all of it or nothing, the same file twice changes nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const heads =
  'Mã chuyên đề;Tên chuyên đề;Mục tiêu;Nội dung;Số tiết lý thuyết;Số tiết thực hành;Chức danh;Cấp;Loại xã;Học trước;Học lại sau (tháng)'
const good = [
  'CĐ1;Quy trình rà soát;Biết quy trình;;4;4;"Trưởng thôn, bản, tổ dân phố; Bí thư chi bộ";thôn;Xã đặc biệt khó khăn;;12',
  'CĐ2;Họp dân, biên bản;;;2;;;;;CĐ1;',
]
const fileOf = (rows: readonly string[]) => ({
  name: 'chuyen-de.csv',
  type: 'text/csv',
  bytes: Buffer.from(`\ufeff${[heads, ...rows].join('\r\n')}\r\n`),
})

async function begun(): Promise<string> {
  const said = { name: 'Khung nạp từ tệp', periodFrom: 2026, periodUntil: 2030, programmeId: null, note: '' }
  const input = { frameworkId: newId(), areaId: demoAreas.phuTho, copyOf: null, ...said }
  const reply = await world.as('dao').post('/api/frameworks', input)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().frameworkId
}
const show = async (id: string) => (await world.as('dao').get(`/api/frameworks/${id}`)).json()
const fieldsFor = async (id: string) => ({ frameworkId: id, edits: String((await show(id)).edits) })
async function check(id: string, rows: readonly string[], person: PersonName = 'dao') {
  return world.as(person).upload('/api/frameworks/import/check', await fieldsFor(id), fileOf(rows))
}
async function write(id: string, rows: readonly string[], more: Record<string, string> = {}) {
  const { sha256 } = (await check(id, rows)).json()
  const fields = { ...(await fieldsFor(id)), sha256, ...more }
  return world.as('dao').upload('/api/frameworks/import', fields, fileOf(rows))
}

describe('a file of topics', () => {
  it('is checked, written, and read back as it was said', async () => {
    const id = await begun()
    const checked = (await check(id, good)).json()
    expect(checked).toMatchObject({ topics: 2, added: 2, changed: 0, unchanged: 0, faultCount: 0 })
    expect((await show(id)).topics).toBe(0)
    expect((await write(id, good)).json()).toEqual({ topics: 2, added: 2, changed: 0, unchanged: 0 })
    const { topicList, edits } = await show(id)
    expect(edits).toBe(1)
    expect(topicList).toMatchObject([
      {
        ...{ code: 'CĐ1', theoryHours: 4, practiceHours: 4, posts: ['village_head', 'cell_secretary'] },
        ...{ levels: ['village'], areaConditions: ['dbkk_commune'], recursAfter: 12 },
      },
      { code: 'CĐ2', theoryHours: 2, practiceHours: null, requires: ['CĐ1'], recursAfter: null },
    ])
  })

  it('changes nothing the second time, and of a changed file only what is different', async () => {
    const id = await begun()
    await write(id, good)
    const before = await show(id)
    expect((await write(id, good)).json()).toEqual({ topics: 2, added: 0, changed: 0, unchanged: 2 })
    expect(await show(id)).toEqual(before)
    const [first = '', second = ''] = good
    const other = [first.replace('Biết quy trình', 'Làm được'), second, 'CĐ3;Mới;;;;;;;;;']
    expect((await check(id, other)).json()).toMatchObject({ added: 1, changed: 1, unchanged: 1 })
    expect((await write(id, other)).json()).toEqual({ topics: 3, added: 1, changed: 1, unchanged: 1 })
    expect((await show(id)).topicList[0]).toMatchObject({
      ...{ frameworkTopicId: before.topicList[0].frameworkTopicId, objective: 'Làm được' },
    })
  })

  it.each([
    ['CĐ 1;Tên;;;;;;;;;', 'A2', 'Mã chuyên đề không có dấu cách'],
    ['CĐ1;Tên;;;bốn;;;;;;', 'E2', 'bốn'],
    ['CĐ1;Tên;;;4000;;;;;;', 'E2', 'từ 0 đến 2000'],
    ['CĐ1;Tên;;;;;Bộ trưởng;;;;', 'G2', 'Bộ trưởng'],
    ['CĐ1;Tên;;;;;;tổng;;;', 'H2', 'tổng'],
    ['CĐ1;Tên;;;;;"Trưởng thôn, bản, tổ dân phố";xã;;;', 'H2', 'Không ai giữ chức danh “Trưởng thôn'],
    ['CĐ1;Tên;;;;;;;xã đẹp;;', 'I2', 'xã đẹp'],
    ['CĐ1;Tên;;;;;;;;CĐ9;', 'J2', 'Không có chuyên đề CĐ9'],
    ['CĐ1;Tên;;;;;;;;CĐ1;', 'J2', 'thành vòng: CĐ1 → CĐ1'],
    ['CĐ1;Tên;;;;;;;;;0', 'K2', 'từ 1 đến 240'],
  ])('is told in words what is wrong: %s', async (row, cell, words) => {
    const id = await begun()
    const { faults } = (await check(id, [row])).json()
    expect(faults[0]).toMatchObject({ cell })
    expect(faults[0].vi).toContain(words)
    expect(await refusal(world, () => write(id, [row]))).toBe('import.has_errors')
  })

  it('is told of a code twice, and of a circle with what the draft has', async () => {
    const id = await begun()
    await write(id, good)
    const twice = (await check(id, [...good, 'CĐ2;Lần nữa;;;;;;;;;'])).json()
    expect(twice.faults[0].vi).toContain('dòng 3, 4')
    const circle = (await check(id, ['CĐ1;Quy trình;;;;;;;;CĐ2;'])).json()
    expect(circle.faults[0].vi).toContain('thành vòng')
  })

  it('is refused for a draft that was changed since, for an approved one, and to who does not draft', async () => {
    const id = await begun()
    expect(await refusal(world, () => write(id, good, { edits: '7' }))).toBe('framework.changed_since_file')
    expect(await refusal(world, () => write(id, good, { sha256: '0'.repeat(64) }))).toBe('import.changed')
    for (const person of ['kiem', 'lan', 'hung'] as const)
      expect(await refusal(world, () => check(id, good, person)), person).toBe('access.denied')
    await write(id, good)
    const { edits } = await show(id)
    const said = { number: '9/QĐ-UBND', decidedOn: '2026-11-10', issuer: 'UBND tỉnh Phú Thọ', edits }
    expect((await world.as('lan').post(`/api/frameworks/${id}/approve`, said)).statusCode).toBe(200)
    expect(await refusal(world, () => check(id, good))).toBe('framework.fixed')
  })

  it('takes the office of the commune for an audience', async () => {
    const row = 'CĐ1;Tên;;;;;"Trưởng, phó Phòng Kinh tế cấp xã";xã;;;'
    expect((await check(await begun(), [row])).json()).toMatchObject({ added: 1, faultCount: 0 })
  })

  it('has a template that reads back without a fault', async () => {
    const template = await world.as('dao').get('/api/frameworks/import/template')
    expect(template.statusCode).toBe(200)
    expect((await world.as('kiem').get('/api/frameworks/import/template')).statusCode).toBe(403)
  })
})
