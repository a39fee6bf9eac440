import { mustBeAble } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { areasWith } from '#kernel/access.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { ruleStates } from '../norms/model.ts'
import { withButtons } from '../norms/must.ts'
import { placesOfRules } from '../norms/queries.ts'
import { qualificationWords } from '../roster/model.ts'
import { mustFind } from '../roster/must.ts'
import { findPost } from '../roster/queries.ts'
import { endRequirement, enterRequirement, followRequirement } from './changes.ts'
import { askedColumns, judgedColumns, requirementColumns, unmetColumns } from './columns.ts'
import * as contract from './contract.ts'
import { whys } from './model.ts'
import * as required from './queries.ts'

const pageSize = 50
type Window = { readonly page: number; readonly size: number }

async function rulesAt({ db, actor, input, today }: Call<typeof contract.listRequirements>, window: Window) {
  const { post = null, kind = null, state = null } = input
  const { rows, total } = await required.requirementsAt(db, { today, post, kind, state }, window)
  return { total, rows: await withButtons({ db, actor }, rows) }
}

const list = read(contract.listRequirements, async (call) => ({
  ...(await rulesAt(call, { page: call.input.page ?? 1, size: pageSize })),
  mayEnterAt: await placesOfRules(call.db, areasWith(call.actor, 'roster.rules'), call.today),
}))

/** What a list is filtered by, in words. */
async function filtersOf(
  { db }: Pick<Call<unknown>, 'db'>,
  { post, kind }: { post?: string; kind?: keyof typeof qualificationWords },
) {
  const held = post ? await findPost(db, post) : undefined
  return [...(held ? [{ vi: held.vi, en: held.en }] : []), ...(kind ? [qualificationWords[kind]] : [])]
}

const listFile = fileOf(contract.requirementsFile, async (call, window) => {
  const { rows, total } = await rulesAt(call, window)
  const { state } = call.input
  return {
    rows,
    more: total > window.page * window.size,
    columns: requirementColumns,
    title: { vi: 'Tiêu chuẩn trình độ của chức danh', en: 'Requirements of posts' },
    filters: [...(await filtersOf(call, call.input)), ...(state ? [ruleStates[state]] : [])],
  }
})

async function unmetAt({ db, actor, input, today }: Call<typeof contract.listUnmet>, window: Window) {
  const { areaId, day = today, post = null, kind = null, why = null } = input
  await mustBeAble({ db, actor }, 'roster.read', areaId)
  return {
    day,
    areaName: (await namesOn(db, [areaId], day)).get(areaId) ?? '',
    ...(await required.unmetAt(db, { areaId, day, post, kind, why }, window)),
  }
}

const unmet = read(contract.listUnmet, async (call) => {
  const found = await unmetAt(call, { page: call.input.page ?? 1, size: pageSize })
  return { ...found, lines: await required.askedAt(call.db, call.input.areaId, found.day) }
})

const unmetFile = fileOf(contract.unmetFile, async (call, window) => {
  const { rows, total, areaName } = await unmetAt(call, window)
  const { why } = call.input
  return {
    rows,
    more: total > window.page * window.size,
    columns: unmetColumns,
    title: { vi: 'Cán bộ chưa đạt chuẩn trình độ', en: 'Who does not meet what posts ask' },
    place: areaName,
    filters: [...(await filtersOf(call, call.input)), ...(why ? [whys[why]] : [])],
  }
})

const askedFile = fileOf(
  contract.askedFile,
  async ({ db, actor, input: { areaId, day: given }, today }) => {
    const day = given ?? today
    await mustBeAble({ db, actor }, 'roster.read', areaId)
    return {
      rows: await required.askedAt(db, areaId, day),
      columns: askedColumns,
      title: { vi: 'Đạt chuẩn trình độ theo chức danh', en: 'What posts ask, and how many meet it' },
      place: (await namesOn(db, [areaId], day)).get(areaId) ?? '',
    }
  },
  { whole: true },
)

async function ofOfficial({ db, input: { officialId }, today }: Call<typeof contract.showAsked>) {
  const { name } = await mustFind(db, officialId)
  const rows = await required.askedOf(db, officialId, today)
  return { name, rows: rows.map((row) => ({ ...row, officialId, name })) }
}

const show = read(contract.showAsked, ofOfficial)

const showFile = fileOf(
  contract.askedOfFile,
  async (call) => {
    const { name, rows } = await ofOfficial(call)
    return { rows, columns: judgedColumns, title: { vi: 'Đạt chuẩn trình độ', en: 'What is asked' }, place: name }
  },
  { whole: true },
)

export const requiredRoutes: Route[] = [
  list,
  listFile,
  enterRequirement,
  followRequirement,
  endRequirement,
  unmet,
  unmetFile,
  askedFile,
  show,
  showFile,
]
