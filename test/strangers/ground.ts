/** Something real of Tam Hồng for every id that a call may ask for, up to a decision in force. */
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { bodyActs } from '../bodies.ts'
import { anOfficial, aTestOfTamHong } from '../classTests.ts'
import { aCredential, aGate, anOverride } from '../credentials.ts'
import { roundAtSurveying, scan, settle, thon1 } from '../rounds.ts'
import { jpeg } from '../scans.ts'
import {
  aClassOfTamHong,
  aHallAndTrainer,
  aLimit,
  aMaterial,
  aNorm,
  anInquiry,
  aPlace,
  aPlan,
  aProgramme,
  aQuestion,
  aSeat,
  aWay,
  lineSaid,
  planSaid,
  questionSaid,
} from '../training.ts'
import { correctionPapersTried } from '../tried.ts'
import { unasked } from '../unasked.ts'
import type { World } from '../world.ts'
import type { Known } from './knock.ts'

export const head = 'Nguyễn Thị Nhẫn'
const citizenId = '025185000123'

const one = async (world: World, sql: string, values: readonly unknown[] = []): Promise<string> => {
  const { rows } = await world.owner.query<{ id: string }>(sql, [...values])
  if (!rows[0]) throw new Error(`nothing there: ${sql}`)
  return rows[0].id
}

async function decided(world: World) {
  const family = await settle(world, thon1, head)
  const { round, cases } = await roundAtSurveying(world, [family])
  await round.toDeciding(cases, [family])
  const { decisionId, contentHash } = await round.printed()
  const signed = { number: '12/QĐ-UBND', signedOn: '2026-11-20', signerName: 'Phạm Thị Bích' }
  const done = await world.as('bich').upload(`/api/decisions/${decisionId}/enforce`, signed, scan())
  if (done.statusCode !== 200) throw new Error(done.body)
  const { householdId } = family
  const caseId = cases[0]?.caseId
  const scanId = await one(world, 'select id from file order by id limit 1')
  return { scanId, householdId, caseId, roundId: round.roundId, decisionId, contentHash }
}

