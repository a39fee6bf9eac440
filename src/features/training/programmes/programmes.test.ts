/** The register of programmes: what stands ready-made with its marks, what Đào enters, and a goal that a decision meets. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { nationId } from '#features/areas/nation/snapshot.ts'
import { stableId } from '#features/areas/nation/stableIds.ts'
import { newId } from '#platform/server/ids.ts'
import { addNeighbours } from '#test/strangers/neighbours.ts'
import { meetingAt } from '#test/together.ts'
import { planSaid } from '#test/training.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await addNeighbours(world)
})
afterAll(() => world.close())

const scheme = stableId('programme', 'da196')
const ct135 = stableId('programme', 'ct135')

const said = {
  kind: 'plan',
  name: 'Kế hoạch tập huấn cán bộ giảm nghèo',
  partOfId: null,
  periodFrom: 2025,
  periodUntil: 2026,
  levels: ['province', 'commune'],
  bases: [{ number: '15/KH-UBND', day: '2025-02-03', issuer: 'UBND tỉnh Phú Thọ', mark: 'text' }],
  note: '',
  source: 'Văn bản của tỉnh',
  mark: 'text',
}
const add = (person: PersonName, part: object = {}) =>
  world.as(person).post('/api/programmes', { programmeId: newId(), areaId: demoAreas.phuTho, ...said, ...part })
async function entered(part: object = {}): Promise<string> {
  const reply = await add('dao', part)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().programmeId
}
const show = async (id: string, person: PersonName = 'dao') =>
  (await world.as(person).get(`/api/programmes/${id}`)).json()
const list = async (query = '', person: PersonName = 'hung') =>
  (await world.as(person).get(`/api/programmes?${query}`)).json()
const goal = (part: object = {}) => ({
  ...{
    programmeGoalId: newId(),
    areaId: demoAreas.tamHongToday,
    year: 2026,
    says: 'Xã không còn hộ nghèo',
    mark: 'text',
  },
  ...part,
})
async function goalOf(programme: string, part: object = {}): Promise<string> {
  const one = goal(part)
  const reply = await world.as('dao').post(`/api/programmes/${programme}/goals`, one)
  expect(reply.statusCode, reply.body).toBe(200)
  return one.programmeGoalId
}
const met = { number: '88/QĐ-UBND', decidedOn: '2026-11-02', issuer: 'UBND tỉnh Phú Thọ' }
const meet = (id: string, part: object = {}, person: PersonName = 'dao') =>
  world.as(person).post(`/api/programme-goals/${id}/meet`, { ...met, ...part })

describe('the register as it comes', () => {
  it('has Programme 135 with its three parts, whose legal basis is said to be recalled', async () => {
    const one = await show(ct135, 'hung')
    const kinds = one.parts.map(({ kind }: { kind: string }) => kind).sort()
    expect(kinds).toEqual(['component', 'component', 'component', 'scheme'])
    expect(one).toMatchObject({ periodFrom: null, periodUntil: null, levels: [], mark: 'recalled', can: [] })
    expect(one.bases).toMatchObject([
      { number: '1722/QĐ-TTg', day: '2016-09-02', issuer: null, mark: 'recalled' },
      { number: '01/2017/TT-UBDT', day: null, mark: 'recalled' },
    ])
  })

  it('has Đề án 196 of Quảng Ninh, open: what a newspaper tells of its outcome is no decision', async () => {
    const one = await show(scheme, 'son')
    expect(one).toMatchObject({ areaName: 'Tỉnh Quảng Ninh', periodFrom: 2017, periodUntil: 2020, state: 'open' })
    expect(one.bases).toEqual([
      { number: '196/QĐ-UBND', day: '2017-07-17', issuer: 'UBND tỉnh Quảng Ninh', mark: 'text' },
    ])
    expect(one.goalList).toMatchObject([{ met: null, toldMark: 'secondary' }])
  })

  it('is found by name without marks and by the number of its legal basis, filtered and counted', async () => {
    expect((await list('q=de an 196')).rows[0]).toMatchObject({ programmeId: scheme })
    expect((await list(`q=${encodeURIComponent('92/kh')}`)).rows).toMatchObject([{ kind: 'plan', periodFrom: 2018 }])
    const { rows, total } = await list('kind=component')
    expect(rows.map((row: { kind: string }) => row.kind)).toEqual(Array(total).fill('component'))
    expect((await world.as('mai').get('/api/programmes/search?q=135')).statusCode).toBe(403)
    const found = (await world.as('hung').get('/api/programmes/search?q=chuong trinh 135')).json()
    expect(found.programmes[0].name).toContain('Chương trình 135')
  })

  it('goes out as a spreadsheet, as text and on paper', async () => {
    for (const as of ['xlsx', 'csv', 'pdf'])
      for (const path of ['/api/programmes/file', `/api/programmes/${scheme}/goals/file`])
        expect((await world.as('hung').get(`${path}?as=${as}`)).statusCode).toBe(200)
    expect((await world.as('hung').get('/api/programmes/file?as=csv')).body).toContain('196/QĐ-UBND')
  })
})

describe('a programme that Đào enters for Phú Thọ', () => {
  it('is open until the last of its goals is met on a decided day, and open again where that was a mistake', async () => {
    const id = await entered()
    expect(await show(id)).toMatchObject({ state: 'open', goals: 0, can: ['manage', 'drop'] })
    const [one, two] = [await goalOf(id), await goalOf(id, { year: null, says: 'Mọi xã có cán bộ được tập huấn' })]
    expect((await meet(one)).statusCode).toBe(200)
    expect(await show(id)).toMatchObject({ state: 'open', goals: 2, goalsMet: 1 })
    expect((await meet(two, { number: '89/QĐ-UBND' })).statusCode).toBe(200)
    expect(await show(id)).toMatchObject({ state: 'met', goalsMet: 2 })
    expect((await list('state=met')).rows).toMatchObject([{ programmeId: id }])
    const again = { number: '89/QĐ-UBND', because: 'Ghi nhầm mục tiêu' }
    expect((await world.as('dao').post(`/api/programme-goals/${two}/reopen`, again)).statusCode).toBe(200)
    expect(await show(id)).toMatchObject({ state: 'open', goalsMet: 1 })
    const { rows } = await world.owner.query<{ what: string; facts: object }>(
      "select what, facts from audit_line where subject_id = $1 and facts ->> 'goal' = $2 order by id",
      [id, two],
    )
    const which = { says: 'Mọi xã có cán bộ được tập huấn', at: demoAreas.tamHongToday }
    expect(rows).toMatchObject([
      { what: 'programme.goal_added', facts: which },
      { what: 'programme.goal_met', facts: { ...which, number: '89/QĐ-UBND', day: '2026-11-02', issuer: met.issuer } },
      { what: 'programme.goal_reopened', facts: { ...which, number: '89/QĐ-UBND', day: '2026-11-02' } },
    ])
  })

  it('is changed by two at once: what touches is told, what does not is kept', async () => {
    const id = await entered({ name: 'Kế hoạch hai người sửa' })
    const was = { ...said, name: 'Kế hoạch hai người sửa' }
    const change = (body: object) => world.as('dao').post(`/api/programmes/${id}/change`, body)
    expect((await change({ was, periodUntil: 2027 })).statusCode).toBe(200)
    expect((await change({ was, note: 'Có bổ sung' })).statusCode).toBe(200)
    const told = (await change({ was, periodUntil: 2028 })).json()
    expect(told.code).toBe('record.changed_since')
    expect(told.facts.touching).toMatchObject([{ field: 'periodUntil', theirs: 2027, yours: 2028 }])
    expect(await show(id)).toMatchObject({ periodUntil: 2027, note: 'Có bổ sung' })
  })

  it('loses a goal that is not met, with a reason, and keeps one that is', async () => {
    const id = await entered({ name: 'Kế hoạch bỏ mục tiêu' })
    const [one, two] = [await goalOf(id), await goalOf(id, { year: 2025 })]
    await meet(two)
    const drop = (goalId: string) =>
      world.as('dao').post(`/api/programme-goals/${goalId}/drop`, { because: 'Ghi trùng' })
    expect((await drop(one)).statusCode).toBe(200)
    expect(await refusal(world, () => drop(two))).toBe('programme.goal_met')
    expect((await show(id)).goalList).toHaveLength(1)
  })

  it('stands once in the register, as a goal does in it; also of two who enter it in the same second', async () => {
    const name = 'Kế hoạch ghi hai lần'
    const both = await meetingAt(world, 'programme', [() => add('dao', { name }), () => add('dao', { name })])
    expect(both.map((reply) => (reply.statusCode === 200 ? 'ok' : reply.json().code)).sort()).toEqual([
      'ok',
      'programme.same_name',
    ])
    expect(await refusal(world, () => add('dao', { name: 'ke hoach ghi hai lan' }))).toBe('programme.same_name')
    const other = await entered({ name, periodFrom: 2026 })
    const change = (part: object) => world.as('dao').post(`/api/programmes/${other}/change`, part)
    const alike = () => change({ periodFrom: 2025, was: { periodFrom: 2026 } })
    expect(await refusal(world, alike)).toBe('programme.same_name')
    expect((await change({ note: 'Khác', was: { note: '' } })).statusCode).toBe(200)
    await goalOf(other)
    const again = () => world.as('dao').post(`/api/programmes/${other}/goals`, goal())
    expect(await refusal(world, again)).toBe('programme.goal_twice')
    await goalOf(other, { year: null })
  })

  it('has goals only for its own years, and keeps the years of its goals', async () => {
    const id = await entered({ name: 'Kế hoạch có giai đoạn' })
    const other = (year: number, to = id) => world.as('dao').post(`/api/programmes/${to}/goals`, goal({ year }))
    for (const year of [2024, 2027, 2062]) expect(await refusal(world, () => other(year))).toBe('programme.goal_year')
    const said = (await other(2062)).json()
    expect(said.facts).toMatchObject({ at: 'year' })
    expect(said.title.vi).toContain('từ năm 2025 đến hết năm 2026')
    for (const year of [2025, 2026]) expect((await other(year)).statusCode).toBe(200)
    await goalOf(id, { year: null })
    const change = (part: object, was: object) => world.as('dao').post(`/api/programmes/${id}/change`, { ...part, was })
    expect(await refusal(world, () => change({ periodFrom: 2026 }, { periodFrom: 2025 }))).toBe(
      'programme.goals_outside',
    )
    expect(await refusal(world, () => change({ periodUntil: 2025 }, { periodUntil: 2026 }))).toBe(
      'programme.goals_outside',
    )
    expect((await change({ periodUntil: 2027 }, { periodUntil: 2026 })).statusCode).toBe(200)
    expect((await other(2027)).statusCode).toBe(200)
    // What is not known bounds nothing.
    const open = await entered({ name: 'Kế hoạch chưa rõ năm cuối', periodUntil: null })
    expect((await other(2040, open)).statusCode).toBe(200)
    expect(await refusal(world, () => other(2024, open))).toBe('programme.goal_year')
  })

  it('refuses what cannot be', async () => {
    const id = await entered({ name: 'Kế hoạch từ chối' })
    const part = await entered({ name: 'Phần của kế hoạch', partOfId: id })
    const goalId = await goalOf(id)
    const change = (body: object) => world.as('dao').post(`/api/programmes/${id}/change`, body)
    for (const [act, code] of [
      [() => add('dao', { periodFrom: 2026, periodUntil: 2025 }), 'programme.period'],
      [() => add('dao', { partOfId: newId() }), 'programme.part_of_unknown'],
      [() => add('dao', { bases: [{ ...said.bases[0], day: '2031-01-01' }] }), 'programme.basis_later'],
      [() => change({ partOfId: part }), 'programme.part_of_itself'],
      [() => change({ partOfId: id }), 'programme.part_of_itself'],
      [() => meet(goalId, { decidedOn: '2026-11-30' }), 'programme.day_far'],
      [() => meet(goalId, { decidedOn: '2024-12-31' }), 'programme.met_before'],
      [
        () => world.as('dao').post(`/api/programmes/${id}/goals`, goal({ areaId: demoAreas.kyThuongToday })),
        'programme.goal_elsewhere',
      ],
      [() => world.as('dao').post(`/api/programmes/${newId()}/goals`, goal()), 'programme.not_found'],
      [() => meet(newId()), 'programme.goal_not_found'],
      [
        () => world.as('dao').post(`/api/programme-goals/${goalId}/reopen`, { number: '1', because: 'x' }),
        'programme.goal_open',
      ],
    ] as const)
      expect(await refusal(world, act)).toBe(code)
    await meet(goalId)
    expect(await refusal(world, () => meet(goalId))).toBe('programme.goal_met')
  })

  it('is written by nobody else: not the auditor, not the commune, not for the nation or another province', async () => {
    const id = await entered({ name: 'Kế hoạch của Đào' })
    const goalId = await goalOf(id)
    for (const person of ['kiem', 'hung', 'bich', 'lan', 'mai', 'son', 'ban_training_organiser'] as const) {
      expect(await refusal(world, () => add(person)), person).toBe('access.denied')
      expect(await refusal(world, () => meet(goalId, {}, person)), person).toBe('access.denied')
    }
    for (const areaId of [nationId, demoAreas.kyThuongToday])
      expect(await refusal(world, () => add('dao', { areaId }))).toBe('access.denied')
    expect(await refusal(world, () => world.as('dao').post(`/api/programmes/${scheme}/change`, { note: 'x' }))).toBe(
      'access.denied',
    )
  })
})

describe('a programme that was entered by mistake', () => {
  const drop = (id: string, person: PersonName = 'dao', because = 'Ghi nhầm') =>
    world.as(person).post(`/api/programmes/${id}/drop`, { because })

  it('leaves the register with its reason, and its name is free again', async () => {
    const id = await entered({ name: 'Chương trình ghi nhầm' })
    expect((await show(id)).can).toContain('drop')
    expect(await refusal(world, () => drop(id, 'dao', ''))).toBe('input.invalid')
    for (const person of ['kiem', 'hung', 'son'] as const)
      expect((await drop(id, person)).statusCode, person).not.toBe(200)
    expect((await drop(id)).statusCode).toBe(200)
    expect((await world.as('dao').get(`/api/programmes/${id}`)).statusCode).toBe(404)
    expect((await list('q=ghi nhầm')).total).toBe(0)
    const { rows } = await world.owner.query(
      `select facts from audit_line where subject_id = $1 and what = 'programme.dropped'`,
      [id],
    )
    expect(rows).toMatchObject([{ facts: { says: 'Chương trình ghi nhầm', because: 'Ghi nhầm' } }])
    await entered({ name: 'Chương trình ghi nhầm' })
  })

  it('stays while something stands on it, which is said; what is ready-made stays', async () => {
    const id = await entered({ name: 'Chương trình có phần' })
    const part = await entered({ name: 'Phần của nó', kind: 'component', partOfId: id })
    const set = await goalOf(id)
    const reply = await drop(id)
    expect(reply.json().code).toBe('programme.stood_on')
    expect(reply.json().title.vi).toContain('1 mục tiêu, 1 phần việc')
    expect((await world.as('dao').post(`/api/programme-goals/${set}/drop`, { because: 'Nhầm' })).statusCode).toBe(200)
    const trainingPlanId = newId()
    const plan = { trainingPlanId, areaId: demoAreas.phuTho, programmeId: part, ...planSaid }
    expect((await world.as('dao').post('/api/training-plans', plan)).statusCode).toBe(200)
    expect((await drop(part)).json().title.vi).toContain('1 kế hoạch')
    await world.as('dao').post(`/api/training-plans/${trainingPlanId}/drop`, { because: 'Thử xong' })
    for (const one of [part, id]) expect((await drop(one)).statusCode).toBe(200)
    expect((await show(ct135)).can ?? []).not.toContain('drop')
    expect((await drop(scheme)).statusCode).not.toBe(200)
  })
})
