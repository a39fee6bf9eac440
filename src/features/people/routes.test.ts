import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { demoPassword } from '#features/people/demo/accounts.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const signIn = (login: string, password: string) => world.nobody.post('/api/sign-in', { login, password })

describe('signing in', () => {
  it('knows Hùng by his name and password, however the tone marks are typed', async () => {
    expect((await signIn('hung', demoPassword)).statusCode).toBe(200)
    expect((await world.as('hung').get('/api/me')).json()).toMatchObject({
      account: { name: 'Lê Văn Hùng', grants: [{ role: 'commune_official', areaName: 'Xã Tam Hồng' }] },
    })
  })

  it('answers a wrong password and an unknown name alike', async () => {
    const wrong = await signIn('bich', 'không phải mật khẩu')
    const unknown = await signIn('khong.co.ai', 'không phải mật khẩu')
    expect(wrong.statusCode).toBe(401)
    expect(unknown.json()).toEqual(wrong.json())
  })

  it('makes a guesser wait longer and longer, and says how long', async () => {
    for (let n = 0; n < 5; n += 1) await signIn('kiem', `đoán lần ${n}`)
    const reply = await signIn('kiem', demoPassword)
    expect(reply.json()).toMatchObject({ code: 'people.wait_before_sign_in' })
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0)
    await world.owner.query('delete from sign_in_failure')
  })

  it('keeps the token out of the database and the cookie out of scripts', async () => {
    const reply = await signIn('lan', demoPassword)
    const cookie = String(reply.headers['set-cookie'])
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    const token = /nb_session=([^;]+)/.exec(cookie)?.[1] ?? ''
    const { rows } = await world.owner.query(
      "select 1 from session where encode(token_hash, 'base64') like '%' || $1",
      [token],
    )
    expect(rows).toEqual([])
  })

  it('every answer says for whose session it was given, refusals too, and nothing where there is none', async () => {
    const toWhom = async (reply: ReturnType<typeof signIn>) => (await reply).headers['x-account']
    const hung = world.as('hung')
    for (const url of ['/api/me', `/api/areas/${demoAreas.tamHongToday}/access`, '/api/areas/none/audit'])
      expect(await toWhom(hung.get(url))).toBe(world.idOf('hung'))
    expect(await toWhom(hung.post('/api/accounts', {}))).toBe(world.idOf('hung'))
    expect(await toWhom(world.nobody.get('/api/me'))).toBeUndefined()
  })

  it('refuses a change that another site sent', async () => {
    const me = (await world.as('hung').get('/api/me')).json()
    expect(me.account.csrf).toBeTruthy()
    const cookie = String((await signIn('hung', demoPassword)).headers['set-cookie']).split(';')[0] ?? ''
    const headers = { cookie, 'content-type': 'application/json', 'x-command': '01890000-0000-7000-8000-000000000001' }
    const send = (more: object) =>
      world.app.inject({ method: 'POST', url: '/api/sign-out', headers: { ...headers, ...more }, payload: '{}' })
    expect((await send({})).json()).toMatchObject({ code: 'access.csrf' })
    expect((await send({ 'x-csrf': me.account.csrf, 'sec-fetch-site': 'cross-site' })).json()).toMatchObject({
      code: 'access.csrf',
    })
  })
})

