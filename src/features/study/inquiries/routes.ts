import { mustBeAble, overOf, oversOf } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { errorSaid } from '#features/training/needs/model.ts'
import { openTopics } from '#features/training/needs/queries.ts'
import { type Actor, areasWith, can } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { addDays, type Instant } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { inquiryChanges } from './changes.ts'
import { inquiryColumns } from './columns.ts'
import * as contract from './contract.ts'
import { answeringRoles, givens, inquiryButtons, inquiryStates } from './model.ts'
import { inquiryProblem } from './problems.ts'
import * as inquiries from './queries.ts'

const pageSize = 50
/** For so many days an answer is news. */
const newsDays = 7
type Window = { readonly page: number; readonly size: number }
type Who = { readonly actor: Actor; readonly over: readonly AreaId[] }

const canOf = (who: Who, { state, materialId, mine }: inquiries.Found) =>
  buttonsFor(inquiryButtons, who, (_button, name) => {
    if (name === 'withdraw') return mine && state === 'open'
    if (name === 'answer') return state === 'open' || state === 'answered'
    return name === 'share' ? state === 'answered' && materialId === null : state === 'open'
  })

async function withButtons<R extends inquiries.Found>(
  { db, actor }: Pick<Call<unknown>, 'db' | 'actor'>,
  rows: readonly R[],
) {
  const overs = await oversOf(db, [...new Set(rows.map((row) => row.areaId))])
  return rows.map((row) => ({ ...row, can: canOf({ actor, over: overs.get(row.areaId) ?? [] }, row) }))
}

async function page(call: Pick<Call<unknown>, 'db' | 'actor'>, sought: inquiries.Sought, window: Window) {
  const { rows, total } = await inquiries.inquiriesAt(call.db, sought, window)
  const bare = rows.map(({ total: _total, ...row }) => row)
  return { total, rows: await withButtons(call, bare) }
}

async function inquiriesOf(call: Call<typeof contract.listInquiries>, window: Window) {
  const { db, actor, input, today } = call
  const { areaId, topicId: topic = null, section = null, state = null, given = null, q } = input
  await mustBeAble({ db, actor }, 'library.manage', areaId)
  const about = { area: areaId, topic, section, state, given, q: q?.trim() || null }
  return {
    areaName: (await namesOn(db, [areaId], today)).get(areaId) ?? '',
    topics: await openTopics(db, { areaId, day: today }),
    ...(await page(call, { ...about, me: actor.accountId, today }, window)),
  }
}
const first = ({ input }: { input: { page?: number } }): Window => ({ page: input.page ?? 1, size: pageSize })
const list = read(contract.listInquiries, (call) => inquiriesOf(call, first(call)))
const listFile = fileOf(contract.inquiriesFile, async (call, window) => {
  const { rows, total, areaName, topics } = await inquiriesOf(call, window)
  const { topicId, section, state, given, q } = call.input
  const topic = topics.find((one) => one.topicId === topicId)
  return {
    rows,
    more: total > window.page * window.size,
    columns: inquiryColumns,
    title: { vi: 'Câu hỏi nghiệp vụ', en: 'Questions about the work' },
    place: areaName,
    filters: [
      ...(topic ? [{ vi: `chuyên đề ${topic.code}`, en: `topic ${topic.code}` }] : []),
      ...(section ? [errorSaid(section)] : []),
      ...(state ? [inquiryStates[state]] : []),
      ...(given ? [givens[given]] : []),
      ...(q?.trim() ? [{ vi: `tìm "${q.trim()}"`, en: `search "${q.trim()}"` }] : []),
    ],
  }
})

const ofMine = (call: Call<typeof contract.myInquiries>, window: Window) => {
  const mine = { area: null, topic: null, section: null, state: call.input.state ?? null, given: null, q: null }
  return page(call, { ...mine, me: call.actor.accountId, today: call.today }, window)
}
const mine = read(contract.myInquiries, (call) => ofMine(call, first(call)))
const mineFile = fileOf(contract.myInquiriesFile, async (call, window) => {
  const { rows, total } = await ofMine(call, window)
  const { state } = call.input
  return {
    rows,
    more: total > window.page * window.size,
    columns: inquiryColumns,
    title: { vi: 'Câu hỏi nghiệp vụ của tôi', en: 'My questions about the work' },
    place: call.actor.name,
    filters: state ? [inquiryStates[state]] : [],
  }
})

const news = read(contract.inquiryNews, ({ db, actor, today }) => {
  const since = `${addDays(today, -newsDays)}T00:00:00.000Z` as Instant
  return inquiries.newsFor(db, { me: actor.accountId, since, areas: areasWith(actor, 'library.manage') })
})

const one = read(contract.getInquiry, async (call) => {
  const { db, actor, input, today } = call
  const found = await inquiries.inquiryOf(db, input.inquiryId, { me: actor.accountId, today })
  const over = found ? await overOf(db, found.areaId) : []
  const answers = can(actor, 'library.manage', over)
  if (!found) throw inquiryProblem('inquiry.not_found')
  // Who works beside who asked reaches the unit, and is told nothing of it.
  if (!(found.mine || answers)) throw inquiryProblem('inquiry.between')
  const at = { area: found.areaId, today, roles: answeringRoles }
  return {
    ...found,
    can: canOf({ actor, over }, found),
    answers: await inquiries.answersOf(db, found.inquiryId),
    specialists: answers ? await inquiries.specialistsAt(db, at) : [],
    topics: answers ? await openTopics(db, { areaId: found.areaId, day: today }) : [],
  }
})

const choices = read(contract.askingChoices, async ({ db, actor, input: { areaId }, today }) => {
  await mustBeAble({ db, actor }, 'library.read', areaId)
  const who = await inquiries.specialistsAt(db, { area: areaId, today, roles: answeringRoles })
  return {
    topics: await openTopics(db, { areaId, day: today }),
    specialists: who.map(({ name, unitName }) => `${name} (${unitName})`),
  }
})

export const inquiryRoutes: Route[] = [list, listFile, mine, mineFile, news, one, choices, ...inquiryChanges]
