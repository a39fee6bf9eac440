/** Minutes that were signed stay as they were; a page is kept only with the text that it says. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDemoBodies } from '#features/bodies/demo.ts'
import { addDemoOfficials } from '#features/people/demo/officials.ts'
import { lookAt } from '#platform/server/documents/pdf/look.ts'
import { newId } from '#platform/server/ids.ts'
import { createKeys } from '#platform/server/keys/keys.ts'
import { bodyActs } from '#test/bodies.ts'
import { testDay } from '#test/day.ts'
import { scan } from '#test/rounds.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'
import { textsIn } from '#test/zip.ts'
import { codeSaid } from './rules.ts'

let world: World
let acts: ReturnType<typeof bodyActs>
beforeAll(async () => {
  world = await openWorld()
  acts = bodyActs(world)
})
afterAll(() => world.close())

const must = (url: string, body: object, person: PersonName = 'hung') => acts.must(person, url, body)
const show = async (meeting: string) => (await world.as('hung').get(`/api/meetings/${meeting}`)).json()
const fingerprintOf = async (meeting: string): Promise<string> => (await show(meeting)).minutes.fingerprint
const keep = (meeting: string, fingerprint: string, person: PersonName = 'hung') =>
  world.as(person).upload(`/api/meetings/${meeting}/signed`, { fingerprint }, scan())
async function kept(meeting: string): Promise<void> {
  const reply = await keep(meeting, await fingerprintOf(meeting))
  expect(reply.statusCode, reply.body).toBe(200)
}

type Held = { readonly bodyId: string; readonly meeting: string; readonly head: string; readonly away: string }
type Made = Held & { readonly place: string; readonly task: string }
const names = { head: 'Phạm Văn Chỉ', away: 'Lưu Thị Vắng' }

/** Chỉ heads and was there, Vắng was absent, and Chỉ was given something to do. */
async function held(): Promise<Made> {
  const bodyId = await acts.founded({ until: '2027-01-01' })
  const [head, away] = [await acts.person(names.head), await acts.person(names.away)]
  await acts.joined(bodyId, head, { role: 'head', until: '2027-01-01' })
  const place = await acts.joined(bodyId, away, { until: '2027-01-01' })
  const meeting = await acts.met(bodyId)
  await must(`/api/meetings/${meeting}/change`, {
    present: [head],
    guests: 'Ông Tư',
    conclusions: ['Xong trước 20/11.'],
  })
  const made = { bodyId, meeting, head, away, place }
  return { ...made, task: await given(made, 'Lập danh sách hộ') }
}
async function given({ meeting, head }: Pick<Held, 'meeting' | 'head'>, what: string): Promise<string> {
  const taskId = newId()
  await must(`/api/meetings/${meeting}/tasks`, { taskId, officialId: head, what, due: '2026-11-10' })
  return taskId
}

const file = async (meeting: string, name: string) => {
  const reply = await world.as('hung').get(`/api/meetings/${meeting}/${name}`)
  expect(reply.statusCode, reply.body.slice(0, 300)).toBe(200)
  return reply
}
const pdfText = async (meeting: string, name = 'bien-ban.pdf') =>
  lookAt((await file(meeting, name)).rawPayload)
    .map((page) => page.text)
    .join('\n')
const docxText = async (meeting: string) => {
  const parts = await textsIn((await file(meeting, 'bien-ban.docx')).rawPayload)
  return [...parts].flatMap(([name, xml]) => (/^word\/(document|footer\d+)\.xml$/.test(name) ? [xml] : [])).join('\n')
}
/** All that is drawn of a meeting. */
const drawn = async (meeting: string) => ({
  minutes: await pdfText(meeting),
  word: await docxText(meeting),
  invitation: await pdfText(meeting, 'giay-moi.pdf'),
  name: (await file(meeting, 'bien-ban.pdf')).headers['content-disposition'],
})

/** What happens to what minutes speak of, each by a call of its own. */
const later: Record<string, (of: Made) => Promise<unknown>> = {
  'a name is put right': ({ away }) => must(`/api/officials/${away}/change`, { name: 'Lưu Thị Vặng' }),
  'an end is entered, and corrected to a day before the meeting': async ({ place }) => {
    const left = { last: '2026-11-10', because: 'Chuyển công tác', mistaken: false }
    await must(`/api/body-members/${place}/end`, left)
    const corrected = { last: '2026-10-31', because: 'Ghi nhầm ngày', seen: '2026-11-11' }
    await must(`/api/body-members/${place}/correct-end`, corrected)
  },
  'somebody is entered as a member of then': async ({ bodyId }) =>
    acts.joined(bodyId, await acts.person('Bùi Văn Mới'), { until: '2027-01-01' }),
  'a task is given': (of) => given(of, 'Báo cáo huyện'),
  'a task is taken back': ({ task }) => must(`/api/body-tasks/${task}/take-back`, { because: 'Giao nhầm' }),
  'the body has another name': ({ bodyId }) =>
    must(`/api/bodies/${bodyId}/change`, { name: 'Ban Chỉ đạo giảm nghèo bền vững' }),
}

