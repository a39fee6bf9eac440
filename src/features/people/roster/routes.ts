import { mustBeAble, oversOf } from '#features/areas/must.ts'
import { namesOn, twinsOn } from '#features/areas/queries.ts'
import { stoodOn } from '#features/areas/views.ts'
import { levelWords } from '#features/areas/words.ts'
import { can } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { addDays } from '#kernel/dates.ts'
import type { AreaId, OfficialId } from '#kernel/ids.ts'
import { sexWords } from '#kernel/persons.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { appoint, correctEnd, endAppointment, renewAppointment } from './changes/appointments.ts'
import { changeDecision } from './changes/decision.ts'
import { addOfficial, changeOfficial, openOfficial } from './changes/official.ts'
import { addQualification, changeQualification, takeQualificationAway } from './changes/qualifications.ts'
import {
  appointmentColumns,
  normColumns,
  officialColumns,
  placeColumns,
  qualificationColumns,
  unplacedSaid,
} from './columns.ts'
import * as contract from './contract.ts'
import { placesWords } from './model.ts'
import { mustFind } from './must.ts'
import * as roster from './queries.ts'
import { actedFor } from './store/acting.ts'
import * as norms from './store/norm.ts'
import { levelsOfQualifications, qualificationsOf } from './store/qualifications.ts'

const pageSize = 50
type Window = { readonly page: number; readonly size: number }

const listPosts = read(contract.listPosts, async ({ db }) => ({ posts: await roster.posts(db) }))

const listLevels = read(contract.listLevels, async ({ db }) => ({ levels: await levelsOfQualifications(db) }))

/** The officials of an area on a day, a page of them, each with the posts held there that day. */
async function officialsAt({ db, actor, input, today }: Call<typeof contract.listOfficials>, { page, size }: Window) {
  const { areaId, day = today, post = null, level = null, here = false } = input
  const { sex = null, minority = null, account = null } = input
  const over = await mustBeAble({ db, actor }, 'roster.read', areaId)
  const q = input.q?.trim() || null
  const { rows, total } = await roster.officialsAt(db, {
    ...{ areaId, day, post, level, here, sex, minority, account, q, page, size },
  })
  const shown = rows.map(({ officialId }) => officialId)
  const held = await roster.appointmentsOf(db, shown, { day, today })
  const gone = new Map((await roster.diedOf(db, shown)).map(({ officialId, since }) => [officialId, since]))
  const diedBy = (officialId: OfficialId) => {
    const since = gone.get(officialId)
    return since !== undefined && since <= day ? addDays(since, -1) : null
  }
  const areas = held.map((one) => one.areaId)
  const twins = await twinsOn(db, areas, day)
  const posts = held.map((one) => ({ ...one, formerly: twins.get(one.areaId) ?? null }))
  return {
    day,
    areaName: (await namesOn(db, [areaId], day)).get(areaId) ?? '',
    total,
    rows: rows.map((row) => ({
      ...{ ...row, died: diedBy(row.officialId) },
      posts: posts.filter(({ officialId }) => officialId === row.officialId),
    })),
    can: buttonsFor(contract.rosterButtons, { actor, over }),
  }
}

const list = read(contract.listOfficials, (call) => officialsAt(call, { page: call.input.page ?? 1, size: pageSize }))

const found = 8
const search = read(contract.searchOfficials, async ({ db, input, today }) => ({
  officials: await roster.officialsNamed(db, {
    ...{ q: input.q, day: today, most: found, present: input.inWork ?? false },
  }),
}))

const statesOfPost = {
  any: { vi: 'đang giữ chức danh', en: 'holding a post' },
  none: { vi: 'chưa giữ chức danh', en: 'holding no post' },
  unplaced: unplacedSaid,
  died: { vi: 'đã qua đời, còn ghi giữ chức danh', en: 'died, a post still recorded' },
} as const

const minorityWords = {
  yes: { vi: 'dân tộc thiểu số', en: 'of an ethnic minority' },
  no: { vi: 'không phải dân tộc thiểu số', en: 'of no ethnic minority' },
}
const accountWords = {
  yes: { vi: 'có tài khoản', en: 'with an account' },
  no: { vi: 'chưa có tài khoản', en: 'without an account' },
}

