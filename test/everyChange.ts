/** Every call that writes, done once or more so that it is not refused; a call that is not walked here is told. */
import { createHash } from 'node:crypto'
import { allJobs } from '#apps/server/jobs.ts'
import { allRoutes } from '#apps/server/routes.ts'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { quangNinhId } from '#features/areas/nation/additions.ts'
import { nationId } from '#features/areas/nation/snapshot.ts'
import { demoPassword } from '#features/people/demo/accounts.ts'
import { codePlace } from '#features/people/slips/queries.ts'
import { loadStandards } from '#features/standards/library.ts'
import { draftPlace } from '#kernel/drafts.ts'
import type { AreaId, CommandId } from '#kernel/ids.ts'
import { newId } from '#platform/server/ids.ts'
import { hashOfToken } from '#platform/server/session.ts'
import { holdDataKey, newDataKey, sealDelivery, sealRecord, toText } from '#platform/web/vault/sealing.ts'
import { bodyActs } from './bodies.ts'
import { stored } from './brought.ts'
import { aClass, aLearner, aRunningClass, seated, slot } from './classes.ts'
import { anOfficial, drafted, enrolled, inBank, testSaid } from './classTests.ts'
import { inRoster, ruleSaid } from './credentials.ts'
import { deciding, inForce, signature } from './decisions.ts'
import {
  answersOf,
  type CaseOf,
  type Family,
  lackingAnswers,
  openRound,
  roundAtSurveying,
  scan,
  settle,
  tamHong,
  thon1,
  thon2,
  thon4,
} from './rounds.ts'
import { jpeg } from './scans.ts'
import { aNorm, approvedTopics, lineSaid, planSaid } from './training.ts'
import { correctionPapersTried, tried } from './tried.ts'
import { unasked } from './unasked.ts'
import type { PersonName, World } from './world.ts'

type Asked = { readonly url: string; readonly payload?: unknown }
type Walked = { readonly must: (person: PersonName, url: string, body?: object) => Promise<Record<string, string>> }