/** What training has of Tam Hồng's province: a programme with a goal, an approved framework, and a draft that nobody names. */
async function trained(world: World) {
  const [programmeId, programmeGoalId, frameworkId, frameworkTopicId] = [newId(), newId(), newId(), newId()]
  const areaId = demoAreas.phuTho
  const must = async (url: string, body: object, person: 'dao' | 'lan' = 'dao') => {
    const reply = await world.as(person).post(url, body)
    if (reply.statusCode !== 200) throw new Error(`${url}: ${reply.body}`)
  }
  const period = { periodFrom: 2026, periodUntil: 2030, note: '' }
  const said = { kind: 'plan', name: 'Kế hoạch tập huấn', partOfId: null, levels: [], bases: [] }
  await must('/api/programmes', { programmeId, areaId, ...said, ...period, source: 'Văn bản của tỉnh', mark: 'text' })
  const goal = { programmeGoalId, areaId, year: 2026, says: 'Mọi xã có cán bộ được tập huấn', mark: 'text' }
  await must(`/api/programmes/${programmeId}/goals`, goal)
  const begun = { areaId, programmeId, copyOf: null, ...period }
  await must('/api/frameworks', { frameworkId: newId(), name: head, ...begun })
  await must('/api/frameworks', { frameworkId, name: 'Khung bồi dưỡng', ...begun })
  await must(`/api/frameworks/${frameworkId}/topics`, {
    ...{ frameworkTopicId, code: 'CĐ1', title: 'Rà soát hộ', objective: '', contents: '', theoryHours: 4 },
    ...{ practiceHours: null, posts: [], levels: [], areaConditions: [], requires: [], recursAfter: null },
  })
  const decided = { number: '9/QĐ-UBND', decidedOn: '2026-11-03', issuer: 'UBND tỉnh Phú Thọ', edits: 1 }
  await must(`/api/frameworks/${frameworkId}/approve`, decided, 'lan')
  const errorTopicId = newId()
  await must(`/api/areas/${areaId}/error-topics`, { errorTopicId, code: 'housing', topicId: frameworkTopicId })
  const spendingNormId = await aNorm(world)
  const limits = {
    ...(await aLimit(world)),
    ...(await aPlace(world)),
    ...(await aWay(world)),
    ...(await aHallAndTrainer(world)),
  }
  const ofClass = await aClassOfTamHong(world, limits.trainerId)
  const held = await attendanceOf(world, ofClass)
  const plan = await aPlan(world)
  const question = await aQuestion(world, plan.topicId)
  const proof = { ...(await aCredential(world, plan.topicId)), gateSettingId: await aGate(world, 'warn') }
  const material = { ...(await aMaterial(world, plan.topicId)), ...(await anInquiry(world)) }
  // Nobody drops what is approved.
  const signed = { number: '21/KH-UBND', decidedOn: '2026-11-10', issuer: 'UBND xã Tam Hồng', edits: 1 }
  const done = await world.as('bich').post(`/api/training-plans/${plan.trainingPlanId}/approve`, signed)
  if (done.statusCode !== 200) throw new Error(done.body)
  const planSeatId = newId()
  await world.owner.query(
    `insert into plan_seat (id, plan_id, plan_line_id, state, area_id, year, topic_id, official_id, from_id, stands)
     select $1, l.plan_id, l.id, l.state, l.area_id, 2027, l.topic_id, o.id, o.unit_id, true
       from plan_line l cross join (select id, unit_id from official order by id limit 1) o where l.id = $2`,
    [planSeatId, plan.planLineId],
  )
  const sent = await sentForComment(world, plan)
  const places = { placeId: demoAreas.tamHongToday, placeAreaId: demoAreas.tamHongToday }
  return {
    ...plan,
    ...{ line: plan.planLineId, planLineIds: [plan.planLineId], planSeatId, intoId: plan.trainingPlanId },
    ...sent,
    ...places,
    ...limits,
    ...question,
    questionTopicId: plan.topicId,
    ...questionSaid,
    ...proof,
    ...material,
    ...{ toAreaId: demoAreas.tamHongToday, toClassId: ofClass.trainingClassId },
    ...ofClass,
    ...held,
    ...{ hallId: limits.classHallId, classSessionIds: [ofClass.classSessionId] },
    sessions: [{ classSessionId: newId(), day: '2026-12-22', from: '08:00', until: '11:30' }],
    ...{ classTrainerIds: [ofClass.classTrainerId], follower: newId() },
    // Days of a year that a contract knows by their form.
    ...{ firstDay: '09-01', lastDay: '09-30' },
    parentId: plan.trainingPlanId,
    normId: spendingNormId,
    spendingNormId,
    programmeId,
    programmeGoalId,
    frameworkId,
    frameworkTopicId,
    topicId: frameworkTopicId,
    topics: frameworkTopicId,
    topicIds: [frameworkTopicId],
    errorTopicId,
    partOfId: programmeId,
    copyOf: frameworkId,
  }
}

/** Somebody who came to a class without a seat, and a page of its signed sheet. */
async function attendanceOf(world: World, of: { readonly trainingClassId: string; readonly classSessionId: string }) {
  const [classWalkInId, fileId] = [newId(), newId()]
  const at = [of.trainingClassId, demoAreas.tamHongToday, head]
  await world.owner.query(
    `insert into class_walk_in (id, session_id, class_id, area_id, full_name, state, made_at) values ($1, $2, $3, $4, $5, 'taken', now())`,
    [classWalkInId, of.classSessionId, ...at],
  )
  await world.owner.query(
    `insert into file (id, area_id, name, media_type, byte_length, sha256, content, created_by)
     values ($1, $2, 'to.jpg', 'image/jpeg', $3, sha256($4), $4, $5)`,
    [fileId, demoAreas.tamHongToday, jpeg.length, jpeg, world.idOf('hung')],
  )
  await world.owner.query(
    `insert into attendance_page (file_id, class_id, area_id, kept_name, kept_at) values ($1, $2, $3, $4, now())`,
    [fileId, ...at],
  )
  return { classWalkInId, fileId, sessionCode: '00000000', organiserId: demoAreas.tamHongToday }
}