describe('accounts and grants', () => {
  const newcomer = (login: string) => ({
    login,
    name: 'Đinh Văn Tư',
    firstPassword: 'mật khẩu đầu tiên',
    role: 'enumerator',
    areaId: demoAreas.villages.tamHong[4],
  })

  it('an administrator makes an account, which must change its password before it works', async () => {
    expect((await world.as('quantri').post('/api/accounts', newcomer('tu'))).statusCode).toBe(200)
    const cookie = String((await signIn('tu', 'mật khẩu đầu tiên')).headers['set-cookie']).split(';')[0] ?? ''
    const area = `/api/areas/${demoAreas.tamHongToday}/access`
    const me = (await world.app.inject({ url: '/api/me', headers: { cookie } })).json()
    expect(me.account.mustChangePassword).toBe(true)
    expect((await world.app.inject({ url: area, headers: { cookie } })).statusCode).toBe(403)
  })

  it('a name is taken once', async () => {
    const reply = await world.as('quantri').post('/api/accounts', newcomer('hung'))
    expect(reply.json()).toMatchObject({ code: 'people.login_taken' })
  })

  it('Hùng, who manages no accounts, cannot make one', async () => {
    expect((await world.as('hung').post('/api/accounts', newcomer('tu2'))).json()).toMatchObject({
      code: 'access.denied',
    })
  })

  it('no one gives a district role after the districts ended', async () => {
    const reply = await world.as('quantri').post('/api/accounts', { ...newcomer('tu3'), role: 'district' })
    expect(reply.json()).toMatchObject({ code: 'people.district_ended' })
  })

  it('an administrator of one commune cannot take over an account that also holds something elsewhere', async () => {
    const quantri = world.as('quantri')
    const made = await quantri.post('/api/accounts', {
      ...newcomer('quantri.xa'),
      role: 'administrator',
      areaId: demoAreas.tamHongToday,
    })
    expect(made.statusCode).toBe(200)
    await world.owner.query('update account set must_change_password = false where id = $1', [made.json().accountId])
    const session = await signIn('quantri.xa', 'mật khẩu đầu tiên')
    const cookie = String(session.headers['set-cookie']).split(';')[0] ?? ''
    const { csrf } = (await world.app.inject({ url: '/api/me', headers: { cookie } })).json().account
    const reset = (account: string) =>
      world.app.inject({
        method: 'POST',
        url: `/api/accounts/${account}/reset-password`,
        headers: { cookie, 'x-csrf': csrf, 'x-command': crypto.randomUUID(), 'content-type': 'application/json' },
        payload: JSON.stringify({ firstPassword: 'mật khẩu mới toanh' }),
      })
    expect((await reset(world.idOf('bich'))).statusCode).toBe(200)
    await quantri.post(`/api/accounts/${world.idOf('hung')}/grants`, {
      role: 'viewer',
      areaId: demoAreas.kyThuongToday,
      from: '2026-11-01',
      until: null,
    })
    expect((await reset(world.idOf('hung'))).json()).toMatchObject({ code: 'people.account_reaches_beyond' })
    expect((await reset(world.idOf('lan'))).json()).toMatchObject({ code: 'people.account_reaches_beyond' })
    expect((await reset(world.idOf('son'))).json()).toMatchObject({ code: 'people.account_not_found' })
  })

  it('who has access to Tam Hồng is told to Hùng by given name and place, and not to Sơn of the other commune', async () => {
    const path = `/api/areas/${demoAreas.tamHongToday}/access`
    const { grants } = (await world.as('hung').get(path)).json() as { grants: { login: string; areaName: string }[] }
    const mostKnown = grants.map(({ login }) => login).filter((login) => /^(mai|hung|bich|thang)$/.test(login))
    expect([...new Set(mostKnown)]).toEqual(['bich', 'hung', 'mai', 'thang'])
    const ofThang = grants.filter(({ login }) => login === 'thang').map(({ areaName }) => areaName)
    expect(ofThang.slice(0, 8)).toEqual([4, 5, 6, 7, 8, 9, 10, 11].map((n) => `Thôn ${n}`))
    const own = (await world.as('thang').get('/api/me')).json().account.grants as { areaName: string }[]
    expect(own.map(({ areaName }) => areaName)).toEqual(ofThang)
    expect((await world.as('son').get(path)).json()).toMatchObject({ code: 'access.denied' })
  })

  it('a grant that ended gives nothing: the district official signs in and holds no right', async () => {
    const { can, ended } = (await world.as('huyen').get('/api/me')).json().account
    expect(can).toEqual([])
    expect(ended).toEqual([{ role: 'district', areaName: 'Huyện Yên Lạc', until: '2025-07-01' }])
  })
})

