/** Slips of Tam Hồng: Trị gives Mai one and prints it, and whoever holds it comes in as Mai, once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { lookAt } from '#platform/server/documents/pdf/look.ts'
import { newId } from '#platform/server/ids.ts'
import { meetingAt } from '#test/together.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'
import type { Slip } from './model.ts'
import { codePlace } from './queries.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const commune = demoAreas.tamHongToday
const at = `/api/areas/${commune}/slips`
const lastOf = async (person: PersonName): Promise<string | null> =>
  (
    await world.owner.query(
      'select id from sign_in_slip where account_id = $1 order by made_at desc, id desc limit 1',
      [world.idOf(person)],
    )
  ).rows[0]?.id ?? null
type Giving = { by?: PersonName; lastOn?: string }
/** Sends what the office saw when it was read: each person's slip before. */
const seen = async (people: readonly PersonName[]) => {
  const slipsFor: { accountId: string; slipId: string | null }[] = []
  for (const one of people) slipsFor.push({ accountId: world.idOf(one), slipId: await lastOf(one) })
  return ({ by = 'quantri', ...part }: Giving = {}) =>
    world.as(by).post(at, { slipsFor, lastOn: '2026-12-01', ...part })
}
const give = async (people: readonly PersonName[], giving?: Giving) => (await seen(people))(giving)
const slipOf = async (person: PersonName): Promise<Slip | undefined> => {
  const { rows }: { rows: Slip[] } = (await world.as('quantri').get(at)).json()
  return rows.find(({ accountId }) => accountId === world.idOf(person))
}
/** What stands on paper. */
async function codeFor(person: PersonName): Promise<string> {
  expect((await give([person])).statusCode).toBe(200)
  const { rows } = await world.owner.query<{ id: string; code: string }>(
    'select id, code from sign_in_slip where account_id = $1 and used_at is null and withdrawn_at is null',
    [world.idOf(person)],
  )
  const [slip] = rows
  if (!slip) throw new Error('no slip')
  return world.host.services.keys.decrypt(slip.code, codePlace(slip.id))
}
const enter = (code: string) => world.nobody.post('/api/sign-in/slip', { code })
const whoCame = async (reply: Awaited<ReturnType<typeof enter>>) => {
  const cookie = String(reply.headers['set-cookie']).split(';')[0] ?? ''
  return (await world.app.inject({ method: 'GET', url: '/api/me', headers: { cookie } })).json().account
}