describe.each(Object.entries(later))('where %s', (_what, happens) => {
  it('afterwards, the papers of kept minutes say what was signed', async () => {
    const of = await held()
    const printed = await drawn(of.meeting)
    await kept(of.meeting)
    const { minutes } = await show(of.meeting)
    expect(await drawn(of.meeting)).toEqual(printed)
    await happens(of)
    expect(await drawn(of.meeting)).toEqual(printed)
    expect(await show(of.meeting)).toMatchObject({ isSigned: true, minutes })
  })

  it('between printing and keeping, the page is refused, and kept once it was looked at anew', async () => {
    const of = await held()
    const [printed, fingerprint] = [await pdfText(of.meeting), await fingerprintOf(of.meeting)]
    await happens(of)
    expect(await refusal(world, () => keep(of.meeting, fingerprint))).toBe('bodies.minutes_changed')
    expect(await fingerprintOf(of.meeting)).not.toBe(fingerprint)
    expect(await pdfText(of.meeting)).not.toBe(printed)
    await kept(of.meeting)
  })
})

describe('the text of minutes', () => {
  it('is as it was where a task in it was done', async () => {
    const of = await held()
    await given(of, 'Báo cáo huyện')
    const fingerprint = await fingerprintOf(of.meeting)
    await must(`/api/body-tasks/${of.task}/done`, { on: '2026-11-09' })
    expect(await fingerprintOf(of.meeting)).toBe(fingerprint)
    expect((await keep(of.meeting, fingerprint)).statusCode).toBe(200)
  })

  it('has a code at the foot of every page from the PDF; a Word file, which can be changed, has none', async () => {
    const { meeting } = await held()
    const code = codeSaid(await fingerprintOf(meeting))
    const pages = lookAt((await file(meeting, 'bien-ban.pdf')).rawPayload)
    expect(pages.map(({ text }) => text.includes(code))).toEqual([true, true])
    expect(await docxText(meeting)).not.toContain('Mã văn bản')
    expect(await pdfText(meeting, 'giay-moi.pdf')).not.toContain('Mã văn bản')
  })

  it('is another after every change of the minutes, whoever made it', async () => {
    const { meeting } = await held()
    const fingerprint = await fingerprintOf(meeting)
    await must(`/api/meetings/${meeting}/change`, { conclusions: ['Xong trước 30/11.'] }, 'lan')
    expect(await refusal(world, () => keep(meeting, fingerprint))).toBe('bodies.minutes_changed')
    expect(await refusal(world, () => keep(meeting, 'x'))).toBe('input.invalid')
  })

  it('is none before somebody was there and something concluded', async () => {
    const { bodyId, head } = await held()
    const meeting = await acts.met(bodyId)
    expect((await show(meeting)).minutes).toBeNull()
    await must(`/api/meetings/${meeting}/change`, { present: [head] })
    expect((await show(meeting)).minutes).toBeNull()
    expect(await refusal(world, () => keep(meeting, '0'.repeat(64)))).toBe('bodies.minutes_missing')
  })
})

describe('the signed page', () => {
  it('is kept once, where two send it in the same second', async () => {
    const { meeting } = await held()
    const fingerprint = await fingerprintOf(meeting)
    const both = (['hung', 'lan'] as const).map((person) => () => keep(meeting, fingerprint, person))
    expect(answersIn(await meetingAt(world, 'body_meeting', both)).toSorted()).toEqual(['bodies.meeting_signed', 'ok'])
    expect(await refusal(world, () => keep(meeting, fingerprint))).toBe('bodies.meeting_signed')
  })

  it('kept before its text was, is drawn with the names of now, and without a code', async () => {
    const of = await held()
    await kept(of.meeting)
    await world.owner.query('update body_meeting set paper = null where id = $1', [of.meeting])
    expect((await show(of.meeting)).minutes).toMatchObject({ fingerprint: null, absent: [names.away] })
    await must(`/api/officials/${of.away}/change`, { name: 'Lưu Thị Vặng' })
    expect((await show(of.meeting)).minutes).toMatchObject({ fingerprint: null, absent: ['Lưu Thị Vặng'] })
    expect(await pdfText(of.meeting)).toContain('Lưu Thị Vặng')
    expect(await pdfText(of.meeting)).not.toContain('Mã văn bản')
  })

  it('has its text beside it, or no text is kept', async () => {
    const { meeting } = await held()
    const alone = world.owner.query(`update body_meeting set paper = '{}' where id = $1`, [meeting])
    await expect(alone).rejects.toThrow(/body_meeting_paper/)
  })
})