/** A draft of Tam Hồng, as if it had been sent to itself: its matters are all Hùng's. */
async function sentForComment(world: World, { topicId }: { topicId: string }) {
  const [trainingPlanId, planSendingId, planCommentId] = [newId(), newId(), newId()]
  const unitId = demoAreas.tamHongToday
  const must = async (url: string, body: object) => {
    const reply = await world.as('hung').post(url, body)
    if (reply.statusCode !== 200) throw new Error(`${url}: ${reply.body}`)
  }
  const of = { areaId: unitId, programmeId: await aProgramme(world) }
  await must('/api/training-plans', { trainingPlanId, ...of, ...planSaid, name: head })
  await must(`/api/training-plans/${trainingPlanId}/lines`, { planLineId: newId(), topicId, ...lineSaid })
  await world.owner.query(
    `insert into plan_sending (id, plan_id, area_id, number, due_on, edits, sent_by, sent_name, sent_on)
     values ($1, $2, $3, 1, '2026-12-01', 1, $4, $5, '2026-11-19')`,
    [planSendingId, trainingPlanId, unitId, world.idOf('hung'), head],
  )
  await world.owner.query('insert into plan_asked (sending_id, unit_id, plan_id, area_id) values ($1, $3, $2, $3)', [
    ...[planSendingId, trainingPlanId, unitId],
  ])
  const said = { unitId, planLineId: null, agrees: false, says: head }
  await must(`/api/plan-sendings/${planSendingId}/comments`, { planCommentId, ...said })
  return {
    planSendingId,
    planCommentId,
    planReplyId: newId(),
    amendmentId: newId(),
    unitIds: [unitId],
  }
}

/** Tam Hồng nominates one of its people for a topic. */
async function nominated(world: World, of: { officialId: string; topicId: string }) {
  const trainingWishId = newId()
  const url = `/api/areas/${demoAreas.tamHongToday}/nominations`
  const reply = await world.as('hung').post(url, {
    ...{
      nominations: [{ trainingWishId, officialId: of.officialId }],
      topicId: of.topicId,
      reason: 'Mới nhận việc',
      also: true,
    },
  })
  if (reply.statusCode !== 200) throw new Error(reply.body)
  return { trainingWishId }
}

