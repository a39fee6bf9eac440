/**
 * The table of who may do what, walked: every named person and a neighbour with each role knock at every call, asking
 * for something real of Tam Hồng. Made from `rights` and the list of all calls: a new call is walked from its first day,
 * and fails here until `strangers/ground.ts` holds what it asks for.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allRoutes } from '#apps/server/routes.ts'
import { demoAccounts } from '#features/people/demo/accounts.ts'
import { loadStandards } from '#features/standards/library.ts'
import {
  type GrantedRight,
  isOpen,
  type Role,
  reaches,
  rightNames,
  rights,
  rightsOf,
  roleNames,
} from '#kernel/access.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import type { Schema } from './hostile/least.ts'
import { groundOf, head } from './strangers/ground.ts'
import { idsAsked, type Known, knock, knockTogether } from './strangers/knock.ts'
import { addNeighbours, neighbourWith } from './strangers/neighbours.ts'
import { openWorld, type PersonName, type World } from './world.ts'

const endpoints = allRoutes({ library: loadStandards() }).map((r) => r.endpoint)
const people = demoAccounts().map(({ login, role }) => ({ login: login as PersonName, role }))
/** Huy's grant ended with the districts; Sơn works in the next commune, Lợi in another province, Thắng in other villages. */
const here = people.filter(({ login }) => !['huyen', 'son', 'loi', 'thang'].includes(login))

type Granted = Endpoint & { readonly right: GrantedRight }
const granted = endpoints.filter((e): e is Granted => !isOpen(e.right))
const each = <E extends Endpoint>(list: readonly E[]) => list.map((e) => [e.name, e] as const)
const mayUse = ({ right }: Granted, role: Role) => (rights[right].roles as readonly Role[]).includes(role)

let world: World
let ground: Known
let before: number
/** Mai's villages lie below the commune: a household's matters are hers, the commune's are not. */
const isTheirs = ({ right }: Granted, role: Role) => role !== 'enumerator' || rights[right].reach === 'household'

/** Lines of the audit: no change is without one. A search by citizen id leaves its line also where nobody is found. */
const written = async (): Promise<number> => {
  const { rows } = await world.owner.query(
    `select count(*)::int as n from audit_line where what <> 'household.sought_by_citizen_id'`,
  )
  return rows[0].n
}

beforeAll(async () => {
  world = await openWorld()
  await addNeighbours(world)
  ground = await groundOf(world)
  for (const { login } of people) await world.as(login).get('/api/me')
  for (const role of roleNames) await world.as(neighbourWith(role)).get('/api/me')
  await world.as('la').get('/api/me')
  before = await written()
})
afterAll(() => world.close())

const codeOf = async (endpoint: Endpoint, person: PersonName): Promise<string> => {
  const reply = await knock(endpoint, world.as(person), ground)
  return reply.statusCode < 400 ? 'answered' : reply.json().code
}

describe('the people of the demo', () => {
  it('are one or more for each role', () => {
    expect([...new Set(people.map(({ role }) => role))].sort()).toEqual([...roleNames].sort())
  })

  it('hold what the table says of their role, and nothing else', async () => {
    for (const { login, role } of people) {
      const { account } = (await world.as(login).get('/api/me')).json()
      expect(account.can, login).toEqual(login === 'huyen' ? [] : rightsOf(role))
    }
  })
})

describe('every right', () => {
  it('stands on a call', () => {
    expect(rightNames.filter((right) => !granted.some((e) => e.right === right))).toEqual([])
  })

  it('is asked of something real: the ground holds every id a call names', () => {
    const missing = endpoints.flatMap((e) =>
      idsAsked(e.input as Schema)
        .filter((name) => !(name in ground))
        .map((name) => `${e.name}: ${name}`),
    )
    expect(missing).toEqual([])
  })
})

