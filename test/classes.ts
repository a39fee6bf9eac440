/** Classes for tests: a hall, trainers and a class of Phú Thọ that Đào plans. */
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import type { PersonName, World } from './world.ts'

const { phuTho } = demoAreas

const must = async (world: World, by: PersonName, url: string, body: object) => {
  const reply = await world.as(by).post(url, body)
  if (reply.statusCode !== 200) throw new Error(`${url}: ${reply.body}`)
}

export async function aHall(world: World, part: object = {}): Promise<string> {
  const classHallId = newId()
  const hall = {
    name: `Hội trường ${classHallId.slice(-6)}`,
    address: '',
    seats: 100,
    equipment: '',
    from: '2026-01-01',
  }
  await must(world, 'dao', '/api/class-halls', { classHallId, areaId: phuTho, ...hall, ...part })
  return classHallId
}

export async function aTrainer(world: World, part: object = {}): Promise<string> {
  const trainerId = newId()
  const who = {
    officialId: null,
    name: 'Hà Văn Giảng',
    organisation: '',
    phone: null,
    email: null,
    topicIds: [],
    note: '',
  }
  await must(world, 'dao', '/api/trainers', { trainerId, areaId: phuTho, ...who, from: '2026-01-01', ...part })
  return trainerId
}

export const classSaid = {
  ...{
    code: '',
    title: 'Nghiệp vụ rà soát',
    kind: 'short',
    year: 2026,
    seats: 40,
    topicIds: [],
    planLineId: null,
    note: '',
  },
}
export const held = { hallId: null, place: '', topicId: null, classTrainerIds: [] }
export const slot = (day: string, from = '08:00', until = '11:30') => ({
  classSessionId: newId() as string,
  day,
  from,
  until,
})

export async function aClass(world: World, part: object = {}, by: PersonName = 'dao'): Promise<string> {
  const trainingClassId = newId()
  await must(world, by, '/api/training-classes', { trainingClassId, areaId: phuTho, ...classSaid, ...part })
  return trainingClassId
}

/** Asked, and where said accepted. */
export async function asked(world: World, trainingClassId: string, trainerId: string, accepts = true): Promise<string> {
  const classTrainerId = newId()
  const of = { classTrainerId, trainerId, classSessionIds: [] }
  await must(world, 'dao', `/api/training-classes/${trainingClassId}/trainers`, of)
  const answer = { seen: 'asked', answer: 'accepted', because: null }
  if (accepts) await must(world, 'dao', `/api/class-trainers/${classTrainerId}/answer`, answer)
  return classTrainerId
}

let born = 0
/** Somebody of the roster of a unit who holds no post. */
export async function aPerson(
  world: World,
  { name = 'Lò Văn Học', unitId = demoAreas.tamHongToday as string, by = 'hung' as PersonName } = {},
): Promise<string> {
  const officialId = newId()
  born += 1
  const who = {
    ...{ name, sex: 'male', birth: { year: 1960 + (born % 40), month: 1 + (Math.floor(born / 40) % 12) } },
    ...{ ethnicity: '08', languages: [], phone: '', personalNumber: '', unitId, holds: null },
  }
  await must(world, by, '/api/officials', { officialId, ...who })
  return officialId
}

/** A class of Phú Thọ to which Tam Hồng may send people, open to be named for: on its own day from 2027-01-01 on. */
let days = 0
export async function anOpenClass(
  world: World,
  part: { seats?: number; quota?: number; day?: string; title?: string } = {},
) {
  const { seats = 40, quota = 10, title = 'Lớp mở', day } = part
  days += 1
  const on = day ?? new Date(Date.parse('2027-01-01') + days * 86_400_000).toISOString().slice(0, 10)
  const id = await aClass(world, { kind: 'seminar', seats, title })
  const url = `/api/training-classes/${id}`
  const session = slot(on)
  await must(world, 'dao', `${url}/sessions`, { sessions: [session], ...held, place: 'Hội trường tỉnh' })
  const quotas = [{ areaId: demoAreas.tamHongToday, seats: quota }]
  await must(world, 'dao', `${url}/quotas`, { revision: 1, quotas })
  for (const [seen, to] of [
    ['planned', 'announced'],
    ['announced', 'enrolling'],
  ])
    await must(world, 'dao', `${url}/step`, { seen, to })
  return { id, url, day: on, classSessionId: session.classSessionId }
}
