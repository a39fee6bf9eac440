/** Who guesses waits; who stands beside him does not. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { demoPassword } from '#features/people/demo/accounts.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterEach(() => world.owner.query('delete from sign_in_failure'))
afterAll(() => world.close())

const from = async (remoteAddress: string, login: string, password: string) => {
  const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
  const payload = JSON.stringify({ login, password })
  return (await world.app.inject({ method: 'POST', url: '/api/sign-in', remoteAddress, headers, payload })).statusCode
}
const office = '10.2.0.1'

it('a guesser who signs in as himself between guesses waits all the same', async () => {
  const answers: number[] = []
  for (let n = 0; n < 12; n += 1) {
    answers.push(await from(office, 'bich', `sai ${n}`))
    if (n % 2) expect(await from(office, 'mai', demoPassword)).toBe(200)
  }
  expect(answers.slice(0, 4)).toEqual([401, 401, 401, 401])
  expect(answers.slice(4)).toEqual(Array(8).fill(429))
  const many: number[] = []
  for (let n = 0; n < 24; n += 1) {
    many.push(await from('10.2.0.2', `khach${n}`, 'sai'))
    if (n % 2) expect(await from('10.2.0.2', 'mai', demoPassword)).toBe(200)
  }
  expect(many.at(-1)).toBe(429)
})

it('who stands beside a guesser, and comes from where he came before, does not wait', async () => {
  expect(await from(office, 'hung', demoPassword)).toBe(200)
  for (let n = 0; n < 30; n += 1) await from(office, `khach${n}`, 'sai')
  expect(await from(office, 'khach99', 'sai')).toBe(429)
  expect(await from(office, 'hung', demoPassword)).toBe(200)
})

it('an account guessed from many places lets its owner in from his own, and no stranger', async () => {
  expect(await from(office, 'hung', demoPassword)).toBe(200)
  for (let n = 0; n < 30; n += 1) await from(`10.3.0.${n}`, 'hung', 'sai')
  expect(await from('10.3.1.1', 'hung', demoPassword)).toBe(429)
  expect(await from(office, 'hung', demoPassword)).toBe(200)
})

it('a wrong old password waits like a wrong sign-in, and the right one after it too', async () => {
  const change = (old: string) => world.as('bich').post('/api/password', { old, new: 'sông cạn đá mòn 26' })
  for (let n = 0; n < 4; n += 1)
    expect((await change(`sai ${n}`)).json()).toMatchObject({ code: 'people.old_password_wrong' })
  for (const old of ['sai', demoPassword]) {
    const waiting = await change(old)
    expect(waiting.statusCode).toBe(429)
    expect(Number(waiting.headers['retry-after'])).toBeGreaterThan(0)
  }
})

const times = <T>(count: number, make: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => make(n)))
const countOf = (codes: readonly number[], code: number): number => codes.filter((one) => one === code).length

it('forty guesses at once are four: the rest wait, the right one among them too', async () => {
  const answers = await times(40, (n) => from('10.4.0.1', 'dao', n === 30 ? demoPassword : `sai ${n}`))
  expect(countOf(answers, 401)).toBe(4)
  expect(countOf(answers, 429)).toBe(36)
})

it('an account guessed from many places at once, and many accounts from one, wait too', async () => {
  const places = await times(60, (n) => from(`10.5.0.${n}`, 'dao', `sai ${n}`))
  expect(countOf(places, 401)).toBe(20)
  expect(countOf(places, 429)).toBe(40)
  // Of many at once nobody says which is looked at first: the right one waits once the others are counted.
  expect(await from('10.5.2.1', 'dao', demoPassword)).toBe(429)
  const accounts = await times(60, (n) => from('10.5.1.1', `khach${n}`, ''))
  expect(countOf(accounts, 401)).toBe(20)
  expect(await from('10.5.1.1', 'mai', demoPassword)).toBe(429)
})

it('the right password among the last free ones comes in, and nothing is held against its owner after', async () => {
  for (let n = 0; n < 19; n += 1) expect(await from(`10.7.0.${n}`, 'thang', 'sai')).toBe(401)
  expect(await from('10.7.1.1', 'thang', demoPassword)).toBe(200)
  expect(countOf(await times(20, (n) => from(`10.7.2.${n}`, 'thang', 'sai')), 401)).toBe(20)
})

it('a whole office that signs in at once from one address comes in', async () => {
  const logins = ['mai', 'thang', 'hung', 'bich', 'lan', 'kiem', 'xem', 'son']
  const answers = await times(32, (n) => from('10.6.0.1', String(logins[n % logins.length]), demoPassword))
  expect(countOf(answers, 200)).toBe(32)
})

it('who signs in and is refused a weak new password has guessed nothing', async () => {
  const weak = { old: demoPassword, new: 'aaaaaaaaaa' }
  for (let n = 0; n < 6; n += 1) expect((await world.as('thang').post('/api/password', weak)).statusCode).toBe(422)
})

it('thirty wrong old passwords at once are four', async () => {
  const change = (n: number) => world.as('lan').post('/api/password', { old: `sai ${n}`, new: 'sông cạn đá mòn 26' })
  const codes = (await times(30, change)).map((reply) => reply.statusCode)
  expect(countOf(codes, 422)).toBe(4)
  expect(countOf(codes, 429)).toBe(26)
})

it('a new password that is tried first is refused in words, wherever one is set', async () => {
  const weak = { code: 'people.password_guessed' }
  const own = { old: demoPassword, new: 'aaaaaaaaaa' }
  expect((await world.as('mai').post('/api/password', own)).json()).toMatchObject(weak)
  const reset = `/api/accounts/${world.idOf('mai')}/reset-password`
  expect((await world.as('quantri').post(reset, { firstPassword: 'mai1234567' })).json()).toMatchObject(weak)
})
