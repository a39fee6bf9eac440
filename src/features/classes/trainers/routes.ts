import { mustBeAble, oversOf } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { mayEnd } from '#features/people/norms/rules.ts'
import { openTopics } from '#features/training/needs/queries.ts'
import { can } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { changeTrainer, endTrainer, enterTrainer } from './changes.ts'
import { trainerColumns } from './columns.ts'
import * as contract from './contract.ts'
import { trainerButtons, trainerStates } from './model.ts'
import * as trainers from './queries.ts'

const pageSize = 50
type Window = { readonly page: number; readonly size: number }

async function trainersOf({ db, actor, input, today }: Call<typeof contract.listTrainers>, window: Window) {
  const { areaId, above = false, state = null, topicId: topic = null, q } = input
  const over = await mustBeAble({ db, actor }, 'training.read', areaId)
  const sought = { area: areaId, above, today, state, topic, q: q?.trim() || null }
  const { rows, total } = await trainers.trainersAt(db, sought, window)
  const overs = await oversOf(db, [...new Set(rows.map((row) => row.areaId))])
  return {
    areaName: (await namesOn(db, [areaId], today)).get(areaId) ?? '',
    total,
    topics: await openTopics(db, { areaId, day: today }),
    rows: rows.map(({ total: _total, ...row }) => ({
      ...row,
      can: buttonsFor(
        trainerButtons,
        { actor, over: overs.get(row.areaId) ?? [] },
        (_button, name) => name === 'change' || mayEnd(row, row.until),
      ),
    })),
    mayWrite: can(actor, 'class.manage', over),
  }
}

const list = read(contract.listTrainers, (call) => trainersOf(call, { page: call.input.page ?? 1, size: pageSize }))
const listFile = fileOf(contract.trainersFile, async (call, window) => {
  const { rows, total, areaName, topics } = await trainersOf(call, window)
  const { above, state, topicId, q } = call.input
  const topic = topics.find((one) => one.topicId === topicId)
  return {
    rows,
    more: total > window.page * window.size,
    columns: trainerColumns,
    title: { vi: 'Giảng viên', en: 'Trainers' },
    place: areaName,
    filters: [
      ...(above ? [{ vi: 'cả của cấp trên', en: 'those of the units above too' }] : []),
      ...(state ? [trainerStates[state]] : []),
      ...(topic ? [{ vi: `giảng ${topic.code}`, en: `teaching ${topic.code}` }] : []),
      ...(q?.trim() ? [{ vi: `tìm "${q.trim()}"`, en: `search "${q.trim()}"` }] : []),
    ],
  }
})

export const trainerRoutes: Route[] = [list, listFile, enterTrainer, changeTrainer, endTrainer]
