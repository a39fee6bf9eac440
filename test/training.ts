/** What a plan of training stands on: a programme, a topic of an approved framework, and norms of spending, all of Phú Thọ. */
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import type { PersonName, World } from './world.ts'

async function must(world: World, url: string, { by, ...body }: { by: PersonName; [field: string]: unknown }) {
  const reply = await world.as(by).post(url, body)
  if (reply.statusCode !== 200) throw new Error(`${url}: ${reply.body}`)
}

const areaId = demoAreas.phuTho

let items = 0
/** A norm of spending of the province, of an item of its own. */
export async function aNorm(world: World, part: object = {}): Promise<string> {
  const spendingNormId = newId()
  items += 1
  const norm = {
    item: items === 1 ? 'Tiền ăn học viên' : `Tiền ăn học viên, loại ${items}`,
    countedBy: 'person_day',
    dong: 100_000,
    from: '2026-01-01',
    note: '',
  }
  const said = { ...norm, legalReference: '12/2025/NQ-HĐND', mark: 'text', ...part }
  await must(world, '/api/spending-norms', { by: 'lan', spendingNormId, areaId, ...said })
  return spendingNormId
}

/** What the province lays down: a largest class. */
export async function aLimit(world: World): Promise<{ trainingLimitId: string }> {
  const trainingLimitId = newId()
  const says = { kind: 'largest_class', value: 60, firstDay: null, lastDay: null, what: null, turns: null }
  const by = { from: '2026-01-01', legalReference: '7/QĐ-UBND', mark: 'text' }
  await must(world, '/api/training-limits', { by: 'lan', trainingLimitId, areaId, ...says, ...by })
  return { trainingLimitId }
}

/** Tam Hồng holds classes. */
export async function aPlace(world: World): Promise<{ classPlaceId: string }> {
  const classPlaceId = newId()
  const of = { areaId: demoAreas.tamHongToday, hall: '', from: '2026-01-01' }
  await must(world, '/api/class-places', { by: 'dao', classPlaceId, ...of })
  return { classPlaceId }
}

/** A hall of Tam Hồng, and somebody who teaches for the province. */
export async function aHallAndTrainer(world: World): Promise<{ classHallId: string; trainerId: string }> {
  const [classHallId, trainerId] = [newId(), newId()]
  const hall = { name: 'Nhà văn hóa', address: 'Khu 3', seats: 80, equipment: '', from: '2026-01-01' }
  await must(world, '/api/class-halls', { by: 'dao', classHallId, areaId: demoAreas.tamHongToday, ...hall })
  const who = { officialId: null, name: 'Hà Văn Giảng', organisation: 'Sở Nội vụ', phone: '0912345678', email: null }
  const teaches = { topicIds: [], note: '', from: '2026-01-01' }
  await must(world, '/api/trainers', { by: 'dao', trainerId, areaId: demoAreas.tamHongToday, ...who, ...teaches })
  return { classHallId, trainerId }
}

/** What is asked of learners, and is right. */
export const questionSaid = {
  ask: 'Hộ nghèo được rà soát mỗi năm một lần?',
  body: { kind: 'true_false', right: true },
  basis: 'QĐ 24/2021/QĐ-TTg',
}
/** In the bank of Tam Hồng. */
export async function aQuestion(world: World, topicId: string): Promise<{ questionId: string }> {
  const questionId = newId()
  const of = { areaId: demoAreas.tamHongToday, topicId, pool: 'test' }
  await must(world, '/api/questions', { by: 'dao', questionId, ...of, ...questionSaid })
  return { questionId }
}

/** In the library of Tam Hồng, with copies that were handed out. */
export async function aMaterial(world: World, topicId: string): Promise<{ materialId: string; handoutId: string }> {
  const [materialId, handoutId] = [newId(), newId()]
  const at = { areaId: demoAreas.tamHongToday, materialId }
  const said = { kind: 'document', title: 'Tờ rơi của xã', summary: '', basis: '', text: 'Một trang.' }
  await must(world, '/api/library', { by: 'hung', ...at, topicId, ...said })
  const to = { toAreaId: null, toClassId: null, toWords: 'Giao ban' }
  await must(world, '/api/handouts', { by: 'hung', handoutId, ...at, version: 1, copies: 20, ...to, on: '2026-11-18' })
  return { materialId, handoutId }
}

/** Asked and answered at Tam Hồng. */
export async function anInquiry(world: World): Promise<{ inquiryId: string }> {
  const inquiryId = newId()
  const of = { areaId: demoAreas.tamHongToday, topicId: null, section: 'housing', ask: 'Nhà đang sửa ghi thế nào?' }
  await must(world, '/api/inquiries', { by: 'hung', inquiryId, ...of })
  return { inquiryId }
}

