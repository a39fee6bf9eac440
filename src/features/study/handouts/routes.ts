import { mustBeAble, overOf, oversOf } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { mustBeNear } from '#features/people/norms/must.ts'
import { can } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { tidy } from '#kernel/text.ts'
import { instantOf } from '#platform/server/clock.ts'
import { type Call, change, happened, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { studyEvent } from '../events.ts'
import { mustNameNobody } from '../must.ts'
import { handoutColumns, handoutSumColumns } from './columns.ts'
import * as contract from './contract.ts'
import { handoutButtons, handoutStates } from './model.ts'
import { handoutProblem } from './problems.ts'
import * as handouts from './queries.ts'

const pageSize = 50
type Window = { readonly page: number; readonly size: number }

const yearSaid = (year: number | undefined) => (year ? [{ vi: `năm ${year}`, en: `${year}` }] : [])

async function handoutsOf({ db, actor, input, today }: Call<typeof contract.listHandouts>, window: Window) {
  const { areaId, materialId: material = null, state = null, year = null, here = false, q } = input
  const over = await mustBeAble({ db, actor }, 'library.manage', areaId)
  const sought = { area: areaId, today, material, state, year, here, q: q?.trim() || null }
  const { rows, total, copies } = await handouts.handoutsAt(db, sought, window)
  const overs = await oversOf(db, [...new Set(rows.map((row) => row.areaId))])
  return {
    areaName: (await namesOn(db, [areaId], today)).get(areaId) ?? '',
    ...{ total, copies },
    rows: rows.map(({ total: _total, all: _all, ...row }) => ({
      ...row,
      can: buttonsFor(handoutButtons, { actor, over: overs.get(row.areaId) ?? [] }, () => row.back === null),
    })),
    mayWrite: can(actor, 'library.manage', over),
  }
}
const list = read(contract.listHandouts, (call) => handoutsOf(call, { page: call.input.page ?? 1, size: pageSize }))
const listFile = fileOf(contract.handoutsFile, async (call, window) => {
  const { rows, total, areaName } = await handoutsOf(call, window)
  const { materialId, state, year, here, q } = call.input
  const title = materialId && rows[0]?.title
  return {
    rows,
    more: total > window.page * window.size,
    columns: handoutColumns,
    title: { vi: 'Bản giấy đã phát', en: 'Copies handed out on paper' },
    place: areaName,
    filters: [
      ...(title ? [`“${title}”`] : []),
      ...(state ? [handoutStates[state]] : []),
      ...yearSaid(year),
      ...(here ? [{ vi: 'chỉ đơn vị này phát', en: 'by this unit alone' }] : []),
      ...(q?.trim() ? [{ vi: `tìm "${q.trim()}"`, en: `search "${q.trim()}"` }] : []),
    ],
  }
})

async function sumsOf({ db, actor, input, today }: Call<typeof contract.sumHandouts>) {
  const { areaId, year = null } = input
  await mustBeAble({ db, actor }, 'library.manage', areaId)
  return {
    areaName: (await namesOn(db, [areaId], today)).get(areaId) ?? '',
    rows: await handouts.sumsAt(db, { area: areaId, today, year }),
  }
}
const sums = read(contract.sumHandouts, sumsOf)
const sumsFile = fileOf(
  contract.handoutSumsFile,
  async (call) => {
    const { rows, areaName } = await sumsOf(call)
    const title = { vi: 'Bản giấy đã phát theo đơn vị', en: 'Copies handed out by unit' }
    return { rows, columns: handoutSumColumns, title, place: areaName, filters: yearSaid(call.input.year) }
  },
  { whole: true },
)

const choices = read(contract.handoutChoices, async ({ db, actor, input: { areaId } }) => {
  await mustBeAble({ db, actor }, 'library.manage', areaId)
  return { materials: await handouts.handable(db, areaId), classes: await handouts.classesOf(db, areaId) }
})

const record = change(contract.recordHandout, async ({ db, actor, input, today }) => {
  const { handoutId, areaId, materialId, version, copies, toAreaId, toClassId, toWords, on } = input
  await mustBeAble({ db, actor }, 'library.manage', areaId)
  if ([toAreaId, toClassId, toWords].filter((to) => to !== null).length !== 1) throw handoutProblem('handout.to')
  if (on > today) throw handoutProblem('handout.day')
  mustNameNobody({ toWords })
  mustBeNear(on, today, 'on')
  if (!(await handouts.isVersion(db, materialId, version))) throw handoutProblem('handout.version')
  if (toAreaId && !(await overOf(db, toAreaId)).includes(areaId)) throw handoutProblem('handout.to_unit')
  if (toClassId && !(await handouts.isClassOf(db, toClassId, areaId))) throw handoutProblem('handout.to_class')
  await handouts.insertHandout(db, {
    ...{ id: handoutId, area_id: areaId, material_id: materialId, version, copies, given_on: on },
    ...{ to_area_id: toAreaId, to_class_id: toClassId, to_words: toWords && tidy(toWords) },
    ...{ made_by: actor.accountId, made_name: actor.name },
  })
  const facts = { copies, version, day: on }
  return happened(studyEvent('handout.recorded', { subject: handoutId, area: areaId, facts }), { handoutId })
})

const takeBack = change(contract.takeHandoutBack, async ({ db, actor, input: { handoutId, because }, services }) => {
  const areaId = await handouts.placeOfHandout(db, handoutId)
  if (!areaId) throw handoutProblem('handout.not_found')
  await mustBeAble({ db, actor }, 'library.manage', areaId)
  mustNameNobody({ because })
  const now = await handouts.holdHandout(db, handoutId)
  if (!now) throw handoutProblem('handout.not_found')
  if (now.back) throw handoutProblem('handout.back_already')
  await handouts.takeBack(db, handoutId, { at: instantOf(services.clock), because })
  const event = studyEvent('handout.taken_back', { subject: handoutId, area: areaId, facts: { because } })
  return happened(event, { handoutId })
})

export const handoutRoutes: Route[] = [list, listFile, sums, sumsFile, choices, record, takeBack]