describe('who may not', () => {
  it.each(each(endpoints.filter((e) => e.right !== 'public')))(
    '%s refuses who is not signed in',
    async (_, endpoint) => {
      expect((await knock(endpoint, world.nobody, ground)).json()).toMatchObject({ code: 'access.sign_in_needed' })
    },
  )

  it.each(each(granted))(
    '%s refuses whose role has no such act, whose grant ended, who was given nothing',
    async (_, endpoint) => {
      const without = people.filter(({ role }) => !mayUse(endpoint, role)).map(({ login }) => login)
      for (const person of [...without, 'huyen', 'la'] as const)
        expect(await codeOf(endpoint, person), person).toBe('access.denied')
    },
  )

  it.each(each(granted.filter((e) => rights[e.right].reach !== 'installation')))(
    '%s gives the next commune nothing of Tam Hồng',
    async (_, endpoint) => {
      for (const role of rights[endpoint.right].roles) {
        const reply = await knock(endpoint, world.as(neighbourWith(role)), ground)
        if (reply.statusCode < 400) {
          // A list or a search of one's own: it may answer, and tells nothing of the other commune.
          for (const trace of [ground.householdId, ground.caseId, ground.roundId, ground.decisionId, head])
            expect(reply.body, role).not.toContain(trace)
        } else expect([403, 404], `${role}: ${reply.body}`).toContain(reply.statusCode)
      }
    },
  )

  it.each([...people.map(({ login }) => login), ...roleNames.map(neighbourWith), 'la'] as const)(
    'among other changes in one request %s meets the door that is met alone',
    async (person) => {
      const changes = granted.filter((e) => e.method === 'POST' && !e.upload && !e.reads)
      const refused: Granted[] = []
      const alone: string[] = []
      for (const endpoint of changes) {
        const theirs = people.find(({ login }) => login === person)
        if (here.some(({ login }) => login === person) && theirs && mayUse(endpoint, theirs.role)) continue
        refused.push(endpoint)
        alone.push(await codeOf(endpoint, person))
      }
      const together: string[] = []
      for (let at = 0; at < refused.length; at += 100)
        together.push(...(await knockTogether(refused.slice(at, at + 100), world.as(person), ground)))
      expect(together).toEqual(alone)
      expect(together.length).toBeGreaterThan(person === 'quantri' ? 1 : 50)
    },
  )

  it('changed nothing by all that', async () => {
    expect(await written()).toBe(before)
  })
})

/** Calls open to any account that act on what is one's own: of another's they know nothing. */
const ownAlone: Readonly<Record<string, string>> = {
  'bodies.finishMine': 'bodies.task_not_found',
  'bodies.myInvitation': 'bodies.not_invited',
  'bodies.myInvitationDocx': 'bodies.not_invited',
  'bodies.myInvitationPdf': 'bodies.not_invited',
  'bodies.myMinutesPdf': 'bodies.not_invited',
  'bodies.mySignedMinutes': 'bodies.not_invited',
  'checkin.checkIn': 'checkin.code',
  'checkin.taughtCode': 'session.not_found',
  'checkin.walkIn': 'checkin.no_walk_in',
  'attempts.take': 'attempt.no_official',
  'attempts.begin': 'attempt.no_official',
  'attempts.answer': 'attempt.no_official',
  'attempts.send': 'attempt.no_official',
  'seats.myCalendar': 'seat.not_found',
  'field.keepDevice': 'field.device_known',
  'field.deviceKey': 'field.device_not_found',
  'needs.request': 'need.no_official',
  'needs.withdrawRequest': 'need.no_official',
}

describe('who may', () => {
  it.each(each(granted))('%s answers everybody whose role has the act', async (_, endpoint) => {
    const able = here.filter((person) => mayUse(endpoint, person.role) && isTheirs(endpoint, person.role))
    expect(able.length).toBeGreaterThan(0)
    for (const { login } of able) {
      const code = await codeOf(endpoint, login)
      // What the matter itself refuses is an answer; a door, or hiding what they may see, is not.
      expect(code, login).not.toMatch(/^(access|input)\.|not_found$/)
    }
  })

  it.each(each(granted.filter((e) => rights[e.right].reach === 'installation')))(
    `%s answers the next commune too: ${reaches.installation.en}`,
    async (_, endpoint) => {
      for (const role of rights[endpoint.right].roles)
        expect(await codeOf(endpoint, neighbourWith(role)), role).toBe('answered')
    },
  )

  it.each(each(endpoints.filter((e) => e.right === 'signed_in')))('%s answers any account', async (name, endpoint) => {
    expect(await codeOf(endpoint, 'la')).toBe(ownAlone[name] ?? 'answered')
  })

  it.each(each(endpoints.filter((e) => e.right === 'public')))('%s lets anybody in', async (_, endpoint) => {
    const reply = await knock(endpoint, world.nobody, ground)
    if (reply.statusCode >= 400) expect(reply.json().code).not.toMatch(/^access\./)
  })

  it('ends a session and changes a password of nobody else', async () => {
    const own = endpoints.filter((e) => e.right === 'own_account')
    const [last, rest] = [own.filter((e) => e.name.endsWith('signOut')), own.filter((e) => !e.name.endsWith('signOut'))]
    for (const endpoint of [...rest, ...last]) expect(await codeOf(endpoint, 'la')).not.toMatch(/^access\./)
    expect((await world.as('la').get('/api/me')).json().account).toBeNull()
    expect((await world.as('hung').get('/api/me')).json().account).toMatchObject({ login: 'hung' })
  })
})