describe('a slip', () => {
  it('lets in once, as whom it was given to, and the office sees when', async () => {
    const code = await codeFor('mai')
    expect(await slipOf('mai')).toMatchObject({
      state: 'open',
      usedAt: null,
      printedAt: null,
      can: ['withdraw', 'print'],
    })
    const came = await enter(code)
    expect(came.statusCode, came.body).toBe(200)
    expect(await whoCame(came)).toMatchObject({ login: 'mai', mustChangePassword: false })
    expect(await slipOf('mai')).toMatchObject({ state: 'used', can: [] })
    expect((await enter(code)).json()).toMatchObject({ code: 'slip.used' })
    // Her own password goes on.
    expect((await world.as('mai').get('/api/me')).json().account.login).toBe('mai')
  })

  it('is read as a person types it', async () => {
    const code = await codeFor('mai')
    const typed = ` ${code.toLowerCase().replace(/(.{4})/g, '$1 - ')} `
    expect((await enter(typed)).statusCode).toBe(200)
  })

  it('lets in one of two phones that come in the same second', async () => {
    const code = await codeFor('mai')
    const replies = await meetingAt(world, 'sign_in_slip', [() => enter(code), () => enter(code)])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  })

  it('is given once where two give it in the same second', async () => {
    const giveSeen = await seen(['thang'])
    const replies = await meetingAt(world, 'sign_in_slip', [() => giveSeen(), () => giveSeen()])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  })

  it('ends with the next one, with being withdrawn, and after its last day', async () => {
    const first = await codeFor('mai')
    const second = await codeFor('mai')
    expect((await enter(first)).json()).toMatchObject({ code: 'slip.over' })
    const slip = await slipOf('mai')
    expect((await world.as('quantri').post(`/api/slips/${slip?.slipId}/withdraw`)).statusCode).toBe(200)
    expect((await enter(second)).json()).toMatchObject({ code: 'slip.over' })
    expect(await slipOf('mai')).toMatchObject({ state: 'withdrawn' })
    expect(await refusal(world, () => world.as('quantri').post(`/api/slips/${slip?.slipId}/withdraw`))).toBe(
      'slip.not_open',
    )
    const third = await codeFor('mai')
    await world.owner.query(
      `update sign_in_slip set last_day = '2026-11-19' where used_at is null and withdrawn_at is null`,
    )
    expect((await enter(third)).json()).toMatchObject({ code: 'slip.over' })
    expect(await slipOf('mai')).toMatchObject({ state: 'over' })
  })

  it('makes the password that was handed over nobody’s, so that who set it cannot come in', async () => {
    await world.owner.query('update account set must_change_password = true where login = $1', ['thang'])
    expect((await enter(await codeFor('thang'))).statusCode).toBe(200)
    const { rows } = await world.owner.query('select must_change_password as must from account where login = $1', [
      'thang',
    ])
    expect(rows).toEqual([{ must: false }])
    const again = await world.nobody.post('/api/sign-in', { login: 'thang', password: 'nang-buoc-demo' })
    expect(again.json()).toMatchObject({ code: 'people.sign_in_failed' })
  })

  it('of who has since been given another role lets nobody in', async () => {
    const code = await codeFor('mai')
    const given = await world.as('quantri').post(`/api/accounts/${world.idOf('mai')}/grants`, {
      role: 'viewer',
      areaId: commune,
      from: '2026-11-20',
      until: null,
    })
    expect(given.statusCode, given.body).toBe(200)
    expect((await enter(code)).json()).toMatchObject({ code: 'slip.over' })
    expect(await refusal(world, () => give(['mai']))).toBe('slip.not_field')
    expect((await world.as('quantri').post(`/api/grants/${given.json().grantId}/end`)).statusCode).toBe(200)
  })

  it('that nobody gave is refused, and who guesses waits', async () => {
    expect((await enter('K7QM-2XPD-9HTR-4WBN')).json()).toMatchObject({ code: 'slip.unknown' })
    expect((await enter('mai')).json()).toMatchObject({ code: 'slip.unknown' })
    for (let n = 0; n < 20; n++) await enter(`K7QM-2XPD-9HTR-4W${n + 10}`)
    expect((await enter('K7QM-2XPD-9HTR-4WBM')).statusCode).toBe(429)
    await world.owner.query('delete from sign_in_failure')
  })
})

describe('the sheet of slips', () => {
  it('bears the name, the village, the code and the last day of each that lets in, and its printing is told', async () => {
    const code = await codeFor('mai')
    const paper = await world.as('quantri').get(`${at}/pdf`)
    expect(paper.headers['content-type']).toBe('application/pdf')
    const [page] = lookAt(paper.rawPayload)
    const text = page?.text.replace(/\s+/g, ' ') ?? ''
    for (const said of ['Nguyễn Thị Mai', 'Thôn 1', code.slice(0, 4), '01/12/2026']) expect(text).toContain(said)
    expect((await slipOf('mai'))?.printedAt).not.toBeNull()
    const { rows } = await world.owner.query(`select facts from audit_line where what = 'account.slips_printed'`)
    expect(rows).toMatchObject([{ facts: { people: 1 } }])
  })

  it('is refused where there is none', async () => {
    expect((await enter(await codeFor('mai'))).statusCode).toBe(200)
    expect((await world.as('quantri').get(`${at}/pdf`)).json()).toMatchObject({ code: 'slip.nothing_to_print' })
  })
})

describe('nobody else gives slips', () => {
  it.each(['mai', 'hung', 'bich', 'lan', 'kiem', 'son'] as const)('%s', async (by) => {
    expect(await refusal(world, () => give(['mai'], { by }))).toBe('access.denied')
    expect((await world.as(by).get(at)).statusCode).toBe(403)
    expect((await world.as(by).get(`${at}/pdf`)).statusCode).toBe(403)
  })

  it('nor Trị to who does more than survey, to nobody, or for a day that is not meant', async () => {
    for (const person of ['hung', 'bich', 'quantri', 'son', 'la'] as const)
      expect(await refusal(world, () => give(['mai', person])), person).toBe('slip.not_field')
    for (const lastOn of ['2026-11-19', '2027-01-20'])
      expect(await refusal(world, () => give(['mai'], { lastOn }))).toBe('slip.last_day')
    expect(await refusal(world, () => world.as('quantri').post(`/api/slips/${newId()}/withdraw`))).toBe(
      'slip.not_found',
    )
  })
})
