import { mustBeAble, oversOf } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { lawOf } from '#features/standards/law.ts'
import type { Library } from '#features/standards/library.ts'
import { classIn } from '#features/tests/bank/changes.ts'
import type { OpenTopic } from '#features/training/needs/model.ts'
import { openTopics } from '#features/training/needs/queries.ts'
import { type Actor, can } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Call, paper, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { libraryChanges } from './changes.ts'
import { materialColumns, readerColumns, readingColumns, topicColumns } from './columns.ts'
import * as contract from './contract.ts'
import { libraryFile } from './files.ts'
import { keepers, type Material, materialButtons, materialKinds, materialStates, readingStates } from './model.ts'
import { libraryProblem } from './problems.ts'
import * as library from './queries.ts'

const pageSize = 50
type Window = { readonly page: number; readonly size: number }

type Row = Omit<Material, 'can'>
const canOf = (who: { readonly actor: Actor; readonly over: readonly AreaId[] }, row: Pick<Row, 'kind' | 'state'>) =>
  buttonsFor(materialButtons, who, (_button, name) => name === 'use' || (row.state === 'used' && row.kind !== 'answer'))

async function withButtons<R extends Row>({ db, actor }: { db: Db; actor: Actor }, rows: readonly R[]) {
  const overs = await oversOf(db, [...new Set(rows.map((row) => row.areaId))])
  return rows.map((row) => ({ ...row, can: canOf({ actor, over: overs.get(row.areaId) ?? [] }, row) }))
}

const nameOf = async ({ db, today }: Pick<Call<unknown>, 'db' | 'today'>, area: AreaId) =>
  (await namesOn(db, [area], today)).get(area) ?? ''

async function materialsOf(call: Call<typeof contract.listMaterials>, window: Window) {
  const { db, actor, input, today } = call
  const { areaId, topicId: topic = null, kind = null, state = 'used', keeper = null, mine = null, q } = input
  const over = await mustBeAble({ db, actor }, 'library.read', areaId)
  const sought = { area: areaId, today, me: actor.accountId, topic, kind, state, keeper, mine, q: q?.trim() || null }
  const { rows, total } = await library.materialsAt(db, sought, window)
  return {
    areaName: await nameOf(call, areaId),
    total,
    topics: await openTopics(db, { areaId, day: today }),
    rows: await withButtons(
      { db, actor },
      rows.map(({ total: _total, ...row }) => row),
    ),
    mayWrite: can(actor, 'library.manage', over),
  }
}

type Filters = Partial<
  Pick<Call<typeof contract.listMaterials>['input'], 'topicId' | 'kind' | 'keeper' | 'q' | 'state' | 'mine'>
>
/** What narrows a list, a phrase a filter. */
function filtersOf({ topicId, kind, keeper, state, mine, q }: Filters, topics: readonly OpenTopic[]): Said[] {
  const topic = topics.find((one) => one.topicId === topicId)
  return [
    ...(topic ? [{ vi: `chuyên đề ${topic.code}`, en: `topic ${topic.code}` }] : []),
    ...(kind ? [materialKinds[kind]] : []),
    ...(keeper ? [keepers[keeper]] : []),
    ...(state ? [materialStates[state]] : []),
    ...(mine ? [readingStates[mine]] : []),
    ...(q?.trim() ? [{ vi: `tìm "${q.trim()}"`, en: `search "${q.trim()}"` }] : []),
  ]
}
const first = ({ input }: { input: { page?: number } }): Window => ({ page: input.page ?? 1, size: pageSize })

const list = read(contract.listMaterials, (call) => materialsOf(call, first(call)))
const listFile = fileOf(contract.materialsFile, async (call, window) => {
  const { rows, total, areaName, topics } = await materialsOf(call, window)
  return {
    rows,
    more: total > window.page * window.size,
    columns: materialColumns,
    title: { vi: 'Thư viện học tập', en: 'The library' },
    place: areaName,
    filters: filtersOf(call.input, topics),
  }
})

const search = read(contract.searchMaterials, async ({ db, actor, input, today }) => {
  const rows = await library.materialsHolding(db, input.q, { today, me: actor.accountId })
  return { rows: await withButtons({ db, actor }, rows) }
})