/** An official of Tam Hồng with a post and something learnt. */
export async function onTheRoster(world: World) {
  const [officialId, appointmentId, qualificationId] = [newId(), newId(), newId()]
  const must = async (url: string, body: object) => {
    const done = await world.as('hung').post(url, body)
    if (done.statusCode !== 200) throw new Error(done.body)
  }
  await must('/api/officials', {
    ...{ officialId, unitId: demoAreas.tamHongToday, name: 'Giàng A Sổ', sex: 'male', birth: { year: 1984 } },
    ...{ ethnicity: '08', languages: [], phone: '0912345678', personalNumber: 'PT-0417' },
    holds: {
      ...{ appointmentId, post: 'specialist', areaId: demoAreas.tamHongToday, standing: 'own', from: '2026-01-05' },
      ...{ until: null, decisionNumber: '', decidedOn: null, also: true },
    },
  })
  const learnt = { kind: 'it', title: 'Tin học cơ bản', school: '', form: null, from: null, until: '2015' }
  await must(`/api/officials/${officialId}/qualifications`, { qualificationId, ...learnt, number: '', issuedBy: '' })
  const formerId = newId()
  await must('/api/officials', {
    ...{ officialId: formerId, unitId: demoAreas.tamHongToday, name: 'Giàng A Sổ', sex: 'male', birth: { year: 1984 } },
    ...{ ethnicity: '08', languages: [], phone: '', personalNumber: '', holds: null, sure: 'Ghi lần nữa' },
  })
  const [apartId, otherId] = [newId(), newId()]
  await must('/api/officials', {
    ...{ officialId: otherId, unitId: demoAreas.tamHongToday, name: 'Giàng A Sổ', sex: 'male', birth: { year: 1984 } },
    ...{ ethnicity: '08', languages: [], phone: '', personalNumber: '', holds: null, sure: 'Một người khác' },
  })
  for (const one of [formerId, otherId]) await unasked(world, one)
  await must(`/api/officials/${officialId}/apart`, { apartId, otherId, because: 'Hai anh em họ' })
  const moveId = newId()
  await must(`/api/officials/${officialId}/moves`, {
    ...{ moveId, leftId: appointmentId, kind: 'rotation', why: 'Tăng cường', plannedLast: '2026-10-31' },
    ...{ appointmentId: newId(), post: 'leader', areaId: demoAreas.tamHongToday, standing: 'own', from: '2026-02-01' },
    ...{ decisionNumber: '', decidedOn: null, also: true },
  })
  const moveTargetId = newId()
  const set = await world.as('lan').post(`/api/areas/${demoAreas.phuTho}/move-targets`, {
    ...{ moveTargetId, year: 2027, kind: null, people: 3, from: '2026-01-01' },
    ...{ legalReference: 'Kế hoạch 12/KH-UBND', mark: 'text' },
  })
  if (set.statusCode !== 200) throw new Error(set.body)
  // Asked for by the commune that was before, of the one that is now: who works there may do all of it.
  const handoverId = newId()
  await world.owner.query(
    `insert into official_handover (id, official_id, from_id, to_id, because, asked_by, asked_on)
     values ($1, $2, $3, $4, 'Chuyển công tác', $5, '2026-11-05')`,
    [handoverId, officialId, demoAreas.tamHong2021, demoAreas.tamHongToday, world.idOf('hung')],
  )
  return {
    officialId,
    formerId,
    apartId,
    otherId,
    appointmentId,
    qualificationId,
    moveId,
    leftId: appointmentId,
    moveTargetId,
    handoverId,
  }
}

/** A phone of somebody who surveys there. */
async function aPhone(world: World) {
  const phone = { deviceId: newId(), dataKey: 'k'.repeat(43) }
  const done = await world.as('mai').post('/api/field/devices', phone)
  if (done.statusCode !== 200) throw new Error(done.body)
  const fieldDraftIds = [newId()]
  await world.owner.query(
    `insert into field_draft (id, device_id, account_id, kind, draft_id, sealed, saved_at, left_at)
     values ($1, $2, $3, 'survey', 'x', 'AAAA', '2026-11-12', '2026-11-12')`,
    [fieldDraftIds[0], phone.deviceId, world.idOf('mai')],
  )
  return { ...phone, fieldDraftIds, oldestAt: '2026-11-12T05:00:00.000Z' }
}

/** The register of the commune on its way to Hùng's phone. */
async function aTaking(world: World) {
  const takingId = newId<'command'>()
  const done = await world.as('hung').post(`/api/carried/${demoAreas.tamHongToday}`, {}, takingId)
  if (done.statusCode !== 200) throw new Error(done.body)
  return takingId
}

/** How long the phones of the province wait. */
async function anIdleTime(world: World) {
  const of = { phoneIdleTimeId: newId(), minutes: 30 }
  const more = { from: '2026-12-01', legalReference: '12/HD-SNNMT', mark: 'text' }
  const url = `/api/areas/${demoAreas.phuTho}/phone-idle-times`
  const done = await world.as('quantri').post(url, { ...of, ...more })
  if (done.statusCode !== 200) throw new Error(done.body)
  return of
}

