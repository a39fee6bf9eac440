/** Whatever happened to some households, undone one by one it leaves every row as it was; in any order it breaks no rule. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#platform/server/ids.ts'
import { mustKeepCounts } from '#test/homes.ts'
import { settle, thon1, thon2 } from '#test/rounds.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const names = ['household', 'household_residence', 'member', 'identity_index', 'household_class', 'certificate']
type Row = { readonly household_id: string; readonly started_on?: string; readonly ended_on?: string | null }
type Register = Record<string, Row[]>

async function register(): Promise<Register> {
  const found: Register = {}
  for (const name of names) {
    const { rows } = await world.owner.query<{ row: Row }>(`select to_jsonb(t) as row from ${name} t order by t::text`)
    found[name] = rows.map(({ row }) => row)
  }
  return found
}

/** Without households that an undone split founded: of each nothing is left but the id, without a day. */
function without(now: Register, before: Register): Register {
  const known = new Set(before.household?.map((row) => row.household_id))
  const founded = now.household?.filter((row) => !known.has(row.household_id)) ?? []
  for (const row of founded) expect(row.ended_on).toBe(row.started_on)
  expect(now.member?.filter((row) => !known.has(row.household_id))).toEqual([])
  return { ...now, household: now.household?.filter((row) => known.has(row.household_id)) ?? [] }
}

const kinds = [
  'leave',
  'die',
  'mistake',
  'join',
  'edit',
  'number',
  'head',
  'move',
  'call',
  'split',
  'merge',
  'end',
] as const
type Step = { readonly kind: (typeof kinds)[number]; readonly at: number; readonly who: number; readonly day: number }
const steps = fc.array(
  fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat(5), who: fc.nat(7), day: fc.nat(300) }),
  { minLength: 3, maxLength: 12 },
)

type Household = {
  readonly id: string
  readonly place: { readonly villageId: string; readonly address: string; readonly number: string }
  readonly members: readonly { readonly id: string; readonly relation: string }[]
}
const present = async (): Promise<Household[]> =>
  (
    await world.owner.query<Household>(
      `select h.household_id as id,
              json_build_object('villageId', h.village_id, 'address', h.address, 'number', h.number) as place, json_agg(json_build_object('id', m.id, 'relation', m.relation) order by m.id) as members
         from household h join member m on m.household_id = h.household_id and m.left_on is null
        where h.ended_on is null group by 1 order by 1`,
    )
  ).rows

let people = 100
const person = () => {
  people += 1
  return { name: 'Lê Thị Mới', sex: 'female', birth: { year: 1985 }, ethnicity: '01', citizenId: `026185000${people}` }
}

/** The path and body of a step on the households there are; whoever it asks for that is not there takes the first. */
function actOf({ kind, at, who, day }: Step, all: readonly Household[]): [string, string, object] | null {
  const one = all[at % all.length]
  const other = all[(at + 1) % all.length]
  if (!one || !other) return null
  const on = new Date(Date.UTC(2025, 8, 1 + day)).toISOString().slice(0, 10)
  const member = one.members[who % one.members.length]?.id ?? ''
  const next = one.members.find(({ id }) => id !== member)?.id
  const leave = (reason: string): [string, string, object] => [
    one.id,
    `/members/${member}/leave`,
    { on, reason, ...(next && { newHeadId: next }) },
  ]
  const phone = who % 3 ? `0000${String(day).padStart(6, '0')}` : ''
  const place = {
    ...{ villageId: who % 2 ? thon1 : thon2, address: `Ngõ ${who}`, number: String(day) },
    ...(who < 4 && { phone }),
  }
  switch (kind) {
    case 'leave':
      return leave('moved_out')
    case 'die':
      return leave('died')
    case 'mistake':
      return leave('entered_by_mistake')
    case 'join':
      return [one.id, '/members', { memberId: newId(), on, reason: 'moved_in', relation: 'other', person: person() }]
    case 'edit':
      return [
        one.id,
        `/members/${member}/change`,
        { name: `Lò Văn ${'ABCDEFGH'[who]}`, facts: { pension: day % 2 === 0 } },
      ]
    case 'number':
      return [
        one.id,
        `/members/${member}/change`,
        { sex: 'female', birth: { year: 1985 }, citizenId: person().citizenId },
      ]
    case 'head':
      return [one.id, '/head', { on, newHeadId: member }]
    case 'move':
      return [one.id, '/residence', { on, ...place }]
    case 'call':
      return [one.id, '/residence', { on, ...one.place, phone }]
    case 'split':
      return [
        one.id,
        '/split',
        { on, ...place, newHouseholdId: newId(), members: [{ memberId: member, relation: 'head' }], newHeadId: next },
      ]
    case 'merge':
      return [
        one.id,
        '/merge',
        {
          on,
          intoHouseholdId: other.id,
          relations: one.members.map(({ id }) => ({ memberId: id, relation: 'other' })),
        },
      ]
    case 'end':
      return [one.id, '/end', { on, reason: who % 2 ? 'moved_away' : 'entered_by_mistake' }]
  }
}

