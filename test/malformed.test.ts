/** What nobody of ours would send, against every call: refused in words, nothing breaks, nobody waits. */
import { Agent } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allRoutes } from '#apps/server/routes.ts'
import { chanceOf } from '#features/households/demo/chance.ts'
import { loadStandards } from '#features/standards/library.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import { newId } from '#platform/server/ids.ts'
import { jsonBodies, wrongForms } from './hostile/bodies.ts'
import { jsonHeaders, propertiesOf, type Shot, signedHeaders, withField } from './hostile/calls.ts'
import { fire, fireBytes, isBad, type Outcome, type Target } from './hostile/fire.ts'
import { anyId } from './hostile/least.ts'
import { type Signed, senders } from './hostile/people.ts'
import { everySocket } from './hostile/sockets.ts'
import { hostileValues } from './hostile/values.ts'
import { answersOf, type CaseOf, type Family, type RoundInHand, roundAtSurveying, settle, thon1 } from './rounds.ts'
import { openWorld, type World } from './world.ts'

const endpoints = allRoutes({ library: loadStandards() }).map(({ endpoint }) => endpoint)
const named = (name: string): Endpoint => endpoints.find((e) => e.name === name) as Endpoint
const chance = chanceOf('malformed')

let world: World
let target: Target
let people: ReturnType<typeof senders>
let family: Family
let round: RoundInHand
let ofMai: CaseOf
let known: Record<string, unknown>

beforeAll(async () => {
  world = await openWorld()
  family = await settle(world, thon1, 'Nguyễn Thị Nhẫn')
  const opened = await roundAtSurveying(world, [family])
  round = opened.round
  ofMai = opened.cases[0] as CaseOf
  known = { ...ofMai, areaId: thon1, villageId: thon1, roundId: round.roundId, standardId: 'vn-2022-2025' }
  // Signed in before the wrong passwords come: after them this address has to wait.
  await world.as('mai').get('/api/me')
  await world.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = world.app.server.address() as AddressInfo
  target = { port, agent: new Agent({ keepAlive: true, maxSockets: 6 }) }
  people = senders(world.owner)
})
afterAll(async () => {
  target.agent.destroy()
  await world.close()
})

const told = (shot: Shot, outcome: Outcome): string => `${shot.name}: ${outcome.status} ${outcome.text.slice(0, 200)}`

/** Sends all, six at a time; answers what should not have come back. */
async function badOf(shots: readonly Shot[], by: (shot: Shot) => Promise<Signed | null>): Promise<string[]> {
  const left = [...shots]
  const bad: string[] = []
  const worker = async () => {
    for (let shot = left.pop(); shot; shot = left.pop()) {
      const outcome = await fire(target, shot, signedHeaders(await by(shot)))
      const inForm = outcome.status === 200 || outcome.type.startsWith('application/problem+json')
      if (isBad(outcome) || !inForm) bad.push(told(shot, outcome))
    }
  }
  await Promise.all(Array.from({ length: 6 }, worker))
  return bad
}
const byWhoMay = ({ endpoint }: Shot): Promise<Signed> => people.able(endpoint)

const shotOf = (endpoint: Endpoint, of: Pick<Shot, 'name' | 'headers' | 'body'>): Shot => ({
  ...of,
  endpoint,
  url: endpoint.path.replace(/:(\w+)/g, (_, name: string) => String(known[name] ?? anyId)),
})

describe('every call', () => {
  // Leaving ends the session that the others are sent with.
  const asking = endpoints.filter((e) => e.name !== 'people.signOut')

  it('refuses each of its fields in the forms a field must not have', async () => {
    const shots = asking.flatMap((endpoint) =>
      propertiesOf(endpoint).flatMap((field) =>
        Array.from({ length: 3 }, () => withField(endpoint, known, [field, chance.pick(hostileValues)])),
      ),
    )
    expect(shots.length).toBeGreaterThan(600)
    expect(await badOf(shots, byWhoMay)).toEqual([])
  })

  it('says which field, and nothing of the checker in the Vietnamese sentence', async () => {
    const shot = withField(named('people.createAccount'), known, ['login', { kind: 'long', json: '"A B"' }])
    const { text } = await fire(target, shot, signedHeaders(await people.able(shot.endpoint)))
    const { title, facts } = JSON.parse(text)
    expect(facts).toEqual({ where: '/login' })
    expect(title.vi).toBe(
      'Có thông tin còn thiếu hoặc chưa đúng dạng. Hãy xem lại các ô rồi gửi lại; nếu không thấy ô nào sai thì tải lại trang, vì phần mềm có thể vừa được nâng cấp. Chưa có gì được ghi.',
    )
    const missing = await world.as('hung').post('/api/households', { householdId: newId() })
    expect(missing.json().facts.where).toMatch(/^\/[a-zA-Z]+$/)
  })
})

describe('bodies and forms', () => {
  const asking = ['people.signIn', 'surveys.submit', 'people.changePassword'].map(named)

  it.each(Object.entries(jsonBodies))('a body that is %s is refused', async (name, body) => {
    const shots = asking.map((endpoint) => shotOf(endpoint, { name, headers: jsonHeaders, body }))
    expect(await badOf(shots, byWhoMay)).toEqual([])
  })

  it.each(Object.entries(wrongForms))('a form that is %s is refused', async (name, form) => {
    const uploads = endpoints.filter((e) => e.upload)
    const shots = [...uploads, named('surveys.accept')].map((endpoint) => shotOf(endpoint, { name, ...form }))
    expect(await badOf(shots, byWhoMay)).toEqual([])
  })

  it('in another type is refused, and not taken as an empty one', async () => {
    const endpoint = named('people.endSession')
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'x']) {
      const shot = shotOf(endpoint, { name: type, headers: { 'content-type': type }, body: Buffer.from('{}') })
      const { status, text } = await fire(target, shot, signedHeaders(await people.able(endpoint)))
      expect([status, JSON.parse(text).code], type).toEqual([400, 'input.unreadable'])
    }
  })
})