/** A slip of hers. */
async function aSlip(world: World) {
  const of = { slipsFor: [{ accountId: world.idOf('mai'), slipId: null }], lastOn: '2026-12-01' }
  const done = await world.as('quantri').post(`/api/areas/${demoAreas.tamHongToday}/slips`, of)
  if (done.statusCode !== 200) throw new Error(done.body)
  return {
    lastOn: of.lastOn,
    slipsFor: [{ accountId: world.idOf('thang'), slipId: null }],
    slipId: await one(world, 'select id from sign_in_slip where withdrawn_at is null', []),
  }
}

/** Norms of a post and of bodies, and a requirement, of the province. */
async function ruled(world: World) {
  const [postNormId, requirementId, bodyNormId] = [newId(), newId(), newId()]
  const value = { from: '2026-02-01', legalBasis: '18/2025/QĐ-UBND', mark: 'text', areaId: demoAreas.phuTho }
  const must = async (url: string, body: object) => {
    const done = await world.as('lan').post(url, body)
    if (done.statusCode !== 200) throw new Error(done.body)
  }
  await must('/api/post-norms', { postNormId, post: 'leader', level: 'commune', required: 1, ...value })
  const asked = { post: 'village_head', level: null, kind: 'it', minimum: 'basic' }
  await must('/api/post-requirements', { requirementId, ...asked, ...value })
  await must('/api/body-norms', { bodyNormId, kind: 'steering', level: 'commune', required: 1, ...value })
  return { postNormId, requirementId, bodyNormId }
}

/** What Hùng told, as if he had surveyed there, of the household of the round. */
const aNotice = (world: World, { roundId, householdId, caseId }: Awaited<ReturnType<typeof decided>>) =>
  one(
    world,
    `insert into survey_notice (id, round_id, village_id, household_id, case_id, kind, head_name, details, made_on, made_by, received_at)
     values ($1, $2, $3, $4, $5, 'refuses', $6, '{"words": "-"}', '2026-11-18', $7, '2026-11-18') returning id`,
    [newId(), roundId, thon1, householdId, caseId, head, world.idOf('hung')],
  )

/** A body with a member, a meeting and a task of it. */
export async function inABody(world: World, officialId: string) {
  const acts = bodyActs(world)
  const bodyId = await acts.founded()
  const bodyMemberId = await acts.joined(bodyId, officialId, { role: 'head' })
  const meetingId = await acts.met(bodyId)
  const taskId = newId()
  const task = { taskId, officialId, what: 'Lập danh sách', due: '2026-11-10' }
  await acts.must('hung', `/api/meetings/${meetingId}/tasks`, task)
  return { bodyId, bodyMemberId, meetingId, taskId, present: [officialId], chairedBy: officialId, time: '08:00' }
}

