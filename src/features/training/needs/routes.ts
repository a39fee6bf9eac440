import { mustBeAble } from '#features/areas/must.ts'
import { findArea, namesOn } from '#features/areas/queries.ts'
import { findPost } from '#features/people/roster/queries.ts'
import type { Actor } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { linkError, nominate, requestTopic, unlinkError, withdrawNomination, withdrawRequest } from './changes.ts'
import { countColumns, errorColumns, needColumns, requestColumns } from './columns.ts'
import * as contract from './contract.ts'
import { countings, errorSaid, type NeedCount, needSourceNames, needSources, sourcesToCome } from './model.ts'
import * as needs from './queries.ts'

const pageSize = 50
type Window = { readonly page: number; readonly size: number }
type At = {
  readonly db: Db
  readonly actor: Actor
  readonly input: { readonly areaId: AreaId; readonly day?: PlainDate }
  readonly today: PlainDate
}

/** The area that is read, on the day, once the actor may. */
async function place({ db, actor, input: { areaId, day: asked }, today }: At) {
  const day = asked ?? today
  const over = await mustBeAble({ db, actor }, 'training.read', areaId)
  return { areaId, day, over, areaName: (await namesOn(db, [areaId], day)).get(areaId) ?? '' }
}

async function needsAt(call: Call<typeof contract.listNeeds>, window: Window) {
  const { areaId, day, over, areaName } = await place(call)
  const { source = null, topic = null, post = null, here = false, error = null } = call.input
  const q = call.input.q?.trim() || null
  const found = await needs.needsAt(call.db, { areaId, day, source, topic, post, here, error, q }, window)
  return { ...found, areaId, day, over, areaName }
}

const list = read(contract.listNeeds, async (call) => {
  const { areaId, over, day, ...found } = await needsAt(call, { page: call.input.page ?? 1, size: pageSize })
  const { db, actor, today } = call
  const level = (await findArea(db, areaId, today))?.level
  return {
    ...{ ...found, day },
    topics: await needs.openTopics(db, { areaId, day }),
    can: buttonsFor(contract.needButtons, { actor, over }, ({ at }) => at === level),
  }
})

const listFile = fileOf(contract.needsFile, async (call, window) => {
  const { rows, total, areaName, areaId, day } = await needsAt(call, window)
  const { source, topic, post, here, error, q } = call.input
  const held = post ? await findPost(call.db, post) : undefined
  const of = topic ? (await needs.openTopics(call.db, { areaId, day })).find((one) => one.topicId === topic) : undefined
  return {
    rows,
    more: total > window.page * window.size,
    columns: needColumns,
    title: { vi: 'Nhu cầu đào tạo', en: 'Training needs' },
    place: areaName,
    filters: [
      ...(source ? [needSources[source]] : []),
      ...(topic === 'none' ? [{ vi: 'chưa gắn chuyên đề', en: 'no topic yet' }] : []),
      ...(of ? [{ vi: of.title, en: of.title }] : []),
      ...(post === 'none' ? [{ vi: 'không giữ chức danh', en: 'holds no post' }] : []),
      ...(here ? [{ vi: 'chỉ của chính đơn vị', en: 'of the unit itself' }] : []),
      ...(error ? [errorSaid(error)] : []),
      ...(held ? [{ vi: held.vi, en: held.en }] : []),
      ...(q?.trim() ? [{ vi: `tìm "${q.trim()}"`, en: `search "${q.trim()}"` }] : []),
    ],
  }
})

async function counted(call: Call<typeof contract.countNeeds>) {
  const { areaName, ...at } = await place(call)
  const rows = await needs.needsBy(call.db, at, call.input.by)
  return { areaName, rows: call.input.by === 'source' ? bySource(rows) : rows }
}
/** Each source has its row: of none there are 0, of what is not kept there is no data. */
const bySource = (rows: readonly NeedCount[]): NeedCount[] => [
  ...needSourceNames.map((key) => rows.find((row) => row.key === key) ?? { key, label: null, needs: 0, people: 0 }),
  ...Object.keys(sourcesToCome).map((key) => ({ key, label: null, needs: null, people: null })),
]
const count = read(contract.countNeeds, counted)
const countFile = fileOf(
  contract.countsFile,
  async (call) => {
    const { rows, areaName } = await counted(call)
    const { by } = call.input
    const title = {
      vi: `Nhu cầu đào tạo theo ${countings[by].vi.toLowerCase()}`,
      en: `Training needs by ${countings[by].en.toLowerCase()}`,
    }
    return { rows, columns: countColumns(by), title, place: areaName }
  },
  { whole: true },
)

async function errorsAt(call: Call<typeof contract.listErrors>) {
  const { areaName, ...at } = await place(call)
  return { areaName, rows: await needs.errorsAt(call.db, at) }
}
const errors = read(contract.listErrors, errorsAt)
const errorsFile = fileOf(
  contract.errorsFile,
  async (call) => {
    const { rows, areaName } = await errorsAt(call)
    return {
      rows,
      columns: errorColumns,
      title: { vi: 'Sai sót và chuyên đề khắc phục', en: 'Errors and topics' },
      place: areaName,
    }
  },
  { whole: true },
)

/** What the actor asked for, and may ask for; nothing where the account is joined to no official. */
async function mine({ db, today }: Call<typeof contract.myRequests>) {
  const own = await needs.ownRecord(db)
  if (!own) return { unitName: null, rows: [], topics: [] }
  const { officialId, unitId } = own
  return {
    unitName: (await namesOn(db, [unitId], today)).get(unitId) ?? '',
    rows: await needs.requestsOf(db, officialId, today),
    topics: await needs.openTopics(db, { areaId: unitId, day: today }),
  }
}
const requests = read(contract.myRequests, mine)
const requestsFile = fileOf(
  contract.myRequestsFile,
  async (call) => {
    const { rows } = await mine(call)
    return { rows, columns: requestColumns, title: { vi: 'Chuyên đề tôi đề nghị học', en: 'Topics I asked to learn' } }
  },
  { whole: true },
)

export const needRoutes: Route[] = [
  ...[list, listFile, count, countFile, errors, errorsFile],
  ...[nominate, withdrawNomination, linkError, unlinkError],
  ...[requests, requestsFile, requestTopic, withdrawRequest],
]