type Done = { readonly household: string; readonly act: string; readonly before: Register }

async function doAll(asked: readonly Step[]): Promise<Done[]> {
  const done: Done[] = []
  for (const step of asked) {
    const act = actOf(step, await present())
    if (!act) continue
    const [household, path, body] = act
    const before = await register()
    const reply = await world.as('hung').post(`/api/households/${household}${path}`, body)
    expect(reply.statusCode, reply.body).toBeLessThan(500)
    await mustKeepCounts(world.owner)
    await mustStandWhole()
    const { rows } = await world.owner.query<{ id: string }>(
      'select max(act_id::text) as id from household_event where household_id = $1',
      [household],
    )
    const id = rows[0]?.id
    if (reply.statusCode === 200 && id && !done.some((one) => one.act === id)) done.push({ household, act: id, before })
  }
  return done
}

const undo = ({ household, act }: Done) =>
  world.as('hung').post(`/api/households/${household}/events/${act}/undo`, { because: 'Ghi nhầm' })

/** Three families of the run alone. */
async function afresh(): Promise<void> {
  await world.owner.query('update household set ended_on = started_on where ended_on is null')
  for (const [at, village] of [thon1, thon2, thon1].entries()) await settle(world, village, `Lò Thị ${'ABC'[at]}`)
}

it('undone one by one, the last first, they leave every row as it was', async () => {
  let undone = 0
  await fc.assert(
    fc.asyncProperty(steps, async (asked) => {
      await afresh()
      const done = await doAll(asked)
      for (const one of done.toReversed()) {
        const reply = await undo(one)
        expect(reply.statusCode, reply.body).toBe(200)
        expect(without(await register(), one.before)).toEqual(one.before)
        undone += 1
      }
    }),
    { numRuns: 15 },
  )
  expect(undone).toBeGreaterThan(20)
})

it('undone in any order, each is refused or leaves a register that holds', async () => {
  let [undone, refused] = [0, 0]
  await fc.assert(
    fc.asyncProperty(steps, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), async (asked, order) => {
      await afresh()
      const done = await doAll(asked)
      const shuffled = done.toSorted((a, b) => (order[done.indexOf(a)] ?? 0) - (order[done.indexOf(b)] ?? 0))
      for (const one of shuffled) {
        const reply = await undo(one)
        expect([200, 409], reply.body).toContain(reply.statusCode)
        if (reply.statusCode === 200) undone += 1
        else refused += 1
        await mustHold()
        await mustStandWhole()
      }
    }),
    { numRuns: 15 },
  )
  expect([undone > 10, refused > 0]).toEqual([true, true])
})

/** One head in each household that stands, whom the household names; nobody in two; each id with a household of its person. */
async function mustHold(): Promise<void> {
  const { rows } = await world.owner.query(`
    select 'head' as what, h.household_id::text as id from household h
     where h.ended_on is null and (select count(*) from member m where m.household_id = h.household_id and m.left_on is null
                                     and m.relation = 'head' and m.person_id = h.head_person_id) <> 1
    union all
    select 'heads', h.household_id::text from household h
     where h.ended_on is null and (select count(*) from member m where m.household_id = h.household_id and m.left_on is null
                                     and m.relation = 'head') <> 1
    union all
    select 'twice', person_id::text from member where left_on is null group by person_id having count(*) > 1
    union all
    select 'stays', h.household_id::text from household h join member m using (household_id)
     where h.ended_on is not null and h.ended_on > h.started_on and m.left_on is null
    union all
    select 'home', h.household_id::text from household h
     where h.ended_on is null and not exists (select from household_residence r where r.household_id = h.household_id
             and r.valid_until is null and r.village_id = h.village_id and r.address = h.address)
    union all
    select 'id', i.index_hash from identity_index i
     where not exists (select from member m where m.household_id = i.household_id and m.person_id = i.person_id)`)
  expect(rows).toEqual([])
}

/** On every day on which something began or ended in a household that stands, somebody is there and one of them head. */
async function mustStandWhole(): Promise<void> {
  const { rows } = await world.owner.query(`
    with day as (
      select h.household_id, d.day from household h
        cross join lateral (select h.started_on union select m.joined_on from member m where m.household_id = h.household_id
                            union select m.left_on from member m where m.household_id = h.household_id
                            union select e.happened_on from household_event e where e.household_id = h.household_id) d (day)
       where d.day >= h.started_on and (h.ended_on is null or d.day < h.ended_on)),
    heads as (
      select d.*, (select count(*) from member m where m.household_id = d.household_id and m.joined_on <= d.day
                      and (m.left_on is null or d.day < m.left_on)) as people,
             (select count(*) from member m
                left join relations_on(array[d.household_id], d.day) r on r.member_id = m.id
               where m.household_id = d.household_id and m.joined_on <= d.day and (m.left_on is null or d.day < m.left_on)
                 and coalesce(r.relation, m.relation) = 'head') as heads
        from day d)
    select household_id, day, people, heads from heads where people = 0 or heads <> 1`)
  expect(rows).toEqual([])
}
