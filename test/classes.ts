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