/** Calls that write and were never answered with success by the application of this world, by name; reasons go into `why`. */
function watchCalls({ app }: World, why: string[]): Set<string> {
  const writing = allRoutes({ library: loadStandards() })
    .map(({ endpoint }) => endpoint)
    .filter(({ method }) => method !== 'GET')
  const missing = new Set(writing.map(({ name }) => name))
  const fits = (path: string, url: string) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`).test(url)
  const inject = app.inject.bind(app) as (asked: Asked) => Promise<{ statusCode: number }>
  const watched = async (asked: Asked) => {
    const reply = await inject(asked)
    const exact = writing.find(({ path }) => path === asked.url) ?? writing.find(({ path }) => fits(path, asked.url))
    if (reply.statusCode === 200 && exact) missing.delete(exact.name)
    const because = typeof asked.payload === 'string' && JSON.parse(asked.payload).because
    if (reply.statusCode === 200 && exact && because) why.push(because)
    return reply
  }
  app.inject = watched as unknown as typeof app.inject
  return missing
}

/** Does all of it; answers the names of the calls that nothing here has done. `why`: what was typed as a reason. */
export async function everyChange(world: World, why: string[] = []): Promise<string[]> {
  const missing = watchCalls(world, why)
  const must: Walked['must'] = async (person, url, body = {}) => {
    const reply = await world.as(person).post(url, body)
    if (reply.statusCode !== 200) throw new Error(`${url}: ${reply.body}`)
    return reply.json()
  }
  await rounds(world, { must })
  await households(world, { must })
  await imported(world)
  await areas(world, { must })
  await training(world, { must })
  await roster(world, { must })
  await bodies(world, { must })
  await people(world, { must })
  await inTheBackground(world, { must })
  return [...missing].sort()
}

/** Thắng is given a slip, then another, comes in by it; one of Mai is withdrawn. */
async function slips(world: World, { must }: Walked): Promise<void> {
  const at = `/api/areas/${demoAreas.tamHongToday}/slips`
  const last = async (person: PersonName) =>
    (
      await world.owner.query<{ id: string }>(
        'select id from sign_in_slip where account_id = $1 order by made_at desc limit 1',
        [world.idOf(person)],
      )
    ).rows[0]?.id ?? null
  for (const person of ['thang', 'mai', 'thang'] as const)
    await must('quantri', at, {
      slipsFor: [{ accountId: world.idOf(person), slipId: await last(person) }],
      lastOn: '2026-12-01',
    })
  const { rows } = await world.owner.query<{ id: string; code: string; login: string }>(
    `select s.id, s.code, a.login from sign_in_slip s join account a on a.id = s.account_id where s.withdrawn_at is null order by a.login desc`,
  )
  const [thangs, mais] = rows
  await world.as('quantri').get(`${at}/pdf`)
  const code = world.host.services.keys.decrypt(thangs?.code ?? '', codePlace(thangs?.id ?? ''))
  const came = await world.nobody.post('/api/sign-in/slip', { code })
  if (came.statusCode !== 200) throw new Error(came.body)
  await must('quantri', `/api/slips/${mais?.id}/withdraw`)
}

/** A phone is known, tells what waits on it, brings what was sealed there, and is lost. */
async function field(world: World, { must }: Walked): Promise<void> {
  const [deviceId, raw] = [newId(), newDataKey()]
  await must('thang', '/api/field/devices', { deviceId, dataKey: toText(raw) })
  await must('thang', `/api/field/devices/${deviceId}/key`)
  await must('thang', `/api/field/devices/${deviceId}/waits`, { waiting: 1, begun: 0, oldestAt: null })
  const made = { id: newId(), path: '/api/nothing/here', schemaVersion: 1, madeAt: 0, body: '{}' }
  const sealed = await sealDelivery(await holdDataKey(raw), world.host.services.keys.deliveryKey(), deviceId, made)
  await must('thang', '/api/field/deliveries', { items: [{ sealed }] })
  await givenBack(world, { must })
  await must('hung', `/api/field/devices/${deviceId}/state`, { state: 'lost', because: 'Rơi dưới suối' })
  const phoneIdleTimeId = newId()
  await must('quantri', `/api/areas/${demoAreas.phuTho}/phone-idle-times`, {
    ...{ phoneIdleTimeId, minutes: 30, from: '2026-12-01', legalReference: '12/HD-SNNMT', mark: 'text' },
  })
  await must('quantri', `/api/phone-idle-times/${phoneIdleTimeId}/withdraw`, { because: 'Nhầm ngày' })
  await world.owner.query('update session set ended_at = null where account_id = $1', [world.idOf('thang')])
}

/** What was begun on a phone that is given back is left, and taken on another. */
async function givenBack(world: World, { must }: Walked): Promise<void> {
  const [deviceId, raw, accountId] = [newId(), newDataKey(), world.idOf('thang')]
  await must('thang', '/api/field/devices', { deviceId, dataKey: toText(raw) })
  await must('hung', `/api/field/devices/${deviceId}/state`, { state: 'returned', because: 'Hết kỳ' })
  const lies = { kind: 'survey', id: newId() }
  const sealed = toText(await sealRecord(await holdDataKey(raw), {}, draftPlace({ accountId, ...lies })))
  await must('thang', `/api/field/devices/${deviceId}/drafts`, { drafts: [{ ...lies, savedAt: 0, sealed }] })
  const { drafts } = (await world.as('thang').get('/api/field/left-drafts')).json()
  const fieldDraftIds = drafts.map((one: { fieldDraftId: string }) => one.fieldDraftId)
  await must('thang', '/api/field/left-drafts/taken', { fieldDraftIds })
}

/** Mai tells of a household that is not on the list and takes it back; of one that refuses, and Hùng answers. */
async function told({ roundId }: { roundId: string }, one: CaseOf, { must }: Walked): Promise<void> {
  const of = { villageId: thon2, madeOn: '2026-11-20' }
  const at = `/api/rounds/${roundId}/notices`
  const [unlisted, refusal] = [newId(), newId()]
  const house = { address: 'Cuối bản', words: 'Mới tách hộ' }
  await must('mai', at, { surveyNoticeId: unlisted, kind: 'unlisted', headName: 'Giàng A Páo', ...of, details: house })
  await must('mai', `/api/notices/${unlisted}/withdraw`)
  const { householdId, caseId } = one
  const said = { words: 'Không muốn khai' }
  await must('mai', at, { surveyNoticeId: refusal, kind: 'refuses', householdId, caseId, ...of, details: said })
  await must('hung', `/api/notices/${refusal}/settle`, { outcome: 'convinced', words: 'Đã hẹn lại', seen: 0 })
  // They refuse once more, and think better of it.
  await must('mai', at, { surveyNoticeId: newId(), kind: 'refuses', householdId, caseId, ...of, details: said })
  const left = `/api/rounds/${roundId}/unsurveyed`
  const households = [{ householdId, caseId, state: 'assigned', surveyId: null }]
  await must('hung', left, { households, kind: 'refuses', because: 'Không cho vào nhà' })
  await must('hung', `${left}/back`, { households: [{ householdId, caseId }], because: 'Đã đồng ý' })
}

/** Surveyed, returned, surveyed again, decided; the next round succeeds the classes; one household ends. */
async function rounds(world: World, { must }: Walked): Promise<void> {
  const families = [await settle(world, thon1, 'Bùi Thị Mẵn'), await settle(world, thon2, 'Đỗ Thị Ánh')] as const
  const first = (await deciding(world, families, { kind: 'last_year' })).round
  const { decisionId } = (await first.draft()).json()
  const nextId = newId<'decision'>()
  const { contentHash } = await must('hung', `/api/decisions/${decisionId}/redraft`, { nextId })
  await tried(world, nextId)
  await must('hung', `/api/decisions/${nextId}/print`, { contentHash })
  await inForce(world, nextId)
  await putRight(world, { must }, { decisionId: nextId, householdId: families[0].householdId })
  const gone = await settle(world, thon1, 'Vũ Thị Hợi')
  const { round, cases } = await roundAtSurveying(world, [...families, gone])
  const [one, two, three] = cases as [CaseOf, CaseOf, CaseOf]
  await must('mai', '/api/my-surveys/forms', { cases: [{ householdId: one.householdId, caseId: one.caseId }] })
  await must('hung', `/api/carried/${demoAreas.tamHongToday}`, {})
  // As a phone brings them, both in one.
  const surveys = [
    await round.surveyOf(one, answersOf(families[0], 1_000_000)),
    await round.surveyOf(three, answersOf(gone, 1_000_000)),
  ]
  const items = [one, three].map(({ householdId, caseId }, at) =>
    stored(`/api/households/${householdId}/cases/${caseId}/surveys`, surveys[at]),
  )
  await must('mai', '/api/field/commands', { items })
  await told(round, two, { must })
  await field(world, { must })
  await slips(world, { must })
  const surveyId = surveys[0]?.surveyId
  const notes = [{ question: '', person: null, note: 'Hỏi lại' }]
  await must('hung', `/api/households/${one.householdId}/cases/${one.caseId}/return`, { surveyId, notes })
  // Her phone stood in another year when it was filled in again; Hùng asks her.
  const redo = { ...(await round.surveyOf(one, answersOf(families[0] as Family, 1_000_000))), surveyedOn: '2028-01-01' }
  await must('mai', `/api/households/${one.householdId}/cases/${one.caseId}/surveys`, redo)
  const settled = { surveyId: redo.surveyId, on: '2026-11-18' }
  await must('hung', `/api/households/${one.householdId}/cases/${one.caseId}/day`, settled)
  await must('hung', `/api/households/${one.householdId}/cases/${one.caseId}/return`, {
    surveyId: redo.surveyId,
    notes,
  })
  for (const [at, of] of [one, two].entries()) {
    const again = await round.send(of, lackingAnswers(families[at] as Family, 1_000_000))
    const answers = lackingAnswers(families[at] as Family, 1_100_000)
    const { surveyId: laterId } = await round.send(of, { ...answers, members: answers.members?.slice(0, 2) ?? [] })
    const chosen = { surveyId: again.surveyId, laterId, take: at === 0, because: 'Đã hỏi lại gia đình' }
    await must('hung', `/api/households/${of.householdId}/cases/${of.caseId}/choose`, chosen)
    if (at === 0) {
      again.surveyId = laterId
      const why = { what: 'left', person: families[0].people[2], because: 'Cháu về nhà bà ngoại vài hôm' }
      await must('hung', `/api/households/${of.householdId}/cases/${of.caseId}/explain`, { surveyId: laterId, ...why })
    }
    await round.accept(of, again.surveyId)
  }
  await must('hung', `/api/households/${gone.householdId}/end`, { on: '2026-11-19', reason: 'moved_away' })
  const ofRound = `/api/rounds/${round.roundId}`
  for (const step of ['surveying', 'checking']) await must('hung', `${ofRound}/finish`, { step })
  await must('hung', `${ofRound}/reopen`, { because: 'Có khiếu nại' })
  await must('hung', `${ofRound}/finish`, { step: 'checking' })
  await round.pastPaperSteps()
  const withdrawn = await round.printed()
  await must('hung', `/api/decisions/${withdrawn.decisionId}/withdraw`, { because: 'In sai tên' })
  await inForce(world, (await round.printed()).decisionId)
  // The classified household moves: its class, certificate and comments go along.
  const [moved] = families
  const to = { villageId: thon4, address: 'Ngõ 4', number: '9', phone: '0000404040', on: '2026-11-20' }
  await must('hung', `/api/households/${moved.householdId}/residence`, to)
  await must('hung', '/api/households/phones', { phones: [{ householdId: moved.householdId, phone: '0000505050' }] })
  // It has a class from the day of an annual round where it lives now, which has nothing to decide on it.
  const late2025 = await openRound(world, 'last_year', [thon4])
  await late2025.list([moved])
  await world.owner.query(`update round set state = 'checking' where id = $1`, [late2025.roundId])
  await must('hung', `/api/rounds/${late2025.roundId}/class-given`, {})
  const asked = await openRound(world, 'ad_hoc')
  const late = await settle(world, thon1, 'Mai Thị Muộn')
  await must('hung', `/api/rounds/${asked.roundId}/list/find`, { q: 'Mai Thị Muộn' })
  await must('hung', `/api/rounds/${asked.roundId}/list/many`, { householdIds: [late.householdId] })
  await asked.finish('listing')
  const given = [{ villageId: thon1, accountId: world.idOf('mai') }]
  await must('hung', `/api/rounds/${asked.roundId}/assign/villages`, { given })
  await asked.must('hung', `/api/rounds/${asked.roundId}/cancel`, { because: 'Kỳ lập nhầm' })
  const annual = await openRound(world, 'annual')
  const drawn = `/api/rounds/${annual.roundId}/list`
  await must('hung', `${drawn}/draw`, { because: 'Còn kỳ cũ chưa xong' })
  await must('hung', `${drawn}/remove`, { householdId: families[1].householdId, because: 'Đã chuyển đi' })
  await must('hung', `/api/rounds/${annual.roundId}/extend`, { windowUntil: '2026-12-20', because: 'Mưa lũ' })
  await must('hung', `/api/rounds/${annual.roundId}/cancel`, { because: 'Mở nhầm' })
  const leaving = tamHong[7] as AreaId
  const apart = await openRound(world, 'ad_hoc', [leaving])
  const change = { kind: 'move', areaId: leaving, parentId: demoAreas.hoanhBoWard }
  await must('quantri', '/api/area-events', { change, day: '2026-11-18', legalBasis: 'Nghị quyết 1', mark: 'text' })
  await must('hung', `/api/rounds/${apart.roundId}/hand-over`, { because: 'Thôn về xã khác' })
  // It comes back the day after, and into the round.
  const back = { kind: 'move', areaId: leaving, parentId: demoAreas.tamHongToday }
  await must('quantri', '/api/area-events', {
    change: back,
    day: '2026-11-19',
    legalBasis: 'Nghị quyết 2',
    mark: 'text',
  })
  await must('hung', `/api/rounds/${apart.roundId}/villages`, { villageIds: [leaving] })
}

/** A wrong name in the papers of a decision: a correction that is given up, and one that comes into force. */
async function putRight(world: World, { must }: Walked, of: { decisionId: string; householdId: string }) {
  const { rows } = await world.owner.query(`select id from member where household_id = $1 and relation = 'child'`, [
    of.householdId,
  ])
  await must('hung', `/api/households/${of.householdId}/members/${rows[0].id}/change`, { name: 'Lê Văn Bê' })
  const url = `/api/decisions/${of.decisionId}/households/${of.householdId}/correction`
  const [given, kept] = [newId(), newId()]
  await must('hung', url, { correctionId: given, because: 'Ghi sai tên cháu' })
  await must('hung', `/api/corrections/${given}/withdraw`, { because: 'Ghi thiếu' })
  await must('hung', url, { correctionId: kept, because: 'Ghi sai họ tên' })
  await correctionPapersTried(world, kept)
  const seen = await world.as('bich').upload('/api/papers/scans/check', {}, scan())
  if (seen.statusCode !== 200) throw new Error(seen.body)
  const signed = await world.as('bich').upload(`/api/corrections/${kept}/enforce`, signature(), scan())
  if (signed.statusCode !== 200) throw new Error(signed.body)
}

const person = (name: string, sex: 'male' | 'female', citizenId?: string) => ({
  name,
  sex,
  birth: { year: 1975 },
  ethnicity: '01',
  ...(citizenId ? { citizenId } : {}),
})

async function entered({ must }: Walked, names: readonly [string, string], citizenId: string) {
  const householdId = newId<'household'>()
  const [head, child] = [newId<'member'>(), newId<'member'>()]
  await must('hung', '/api/households', {
    ...{ householdId, villageId: thon1, number: '', address: '', on: '2024-08-01', reason: 'listed' },
    members: [
      { memberId: head, relation: 'head', person: person(names[0], 'male', citizenId) },
      { memberId: child, relation: 'child', person: { ...person(names[1], 'female'), birth: { year: 2000 } } },
    ],
  })
  return { householdId, head, child, url: `/api/households/${householdId}` }
}

/** With citizen ids wherever one is written, taken over, let go of or carried along. */
async function households(world: World, walked: Walked): Promise<void> {
  const { must } = walked
  const home = await entered(walked, ['Trần Văn Bình', 'Trần Thị Dung'], '026075000777')
  const joins = { memberId: newId(), on: '2025-03-01', reason: 'moved_in', relation: 'sibling' }
  await must('hung', `${home.url}/members`, { ...joins, person: person('Trần Văn An', 'male', '026075000778') })
  for (const citizenId of ['026175000779', '026175000780', ''])
    await must('hung', `${home.url}/members/${home.child}/change`, { citizenId, birth: { year: 1975 } })
  await must('hung', `${home.url}/members/${home.child}/change`, { citizenId: '026175000780' })
  await must('hung', `${home.url}/members/${home.child}/reveal`)
  await must('hung', '/api/households/by-citizen-id', { citizenId: '026075000777' })
  await must('hung', `${home.url}/head`, { newHeadId: joins.memberId, on: '2025-04-01', sure: 'Bố mẹ đi làm xa' })
  const newHouseholdId = newId<'household'>()
  await must('hung', `${home.url}/split`, {
    ...{ newHouseholdId, villageId: thon2, number: '', address: '', on: '2025-05-01' },
    members: [{ memberId: home.child, relation: 'head' }],
  })
  await must('hung', `/api/households/${newHouseholdId}/residence`, {
    ...{ villageId: thon1, address: 'Ngõ 1', number: '3', on: '2025-06-01' },
  })
  await must('hung', '/api/households/residence', {
    ...{ householdIds: [newHouseholdId], villageId: thon2, on: '2025-06-15', why: 'unit_changed' },
    ...{ because: 'Thôn chia tách', was: { homes: [{ householdId: newHouseholdId, villageId: thon1 }] } },
  })
  const carried = (await world.as('hung').get(`/api/households/${newHouseholdId}`)).json().members[0].memberId
  await must('hung', `/api/households/${newHouseholdId}/merge`, {
    ...{ intoHouseholdId: home.householdId, on: '2025-07-01' },
    relations: [{ memberId: carried, relation: 'child' }],
  })
  await must('hung', `${home.url}/members/${home.head}/leave`, { on: '2025-08-01', reason: 'moved_out' })
  await must('hung', `${home.url}/residence`, { villageId: thon1, address: '', number: '4', on: '2025-08-02' })
  // Known by the citizen id, the same person heads a household elsewhere; then it was all a mistake.
  const householdId = newId<'household'>()
  await must('hung', '/api/households', {
    ...{ householdId, villageId: thon2, number: '', address: '', on: '2025-09-01', reason: 'moved_in' },
    members: [{ memberId: newId(), relation: 'head', person: person('Trần Văn Bình', 'male', '026075000777') }],
  })
  const end = () =>
    must('hung', `/api/households/${householdId}/end`, { on: '2026-01-01', reason: 'entered_by_mistake' })
  await end()
  await twins(walked)
  await undone(world, walked, householdId)
  await undone(world, walked, home.householdId)
  await end()
}

/** One child entered twice. */
async function twins(walked: Walked): Promise<void> {
  const home = await entered(walked, ['Trần Văn Sinh', 'Trần Thị Đôi'], '026075000790')
  const joins = { memberId: newId(), on: '2025-03-01', reason: 'moved_in', relation: 'child' }
  await walked.must('hung', `${home.url}/members`, {
    ...joins,
    person: { ...person('Trần Thi Doi', 'female'), birth: { year: 2000 } },
  })
  const same = { otherHouseholdId: home.householdId, otherMemberId: joins.memberId, because: 'Ghi hai lần' }
  await walked.must('hung', `${home.url}/members/${home.child}/join`, same)
}

/** What was done last to a household is undone. */
async function undone(world: World, { must }: Walked, householdId: string): Promise<void> {
  const { timeline } = (await world.as('hung').get(`/api/households/${householdId}`)).json()
  const acts = (timeline as { actId: string | null }[]).map(({ actId }) => actId ?? '').toSorted()
  await must('hung', `/api/households/${householdId}/events/${acts.at(-1)}/undo`, { because: 'Ghi nhầm' })
}

/** The same file with one row more that is wrong: its faulty rows are taken home. */
async function faultyRows(world: World, person: PersonName, sent: Faulty): Promise<void> {
  const { url, fields, file, row } = sent
  const bytes = Buffer.concat([file.bytes, Buffer.from(`${row}\r\n`)])
  const reply = await world.as(person).upload(`${url}/faults`, fields, { ...file, bytes })
  if (reply.statusCode !== 200) throw new Error(`${url}/faults: ${reply.body}`)
}
type Faulty = {
  readonly url: string
  readonly fields: Record<string, string>
  readonly file: { readonly name: string; readonly type: string; readonly bytes: Buffer }
  readonly row: string
}

async function imported(world: World): Promise<void> {
  const head = 'Thôn,Số hộ,Quan hệ với chủ hộ,Họ và tên,Giới tính,Ngày sinh,Dân tộc,Số CCCD'
  const bytes = Buffer.from(`\ufeff${head}\r\nThôn 3,901,Chủ hộ,Nguyễn Văn Chín,Nam,1970,Kinh,026070000101\r\n`)
  const file = { name: 'ho.csv', type: 'text/csv', bytes }
  const fields = { areaId: demoAreas.tamHongToday, listedOn: '2026-11-01' }
  const row = 'Thôn 3,902,Chủ hộ,Nguyễn Văn Mười,Ông,1970,Kinh,'
  await faultyRows(world, 'hung', { url: '/api/households/import', fields, file, row })
  for (const [url, more] of [
    ['/api/households/import/check', {}],
    ['/api/households/import', { sha256: createHash('sha256').update(bytes).digest('hex') }],
  ] as const) {
    const reply = await world.as('hung').upload(url, { ...fields, ...more }, file)
    if (reply.statusCode !== 200) throw new Error(`${url}: ${reply.body}`)
  }
}

/** A programme with goals; a framework that is drafted, loaded from a file, approved and followed by a version that is dropped. */
async function training(world: World, { must }: Walked): Promise<void> {
  const areaId = demoAreas.phuTho
  const programmeId = newId()
  const said = {
    kind: 'plan',
    name: 'Kế hoạch tập huấn',
    partOfId: null,
    periodFrom: 2025,
    periodUntil: 2026,
    levels: [],
  }
  const of = { bases: [], note: '', source: 'Văn bản của tỉnh', mark: 'text' }
  await must('dao', '/api/programmes', { programmeId, areaId, ...said, ...of })
  const mistaken = newId()
  await must('dao', '/api/programmes', { programmeId: mistaken, areaId, ...said, ...of, name: 'Ghi nhầm chương trình' })
  await must('dao', `/api/programmes/${mistaken}/drop`, { because: 'Ghi nhầm' })
  await must('dao', `/api/programmes/${programmeId}/change`, { note: 'Có bổ sung', was: { note: '' } })
  const [kept, dropped] = [newId(), newId()]
  for (const [programmeGoalId, year] of [
    [kept, 2026],
    [dropped, 2025],
  ] as const)
    await must('dao', `/api/programmes/${programmeId}/goals`, {
      ...{ programmeGoalId, areaId, year, says: 'Mọi xã có cán bộ được tập huấn', mark: 'text' },
    })
  const goal = `/api/programme-goals/${kept}`
  const decided = { number: '8/QĐ-UBND', decidedOn: '2026-11-02', issuer: 'UBND tỉnh Phú Thọ' }
  await must('dao', `${goal}/meet`, decided)
  await must('dao', `${goal}/reopen`, { number: decided.number, because: 'Ghi nhầm mục tiêu' })
  await must('dao', `/api/programme-goals/${dropped}/drop`, { because: 'Ghi hai lần' })
  await frameworks(world, { must }, { areaId, programmeId })
  await norms({ must }, areaId)
  await limits(world, { must }, areaId)
  await plans(world, { must }, { areaId, programmeId })
}

/** A plan begun, filled, taken from a proposal, computed anew, changed, and dropped. */
async function plans(world: World, { must }: Walked, of: { areaId: AreaId; programmeId: string }): Promise<void> {
  const [topicId] = await approvedTopics(world)
  await questions(world, { must }, of.areaId, topicId)
  await classTests(world, { must }, topicId)
  await credentials(world, { must }, topicId)
  await study(world, must, of.areaId, topicId)
  const [trainingPlanId, planLineId] = [newId(), newId()]
  await must('dao', '/api/training-plans', { trainingPlanId, ...of, ...planSaid })
  const url = `/api/training-plans/${trainingPlanId}`
  const normId = await aNorm(world, { item: 'Tiền ăn, nước uống' })
  const money = [{ source: 'central', normId, what: '', quantity: 1, dong: null }]
  await must('dao', `${url}/lines`, { planLineId, topicId, ...lineSaid, money })
  await must('dao', `/api/plan-lines/${planLineId}/change`, { people: 80, was: { people: 90 } })
  const officialId = newId()
  const who = { name: 'Giàng A Chỗ', sex: 'male', birth: { year: 1991 }, ethnicity: '08', languages: [], phone: '' }
  const record = { officialId, unitId: demoAreas.tamHongToday, personalNumber: '', holds: null }
  await must('hung', '/api/officials', { ...record, ...who })
  const proposed = { topicId, placeAreaId: null, weeks: [9], people: 30, classes: 1, officialIds: [officialId] }
  await must('dao', `${url}/take-lines`, { lines: [proposed] })
  const { rows: seats } = (await world.as('dao').get(`${url}/seats`)).json()
  await must('dao', `/api/plan-seats/${seats[0].planSeatId}/drop`, { because: 'Xin học sau' })
  const next = { nextId: newId(), dong: 120_000, from: '2027-01-01', legalReference: '40/2026/NQ-HĐND', mark: 'text' }
  await must('lan', `/api/spending-norms/${normId}/next`, next)
  const { edits } = (await world.as('dao').get(url)).json()
  await must('dao', `${url}/reprice`, { edits })
  await must('dao', `/api/plan-lines/${planLineId}/drop`, { because: 'Thừa' })
  await must('dao', `${url}/change`, { note: 'Chờ kinh phí', was: { note: '' } })
  await must('dao', `${url}/drop`, { because: 'Lập nhầm' })
  const approved = newId()
  await must('dao', '/api/training-plans', { trainingPlanId: approved, ...of, ...planSaid })
  await must('dao', `/api/training-plans/${approved}/lines`, { planLineId: newId(), topicId, ...lineSaid })
  await must('dao', `/api/training-plans/${approved}/take-lines`, { lines: [proposed] })
  await must('dao', `/api/training-plans/${approved}/submit`, { edits: 2 })
  await must('dao', `/api/training-plans/${approved}/recall`, { edits: 2 })
  await must('dao', `/api/training-plans/${approved}/submit`, { edits: 2 })
  const decided = { number: '21/KH-UBND', decidedOn: '2026-11-10', issuer: 'UBND tỉnh Phú Thọ', edits: 2 }
  await must('lan', `/api/training-plans/${approved}/approve`, decided)
  const { edits: _edits, ...typed } = decided
  const right = { ...typed, number: '12/KH-UBND', because: 'Gõ nhầm số', was: typed }
  await must('lan', `/api/training-plans/${approved}/correct-decision`, right)
  const under = newId()
  const below = { areaId: demoAreas.tamHongToday, programmeId: of.programmeId, parentId: approved }
  await must('hung', '/api/training-plans', { trainingPlanId: under, ...planSaid, ...below })
  const { lines } = (await world.as('hung').get(`/api/training-plans/${under}/above`)).json()
  await must('hung', `/api/training-plans/${under}/take-above`, { planLineIds: [lines[0].planLineId] })
  const amendmentId = newId()
  await must('dao', `/api/training-plans/${approved}/amendments`, { amendmentId, reason: 'Thêm kinh phí' })
  await comments({ world, must }, amendmentId)
  await carriedOver({ world, must }, { programmeId: of.programmeId, topicId })
}

/** The draft of a commune that ends goes over to the one that came of it. */
async function carriedOver(
  { world, must }: Walked & { readonly world: World },
  { programmeId, topicId }: { readonly programmeId: string; readonly topicId: string },
): Promise<void> {
  const by = { legalBasis: 'Nghị quyết 5/NQ-HĐND', mark: 'text' }
  const unit = (name: string, code: string) => ({ name, kind: 'xa', code, parentId: demoAreas.phuTho })
  const event = async (change: object, day: string): Promise<string> =>
    (await must('quantri', '/api/area-events', { change, day, ...by })).began?.[0] ?? ''
  const [one, other] = [
    await event({ kind: 'create', unit: unit('Xã Sắp Nhập', '95101') }, '2026-01-05'),
    await event({ kind: 'create', unit: unit('Xã Cùng Sắp Nhập', '95102') }, '2026-01-05'),
  ]
  const trainingPlanId = newId()
  await must('dao', '/api/training-plans', { trainingPlanId, programmeId, ...planSaid, areaId: one, year: 2026 })
  await must('dao', `/api/training-plans/${trainingPlanId}/lines`, { planLineId: newId(), topicId, ...lineSaid })
  const merge = { kind: 'merge', areaIds: [one, other], into: unit('Xã Vừa Nhập', '95103') }
  const areaId = await event(merge, '2026-11-19')
  const { edits } = (await world.as('dao').get(`/api/training-plans/${trainingPlanId}`)).json()
  await must('dao', `/api/training-plans/${trainingPlanId}/carry-over`, { areaId, intoId: newId(), edits })
}

/** A draft sent for comment and commented on, answered, withdrawn, taken back. */
async function comments({ world, must }: Walked & { readonly world: World }, plan: string): Promise<void> {
  const [planSendingId, kept, withdrawn] = [newId(), newId(), newId()]
  const unitId = demoAreas.tamHongToday
  const sent = { planSendingId, unitIds: [unitId], due: '2026-12-01', note: '', edits: 0, sent: 0 }
  await must('dao', `/api/training-plans/${plan}/sendings`, sent)
  const { units } = (await world.as('dao').get(`/api/training-plans/${plan}/units-below`)).json()
  const other = units.find((one: { unitId: string }) => one.unitId !== unitId)
  await must('dao', `/api/plan-sendings/${planSendingId}/units`, { unitId: other.unitId })
  const said = { unitId, planLineId: null, agrees: false, says: 'Mở lớp ở xã' }
  const agrees = { planCommentId: withdrawn, unitId, planLineId: null, agrees: true, says: '' }
  await must('bich', `/api/plan-sendings/${planSendingId}/comments`, agrees)
  await must('hung', `/api/plan-comments/${withdrawn}/withdraw`, { because: 'Góp nhầm' })
  await must('hung', `/api/plan-sendings/${planSendingId}/comments`, { planCommentId: kept, ...said })
  const answer = { planReplyId: newId(), verdict: 'taken', says: '', seen: 0 }
  await must('dao', `/api/plan-comments/${kept}/replies`, answer)
  await must('dao', `/api/plan-sendings/${planSendingId}/take-back`, { because: 'Chưa cần' })
}

/** A norm entered, put right, followed by a new value that ends. */
async function norms({ must }: Pick<Walked, 'must'>, areaId: AreaId): Promise<void> {
  const [spendingNormId, nextId] = [newId(), newId()]
  const value = { legalReference: '12/2025/NQ-HĐND', mark: 'text' }
  const item = { item: 'Nước uống học viên', countedBy: 'person_day', note: '' }
  const first = { dong: 100_000, from: '2026-01-01' }
  await must('lan', '/api/spending-norms', { spendingNormId, areaId, ...item, ...value, ...first })
  await must('lan', `/api/spending-norms/${spendingNormId}/change`, { dong: 110_000, was: { dong: 100_000 } })
  await must('lan', `/api/spending-norms/${spendingNormId}/next`, {
    nextId,
    ...value,
    dong: 120_000,
    from: '2026-07-01',
  })
  await must('lan', `/api/spending-norms/${nextId}/end`, { last: '2026-12-31', because: 'Bãi bỏ' })
}

/** A limit followed by a value that was a mistake, ended; a place opened and closed; a way entered, changed, dropped, and loaded from a file. */
async function limits(world: World, { must }: Pick<Walked, 'must'>, areaId: AreaId): Promise<void> {
  const [trainingLimitId, nextId, classPlaceId, trainingWayId] = [newId(), newId(), newId(), newId()]
  const says = { firstDay: null, lastDay: null, what: null, turns: null, legalReference: '7/QĐ-UBND', mark: 'text' }
  const first = { kind: 'days_in_a_row', value: 3, from: '2026-01-01' }
  await must('lan', '/api/training-limits', { trainingLimitId, areaId, ...says, ...first })
  const url = `/api/training-limits/${trainingLimitId}`
  await must('lan', `${url}/next`, { nextId, ...says, value: 30, from: '2026-07-01' })
  await must('lan', `/api/training-limits/${nextId}/withdraw`, { because: 'Ghi nhầm' })
  await must('lan', `${url}/end`, { last: '2026-12-31', because: 'Bãi bỏ' })
  const place = { areaId: demoAreas.tamHongToday, hall: '', from: '2026-01-01' }
  await must('dao', '/api/class-places', { classPlaceId, ...place })
  await must('dao', `/api/class-places/${classPlaceId}/close`, { last: '2026-12-31', because: 'Sửa hội trường' })
  await must('dao', '/api/training-ways', { trainingWayId, fromId: place.areaId, toId: areaId, km: 46 })
  await must('dao', `/api/training-ways/${trainingWayId}/change`, { km: 45, was: { km: 46 } })
  await must('dao', `/api/training-ways/${trainingWayId}/drop`, { because: 'Ghi nhầm' })
  const [classHallId, trainerId] = [newId(), newId()]
  const hall = { name: 'Nhà văn hóa', address: '', seats: 60, equipment: '', from: '2026-01-01' }
  await must('dao', '/api/class-halls', { classHallId, areaId: place.areaId, ...hall })
  await must('dao', `/api/class-halls/${classHallId}/change`, { seats: 70, was: { seats: 60 } })
  await must('dao', `/api/class-halls/${classHallId}/close`, { last: '2026-12-31', because: 'Sửa chữa' })
  const teaches = { organisation: '', phone: null, email: null, topicIds: [], note: '', from: '2026-01-01' }
  await must('dao', '/api/trainers', { trainerId, areaId, officialId: null, name: 'Hà Văn Giảng', ...teaches })
  await must('dao', `/api/trainers/${trainerId}/change`, { note: 'buổi sáng', was: { note: '' } })
  await must('dao', `/api/trainers/${trainerId}/end`, { last: '2026-12-31', because: 'Nghỉ hưu' })
  await classes(must, areaId)
  await seats(must, areaId)
  await attendance(world, { must })
  const bytes = Buffer.from('\ufeffTừ;Đến;Km\r\nXã Tam Hồng;Tỉnh Phú Thọ;46\r\n')
  const file = { name: 'duong-di.csv', type: 'text/csv', bytes }
  const row = 'Xã Tam Hồng;Tỉnh Phú Thọ;bốn sáu'
  await faultyRows(world, 'dao', { url: '/api/training-ways/import', fields: { areaId }, file, row })
  const checked = await world.as('dao').upload('/api/training-ways/import/check', { areaId }, file)
  const { sha256, seen } = checked.json()
  const written = await world.as('dao').upload('/api/training-ways/import', { areaId, sha256, seen }, file)
  if (written.statusCode !== 200) throw new Error(`ways: ${checked.body} ${written.body}`)
}

/** A question entered, written anew, taken out of use and back; others loaded from a file. */
async function questions(world: World, { must }: Walked, areaId: AreaId, topicId: string): Promise<void> {
  const questionId = newId()
  const says = { ask: 'Hộ nghèo được rà soát mỗi năm một lần?', body: { kind: 'true_false', right: true }, basis: '' }
  await must('dao', '/api/questions', { questionId, areaId, topicId, pool: 'test', ...says })
  const anew = { basis: 'QĐ 24/2021/QĐ-TTg', was: { basis: '' }, because: 'Ghi căn cứ' }
  await must('dao', `/api/questions/${questionId}/change`, anew)
  const heads = 'Mã chuyên đề;Loại câu;Câu hỏi;Đáp án'
  const bytes = Buffer.from(`\ufeff${heads}\r\nCĐ1;Đúng hay sai;Họp thôn công khai.;Đúng\r\n`)
  const file = { name: 'cau-hoi.csv', type: 'text/csv', bytes }
  await faultyRows(world, 'dao', {
    url: '/api/questions/import',
    fields: { areaId },
    file,
    row: 'CĐ1;Đúng hay sai;Câu?;A',
  })
  const checked = await world.as('dao').upload('/api/questions/import/check', { areaId }, file)
  const { sha256, seen } = checked.json()
  const written = await world.as('dao').upload('/api/questions/import', { areaId, sha256, seen }, file)
  if (written.statusCode !== 200) throw new Error(`questions: ${checked.body} ${written.body}`)
  for (const state of ['out', 'used'])
    await must('dao', `/api/questions/${questionId}/use`, { state, because: 'Xem lại' })
}

/** People named for a class, approved or not, seated, offered a seat that was left, replaced, added. */
async function seats(must: Walked['must'], areaId: AreaId): Promise<void> {
  const trainingClassId = newId()
  const said = { code: '', title: 'Lớp có người', kind: 'seminar', year: 2026, seats: 2, topicIds: [], note: '' }
  await must('dao', '/api/training-classes', { trainingClassId, areaId, ...said, planLineId: null })
  const url = `/api/training-classes/${trainingClassId}`
  const holds = { hallId: null, place: 'Hội trường', topicId: null, classTrainerIds: [] }
  const session = { classSessionId: newId(), day: '2026-12-15', from: '08:00', until: '11:30' }
  await must('dao', `${url}/sessions`, { sessions: [session], ...holds })
  await must('dao', `${url}/quotas`, { revision: 1, quotas: [{ areaId: demoAreas.tamHongToday, seats: 5 }] })
  await must('dao', `${url}/step`, { seen: 'planned', to: 'announced' })
  await must('dao', `${url}/step`, { seen: 'announced', to: 'enrolling' })
  const person = async (name: string, by: PersonName, unitId: AreaId) => {
    const [officialId, classSeatId] = [newId(), newId()]
    const who = { name, sex: 'female', birth: { year: 1990 }, ethnicity: '08', languages: [], phone: '' }
    await must(by, '/api/officials', { officialId, unitId, personalNumber: '', holds: null, ...who })
    return { officialId, classSeatId }
  }
  const people = []
  for (const name of ['Vừ Thị Một', 'Vừ Thị Hai', 'Vừ Thị Ba', 'Vừ Thị Bốn'])
    people.push(await person(name, 'hung', demoAreas.tamHongToday))
  const [one, two, three, four] = people.map(({ classSeatId }) => String(classSeatId)) as [
    string,
    string,
    string,
    string,
  ]
  await must('hung', `${url}/nominations`, { areaId: demoAreas.tamHongToday, people })
  const given = (of: readonly string[], seen: string) => of.map((classSeatId) => ({ classSeatId, seen }))
  await must('bich', `${url}/seats/refuse`, { seats: given([four], 'nominated'), because: 'Bận việc xã' })
  // Two have the two seats, the third waits for the one that is left.
  await must('bich', `${url}/seats/approve`, { seats: given([one, two, three], 'nominated') })
  await must('hung', `/api/class-seats/${two}/withdraw`, { seen: 'enrolled', because: 'Con ốm' })
  await must('dao', `${url}/seats/offer`, { seats: given([three], 'waiting'), until: '2026-12-01' })
  await must('hung', `/api/class-seats/${three}/answer`, { seen: 'offered', accepts: true })
  const { officialId, classSeatId: follower } = await person('Vừ Thị Thay', 'hung', demoAreas.tamHongToday)
  const by = { seen: 'enrolled', follower, officialId, because: 'Đi họp huyện' }
  await must('hung', `/api/class-seats/${one}/substitute`, by)
  await must('dao', `${url}/learners`, { people: [await person('Vừ Thị Tỉnh', 'lan', areaId)] })
}

/** A test drafted, changed, dropped; another fixed, taken on a screen and on paper, closed, and marked anew. */
async function classTests(world: World, { must }: Walked, topicId: string): Promise<void> {
  const [dropped, trainingClassId, learner] = [
    newId(),
    await aClass(world),
    await anOfficial(world, 'kiem', 'Kiểm Văn Thử'),
  ]
  await must('dao', '/api/class-tests', { classTestId: dropped, trainingClassId, ...testSaid(topicId) })
  await must('dao', `/api/class-tests/${dropped}/change`, { minutes: 30, was: { minutes: null } })
  await must('dao', `/api/class-tests/${dropped}/drop`, { because: 'Lập nhầm lớp' })
  await enrolled(world, trainingClassId, learner)
  for (const right of [true, false]) await inBank(world, topicId, { kind: 'true_false', right })
  const part = { parts: [{ topicId, kind: 'true_false', count: 2 }], attempts: 2, variants: 1 }
  const classTestId = await drafted(world, trainingClassId, topicId, part)
  for (const [seen, to] of [
    ['draft', 'fixed'],
    ['fixed', 'open'],
  ])
    await must('dao', `/api/class-tests/${classTestId}/step`, { seen, to })
  const [testAttemptId, onPaper] = [newId(), newId()]
  await must('kiem', `/api/work/class-tests/${classTestId}/begin`, { testAttemptId })
  await must('kiem', `/api/work/test-attempts/${testAttemptId}/answers`, { answers: [{ number: 1, answer: true }] })
  await must('kiem', `/api/work/test-attempts/${testAttemptId}/send`)
  const paper = { officialId: learner, variant: 1, written: ['Đ', ''] }
  await must('dao', `/api/class-tests/${classTestId}/papers`, { testAttemptId: onPaper, ...paper })
  const anew = { variant: 1, written: ['Đ', 'S'], seen: 1, because: 'Nhập nhầm dòng' }
  await must('dao', `/api/test-attempts/${onPaper}/correct`, anew)
  const remark = { testRemarkId: newId(), item: 1, how: 'drop', lowers: true, seen: 2, because: 'Câu hỏi sai' }
  await must('dao', `/api/class-tests/${classTestId}/remark`, remark)
}

/** A material that is read, in versions and as a file; a lesson whose question is answered; copies handed out and taken back. */
async function study(world: World, must: Walked['must'], areaId: AreaId, topicId: string): Promise<void> {
  const [materialId, questionId, handoutId] = [newId(), newId(), newId()]
  const asks = { ask: 'Ghi theo năm trước?', body: { kind: 'true_false', right: false }, basis: '' }
  await must('dao', '/api/questions', { questionId, areaId, topicId, pool: 'practice', ...asks })
  const said = { title: 'Bài học', summary: '', basis: '', text: 'Hỏi từng câu.', questionId }
  await must('dao', '/api/library', { materialId, areaId, topicId, kind: 'lesson', ...said })
  const url = `/api/library/${materialId}`
  await must('dao', `${url}/versions`, { ...said, seen: 1, because: 'Viết gọn' })
  for (const what of ['opened', 'read', 'unread']) await must('dao', `${url}/reading`, { areaId, version: 2, what })
  await must('dao', `${url}/answer`, { areaId, version: 2, answer: false })
  for (const state of ['out', 'used']) await must('dao', `${url}/use`, { state, because: 'Xem lại tài liệu' })
  const sent = async (at: string, fields: object) => {
    const reply = await world.as('dao').upload(at, fields as Record<string, string>, scan())
    if (reply.statusCode !== 200) throw new Error(`${at}: ${reply.body}`)
  }
  const asFile = { materialId: newId(), areaId, topicId, kind: 'document', title: 'Tờ rơi', summary: '', basis: '' }
  await sent('/api/library/files', asFile)
  const next = { title: 'Tờ rơi', summary: '', basis: '', seen: '1', because: 'Bản in rõ hơn' }
  await sent(`/api/library/${asFile.materialId}/files`, next)
  const to = { toAreaId: null, toClassId: null, toWords: 'Giao ban', on: '2026-11-18' }
  await must('dao', '/api/handouts', { handoutId, areaId, materialId, version: 1, copies: 20, ...to })
  await must('dao', `/api/handouts/${handoutId}/take-back`, { because: 'Ghi nhầm lần phát' })
  const [one, two, three] = [newId(), newId(), newId()]
  for (const inquiryId of [one, two, three])
    await must('dao', '/api/inquiries', { inquiryId, areaId, topicId: null, section: 'housing', ask: 'Ghi thế nào?' })
  await must('dao', `/api/inquiries/${one}/assign`, { seen: 0, accountId: world.idOf('dao') })
  const answer = { text: 'Ghi như thấy.', basis: 'Thông tư', because: null }
  await must('dao', `/api/inquiries/${one}/answer`, { seen: 1, ...answer })
  await must('dao', `/api/inquiries/${one}/answer`, { seen: 2, ...answer, because: 'Trả lời rõ hơn' })
  await must('dao', `/api/inquiries/${one}/share`, { seen: 3, areaId, topicId, title: 'Nhà đang sửa?' })
  await must('dao', `/api/inquiries/${two}/refuse`, { seen: 0, because: 'Không phải nghiệp vụ' })
  await must('dao', `/api/inquiries/${three}/withdraw`, { seen: 0, because: 'Đã rõ rồi' })
}

/** A class planned, put right, given sessions and trainers, moved, announced and called off. */
async function classes(must: Walked['must'], areaId: AreaId): Promise<void> {
  const [trainingClassId, one, two, first, second] = [newId(), newId(), newId(), newId(), newId()]
  const said = { code: '', title: 'Lớp nghiệp vụ', kind: 'seminar', year: 2026, seats: 40, topicIds: [], note: '' }
  await must('dao', '/api/training-classes', { trainingClassId, areaId, ...said, planLineId: null })
  const url = `/api/training-classes/${trainingClassId}`
  await must('dao', `${url}/change`, { note: 'mang sổ', was: { note: '' } })
  const holds = { hallId: null, place: 'Nhà văn hóa', topicId: null, classTrainerIds: [] }
  const sessions = [one, two].map((classSessionId, at) => ({
    ...{ classSessionId, day: `2026-12-0${at + 1}`, from: '08:00', until: '11:30' },
  }))
  await must('dao', `${url}/clashes`, { sessions, ...holds })
  await must('dao', `${url}/sessions`, { sessions, ...holds })
  await must('dao', `/api/class-sessions/${one}/change`, { place: 'Sân đình', was: { place: 'Nhà văn hóa' } })
  await must('dao', `/api/class-sessions/${two}/drop`, { because: 'Trùng lịch' })
  const teaches = { organisation: '', phone: null, email: null, topicIds: [], note: '', from: '2026-01-01' }
  const [trainerId, otherId] = [newId(), newId()]
  for (const id of [trainerId, otherId])
    await must('dao', '/api/trainers', { trainerId: id, areaId, officialId: null, name: 'Lò Thị Dạy', ...teaches })
  await must('dao', `${url}/trainers`, { classTrainerId: first, trainerId, classSessionIds: [one] })
  await must('dao', `/api/class-trainers/${first}/answer`, { seen: 'asked', answer: 'declined', because: 'Ốm' })
  const by = { seen: 'declined', follower: second, trainerId: otherId, classSessionIds: [one], because: 'Ốm' }
  await must('dao', `/api/class-trainers/${first}/replace`, by)
  // Asked, answered and replaced, the first session written, changed, the second dropped, and the class changed once.
  await must('dao', `${url}/move`, { revision: 7, days: 7, because: 'Bão' })
  await must('dao', `${url}/step`, { seen: 'planned', to: 'announced' })
  await must('dao', `${url}/step`, { seen: 'announced', to: 'planned', because: 'Nhầm ngày' })
  await must('dao', `${url}/step`, { seen: 'planned', to: 'cancelled', because: 'Bão' })
}

/** A session marked, counted, opened again; somebody who types its code without a seat, and another without a telephone. */
async function attendance(world: World, { must }: Pick<Walked, 'must'>): Promise<void> {
  const one = slot('2026-11-20', '12:00', '12:45')
  const { classSessionId } = one
  const trainingClassId = await aRunningClass(world, [one])
  await seated(world, trainingClassId, [await aLearner(world, 'Lò Thị Học')])
  const sheets = `/api/training-classes/${trainingClassId}/signed-sheets`
  const photo = { name: 'to-diem-danh.jpg', type: 'image/jpeg', bytes: jpeg }
  await world.as('dao').upload('/api/training-classes/signed-sheets/check', {}, photo)
  const kept = await world.as('dao').upload(sheets, { note: 'Trang 1' }, photo)
  if (kept.statusCode !== 200) throw new Error(kept.body)
  const pages = 'select file_id as id from attendance_page where class_id = $1'
  const [page] = (await world.owner.query<{ id: string }>(pages, [trainingClassId])).rows
  await must('dao', `${sheets}/${page?.id}/drop`, { because: 'Ảnh mờ' })
  const url = `/api/class-sessions/${classSessionId}`
  const read = async (path: string) => (await world.as('dao').get(`${url}/${path}`)).json()
  const [{ officialId }] = (await read('attendance')).learners
  await must('dao', `${url}/marks`, { marks: [{ officialId, seen: null, mark: 'present' }], how: 'paper' })
  await must('dao', `${url}/count`, { heads: 1, seen: 1, closes: true })
  await must('dao', `${url}/reopen`, { because: 'Đếm nhầm' })
  await must('hung', '/api/work/check-in', { sessionCode: (await read('code')).code })
  const mine = 'select id from class_walk_in where session_id = $1'
  const [byCode] = (await world.owner.query<{ id: string }>(mine, [classSessionId])).rows
  await must('hung', `/api/work/walk-ins/${byCode?.id}/take`, {})
  await must('dao', `/api/walk-ins/${byCode?.id}/match`, { officialId: await aLearner(world, 'Lò Văn Thêm') })
  const classWalkInId = newId()
  await must('dao', `${url}/walk-ins`, { classWalkInId, name: 'Lò Văn Nhầm' })
  await must('dao', `/api/walk-ins/${classWalkInId}/undo`, { seen: 'taken', because: 'Không học' })
}

/** A rule entered, followed, ended, withdrawn; credentials issued, entered, extended, revoked, given back, issued anew; the gate. */
async function credentials(world: World, { must }: Pick<Walked, 'must'>, topicId: string): Promise<void> {
  const [areaId, wrong, nextId, last] = [demoAreas.phuTho, newId(), newId(), newId()]
  const said = { ...ruleSaid, topicIds: [topicId] }
  await must('lan', '/api/credential-rules', { credentialRuleId: wrong, areaId, ...said, name: 'Ghi nhầm' })
  const url = (id: string) => `/api/credential-rules/${id}`
  const later = { ...said, name: 'Ghi nhầm', from: '2026-08-01' }
  await must('lan', `${url(wrong)}/next`, { nextId, ...later })
  await must('lan', `${url(nextId)}/withdraw`, { because: 'Ghi nhầm' })
  await must('lan', `${url(wrong)}/end`, { last: '2026-12-31', because: 'Bãi bỏ' })
  await must('lan', '/api/credential-rules', { credentialRuleId: last, areaId, ...said })
  const officialId = await inRoster(world, null, 'Vi Thị Chứng')
  await must('dao', `/api/areas/${areaId}/credentials/issue`, {})
  const [credentialId, credentialExtensionId, anew] = [newId(), newId(), newId()]
  const basis = {
    credentialBasis: 'taught',
    documentNumber: '5/GM',
    issuer: 'Trường Chính trị',
    completedOn: '2026-10-10',
  }
  await must('dao', '/api/credentials', { credentialId, ruleId: last, officialId, ...basis })
  const was = { number: '7/QĐ-SNNMT', decidedOn: '2026-11-10', issuer: 'Sở Nông nghiệp và Môi trường' }
  const longer = { credentialIds: [credentialId], ...was, last: '2027-02-28', because: 'Bão' }
  await must('dao', '/api/credential-extensions', { credentialExtensionId, ...longer })
  const extension = `/api/credential-extensions/${credentialExtensionId}`
  await must('dao', `${extension}/correct`, { ...was, number: '8/QĐ-SNNMT', was, because: 'Gõ sai' })
  await must('dao', `${extension}/withdraw`, { because: 'Thu hồi quyết định' })
  await must('dao', '/api/credentials/revoke', { credentialIds: [credentialId], because: 'Nhầm người' })
  await must('dao', `/api/credentials/${credentialId}/restore`, { because: 'Đúng người' })
  const named = { nextId: anew, fullName: 'Vi Thị Chúng', because: 'Sai tên' }
  await must('dao', `/api/credentials/${credentialId}/reissue`, named)
  await theGate(world, { must }, last)
}

/** A round opened where the gate holds; its head is let survey without a credential, and no longer. */
async function theGate(world: World, { must }: Pick<Walked, 'must'>, ruleId: string): Promise<void> {
  const [gateSettingId, gateOverrideId] = [newId(), newId()]
  const setting = { areaId: demoAreas.phuTho, mode: 'hold', from: '2026-11-20', legalReference: '3/CV', mark: 'text' }
  await must('lan', '/api/gate-settings', { gateSettingId, ...setting })
  const { roundId } = await openRound(world, 'ad_hoc')
  await must('lan', `/api/gate-settings/${gateSettingId}/withdraw`, { because: 'Thử' })
  const opened = { gateOverrideId, accountId: world.idOf('mai'), ruleId, because: 'Không có ai khác' }
  await must('hung', `/api/rounds/${roundId}/gate/open`, opened)
  await must('hung', `/api/gate-overrides/${gateOverrideId}/close`, { because: 'Có người khác' })
  await must('hung', `/api/rounds/${roundId}/cancel`, { because: 'Kỳ thử' })
}

async function frameworks(world: World, { must }: Walked, of: { areaId: AreaId; programmeId: string }): Promise<void> {
  const frameworkId = newId()
  const said = { name: 'Khung bồi dưỡng', periodFrom: 2026, periodUntil: 2030, note: '', copyOf: null }
  await must('dao', '/api/frameworks', { frameworkId, ...of, ...said })
  const url = `/api/frameworks/${frameworkId}`
  await must('dao', `${url}/change`, { periodUntil: 2029, was: { periodUntil: 2030 } })
  const topic = {
    title: 'Rà soát hộ',
    objective: '',
    contents: '',
    theoryHours: 4,
    practiceHours: null,
    recursAfter: null,
  }
  const lists = { posts: ['enumerator'], levels: [], areaConditions: [], requires: [] }
  const [kept, dropped] = [newId(), newId()]
  for (const [code, frameworkTopicId] of [
    ['CĐ1', kept],
    ['CĐ2', dropped],
  ])
    await must('dao', `${url}/topics`, { frameworkTopicId, code, ...topic, ...lists })
  await must('dao', `/api/framework-topics/${kept}/change`, { theoryHours: 6, was: { theoryHours: 4 } })
  await must('dao', `/api/framework-topics/${dropped}/drop`)
  const bytes = Buffer.from('\ufeffMã chuyên đề;Tên chuyên đề;Mục tiêu;Nội dung\r\nCĐ3;Họp dân;;\r\n')
  const file = { name: 'chuyen-de.csv', type: 'text/csv', bytes }
  const edits = async () => (await world.as('lan').get(url)).json().edits
  const fields = { frameworkId, edits: String(await edits()) }
  await faultyRows(world, 'dao', { url: '/api/frameworks/import', fields, file, row: ';Không có mã;;' })
  for (const [path, more] of [
    ['/api/frameworks/import/check', {}],
    ['/api/frameworks/import', { sha256: createHash('sha256').update(bytes).digest('hex') }],
  ] as const) {
    const reply = await world.as('dao').upload(path, { ...fields, ...more }, file)
    if (reply.statusCode !== 200) throw new Error(`${path}: ${reply.body}`)
  }
  const signed = { number: '9/QĐ-UBND', decidedOn: '2026-11-03', issuer: 'UBND tỉnh Phú Thọ', edits: await edits() }
  await must('lan', `${url}/approve`, signed)
  const { edits: _edits, ...typed } = signed
  await must('lan', `${url}/correct-decision`, { ...typed, number: '6/QĐ-UBND', because: 'Gõ nhầm số', was: typed })
  await needs(world, { must }, kept)
  const nextId = newId()
  await must('dao', `${url}/versions`, { nextId })
  await must('dao', `/api/frameworks/${nextId}/drop`, { because: 'Lập nhầm' })
}

/** A topic against an error, taken away again; one who is nominated and withdrawn, and asks for it himself. */
async function needs(world: World, { must }: Walked, topicId: string): Promise<void> {
  const [errorTopicId, officialId, trainingWishId] = [newId(), newId(), newId()]
  await must('dao', `/api/areas/${demoAreas.phuTho}/error-topics`, { errorTopicId, code: 'housing', topicId })
  await must('dao', `/api/error-topics/${errorTopicId}/drop`)
  const who = { name: 'Giàng A Học', sex: 'male', birth: { year: 1990 }, ethnicity: '08', languages: [] }
  const more = { phone: '', personalNumber: '', holds: null }
  await must('hung', '/api/officials', { officialId, unitId: demoAreas.tamHongToday, ...who, ...more })
  const wish = { nominations: [{ trainingWishId, officialId }], topicId, reason: 'Mới nhận việc', also: true }
  await must('hung', `/api/areas/${demoAreas.tamHongToday}/nominations`, wish)
  await must('hung', `/api/nominations/${trainingWishId}/withdraw`, { because: 'Chuyển công tác' })
  await world.owner.query('update official set account_id = null where account_id = $1', [world.idOf('thang')])
  await world.owner.query('update official set account_id = $2 where id = $1', [officialId, world.idOf('thang')])
  const mine = newId()
  await must('thang', '/api/work/training-requests', { trainingWishId: mine, topicId, reason: 'Cần cho việc' })
  await must('thang', `/api/work/training-requests/${mine}/withdraw`, { because: 'Đã học' })
}

/** Each kind of event that writes in its own way: units that begin, that end, and that hang under one that has just begun. */
async function areas(_world: World, { must }: Walked): Promise<void> {
  const event = (change: object) =>
    must('quantri', '/api/area-events', { change, day: '2026-10-01', legalBasis: 'Nghị quyết 1/NQ-HĐND', mark: 'text' })
  const [first, second, third] = demoAreas.villages.yenPhuong
  const parentId = demoAreas.tamHongToday
  const unit = (name: string) => ({ name, kind: 'thon', code: null, parentId })
  await event({ kind: 'create', unit: unit('Thôn Mới') })
  await event({ kind: 'rename', areaId: third, name: 'Thôn Khác' })
  const merged = await event({ kind: 'merge', areaIds: [first, second], into: unit('Thôn Phương Nha') })
  await must('quantri', `/api/area-events/${merged.eventId}/undo`, { because: 'Nghị quyết chưa có' })
  await event({ kind: 'merge', areaIds: [first, second], into: unit('Thôn Phương Nha') })
  const commune = { name: 'Xã Thống Thượng', kind: 'xa', code: '99901', parentId: quangNinhId }
  await event({ kind: 'merge', areaIds: [demoAreas.kyThuongToday, demoAreas.thongNhat], into: commune })
  const status = { status: 'kv1', from: '2026-10-01', until: null, decision: 'Quyết định 2/QĐ-UBND' }
  await must('quantri', `/api/areas/${parentId}/statuses`, status)
  const total = { day: '2026-10-01', households: 7100, persons: 28000, source: 'Báo cáo 12/BC-UBND' }
  const groups = { kinhHouseholds: 7000, dttsHouseholds: 100 }
  await must('hung', `/api/areas/${parentId}/declared-totals`, { ...total, ...groups })
}

/** One is entered, opened, changed, appointed, leaves; what was learnt; another post of theirs ended with its commune. */
async function roster(world: World, { must }: Walked): Promise<void> {
  const officialId = newId<'official'>()
  const at = `/api/officials/${officialId}`
  const post = (areaId: AreaId, name: string) => ({
    ...{ appointmentId: newId(), post: name, areaId, standing: 'own', from: '2026-01-05', until: null },
    ...{ decisionNumber: '', decidedOn: null, also: true },
  })
  const who = { name: 'Giàng A Sổ', sex: 'male', birth: { year: 1984 }, ethnicity: '08', languages: [] }
  const first = post(demoAreas.tamHongToday, 'leader')
  const particulars = { ...who, phone: '', personalNumber: '' }
  await must('hung', '/api/officials', { officialId, unitId: demoAreas.tamHongToday, ...particulars, holds: first })
  await must('hung', `${at}/open`)
  await must('hung', `${at}/change`, { was: particulars, phone: '0912345678' })
  const second = post(demoAreas.tamHongToday, 'specialist')
  await must('hung', `${at}/appointments`, second)
  await must('hung', `/api/appointments/${second.appointmentId}/decision`, {
    ...{ decisionNumber: '12/QĐ-UBND', decidedOn: '2026-01-02', was: { decisionNumber: '', decidedOn: null } },
  })
  await must('hung', `/api/appointments/${second.appointmentId}/end`, { last: '2026-06-30', reason: 'moved' })
  await must('hung', `/api/appointments/${second.appointmentId}/end/correct`, {
    ...{ ends: { last: '2026-07-31', reason: 'moved' }, because: 'Ghi nhầm tháng' },
    ...{ seen: { until: '2026-07-01', reason: 'moved' }, longer: true },
  })
  const bytes = Buffer.from(
    '\ufeffHọ và tên;Giới tính;Ngày sinh;Dân tộc;Số điện thoại;Đơn vị;Chức danh;Từ ngày\r\n' +
      'Giàng A Sổ;Nam;1984;Mông;0987654321;Xã Tam Hồng;;\r\nLò Thị Ban;Nữ;1990;Thái;;Xã Tam Hồng;specialist;05/01/2026\r\n',
  )
  const file = { name: 'can-bo.csv', type: 'text/csv', bytes }
  const fields = { areaId: demoAreas.tamHongToday }
  const row = 'Giàng A Sai;Ông;1984;Mông;;Xã Tam Hồng;;'
  await faultyRows(world, 'hung', { url: '/api/officials/import', fields, file, row })
  const checked = await world.as('hung').upload('/api/officials/import/check', fields, file)
  const { sha256, seen } = checked.json()
  const written = await world.as('hung').upload('/api/officials/import', { ...fields, sha256, seen }, file)
  if (written.statusCode !== 200) throw new Error(`officials: ${checked.body} ${written.body}`)
  const third = post(demoAreas.villages.tamHong[0] as AreaId, 'village_head')
  const [moveId, wrongMoveId] = [newId(), newId()]
  const planned = { kind: 'rotation', why: 'Tăng cường', plannedLast: '2026-10-31' }
  const { until: _until, ...there } = third
  await must('hung', `${at}/moves`, { moveId, ...planned, leftId: first.appointmentId, ...there })
  await must('hung', `/api/moves/${moveId}/change`, { was: planned, plannedLast: null })
  await must('hung', `/api/moves/${moveId}/end`, { last: '2026-09-30', outcome: 'Về xã' })
  const seenEnd = { last: '2026-09-30', outcome: 'Về xã', stays: false }
  const rightEnd = { last: '2026-09-29', outcome: 'Về xã', stays: false, because: 'Ghi nhầm ngày', was: seenEnd }
  await must('hung', `/api/moves/${moveId}/correct-end`, rightEnd)
  const again = { ...there, appointmentId: newId(), from: '2026-10-01' }
  await must('hung', `${at}/moves`, { moveId: wrongMoveId, ...planned, leftId: first.appointmentId, ...again })
  await must('hung', `/api/moves/${wrongMoveId}/take-away`, { because: 'Ghi nhầm người' })
  const moveTargetId = newId()
  await must('lan', `/api/areas/${demoAreas.phuTho}/move-targets`, {
    ...{ moveTargetId, year: 2026, kind: 'secondment', people: 3, from: '2026-01-01' },
    ...{ legalReference: 'Kế hoạch 12/KH-UBND', mark: 'text' },
  })
  await must('lan', `/api/move-targets/${moveTargetId}/change`, { people: 4, was: { people: 3 } })
  await must('lan', `/api/move-targets/${moveTargetId}/end`, { last: '2026-12-31', because: 'Bãi bỏ' })
  const left = newId<'appointment'>()
  await world.owner.query(
    `insert into appointment (id, official_id, post, area_id, valid_from) values ($1, $2, 'leader', $3, '2021-01-01')`,
    [left, officialId, demoAreas.yenDong2021],
  )
  const { appointmentId: nextId, ...next } = post(demoAreas.tamHongToday, 'front_head')
  await must('hung', `/api/appointments/${left}/renew`, { ...next, nextId })
  const qualificationId = newId()
  const learnt = { kind: 'it', title: 'Tin học cơ bản', school: '', form: null, from: null, until: '2015' }
  await must('hung', `${at}/qualifications`, { qualificationId, ...learnt, number: '', issuedBy: '' })
  await must('hung', `${at}/qualifications/${qualificationId}/change`, { was: learnt, until: '2016' })
  const because = 'Bằng của người khác'
  await must('hung', `${at}/qualifications/${qualificationId}/take-away`, { because })
  await requirements({ must })
  await bodyNorms({ must })
  const accountId = world.idOf('mai')
  await must('hung', `${at}/account`, { accountId })
  await must('hung', `${at}/account/part`, { accountId, because: 'Nối nhầm người' })
  const formerId = newId()
  const twice = { unitId: demoAreas.tamHongToday, ...particulars, holds: null, sure: 'Ghi lần nữa' }
  await must('hung', '/api/officials', { officialId: formerId, ...twice })
  await unasked(world, formerId)
  const apartId = newId()
  await must('hung', `${at}/apart`, { apartId, otherId: formerId, because: 'Hai anh em họ' })
  await must('hung', `/api/officials/apart/${apartId}/take-back`, { because: 'Ghi nhầm' })
  await must('hung', `${at}/join`, { formerId, because: 'Cùng một người' })
  const give = async () => {
    const done = { officialIds: [officialId], toId: demoAreas.phuTho, because: 'Chuyển công tác' }
    await must('hung', '/api/officials/hand-over', done)
    const { rows } = await world.owner.query(
      `select id from official_handover where official_id = $1 and state = 'asked'`,
      [officialId],
    )
    return `/api/handovers/${rows[0].id}`
  }
  await must('lan', `${await give()}/refuse`, { because: 'Người của xã khác' })
  await must('hung', `${await give()}/withdraw`, { because: 'Ghi nhầm' })
  await must('lan', `${await give()}/take`)
}

/** What a post asks and how many there should be, entered, followed by another that ends. */
async function requirements({ must }: Pick<Walked, 'must'>): Promise<void> {
  const [requirementId, nextId] = [newId(), newId()]
  const value = { minimum: 'basic', from: '2026-02-01', legalBasis: '18/2025/QĐ-UBND', mark: 'text' }
  const of = { areaId: demoAreas.phuTho, post: 'village_head', level: null, kind: 'it' }
  await must('lan', '/api/post-requirements', { requirementId, ...of, ...value })
  const from = { from: '2026-07-01', minimum: 'advanced' }
  await must('lan', `/api/post-requirements/${requirementId}/next`, { nextId, ...value, ...from })
  await must('lan', `/api/post-requirements/${nextId}/end`, { last: '2026-12-31', because: 'Bãi bỏ' })
  const [postNormId, laterId] = [newId(), newId()]
  const norm = { required: 2, from: '2026-02-01', legalBasis: '18/2025/QĐ-UBND', mark: 'text' }
  await must('lan', '/api/post-norms', {
    postNormId,
    areaId: demoAreas.phuTho,
    post: 'leader',
    level: 'commune',
    ...norm,
  })
  await must('lan', `/api/post-norms/${postNormId}/next`, { nextId: laterId, ...norm, from: '2026-07-01' })
  await must('lan', `/api/post-norms/${laterId}/end`, { last: null, because: 'Ghi nhầm' })
}

/** How many bodies there should be, entered, followed by another that ends. */
async function bodyNorms({ must }: Pick<Walked, 'must'>): Promise<void> {
  const [bodyNormId, nextId] = [newId(), newId()]
  const norm = { required: 2, from: '2026-02-01', legalBasis: '18/2025/QĐ-UBND', mark: 'text' }
  const of = { areaId: demoAreas.phuTho, kind: 'steering', level: 'commune' }
  await must('lan', '/api/body-norms', { bodyNormId, ...of, ...norm })
  await must('lan', `/api/body-norms/${bodyNormId}/next`, { nextId, ...norm, from: '2026-07-01' })
  await must('lan', `/api/body-norms/${nextId}/end`, { last: null, because: 'Ghi nhầm' })
}

/** Founded, corrected, joined, left; met, written down, signed; tasks done and taken back; dissolved. */
async function bodies(world: World, { must }: Walked): Promise<void> {
  const acts = bodyActs(world)
  const bodyId = await acts.founded()
  await must('hung', `/api/bodies/${bodyId}/change`, { was: { until: null }, decidedBy: 'UBND xã' })
  const official = await acts.person('Lưu Văn Ban')
  const memberId = await acts.joined(bodyId, official)
  const because = 'Chuyển công tác'
  await must('hung', `/api/body-members/${memberId}/end`, { last: '2026-03-30', because })
  const end = { last: '2026-03-31', because: 'Ghi nhầm ngày', seen: '2026-03-31' }
  await must('hung', `/api/body-members/${memberId}/correct-end`, end)
  const bytes = Buffer.from(
    '\ufeffTên Ban;Họ tên;Đơn vị giữ hồ sơ;Vai trò;Từ ngày\r\n' +
      'Ban Chỉ đạo chương trình mục tiêu;Lưu Văn Ban;Xã Tam Hồng;Thư ký;05/04/2026\r\n',
  )
  const file = { name: 'thanh-vien.csv', type: 'text/csv', bytes }
  const fields = { areaId: demoAreas.tamHongToday }
  const row = 'Ban Chỉ đạo chương trình mục tiêu;Lưu Văn Ban;Xã Tam Hồng;Thư ký;05/13/2026'
  await faultyRows(world, 'hung', { url: '/api/body-members/import', fields, file, row })
  const checked = await world.as('hung').upload('/api/body-members/import/check', fields, file)
  const { sha256 } = checked.json()
  const written = await world.as('hung').upload('/api/body-members/import', { ...fields, sha256 }, file)
  if (written.statusCode !== 200) throw new Error(`members: ${checked.body} ${written.body}`)
  const off = await acts.met(bodyId)
  await must('hung', `/api/meetings/${off}/call-off`, { because: 'Mưa bão' })
  const clerk = await acts.person('Lưu Văn Thư')
  await acts.joined(bodyId, clerk)
  const meeting = await acts.met(bodyId, { on: '2026-10-01' })
  const was = { conclusions: [], present: [], chairedBy: null }
  await must('hung', `/api/meetings/${meeting}/change`, {
    was,
    conclusions: ['Làm tiếp'],
    present: [clerk],
    chairedBy: clerk,
  })
  // No call joins an account to somebody of the roster yet.
  await world.owner.query('update official set account_id = $2 where id = $1', [official, world.idOf('mai')])
  for (const how of ['done', 'mine', 'back']) {
    const taskId = newId()
    const task = { taskId, officialId: official, what: 'Báo cáo', due: '2026-10-10' }
    await must('hung', `/api/meetings/${meeting}/tasks`, task)
    const on = '2026-10-12'
    if (how === 'done') {
      await must('hung', `/api/body-tasks/${taskId}/done`, { on })
      await must('hung', `/api/body-tasks/${taskId}/reopen`, { because: 'Ghi nhầm việc', seen: on })
      await must('hung', `/api/body-tasks/${taskId}/done`, { on })
    }
    if (how === 'mine') await must('mai', `/api/work/body-tasks/${taskId}/done`, { on })
    if (how === 'back') await must('hung', `/api/body-tasks/${taskId}/take-back`, { because: 'Giao nhầm' })
  }
  const seen = await world.as('hung').upload('/api/meetings/signed/check', {}, scan())
  if (seen.statusCode !== 200) throw new Error(seen.body)
  const { fingerprint } = (await world.as('hung').get(`/api/meetings/${meeting}`)).json().minutes
  const kept = await world.as('hung').upload(`/api/meetings/${meeting}/signed`, { fingerprint }, scan())
  if (kept.statusCode !== 200) throw new Error(kept.body)
  const { page } = (await world.as('hung').get(`/api/meetings/${meeting}`)).json()
  const wrong = { scanId: page, because: 'Nhầm cuộc họp' }
  const replaced = await world.as('hung').upload(`/api/meetings/${meeting}/signed/replace`, wrong, scan())
  if (replaced.statusCode !== 200) throw new Error(replaced.body)
  await must('hung', `/api/bodies/${bodyId}/dissolve`, { last: '2026-11-10', because: 'Chương trình kết thúc' })
  const dissolved = { last: '2026-11-11', because: 'Ghi nhầm ngày', seen: '2026-11-11' }
  await must('hung', `/api/bodies/${bodyId}/dissolve/correct`, dissolved)
}

async function people(world: World, { must }: Walked): Promise<void> {
  const areaId = demoAreas.tamHongToday
  const made = { login: 'moi', name: 'Người Mới', firstPassword: 'mật khẩu ban đầu', role: 'enumerator', areaId }
  const { accountId } = await must('quantri', '/api/accounts', made)
  const grant = { role: 'commune_official', areaId, from: '2026-11-01', until: null }
  const { grantId } = await must('quantri', `/api/accounts/${accountId}/grants`, grant)
  await must('quantri', `/api/grants/${grantId}/end`)
  await must('quantri', `/api/accounts/${accountId}/reset-password`, { firstPassword: 'mật khẩu khác' })
  await must('hung', '/api/password', { old: demoPassword, new: 'mật khẩu khác hẳn' })
  const { sessions } = (await world.as('bich').get('/api/me/sessions')).json()
  await must('bich', `/api/me/sessions/${sessions[0].id}/end`)
  await must('lan', '/api/sign-out')
  await world.owner.query('insert into setup_token (token_hash) values ($1)', [hashOfToken('mã một lần')])
  const first = { token: 'mã một lần', login: 'dautien', name: 'Người Đầu Tiên', password: 'mật khẩu quản trị' }
  const reply = await world.nobody.post('/api/set-up', first)
  if (reply.statusCode !== 200) throw new Error(`/api/set-up: ${reply.body}`)
}

async function inTheBackground(world: World, { must }: Walked): Promise<void> {
  const url = '/api/jobs/areas.day_changed'
  const { runId } = await must('quantri', `${url}/run`)
  await world.owner.query(`update pgboss.job set state = 'failed', completed_on = now() where id = $1`, [runId])
  await must('quantri', `${url}/runs/${runId}/again`)
  // Those asked for by a change were done with it.
  for (const job of allJobs.filter(({ spec }) => spec.schedule)) {
    const data = { input: {}, by: null }
    const run = { id: newId<'command'>() as CommandId, data, nation: nationId, signal: new AbortController().signal }
    await job.run(world.host, run)
  }
}