const one = (laws: Library) =>
  read(contract.getMaterial, async ({ db, actor, input: { materialId }, today }) => {
    const found = await library.materialOf(db, materialId, { today, me: actor.accountId })
    if (!found) throw libraryProblem('library.not_found')
    const asked = await library.questionAfter(db, materialId)
    const [row] = await withButtons({ db, actor }, [found])
    if (!row) throw libraryProblem('library.not_found')
    const law = lawOf(laws)
    const known = asked?.body.kind === 'household' ? await classIn(db, law, asked.body) : null
    return {
      ...row,
      versions: await library.versionsOf(db, materialId, actor.accountId),
      question: asked ? { ...asked, class: known } : null,
    }
  })

const file = paper(
  contract.materialFile,
  async ({ db, input: { materialId, version } }) => {
    const found = await library.fileOfVersion(db, materialId, version)
    if (!found?.type || !found.bytes) throw libraryProblem('library.no_file')
    return { materialId, version, title: found.title, type: found.type, bytes: found.bytes }
  },
  (found, _outside, readOn) => libraryFile(found, readOn),
)

const questions = read(contract.practiceQuestions, async ({ db, actor, input: { areaId, topicId } }) => {
  await mustBeAble({ db, actor }, 'library.manage', areaId)
  return { rows: await library.practiceAt(db, areaId, topicId) }
})

async function mineOf({ db, actor, input, today }: Call<typeof contract.myReading>) {
  const { areaId, topicId: topic = null } = input
  await mustBeAble({ db, actor }, 'library.read', areaId)
  return { rows: await library.topicsRead(db, { area: areaId, today, me: actor.accountId, topic }) }
}
const mine = read(contract.myReading, mineOf)
const mineFile = fileOf(
  contract.myReadingFile,
  async (call) => ({
    rows: (await mineOf(call)).rows,
    columns: topicColumns,
    title: { vi: 'Tôi đã học gì, theo chuyên đề', en: 'What I have read, by topic' },
    place: call.actor.name,
    filters: filtersOf(call.input, await openTopics(call.db, { areaId: call.input.areaId, day: call.today })),
  }),
  { whole: true },
)

async function readingsOf(call: Call<typeof contract.listReadings>, window: Window) {
  const { db, actor, input, today } = call
  const { areaId, topicId: topic = null, kind = null, keeper = null, q } = input
  await mustBeAble({ db, actor }, 'library.manage', areaId)
  const sought = { area: areaId, today, topic, kind, keeper, q: q?.trim() || null }
  const { rows, total } = await library.readingsAt(db, sought, window)
  return {
    areaName: await nameOf(call, areaId),
    total,
    topics: await openTopics(db, { areaId, day: today }),
    rows: rows.map(({ total: _total, ...row }) => row),
  }
}
const readings = read(contract.listReadings, (call) => readingsOf(call, first(call)))
const readingsFile = fileOf(contract.readingsFile, async (call, window) => {
  const { rows, total, areaName, topics } = await readingsOf(call, window)
  return {
    rows,
    more: total > window.page * window.size,
    columns: readingColumns,
    title: { vi: 'Ai đã đọc gì trong thư viện', en: 'Who read what of the library' },
    place: areaName,
    filters: filtersOf(call.input, topics),
  }
})

async function readersOf(call: Call<typeof contract.listReaders>, window: Window) {
  const { db, actor, input, today } = call
  const { areaId, materialId, state = null, q } = input
  await mustBeAble({ db, actor }, 'library.manage', areaId)
  const found = await library.materialOf(db, materialId, { today, me: actor.accountId })
  if (!found) throw libraryProblem('library.not_found')
  const sought = { material: materialId, area: areaId, today, state, q: q?.trim() || null }
  const { rows, total } = await library.readersOf(db, sought, window)
  return {
    areaName: await nameOf(call, areaId),
    title: found.title,
    total,
    rows: rows.map(({ total: _total, ...row }) => row),
  }
}
const readers = read(contract.listReaders, (call) => readersOf(call, first(call)))
const readersFile = fileOf(contract.readersFile, async (call, window) => {
  const { rows, total, areaName, title } = await readersOf(call, window)
  const { state, q } = call.input
  return {
    rows,
    more: total > window.page * window.size,
    columns: readerColumns,
    title: { vi: 'Người đọc tài liệu', en: 'Readers of a material' },
    place: areaName,
    filters: [
      { vi: `“${title}”`, en: `“${title}”` },
      ...(state ? [readingStates[state]] : []),
      ...(q?.trim() ? [{ vi: `tìm "${q.trim()}"`, en: `search "${q.trim()}"` }] : []),
    ],
  }
})

export const libraryRoutes = (laws: Library): Route[] => [
  ...[list, listFile, search, one(laws), file, questions],
  ...[mine, mineFile, readings, readingsFile, readers, readersFile],
  ...libraryChanges(laws),
]