describe('two people give the same grant', () => {
  it('and it is given once; a time that only touches it is another grant', async () => {
    const path = `/api/accounts/${world.idOf('kiem')}/grants`
    const body = { role: 'viewer', areaId: demoAreas.tamHongToday, from: '2026-11-01', until: '2026-12-01' }
    const give = (more: object) => () => world.as('quantri').post(path, { ...body, ...more })
    expect(answersIn(await meetingAt(world, 'audit_line', [give({}), give({ from: '2026-11-15' })]))).toEqual([
      'ok',
      'people.grant_held_at',
    ])
    const later = await give({ from: '2026-12-01', until: null })()
    const end = () => world.as('quantri').post(`/api/grants/${later.json().grantId}/end`)
    expect(answersIn(await meetingAt(world, 'audit_line', [end, end]))).toEqual(['ok', 'people.grant_ended'])
    expect(answersIn([await give({ role: 'auditor' })()])).toEqual(['ok'])
  })
})

describe('the last administrator of the nation', () => {
  const grantOf = async (person: 'quantri' | 'dao') =>
    (
      await world.owner.query(
        `select id from access_grant where account_id = $1 and role = 'administrator' and area_id = $2
          order by valid_from desc limit 1`,
        [world.idOf(person), demoAreas.nation],
      )
    ).rows[0].id
  const give = async (until: string | null) => {
    const body = { role: 'administrator', areaId: demoAreas.nation, from: '2026-11-20', until }
    return (await world.as('quantri').post(`/api/accounts/${world.idOf('dao')}/grants`, body)).json().grantId
  }
  const end = (by: 'quantri' | 'dao', grantId: string) => world.as(by).post(`/api/grants/${grantId}/end`)

  it('stays until another holds the role for as long, and is told why before it is tried', async () => {
    const own = await grantOf('quantri')
    const refused = { code: 'people.last_administrator' }
    expect((await end('quantri', own)).json()).toMatchObject(refused)
    const { forbidden } = (await world.as('quantri').get(`/api/grants/${own}/touched`)).json()
    expect(forbidden.vi).toMatch(/quản trị toàn quốc cuối cùng/)
    const forMonth = await give('2026-12-20')
    expect((await end('quantri', own)).json()).toMatchObject(refused)
    expect((await world.as('quantri').get(`/api/grants/${forMonth}/touched`)).json().forbidden).toBeNull()
    expect((await end('quantri', forMonth)).statusCode).toBe(200)
  })

  it('is one of two who end each other in the same second', async () => {
    const other = await give(null)
    const own = await grantOf('quantri')
    await world.as('dao').get('/api/me')
    const acts = [() => end('quantri', other), () => end('dao', own)]
    expect(answersIn(await meetingAt(world, 'audit_line', acts))).toEqual(['ok', 'people.last_administrator'])
  })

  it('goes where another holds the role', async () => {
    const other = await give(null)
    expect((await end('dao', await grantOf('quantri'))).statusCode).toBe(200)
    const body = { role: 'administrator', areaId: demoAreas.nation, from: '2026-11-20', until: null }
    expect((await world.as('dao').post(`/api/accounts/${world.idOf('quantri')}/grants`, body)).statusCode).toBe(200)
    expect((await end('quantri', other)).statusCode).toBe(200)
  })
})

describe('sending twice', () => {
  it('the same command is answered once and told once', async () => {
    const body = { role: 'viewer', areaId: demoAreas.tamHongToday, from: '2026-11-01', until: null }
    const command = crypto.randomUUID()
    const send = () => world.as('quantri').post(`/api/accounts/${world.idOf('dao')}/grants`, body, command)
    const [first, second] = await Promise.all([send(), send()])
    expect(second.json()).toEqual(first.json())
    expect((await send()).json()).toEqual(first.json())
    const { rows } = await world.owner.query('select what from audit_line where command_id = $1', [command])
    expect(rows).toEqual([{ what: 'grant.given' }])
  })

  it('a command id used for something else is refused', async () => {
    const command = crypto.randomUUID()
    const path = `/api/accounts/${world.idOf('dao')}/grants`
    const body = { role: 'auditor', areaId: demoAreas.tamHongToday, from: '2026-11-01', until: null }
    await world.as('quantri').post(path, body, command)
    const other = await world.as('quantri').post(path, { ...body, from: '2026-11-02' }, command)
    expect(other.json()).toMatchObject({ code: 'command.reused' })
  })
})