const listFile = fileOf(contract.officialsFile, async (call, window) => {
  const { rows, total, areaName } = await officialsAt(call, window)
  const { post, level, here, sex, minority, account, q } = call.input
  const held = post && !(post in statesOfPost) ? await roster.findPost(call.db, post) : undefined
  return {
    rows,
    more: total > window.page * window.size,
    columns: officialColumns,
    title: { vi: 'Danh sách cán bộ', en: 'Officials' },
    place: areaName,
    filters: [
      ...(post && post in statesOfPost ? [statesOfPost[post as keyof typeof statesOfPost]] : []),
      ...(held ? [{ vi: held.vi, en: held.en }] : []),
      ...(level ? [levelWords[level]] : []),
      ...(here ? [{ vi: 'tại chính đơn vị', en: 'at the unit itself' }] : []),
      ...(sex ? [{ vi: sexWords[sex].vi.toLowerCase(), en: sexWords[sex].en.toLowerCase() }] : []),
      ...(minority === undefined ? [] : [minorityWords[minority ? 'yes' : 'no']]),
      ...(account === undefined ? [] : [accountWords[account ? 'yes' : 'no']]),
      ...(q?.trim() ? [{ vi: `tìm "${q.trim()}"`, en: `search "${q.trim()}"` }] : []),
    ],
  }
})

async function courseOf({ db, actor, input, today }: Call<typeof contract.showOfficial>) {
  const { officialId, unitId, name, accountName } = await mustFind(db, input.officialId)
  const appointments = await roster.appointmentsOf(db, [officialId], { day: null, today })
  const overs = await oversOf(db, [unitId, ...appointments.map((one) => one.areaId)])
  const ended = appointments.flatMap(({ areaId, unplacedFrom }) => (unplacedFrom ? [areaId] : []))
  const canAt = (area: AreaId) => buttonsFor(contract.rosterButtons, { actor, over: overs.get(area) ?? [] })
  const acting = appointments.filter(
    ({ standing, areaId }) => standing === 'acting' && can(actor, 'roster.read', overs.get(areaId) ?? []),
  )
  const acted = await actedFor(
    db,
    acting.map(({ appointmentId }) => appointmentId),
  )
  const [gone] = await roster.diedOf(db, [officialId])
  return {
    ...{ officialId, name, unitId, accountName },
    died: gone ? addDays(gone.since, -1) : null,
    unitName: (await namesOn(db, [unitId], today)).get(unitId) ?? '',
    appointments: appointments.map((one) => ({
      ...{ ...one, can: canAt(one.areaId), actsFor: acted.get(one.appointmentId) ?? null },
    })),
    successors: (await stoodOn(db, ended, today)).map(({ origin: of, areaId, name, since }) => ({
      ...{ of, areaId, name, since },
    })),
    qualifications: await qualificationsOf(db, officialId),
    can: canAt(unitId),
  }
}

const show = read(contract.showOfficial, courseOf)

const courseFile = fileOf(
  contract.appointmentsFile,
  async (call) => {
    const { appointments, name } = await courseOf(call)
    const title = { vi: 'Chức danh qua các thời kỳ', en: 'Posts over time' }
    return { rows: appointments, columns: appointmentColumns, title, place: name }
  },
  { whole: true },
)

const learntFile = fileOf(
  contract.qualificationsFile,
  async (call) => {
    const { qualifications, name } = await courseOf(call)
    const title = { vi: 'Trình độ đào tạo', en: 'Qualifications' }
    return { rows: qualifications, columns: qualificationColumns, title, place: name }
  },
  { whole: true },
)

async function normOf({ db, actor, input, today }: Call<typeof contract.showNorm>, { page, size }: Window) {
  const { areaId, day = today, level = null, post = null, show = 'lacking' } = input
  await mustBeAble({ db, actor }, 'roster.read', areaId)
  return {
    day,
    areaName: (await namesOn(db, [areaId], day)).get(areaId) ?? '',
    ...(await norms.normAt(db, areaId, { day, level, post, show, page, size })),
  }
}

const norm = read(contract.showNorm, (call) => normOf(call, { page: call.input.page ?? 1, size: pageSize }))

const normFile = fileOf(
  contract.normFile,
  async (call) => {
    const { lines, areaName } = await normOf(call, { page: 1, size: 0 })
    return {
      rows: lines,
      columns: normColumns,
      title: { vi: 'Định mức và thực có', en: 'Norm and actual' },
      place: areaName,
    }
  },
  { whole: true },
)

const gapsFile = fileOf(
  contract.gapsFile,
  async (call) => {
    const { level, post, show = 'lacking' } = call.input
    const { places, areaName } = await normOf(call, { page: 1, size: 100_000 })
    const held = post ? await roster.findPost(call.db, post) : undefined
    return {
      rows: places,
      columns: placeColumns,
      title: placesWords[show],
      place: areaName,
      filters: [...(level ? [levelWords[level]] : []), ...(held ? [{ vi: held.vi, en: held.en }] : [])],
    }
  },
  { whole: true },
)

export const rosterRoutes: Route[] = [
  listPosts,
  listLevels,
  list,
  listFile,
  search,
  show,
  courseFile,
  learntFile,
  openOfficial,
  addOfficial,
  changeOfficial,
  appoint,
  endAppointment,
  correctEnd,
  changeDecision,
  renewAppointment,
  addQualification,
  changeQualification,
  takeQualificationAway,
  norm,
  normFile,
  gapsFile,
]
