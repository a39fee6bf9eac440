/** Tests of classes for tests: people with a seat in a class of Phú Thọ, questions of its bank, and a test that Đào drew and opened. */
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { aClass } from './classes.ts'
import type { PersonName, World } from './world.ts'

const { phuTho, tamHongToday } = demoAreas

async function must(world: World, url: string, { by = 'dao', ...body }: { by?: PersonName; [field: string]: unknown }) {
  const reply = await world.as(by).post(url, body)
  if (reply.statusCode !== 200) throw new Error(`${url}: ${reply.body}`)
  return reply.json()
}

/** An official of Tam Hồng, joined to an account where one is named; the same each time for the same account. */
export async function anOfficial(world: World, person?: PersonName, name = 'Vũ Thị Học'): Promise<string> {
  const id = newId()
  if (person) {
    const { rows } = await world.owner.query('select id from official where account_id = $1', [world.idOf(person)])
    if (rows[0]) return rows[0].id
  }
  await world.owner.query(
    `insert into official (id, unit_id, full_name, sex, birth_year, ethnicity, account_id) values ($1, $2, $3, 'female', 1980, '01', $4)`,
    [id, tamHongToday, name, person ? world.idOf(person) : null],
  )
  return id
}

/** Who is enrolled has a seat. */
export async function enrolled(world: World, trainingClassId: string, officialId: string): Promise<void> {
  await world.owner.query(
    `insert into class_seat (id, class_id, area_id, official_id, from_id, state) select $1, c.id, c.area_id, $3, $4, 'enrolled'
       from training_class c where c.id = $2
     on conflict (class_id, official_id) do update set state = 'enrolled'`,
    [newId(), trainingClassId, officialId, tamHongToday],
  )
}

export const single = { kind: 'single', options: ['Một', 'Hai', 'Ba'], right: 1 } as const
export async function inBank(
  world: World,
  topicId: string,
  body: object,
  ask = 'Câu nào đúng?',
  areaId: string = phuTho,
) {
  const questionId = newId()
  await must(world, '/api/questions', {
    questionId,
    areaId,
    topicId,
    pool: 'test',
    ask: `${ask} ${questionId.slice(-6)}`,
    body,
    basis: '',
  })
  return questionId
}

export const testSaid = (topicId: string, part: object = {}) => ({
  ...{
    title: 'Bài cuối khóa',
    purpose: 'after',
    parts: [{ topicId, kind: null, count: 4 }],
    seed: 'xuân 2026',
    variants: 2,
  },
  ...{ pass: { num: 3, of: 4, basis: 'Quy chế lớp học' }, attempts: 1, minutes: null, ...part },
})

export async function drafted(
  world: World,
  trainingClassId: string,
  topicId: string,
  part: object = {},
): Promise<string> {
  const classTestId = newId()
  await must(world, '/api/class-tests', { classTestId, trainingClassId, ...testSaid(topicId, part) })
  return classTestId
}

export const step = (world: World, classTestId: string, seen: string, to: string, more: object = {}) =>
  must(world, `/api/class-tests/${classTestId}/step`, { seen, to, ...more })

/** A class in which Mai and another have seats, four questions of a topic, and a test of them that is open. */
export async function anOpenTest(world: World, topicId: string, part: object = {}) {
  const trainingClassId = await aClass(world)
  const [mai, other] = [await anOfficial(world, 'mai', 'Trần Thị Mai'), await anOfficial(world)]
  for (const official of [mai, other]) await enrolled(world, trainingClassId, official)
  const classTestId = await drafted(world, trainingClassId, topicId, part)
  await step(world, classTestId, 'draft', 'fixed')
  await step(world, classTestId, 'fixed', 'open')
  return { trainingClassId, classTestId, mai, other }
}

/** A test of a class of Tam Hồng about the question that its bank has and one more, which somebody took on paper. */
export async function aTestOfTamHong(
  world: World,
  of: { trainingClassId: string; topicId: string; officialId: string },
) {
  const [classTestId, testAttemptId] = [newId(), newId()]
  const { trainingClassId, topicId, officialId } = of
  await enrolled(world, trainingClassId, officialId)
  await inBank(world, topicId, { kind: 'true_false', right: false }, 'Đúng không?', tamHongToday)
  const part = { parts: [{ topicId, kind: null, count: 2 }], variants: 1 }
  const said = { classTestId, trainingClassId, ...testSaid(topicId, part) }
  await must(world, '/api/class-tests', { by: 'hung', ...said })
  for (const [seen, to] of [
    ['draft', 'fixed'],
    ['fixed', 'open'],
  ])
    await must(world, `/api/class-tests/${classTestId}/step`, { by: 'hung', seen, to })
  const paper = { testAttemptId, officialId, variant: 1, written: ['Đ', 'Đ'] }
  await must(world, `/api/class-tests/${classTestId}/papers`, { by: 'hung', ...paper })
  return { classTestId, testAttemptId }
}