/** A class of Tam Hồng with a session to come and somebody who was asked to teach it. */
export async function aClassOfTamHong(world: World, trainerId: string) {
  const [trainingClassId, classSessionId, classTrainerId] = [newId(), newId(), newId()]
  const of = { trainingClassId, areaId: demoAreas.tamHongToday, planLineId: null, topicIds: [] }
  const said = { code: '', title: 'Hội thảo của xã', kind: 'seminar', year: 2026, seats: 40, note: '' }
  await must(world, '/api/training-classes', { by: 'hung', ...of, ...said })
  const url = `/api/training-classes/${trainingClassId}`
  const slot = { classSessionId, day: '2026-12-21', from: '08:00', until: '11:30' }
  const holds = { hallId: null, place: 'Nhà văn hóa', topicId: null, classTrainerIds: [] }
  await must(world, `${url}/sessions`, { by: 'hung', sessions: [slot], ...holds })
  await must(world, `${url}/trainers`, { by: 'hung', classTrainerId, trainerId, classSessionIds: [classSessionId] })
  // Its only session is dropped by nobody.
  await must(world, `${url}/step`, { by: 'hung', seen: 'planned', to: 'announced' })
  return { trainingClassId, classSessionId, classTrainerId }
}

/** Somebody of Tam Hồng in the list of its class, who waits for the chair. */
export async function aSeat(
  world: World,
  { trainingClassId, officialId }: { trainingClassId: string; officialId: string },
) {
  const classSeatId = newId()
  await world.owner.query(
    `insert into class_seat (id, class_id, area_id, official_id, from_id, state)
     select $1, c.id, c.area_id, $2, c.area_id, 'nominated' from training_class c where c.id = $3`,
    [classSeatId, officialId, trainingClassId],
  )
  return { classSeatId }
}

/** From Tam Hồng to the province's own hall. */
export async function aWay(world: World): Promise<{ trainingWayId: string }> {
  const trainingWayId = newId()
  const of = { fromId: demoAreas.tamHongToday, toId: areaId, km: 46 }
  await must(world, '/api/training-ways', { by: 'dao', trainingWayId, ...of })
  return { trainingWayId }
}

const topic = {
  ...{ title: 'Rà soát hộ', objective: '', contents: '', posts: ['enumerator'], levels: [], areaConditions: [] },
  ...{ requires: [], recursAfter: null, practiceHours: 4 },
}

let frameworks = 0
/** Two topics of a framework that Đào drafted and Lan approved: one of 8 hours, and one whose hours are not said. */
export async function approvedTopics(
  world: World,
  part: object = {},
  ofTopics: object = {},
): Promise<[string, string]> {
  const [frameworkId, one, other] = [newId(), newId(), newId()]
  frameworks += 1
  const period = { periodFrom: 2026, periodUntil: 2030, programmeId: null, note: '', copyOf: null }
  const named = { name: 'Khung để lập kế hoạch', ...period, ...part }
  await must(world, '/api/frameworks', { by: 'dao', frameworkId, areaId, ...named })
  for (const [frameworkTopicId, code, theoryHours] of [
    [one, 'CĐ1', 4],
    [other, 'CĐ2', null],
  ] as const)
    await must(world, `/api/frameworks/${frameworkId}/topics`, {
      by: 'dao',
      frameworkTopicId,
      code,
      ...topic,
      theoryHours,
      ...ofTopics,
    })
  const decided = { number: `K${frameworks}/QĐ-UBND`, decidedOn: '2026-11-03', issuer: 'UBND tỉnh Phú Thọ', edits: 2 }
  await must(world, `/api/frameworks/${frameworkId}/approve`, { by: 'lan', ...decided })
  return [one, other]
}

const programmes = new WeakMap<World, number>()
/** The first of a world is called so, further ones are told apart by a number. */
export async function aProgramme(world: World): Promise<string> {
  const programmeId = newId()
  const nth = (programmes.get(world) ?? 0) + 1
  programmes.set(world, nth)
  const said = {
    kind: 'component',
    name: nth === 1 ? 'Tiểu dự án nâng cao năng lực' : `Tiểu dự án nâng cao năng lực ${nth}`,
    partOfId: null,
    levels: [],
    bases: [],
    note: '',
  }
  const of = { periodFrom: 2026, periodUntil: 2030, source: 'Văn bản của tỉnh', mark: 'text' }
  await must(world, '/api/programmes', { by: 'dao', programmeId, areaId, ...said, ...of })
  return programmeId
}

let plansNamed = 0
/** Each spread of it is a plan of its own: a unit names a plan of a year and a programme once. */
export const planSaid = {
  get name() {
    plansNamed += 1
    return `Kế hoạch tập huấn ${plansNamed}`
  },
  year: 2027,
  parentId: null,
  largestClass: null,
  largestClassBy: '',
  note: '',
}
export const lineSaid = {
  ...{ audience: 'Rà soát viên', people: 90, classes: 3, placeId: null, place: '', weeks: [12], note: '', money: [] },
}

/** A plan of Tam Hồng with a line, drafted by Hùng. */
export async function aPlan(world: World) {
  const [trainingPlanId, planLineId] = [newId(), newId()]
  const [topicId] = await approvedTopics(world)
  const of = { areaId: demoAreas.tamHongToday, programmeId: await aProgramme(world) }
  await must(world, '/api/training-plans', { by: 'hung', trainingPlanId, ...of, ...planSaid })
  await must(world, `/api/training-plans/${trainingPlanId}/lines`, { by: 'hung', planLineId, topicId, ...lineSaid })
  return { trainingPlanId, planLineId, topicId }
}
