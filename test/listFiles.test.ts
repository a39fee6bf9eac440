/** A list as a file or on paper holds what the list holds: all its rows by its filters, in its order, for who may read it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allRoutes } from '#apps/server/routes.ts'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { stableId } from '#features/areas/nation/stableIds.ts'
import { loadStandards } from '#features/standards/library.ts'
import type { FileKind } from '#kernel/table.ts'
import { openBook } from '#platform/server/documents/xlsx/read.ts'
import { allCalls } from '../scripts/generate-calls.ts'
import { aTestOfTamHong } from './classTests.ts'
import { aCredential, anOverride } from './credentials.ts'
import { deciding } from './decisions.ts'
import { type Family, settle, tamHong, thon1, thon2 } from './rounds.ts'
import { inABody, onTheRoster } from './strangers/ground.ts'
import {
  aClassOfTamHong,
  aHallAndTrainer,
  aLimit,
  aMaterial,
  aNorm,
  anInquiry,
  aPlace,
  aPlan,
  aQuestion,
  aWay,
} from './training.ts'
import { openWorld, type PersonName, type World } from './world.ts'

let world: World
let known: Record<string, string>
const names = ['Trần Thị Ước', 'Vũ Thị Hợi', 'Đỗ Thị Ánh', 'Bùi Thị Mẵn', 'Lò Thị Mỉ']

beforeAll(async () => {
  world = await openWorld()
  const families: Family[] = []
  for (const [at, name] of names.entries()) families.push(await settle(world, at % 2 ? thon2 : thon1, name))
  await world.owner.query(`update household_residence set address = '=HYPERLINK("x")' where household_id = $1`, [
    (families[1] as Family).householdId,
  ])
  await world.owner.query(`update household set address = '=HYPERLINK("x")' where household_id = $1`, [
    (families[1] as Family).householdId,
  ])
  const { round } = await deciding(world, families)
  const { decisionId } = await round.printed()
  const roster = await onTheRoster(world)
  const { bodyId, meetingId } = await inABody(world, roster.officialId)
  const plan = await aPlan(world)
  const teaching = await aHallAndTrainer(world)
  const question = await aQuestion(world, plan.topicId)
  const ofClass = await aClassOfTamHong(world, teaching.trainerId)
  const { trainingClassId } = ofClass
  const test = await aTestOfTamHong(world, { trainingClassId, topicId: plan.topicId, officialId: roster.officialId })
  const { credentialIds: _many, ...proof } = await aCredential(world, plan.topicId)
  known = {
    areaId: demoAreas.tamHongToday,
    roundId: round.roundId,
    decisionId,
    householdId: (families[0] as Family).householdId,
    spendingNormId: await aNorm(world),
    ...plan,
    ...question,
    ...proof,
    ...(await anOverride(world, { roundId: round.roundId, ruleId: proof.ruleId })),
    ...(await aMaterial(world, plan.topicId)),
    ...(await anInquiry(world)),
    ...(await aLimit(world)),
    ...(await aPlace(world)),
    ...(await aWay(world)),
    ...ofClass,
    ...test,
    ...{ item: '1', how: 'drop' },
    ...teaching,
    year: '2027',
    programmeId: stableId('programme', 'da196'),
    frameworkId: stableId('framework', 'quang-ninh-2019'),
    ...roster,
    by: 'topic',
    bodyId,
    meetingId,
    day: '2026-11-05',
    units: '2026-11-05',
  }
})
afterAll(() => world.close())

const routes = allRoutes({ library: loadStandards() })
const files = routes
  .map(({ endpoint }) => endpoint)
  .filter(({ input }) => 'as' in ((input as unknown as { properties?: object }).properties ?? {}))

/** Who reads each, and how many rows its list has. */
const readers: Record<string, PersonName> = {
  'people.jobsFile': 'quantri',
  'people.jobRunsFile': 'quantri',
  'people.auditFile': 'bich',
  'slips.listFile': 'quantri',
  'field.idleFile': 'quantri',
}

type Asked = { readonly as: FileKind; readonly more?: string; readonly person?: PersonName }
const get = (name: string, { as, more = '', person }: Asked) => {
  const found = files.find((one) => one.name === name)
  if (!found) throw new Error(name)
  const path = found.path.replace(/:(\w+)/g, (_, key: string) => known[key] ?? '')
  const required = ((found.input as unknown as { required: string[] }).required ?? []).filter(
    (key) => !found.path.includes(`:${key}`) && key !== 'as',
  )
  const query = required.map((key) => `&${key}=${known[key] ?? ''}`).join('')
  return world.as(person ?? readers[name] ?? 'hung').get(`${path}?as=${as}${query}${more}`)
}

async function bookOf(name: string, more = ''): Promise<string[][]> {
  const reply = await get(name, { as: 'xlsx', more })
  expect(reply.statusCode, reply.body.slice(0, 300)).toBe(200)
  const rows = await (await openBook(reply.rawPayload)).rows(0)
  return rows.map(({ cells }) => cells.map((cell) => String(cell ?? '')))
}
const textOf = async (name: string, more = '') =>
  (await get(name, { as: 'csv', more })).rawPayload.toString('utf8').slice(1).trimEnd().split('\r\n')