describe('a survey with half a pair in its note', () => {
  it('is taken with U+FFFD in its place, and the same bytes again are the same survey', async () => {
    const cut = 'Xin vay vốn nuôi bò 🐄'.slice(0, -1)
    const survey = await round.surveyOf(ofMai, { ...answersOf(family, 1_000_000), note: cut })
    const url = `/api/households/${ofMai.householdId}/cases/${ofMai.caseId}/surveys`
    const command = newId()
    const first = await world.as('mai').post(url, survey, command)
    expect(first.statusCode).toBe(200)
    expect((await world.as('mai').post(url, survey, command)).json()).toEqual(first.json())
    const { rows } = await world.owner.query("select facts ->> 'note' as note from survey")
    expect(rows).toEqual([{ note: 'Xin vay vốn nuôi bò \ufffd' }])
    // The bytes are compared, not what became of them.
    const mended = { ...survey, facts: { ...survey.facts, note: 'Xin vay vốn nuôi bò \ufffd' } }
    expect((await world.as('mai').post(url, mended, command)).json().code).toBe('command.reused')
  })
})

describe('a file', () => {
  const head = (signed: Signed | null, length: number) =>
    [
      'POST /api/households/import/check HTTP/1.1',
      'host: localhost',
      ...Object.entries(signedHeaders(signed)).map(([name, value]) => `${name}: ${value}`),
      'content-type: multipart/form-data; boundary=x',
      `content-length: ${length}\r\n\r\n`,
    ].join('\r\n')

  /** The status that comes while only the head of an upload was sent. */
  const statusAtHead = (signed: Signed | null, length: number): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', port: target.port })
      socket.setTimeout(5_000, () => {
        reject(new Error('nothing is said until the file is there'))
        socket.destroy()
      })
      socket.once('data', (data) => {
        resolve(String(data).slice(9, 12))
        socket.destroy()
      })
      socket.write(head(signed, length))
    })

  it('is refused before it is read where nobody, or who may not, sends it, or it is too large', async () => {
    expect(await statusAtHead(null, 15_000_000)).toBe('401')
    expect(await statusAtHead(await people.as('mai'), 15_000_000)).toBe('403')
    expect(await statusAtHead(await people.as('hung'), 21_000_000)).toBe('413')
  })

  it('that is sent in pieces of unknown number is refused as soon as it is too large', async () => {
    const [before] = head(await people.as('hung'), 0).split('content-length')
    const piece = `80000\r\n${'x'.repeat(0x80000)}\r\n`
    const pieces = [`${before}transfer-encoding: chunked\r\n\r\n`, ...Array.from({ length: 42 }, () => piece)]
    expect((await fireBytes(target.port, { name: '', pieces, leaves: 'stays' })).status).toBe(413)
  })

  it('whose sender leaves, in the middle or while he waits for his turn, leaves nothing waiting', async () => {
    const hung = await people.as('hung')
    const begin = (letters: number) => {
      const socket = connect({ host: '127.0.0.1', port: target.port })
      socket.on('error', () => {})
      const part = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
      socket.write(`${head(hung, 900_000)}${part}${'x'.repeat(letters)}`)
      return socket
    }
    const wait = () => new Promise((resolve) => setTimeout(resolve, 150))
    const taken = [begin(90_000), begin(1_000)]
    await wait()
    const inLine = [begin(90_000), begin(1_000), begin(1_000)]
    await wait()
    for (const socket of inLine) socket.destroy()
    await wait()
    for (const socket of taken) socket.destroy()
    // All turns are free again: this one does not wait for those who left.
    const form = { name: 'a', type: 'x', bytes: Buffer.from('a') }
    const reply = await world.as('hung').upload('/api/households/import/check', {}, form)
    expect(reply.json().code).toBe('input.invalid')
  }, 10_000)
})

describe('a bare socket', () => {
  it.each(everySocket.map((bytes) => [bytes.name, bytes] as const))(
    'that sends %s gets an answer or is closed',
    async (_, bytes) => {
      const outcome = await fireBytes(target.port, bytes)
      expect(isBad(outcome), `${outcome.status} ${outcome.text}`).toBe(false)
    },
  )

  it('that sends no HTTP is told so in the form of every refusal', async () => {
    const { status, text } = await fireBytes(target.port, { name: '', pieces: ['xin chào\r\n\r\n'], leaves: 'half' })
    expect(status).toBe(400)
    expect(JSON.parse(text)).toMatchObject({ code: 'input.unreadable', title: { vi: expect.any(String) } })
  })

  it('that sends thousands of requests at once is closed', async () => {
    const { text } = await fireBytes(target.port, {
      name: '',
      pieces: ['GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n'.repeat(3_000)],
      leaves: 'half',
    })
    expect(text.split('{"alive":true}').length).toBeLessThan(20)
  })
})

it('after all of it the server is alive, and what it was asked for it still does', async () => {
  expect((await world.nobody.get('/readyz')).json()).toMatchObject({ ready: true })
  const url = `/api/rounds/${round.roundId}`
  expect((await world.as('hung').get(url)).statusCode).toBe(200)
})
