/** Hùng brings the members of the bodies of his commune from a file: all of it or nothing, and the same file twice changes nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { bodyActs } from '#test/bodies.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
let acts: ReturnType<typeof bodyActs>
/** A steering committee, one that ends with the year, a board that supervises, one that was dissolved. */
let steering: string
let board: string
beforeAll(async () => {
  world = await openWorld()
  acts = bodyActs(world)
  steering = await acts.founded({ name: 'Ban Chỉ đạo nước sạch' })
  await acts.founded({ name: 'Ban Chỉ đạo chợ', until: '2027-01-01' })
  const watches = { kind: 'supervision', watches: 'Kênh mương', decidedBy: 'Ủy ban MTTQ xã' }
  board = await acts.founded({ name: 'Ban Giám sát kênh mương', ...watches })
  const gone = await acts.founded({ name: 'Ban Chỉ đạo cũ' })
  await acts.must('hung', `/api/bodies/${gone}/dissolve`, { last: '2026-10-31', because: 'Xong việc' })
  for (const name of ['Lò Văn Ban', 'Lò Thị Hai', 'Lò Văn Ba', 'Lò Thị Bốn', 'Lò Văn Năm', 'Lò Thị Sáu', 'Lò Văn Bảy'])
    await acts.person(name)
  await acts.person('Hà Văn Chức', { post: 'specialist', areaId: tamHong })
  for (const personalNumber of ['TV01', 'TV02']) await twin(personalNumber)
})
afterAll(() => world.close())

const tamHong = demoAreas.tamHongToday
/** Two of one name and year at one unit. */
async function twin(personalNumber: string) {
  const who = { name: 'Vàng A Đôi', sex: 'male', birth: { year: 1980 }, ethnicity: '08', languages: [], phone: '' }
  await acts.must('hung', '/api/officials', {
    ...{ officialId: newId(), unitId: tamHong, ...who, personalNumber, holds: null, sure: 'Hai người' },
  })
}

const heads = [
  ...['Tên Ban', 'Đơn vị của Ban', 'Số hiệu cán bộ', 'Số CCCD', 'Họ tên', 'Năm sinh', 'Đơn vị giữ hồ sơ', 'Vai trò'],
  ...['Đại diện cho', 'Từ ngày', 'Đến hết ngày'],
] as const
type Cells = Partial<Record<(typeof heads)[number], string>>
const row = (part: Cells): string => {
  const all: Cells = {
    ...{ 'Tên Ban': 'Ban Chỉ đạo nước sạch', 'Họ tên': 'Lò Văn Ban', 'Vai trò': 'Thành viên', 'Từ ngày': '15/01/2026' },
    ...part,
  }
  return heads.map((key) => `"${all[key] ?? ''}"`).join(';')
}
const onBoard = (name: string, part: Cells = {}) =>
  row({ 'Tên Ban': 'ban giam sat kenh muong', 'Họ tên': name, 'Đại diện cho': 'Đại diện người dân', ...part })
const csv = (rows: readonly string[]) => ({
  name: 'thanh-vien.csv',
  type: 'text/csv',
  bytes: Buffer.from(`\ufeff${[heads.join(';'), ...rows].join('\r\n')}\r\n`),
})
type Asked = { readonly person?: PersonName; readonly areaId?: string }
const check = (rows: readonly string[], { person = 'hung', areaId = tamHong }: Asked = {}) =>
  world.as(person).upload('/api/body-members/import/check', { areaId }, csv(rows))