describe('every list', () => {
  it('that a contract promises is served', async () => {
    const promised = (await allCalls()).filter(({ document, name }) => document && /File$/.test(name))
    expect(promised.length).toBeGreaterThan(16)
    expect(files.map(({ name }) => name).sort()).toEqual(promised.map(({ name }) => name).sort())
  })

  it.each(files.map(({ name }) => name))(
    '%s: as a workbook, as text and on paper, under a name that says what and when',
    async (name) => {
      for (const [as, starts] of [
        ['xlsx', 'PK'],
        ['csv', '\ufeff'],
        ['pdf', '%PDF-'],
      ] as const) {
        const reply = await get(name, { as })
        expect(reply.statusCode, `${as}: ${reply.body.slice(0, 300)}`).toBe(200)
        expect(reply.rawPayload.toString('utf8').startsWith(starts), as).toBe(true)
        const called = decodeURIComponent(String(reply.headers['content-disposition']).split("UTF-8''")[1] ?? '')
        expect(called).toMatch(new RegExp(`^[\\p{L}\\d ,.()-]+ \\d\\d-\\d\\d-\\d{4}\\.${as}$`, 'u'))
      }
    },
  )
})

describe('what stands in it', () => {
  it('is what the list shows: the same rows in the same order, the columns asked for, and above them what it is', async () => {
    const list = (await world.as('hung').get(`/api/rounds/${known.roundId}/cases`)).json()
    const shown = list.cases.map((row: { headName: string; villageName: string }) => [row.headName, row.villageName])
    expect(shown.length).toBe(names.length)
    const book = await bookOf('surveys.listFile', '&columns=head,village')
    const head = book.findIndex(([first]) => first === 'Chủ hộ')
    expect(book[head]).toEqual(['Chủ hộ', 'Thôn'])
    expect(book.slice(head + 1)).toEqual(shown)
    expect(book.slice(0, head).flat().join(' ')).toMatch(
      /BẢN MẪU.*Hộ của kỳ rà soát.*Xã Tam Hồng.*5 dòng; ngày 20\/11\/2026/,
    )
  })

  it('is narrowed by the filter, which is said in words', async () => {
    const more = `&villageId=${thon2}&state=accepted`
    const total = (await world.as('hung').get(`/api/rounds/${known.roundId}/cases?${more}`)).json().total
    const book = await bookOf('surveys.listFile', more)
    expect(total).toBe(2)
    expect(book.flat().join(' ')).toMatch(/Thôn 2; Đã chấp nhận; 2 dòng/)
    expect(book.filter((cells) => cells.includes('Thôn 2') && cells.length > 2)).toHaveLength(total)
  })

  it('runs nothing where it is opened, and keeps numbers numbers', async () => {
    const lines = await textOf('households.listFile', '&columns=address,members')
    expect(lines).toContain(`"'=HYPERLINK(""x"")",3`)
    expect((await bookOf('households.listFile')).flat()).toContain('Vũ Thị Hợi')
  })

  it('speaks English where the page does', async () => {
    const [head] = await textOf('rounds.villagesFile', '&columns=name,total&language=en')
    expect(head).toBe('Village,Households')
    expect((await textOf('rounds.villagesFile', '&columns=name')).length).toBe(1 + 2)
  })

  it('is refused to Sơn of the next commune, to nobody, and for a column or a part that is not there', async () => {
    expect((await get('surveys.listFile', { as: 'csv', person: 'son' })).statusCode).not.toBe(200)
    expect((await get('households.listFile', { as: 'csv', person: 'son' })).json()).toMatchObject({
      code: 'access.denied',
    })
    expect((await get('people.auditFile', { as: 'csv', person: 'hung' })).json()).toMatchObject({
      code: 'access.denied',
    })
    expect((await world.nobody.get(`/api/households/file?as=csv&areaId=${known.areaId}`)).statusCode).toBe(401)
    expect((await get('surveys.listFile', { as: 'csv', more: '&columns=salary' })).json()).toMatchObject({
      code: 'list.no_column',
    })
    expect((await get('surveys.listFile', { as: 'csv', more: '&part=2' })).json()).toMatchObject({
      code: 'list.no_part',
    })
  })

  it('holds all rows of a long list, not those of a page, and repeats its head on every page of paper', async () => {
    await world.owner.query(
      `insert into audit_line (id, at, account_id, what, subject_id, area_id)
       select gen_random_uuid(), now(), $1, 'household.entered', gen_random_uuid(), $2 from generate_series(1, 300)`,
      [world.idOf('hung'), tamHong[3]],
    )
    const all = await textOf('people.auditFile', '&what=household.entered')
    expect(all.length).toBeGreaterThan(300)
    const paper = await get('people.auditFile', { as: 'pdf', more: '&what=household.entered' })
    const pages = paper.rawPayload.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0
    expect(pages).toBeGreaterThan(8)
    // More than six rows a page.
    expect(pages).toBeLessThan(300 / 15)
  })

  it('is one file however long the list is, every row once and in order; paper is asked for in parts', async () => {
    const lines = 45_000
    await world.owner.query(
      `insert into audit_line (id, at, account_id, what, subject_id, area_id)
       select gen_random_uuid(), now() - n * interval '1 second', $1, 'household.moved', gen_random_uuid(), $2
         from generate_series(1, ${lines}) n`,
      [world.idOf('hung'), tamHong[3]],
    )
    const more = '&what=household.moved&columns=at,what'
    const all = await textOf('people.auditFile', more)
    expect(all).toHaveLength(1 + lines)
    expect(all[0]).toBe('Lúc,Việc')
    const book = await bookOf('people.auditFile', more)
    expect(book.flat().slice(0, 9).join(' ')).toMatch(/BẢN MẪU.*Nhật ký.*Xã Tam Hồng; .*; ngày 20\/11\/2026/)
    const head = book.findIndex(([first]) => first === 'Lúc')
    expect(book.slice(head + 1).map((cells) => cells.join(','))).toEqual(all.slice(1))
    expect((await get('people.auditFile', { as: 'csv', more: `${more}&part=2` })).json()).toMatchObject({
      code: 'list.no_part',
    })
    const paper = await get('people.auditFile', { as: 'pdf', more: `${more}&part=10` })
    expect(paper.json()).toMatchObject({ code: 'list.no_part' })
  })
})