describe('the page of a meeting', () => {
  it('names who was there and who was not as it was signed, and lists the tasks of now', async () => {
    const of = await held()
    await kept(of.meeting)
    await must(`/api/officials/${of.head}/change`, { name: 'Phạm Văn Chí' })
    const added = await given(of, 'Báo cáo huyện')
    const { minutes, tasks, members } = await show(of.meeting)
    expect(minutes).toMatchObject({
      ...{ present: [names.head], absent: [names.away], chair: names.head, guests: 'Ông Tư' },
      tasks: [{ name: names.head, what: 'Lập danh sách hộ', due: '2026-11-10' }],
    })
    expect(tasks.map((one: { taskId: string }) => one.taskId).toSorted()).toEqual([of.task, added].toSorted())
    expect(members.map((one: { name: string }) => one.name)).toContain('Phạm Văn Chí')
  })
})

describe('the demo', () => {
  it('shows minutes that were kept, with the text that their rows say', async () => {
    const client = await world.owner.connect()
    try {
      const keys = createKeys(join(await mkdtemp(join(tmpdir(), 'nang-buoc-minutes-')), 'keys.json'))
      await addDemoOfficials(client, keys)
      await addDemoBodies(client, testDay)
    } finally {
      client.release()
    }
    const { rows } = await world.owner.query<{ id: string }>(
      `select g.id from body_meeting g join body b on b.id = g.body_id where g.paper is not null and b.name like '%Tam Hồng'`,
    )
    const meeting = rows[0]?.id ?? ''
    const { minutes, isSigned } = await show(meeting)
    expect({ isSigned, minutes }).toMatchObject({ isSigned: true, minutes: { chair: 'Phạm Thị Bích', tasks: [{}] } })
    expect((await file(meeting, 'ban-ky')).headers['content-type']).toBe('application/pdf')
    await world.owner.query('update body_meeting set paper = null, scan_id = null where id = $1', [meeting])
    expect((await show(meeting)).minutes).toEqual(minutes)
  })
})

describe('a signed page that is the wrong one', () => {
  const replace = (meeting: string, part: Record<string, string>, person: PersonName = 'hung') =>
    world.as(person).upload(`/api/meetings/${meeting}/signed/replace`, { because: 'Nhầm cuộc họp', ...part }, scan())
  const pageOf = async (meeting: string, page = '', person: PersonName = 'hung') =>
    world.as(person).get(`/api/meetings/${meeting}/ban-ky${page && `?scanId=${page}`}`)

  it('is replaced with its reason; the minutes stay, and the former page can still be read', async () => {
    const { meeting, bodyId } = await held()
    await kept(meeting)
    const before = await show(meeting)
    expect(before.earlierPages).toEqual([])
    expect(await refusal(world, () => replace(meeting, { scanId: before.page, because: '' }))).toBe('input.invalid')
    expect((await replace(meeting, { scanId: before.page })).statusCode).toBe(200)
    const after = await show(meeting)
    expect(after.minutes).toEqual(before.minutes)
    expect(after.page).not.toBe(before.page)
    expect(after.earlierPages).toEqual([{ page: before.page, until: '2026-11-20', because: 'Nhầm cuộc họp' }])
    for (const page of ['', before.page]) expect((await pageOf(meeting, page)).statusCode).toBe(200)
    expect(await refusal(world, () => pageOf(meeting, newId()))).toBe('bodies.no_scan')
    const { rows } = await world.owner.query(
      `select facts from audit_line where subject_id = $1 and what = 'body.signed_page_replaced'`,
      [bodyId],
    )
    expect(rows).toMatchObject([{ facts: { because: 'Nhầm cuộc họp' } }])
    // Whoever looked at the page before that is told that it is another now.
    expect(await refusal(world, () => replace(meeting, { scanId: before.page }))).toBe('bodies.page_replaced')
  })

  it('is replaced where one was kept, by who keeps the body; a page of another meeting is not read by it', async () => {
    const [first, second] = [await held(), await held()]
    expect(await refusal(world, () => replace(first.meeting, { scanId: newId() }))).toBe('bodies.no_scan')
    await kept(first.meeting)
    await kept(second.meeting)
    const [{ page }, other] = [await show(first.meeting), await show(second.meeting)]
    for (const person of ['kiem', 'mai', 'son'] as const)
      expect((await replace(first.meeting, { scanId: page }, person)).statusCode, person).not.toBe(200)
    expect(await refusal(world, () => pageOf(first.meeting, other.page))).toBe('bodies.no_scan')
  })
})
