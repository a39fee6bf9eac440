/**
 * Every door behind which something is found out by asking often enough, and how often it answers: two hundred at once, from
 * one address and from many. What stands behind a token needs no limit (`secrets.pure.test.ts`).
 */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { demoPassword } from '#features/people/demo/accounts.ts'
import { systemAccount } from '#platform/server/doors/standing.ts'
import { newId } from '#platform/server/ids.ts'
import { newToken } from '#platform/server/session.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterEach(async () => {
  await world.owner.query('delete from sign_in_failure')
})
afterAll(() => world.close())

const many = 200
const stranger = async (url: string, address: string, body: object) => {
  const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
  return world.app.inject({ method: 'POST', url, remoteAddress: address, headers, payload: JSON.stringify(body) })
}
const signIn = (address: string, login: string, password: string) =>
  stranger('/api/sign-in', address, { login, password })
const setUp = (address: string, token: string) =>
  stranger('/api/set-up', address, { token, login: 'ke.gian', name: 'Người Lạ', password: 'sông cạn đá mòn 26' })

const doors = [
  {
    said: 'passwords of one account, from one address',
    told: 4,
    ask: (n: number) => signIn('10.7.0.1', 'dao', `sai ${n}`),
  },
  {
    said: 'passwords of one account, from many',
    told: 20,
    ask: (n: number) => signIn(`10.7.1.${n}`, 'dao', `sai ${n}`),
  },
  {
    said: 'passwords of many accounts, from one',
    told: 20,
    ask: (n: number) => signIn('10.7.2.1', `khach${n}`, 'sai'),
  },
  {
    said: 'the own old password, at a session left open',
    told: 4,
    ask: (n: number) => world.as('lan').post('/api/password', { old: `sai ${n}`, new: 'sông cạn đá mòn 26' }),
  },
  {
    said: 'who stands under a citizen id',
    told: 10,
    ask: (n: number) =>
      world.as('mai').post('/api/households/by-citizen-id', { citizenId: `026185${String(n).padStart(6, '0')}` }),
  },
] as const

it.each(doors)(
  '$said: of two hundred at once $told are answered, the rest are told how long to wait',
  async ({ told, ask }) => {
    const replies = await Promise.all(Array.from({ length: many }, (_, n) => ask(n)))
    const waiting = replies.filter(({ statusCode }) => statusCode === 429)
    expect(replies.filter(({ statusCode }) => statusCode >= 500)).toEqual([])
    expect(many - waiting.length).toBe(told)
    for (const reply of waiting) {
      expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0)
      expect(reply.json().title.vi).toMatch(/Hãy (chờ|đợi) \d+ (giây|phút)/)
    }
    // Who stands beside works on.
    expect((await signIn('10.7.9.9', 'hung', demoPassword)).statusCode).toBe(200)
  },
)

it('set-up tokens tried by the hundred are refused unhashed, so that nobody who signs in waits behind them', async () => {
  const [tries, beside] = await Promise.all([
    Promise.all(Array.from({ length: many }, (_, n) => setUp(`10.7.3.${n % 9}`, newToken()))),
    signIn('10.7.4.1', 'hung', demoPassword),
  ])
  expect(tries.map((reply) => reply.json().code)).toEqual(Array(many).fill('people.setup_token_wrong'))
  expect(beside.statusCode).toBe(200)
  // The token comes before anything is said of the password.
  const weak = await stranger('/api/set-up', '10.7.3.1', {
    token: newToken(),
    login: 'ke.gian',
    name: 'Lạ',
    password: 'aaaaaaaaaa',
  })
  expect(weak.json().code).toBe('people.setup_token_wrong')
})

it('ids of papers tried by the hundred are all answered: what is not there is told of nothing', async () => {
  const ask = () => world.nobody.get(`/api/public/papers/${newId()}`)
  const replies = await Promise.all(Array.from({ length: many }, ask))
  for (const reply of replies) {
    expect(reply.statusCode).toBe(200)
    expect(Object.values(reply.json()).filter((value) => value !== null)).toEqual([false, false, [], '2026-11-20'])
  }
})

const linesOf = async (what: string) =>
  (await world.owner.query('select account_id, subject_id, area_id from audit_line where what = $1', [what])).rows

it('an account that is guessed at stands in the audit of where it works, once; a name that nobody has nowhere', async () => {
  await world.owner.query(`delete from audit_line where what like 'session.guessed%'`)
  for (let n = 0; n < 30; n += 1) await signIn(`10.8.0.${n}`, 'hung', `sai ${n}`)
  for (let n = 0; n < 30; n += 1) await signIn(`10.8.1.${n}`, 'khong.ai', `sai ${n}`)
  const line = { account_id: systemAccount, subject_id: world.idOf('hung'), area_id: demoAreas.tamHongToday }
  expect(await linesOf('session.guessed')).toEqual([line])
  expect(await linesOf('session.guessed_around')).toEqual([])
  const told = await world.as('kiem').get(`/api/areas/${demoAreas.tamHongToday}/audit?what=session.guessed`)
  expect(told.json().lines).toMatchObject([{ said: { vi: expect.stringContaining('thử sai nhiều lần') } }])
})

it('an address that guesses at many accounts is told to the nation; a password tried at an open session to its unit', async () => {
  await world.owner.query(`delete from audit_line where what like 'session.guessed%'`)
  for (let n = 0; n < 30; n += 1) await signIn('10.8.2.1', `khach${n}`, 'sai')
  const [line, ...others] = await linesOf('session.guessed_around')
  expect(others).toEqual([])
  expect(line).toMatchObject({ account_id: systemAccount, subject_id: line.area_id })
  for (let n = 0; n < 9; n += 1)
    await world.as('hung').post('/api/password', { old: `sai ${n}`, new: 'đá mòn sông cạn 26' })
  const own = world.idOf('hung')
  expect(await linesOf('session.guessed')).toEqual([
    { account_id: own, subject_id: own, area_id: demoAreas.tamHongToday },
  ])
})

it('thirty people of one office, one of whom mistypes twice, all come in from one address', async () => {
  const logins = ['mai', 'thang', 'hung', 'lan', 'kiem', 'xem', 'son', 'huyen', 'quantri']
  const people = ['bich', ...Array.from({ length: 29 }, (_, n) => String(logins[n % logins.length]))]
  for (const n of [1, 2]) expect((await signIn('10.8.3.1', 'bich', `gõ nhầm ${n}`)).statusCode).toBe(401)
  const codes = await Promise.all(
    people.map(async (login) => (await signIn('10.8.3.1', login, demoPassword)).statusCode),
  )
  expect(codes).toEqual(Array(30).fill(200))
})