/** By the names the contracts ask with. A name that is missing here fails the walk. */
export async function groundOf(world: World): Promise<Known> {
  const held = await decided(world)
  const { householdId, decisionId } = held
  const memberId = await one(world, `select id from member where household_id = $1 and relation = 'head'`, [
    householdId,
  ])
  const path = `/api/households/${householdId}/members/${memberId}`
  const kept = await world.as('hung').post(`${path}/change`, { citizenId })
  if (kept.statusCode !== 200) throw new Error(kept.body)
  const corrected = await world.as('hung').post(`${path}/change`, { name: `${head} Em` })
  if (corrected.statusCode !== 200) throw new Error(corrected.body)
  const correctionId = newId<'correction'>()
  const wrong = `/api/decisions/${decisionId}/households/${householdId}/correction`
  const drafted = await world.as('hung').post(wrong, { correctionId, because: 'Ghi sai họ tên' })
  if (drafted.statusCode !== 200) throw new Error(drafted.body)
  await correctionPapersTried(world, correctionId)
  const eventId = await one(
    world,
    'select act_id as id from household_event where household_id = $1 and act_id is not null limit 1',
    [householdId],
  )
  const renamed = await world.as('quantri').post('/api/area-events', {
    change: { kind: 'rename', areaId: demoAreas.villages.tamHong[8], name: 'Thôn Tên Khác' },
    ...{ day: '2026-11-01', legalBasis: 'Nghị quyết 3/NQ-HĐND', mark: 'text' },
  })
  if (renamed.statusCode !== 200) throw new Error(renamed.body)
  const roster = await onTheRoster(world)
  const { officialId } = roster
  const inBody = await inABody(world, officialId)
  const other = await settle(world, thon1, 'Trần Thị Ước')
  const training = await trained(world)
  const { trainingClassId, questionTopicId } = training
  const test = await aTestOfTamHong(world, { trainingClassId, topicId: questionTopicId, officialId })
  const wish = await nominated(world, { officialId, topicId: training.topicId })
  const waits = await anOfficial(world, undefined, 'Lò Thị Chờ')
  const seat = await aSeat(world, { trainingClassId: training.trainingClassId, officialId: waits })
  const { jobs } = (await world.as('quantri').get('/api/jobs')).json()
  const { runId } = (await world.as('quantri').post(`/api/jobs/${jobs[0].job}/run`)).json()
  return {
    ...held,
    ...training,
    ...wish,
    ...seat,
    ...test,
    testRemarkId: newId(),
    topic: training.topicId,
    officialIds: [officialId],
    nextId: newId(),
    correctionId,
    certificateId: await one(world, `select id from certificate where decision_id = $1`, [decisionId]),
    memberId,
    headId: memberId,
    after: householdId,
    before: householdId,
    eventId,
    ...inBody,
    ...roster,
    ...(await anOverride(world, { roundId: held.roundId, ruleId: training.ruleId })),
    ...(await ruled(world)),
    ...(await aPhone(world)),
    ...(await aSlip(world)),
    ...(await anIdleTime(world)),
    takingId: await aTaking(world),
    unitId: demoAreas.tamHongToday,
    post: 'specialist',
    areaEventId: renamed.json().eventId,
    citizenId,
    q: head,
    name: 'Nguyễn Văn Ấm',
    areaId: demoAreas.tamHongToday,
    under: demoAreas.tamHongToday,
    parentId: demoAreas.tamHongToday,
    fromId: thon1,
    toId: thon1,
    villageId: thon1,
    villages: [thon1],
    villageIds: [thon1],
    areaIds: [thon1],
    children: [thon1],
    surveyId: await one(world, `select id from survey where household_id = $1`, [householdId]),
    surveyNoticeId: await aNotice(world, held),
    laterId: newId(),
    replaces: newId(),
    formHash: await one(world, `select form_hash as id from round where id = $1`, [held.roundId]),
    hash: await one(world, `select form_hash as id from round where id = $1`, [held.roundId]),
    paperId: await one(world, `select id from certificate where decision_id = $1`, [decisionId]),
    accountId: world.idOf('thang'),
    enumeratorId: world.idOf('thang'),
    accountIds: [world.idOf('thang')],
    grantId: await one(world, `select id from access_grant where account_id = $1 limit 1`, [world.idOf('thang')]),
    sessionId: await one(world, `select id from session where account_id = $1`, [world.idOf('hung')]),
    subjectId: householdId,
    newHeadId: memberId,
    newHouseholdId: newId(),
    intoHouseholdId: other.householdId,
    otherHouseholdId: other.householdId,
    otherMemberId: await one(world, `select id from member where household_id = $1 and relation = 'child'`, [
      other.householdId,
    ]),
    householdIds: [householdId],
    job: jobs[0].job,
    runId,
    standardId: 'vn-2022-2025',
    tableId: 'vn-2022-2025-illustrative',
  }
}