async function write(rows: readonly string[]) {
  const { sha256 } = (await check(rows)).json()
  return world.as('hung').upload('/api/body-members/import', { areaId: tamHong, sha256 }, csv(rows))
}
async function written(rows: readonly string[]) {
  const reply = await write(rows)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const members = async (bodyId: string) => (await world.as('hung').get(`/api/bodies/${bodyId}`)).json().members

describe('a file of members of bodies', () => {
  it('is checked, written, read back body by body, and changes nothing the second time', async () => {
    const rows = [
      row({ 'Vai trò': 'Trưởng ban' }),
      row({ 'Họ tên': 'Vàng A Đôi', 'Số hiệu cán bộ': 'TV02', 'Đến hết ngày': '31/12/2026' }),
      onBoard('Lò Thị Hai', { 'Vai trò': 'Trưởng ban', 'Đại diện cho': 'Mặt trận Tổ quốc cấp xã' }),
      onBoard('Lò Văn Ba', { 'Năm sinh': '1975', 'Đơn vị giữ hồ sơ': 'Xã Tam Hồng' }),
    ]
    const told = (await check(rows)).json()
    expect(told, JSON.stringify(told.faults)).toMatchObject({ rows: 4, bodies: 2, joined: 4, faultCount: 0 })
    expect(await members(steering)).toEqual([])
    expect(await written(rows)).toEqual({ rows: 4, bodies: 2, joined: 4, unchanged: 0 })
    expect(await members(steering)).toMatchObject([
      { name: 'Lò Văn Ban', role: 'head', until: null },
      { name: 'Vàng A Đôi', role: 'member', until: '2027-01-01' },
    ])
    expect(await members(board)).toMatchObject([
      { name: 'Lò Thị Hai', comesFrom: 'front' },
      { name: 'Lò Văn Ba', comesFrom: 'residents' },
    ])
    expect(await written(rows)).toEqual({ rows: 4, bodies: 2, joined: 0, unchanged: 4 })
  })

  it('comes in again as the list of members leaves, and changes nothing', async () => {
    for (const as of ['csv', 'xlsx'] as const) {
      const left = await world.as('hung').get(`/api/areas/${tamHong}/body-members/file?as=${as}&q=nuoc+sach`)
      expect(left.statusCode, left.body).toBe(200)
      const type = as === 'csv' ? 'text/csv' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      const file = { name: `thanh-vien.${as}`, type, bytes: left.rawPayload }
      const told = (await world.as('hung').upload('/api/body-members/import/check', { areaId: tamHong }, file)).json()
      // Of the two of one name a list alone does not say which: it asks.
      expect(told.faults, JSON.stringify(told)).toMatchObject([{ vi: expect.stringContaining('Sổ có 2 người') }])
      expect(told.rows).toBe(2)
    }
    const left = await world.as('hung').get(`/api/areas/${tamHong}/body-members/file?as=xlsx&kind=supervision&q=kenh`)
    const file = { name: 'thanh-vien.xlsx', type: 'application/octet-stream', bytes: left.rawPayload }
    const told = (await world.as('hung').upload('/api/body-members/import/check', { areaId: tamHong }, file)).json()
    expect(told, JSON.stringify(told)).toMatchObject({ rows: 2, joined: 0, unchanged: 2, faultCount: 0 })
  })

  it.each([
    ['no such body', { 'Tên Ban': 'Ban Chỉ đạo không có' }, 'A2', 'Không có Ban'],
    ['a body that is dissolved', { 'Tên Ban': 'Ban Chỉ đạo cũ' }, 'A2', 'giải thể'],
    ['a body of another unit', { 'Đơn vị của Ban': 'Xã Xa' }, 'B2', 'không thuộc'],
    ['a number of nobody', { 'Số hiệu cán bộ': 'TV99' }, 'C2', 'không có ai mang số hiệu'],
    ['a number of somebody else', { 'Số hiệu cán bộ': 'TV01' }, 'E2', 'là của người có họ tên khác'],
    ['a citizen id too short', { 'Số CCCD': '0260' }, 'D2', '12 chữ số'],
    ['a citizen id of nobody', { 'Số CCCD': '026075000999' }, 'D2', 'không có ai mang số CCCD'],
    ['a name of nobody', { 'Họ tên': 'Người Không Có' }, 'E2', 'không có ai tên'],
    ['a name of several', { 'Họ tên': 'Vàng A Đôi' }, 'E2', 'Sổ có 2 người'],
    ['a birth of nobody', { 'Năm sinh': '1931' }, 'E2', 'khác năm sinh'],
    ['a birth that is none', { 'Năm sinh': 'năm ngoái' }, 'F2', 'không phải giá trị'],
    ['an unknown role', { 'Vai trò': 'Cố vấn' }, 'H2', 'Trưởng ban'],
    ['no role', { 'Vai trò': '' }, 'H2', 'không được để trống'],
    [
      'whom a member of a committee comes from',
      { 'Đại diện cho': 'Đại diện người dân' },
      'I2',
      'Ban Chỉ đạo thì không',
    ],
    ['a day that is none', { 'Từ ngày': '31/02/2026' }, 'J2', 'Lịch không có ngày 31/02/2026'],
    ['a day before the body', { 'Từ ngày': '01/01/2020' }, 'J2', 'thời gian hoạt động'],
    [
      'an end after the body',
      { 'Tên Ban': 'Ban Chỉ đạo chợ', 'Đến hết ngày': '05/01/2027' },
      'K2',
      'thời gian hoạt động',
    ],
    ['an end before the begin', { 'Đến hết ngày': '01/01/2026' }, 'K2', 'Ngày'],
    ['a day of another century', { 'Đến hết ngày': '31/12/2999' }, 'K2', 'không thể sau 31/12/2036'],
    ['otherwise than the body has it', { 'Vai trò': 'Thư ký' }, 'J2', 'là Trưởng ban từ 15/01/2026'],
    ['a second head', { 'Họ tên': 'Lò Thị Bốn', 'Vai trò': 'Trưởng ban' }, 'H2', 'đã có Trưởng ban'],
    ['no origin on a board', onBoard('Lò Thị Bốn', { 'Đại diện cho': '' }), 'I2', 'từ đâu đến'],
    ['somebody in office on a board', onBoard('Hà Văn Chức'), 'E2', 'không là thành viên Ban Giám sát'],
    ['twice', [row({ 'Họ tên': 'Lò Thị Sáu' }), row({ 'Họ tên': 'Lò Thị Sáu', 'Vai trò': 'Thư ký' })], 'E3', 'Dòng 2'],
  ] as const)('is told in words what is wrong: %s', async (_what, part, cell, words) => {
    const rows = typeof part === 'string' ? [part] : Array.isArray(part) ? [...part] : [row(part as Cells)]
    const { faults } = (await check(rows)).json()
    expect(faults.map((fault: { cell: string }) => fault.cell)).toContain(cell)
    expect(faults.find((fault: { cell: string }) => fault.cell === cell).vi).toContain(words)
    expect(await refusal(world, () => write(rows))).toBe('import.has_errors')
  })

  it('counts those of the file with those who sit there', async () => {
    const names = ['Lò Thị Bốn', 'Lò Văn Năm', 'Lò Thị Sáu', 'Lò Văn Bảy']
    const deputies = names.slice(0, 3).map((name) => onBoard(name, { 'Vai trò': 'Phó Trưởng ban' }))
    const { faults } = (await check(deputies)).json()
    expect(faults.length).toBeGreaterThan(0)
    expect(faults[0]).toMatchObject({ cell: 'H2', vi: expect.stringContaining('không quá 2 người') })
    const five = [...names, 'Lò Văn Ban'].map((name) => onBoard(name))
    const told = (await check(five)).json()
    expect(told.faults[0]).toMatchObject({ cell: 'I2', vi: expect.stringContaining('không quá 5 người') })
    expect((await check(five.slice(0, 4))).json()).toMatchObject({ faultCount: 0, joined: 4 })
  })

  it('does not enter again who was taken back as a mistake, and says so', async () => {
    const rows = [row({ 'Tên Ban': 'Ban Chỉ đạo chợ', 'Họ tên': 'Lò Văn Bảy' })]
    expect(await written(rows)).toMatchObject({ joined: 1 })
    const { bodies } = (await world.as('hung').get('/api/bodies/search?q=ban chi dao cho')).json()
    const [{ bodyMemberId }] = await members(bodies[0].bodyId)
    const end = { last: '2026-11-02', because: 'Ghi nhầm người', mistaken: true }
    await acts.must('hung', `/api/body-members/${bodyMemberId}/end`, end)
    const told = (await check(rows)).json()
    expect(told).toMatchObject({ joined: 0, unchanged: 1, doubtCount: 1, faultCount: 0 })
    expect(told.doubts[0].vi).toContain('vì ghi nhầm')
    expect(await written(rows)).toMatchObject({ joined: 0 })
  })

  it('is told who has died by then', async () => {
    await acts.died(await acts.person('Lò Văn Khuất'), '2026-03-31')
    const told = (await check([row({ 'Họ tên': 'Lò Văn Khuất', 'Từ ngày': '04/05/2026' })])).json()
    expect(told.faults).toMatchObject([{ cell: 'J2', vi: expect.stringContaining('Lò Văn Khuất đã qua đời') }])
  })

  it('is taken from who keeps the bodies there alone', async () => {
    for (const person of ['kiem', 'bich', 'mai', 'la'] as const)
      expect(await refusal(world, () => check([row({})], { person })), person).toBe('access.denied')
    expect(await refusal(world, () => check([row({})], { areaId: demoAreas.kyThuongToday }))).toBe('access.denied')
    const theirs = await check([row({})], { person: 'son', areaId: demoAreas.kyThuongToday })
    expect(theirs.json().faults).toMatchObject([{ cell: 'A2' }])
    const other = await acts.person('Triệu Văn Xa', null, 'son')
    expect(other).toBeTruthy()
    const { faults } = (await check([row({ 'Họ tên': 'Triệu Văn Xa' })])).json()
    expect(faults).toMatchObject([{ cell: 'E2', vi: expect.stringContaining('không có ai tên') }])
  })

  it('of two thousand rows is told its mistakes in time', async () => {
    const rows = Array.from({ length: 2000 }, (_, at) => row({ 'Họ tên': `Người Thứ ${at}` }))
    const from = performance.now()
    const told = (await check(rows)).json()
    expect(told.faultCount).toBe(2000)
    expect(performance.now() - from).toBeLessThan(20_000)
  }, 60_000)

  it('has a template that reads back without a fault of form', async () => {
    const template = await world.as('hung').get('/api/body-members/import/template')
    expect(template.statusCode).toBe(200)
    expect((await world.as('kiem').get('/api/body-members/import/template')).statusCode).toBe(403)
  })
})

describe('who sits in bodies', () => {
  it('is listed for an area on a day, and on the page of each person', async () => {
    const list = async (query: string, person: PersonName = 'hung') =>
      (await world.as(person).get(`/api/areas/${tamHong}/body-members?${query}`)).json()
    expect((await list('q=nuoc+sach&role=head')).rows).toMatchObject([
      { name: 'Lò Văn Ban', bodyName: 'Ban Chỉ đạo nước sạch', keptBy: 'Xã Tam Hồng', birthYear: 1975 },
    ])
    expect((await list('q=nuoc+sach&day=2026-01-14')).total).toBe(0)
    expect((await world.as('son').get(`/api/areas/${tamHong}/body-members`)).statusCode).toBe(403)
    const [{ officialId }] = (await list('q=nuoc+sach&role=head')).rows
    const seats = async (person: PersonName) => world.as(person).get(`/api/officials/${officialId}/bodies`)
    expect((await seats('hung')).json()).toMatchObject({ seats: [{ bodyId: steering, role: 'head' }], tasks: [] })
    expect((await seats('son')).statusCode).toBe(404)
    const meeting = await acts.met(steering)
    const task = { taskId: newId(), officialId, what: 'Lập danh sách', due: '2026-11-03' }
    await acts.must('hung', `/api/meetings/${meeting}/tasks`, task)
    expect((await seats('lan')).json().tasks).toMatchObject([
      { what: 'Lập danh sách', bodyName: 'Ban Chỉ đạo nước sạch' },
    ])
  })
})
