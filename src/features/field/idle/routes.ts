import { mustBeAble, overOf } from '#features/areas/must.ts'
import { findArea, namesOn } from '#features/areas/queries.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { plainDate, showDate, yearOf } from '#kernel/dates.ts'
import { tidy } from '#kernel/text.ts'
import { type Call, change, happened, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { fieldEvent } from '../events.ts'
import { fieldProblem } from '../problems.ts'
import { idleColumns } from './columns.ts'
import * as contract from './contract.ts'
import { idleMinutes } from './model.ts'
import * as idle from './queries.ts'

async function listed({ db, actor, input, today }: Call<typeof contract.listIdle>) {
  const { areaId } = input
  await mustBeAble({ db, actor }, 'account.manage', areaId)
  const isProvince = (await findArea(db, areaId, today))?.level === 'province'
  return {
    day: today,
    areaName: (await namesOn(db, [areaId], today)).get(areaId) ?? '',
    minutes: (await idle.minutesAt(db, areaId, today)) ?? idleMinutes,
    rows: await idle.idleAt(db, areaId, today),
    can: buttonsFor(contract.idleButtons, { actor, over: await overOf(db, areaId) }, () => isProvince),
  }
}
const list = read(contract.listIdle, listed)

const listFile = fileOf(contract.idleFile, async (call) => {
  const { rows, areaName } = await listed(call)
  const title = { vi: 'Thời gian điện thoại tự khóa', en: 'After how long phones lock' }
  return { rows, more: false, columns: idleColumns, title, place: areaName, filters: [] }
})

const set = change(contract.setIdle, async ({ db, actor, input, today }) => {
  const { areaId, phoneIdleTimeId, minutes, from, legalReference, mark } = input
  await mustBeAble({ db, actor }, 'account.manage', areaId)
  if ((await findArea(db, areaId, today))?.level !== 'province') throw fieldProblem('field.idle_not_province')
  const last = plainDate(`${yearOf(today) + 5}-12-31`)
  // Phones have asked after so long already: no day that is over gets another rule.
  if (from < today || from > last)
    throw fieldProblem('field.idle_day', { first: showDate(today), last: showDate(last) })
  await idle.insertIdle(db, {
    ...{ id: phoneIdleTimeId, area_id: areaId, minutes, valid_from: from, mark, made_by: actor.accountId },
    legal_reference: tidy(legalReference),
  })
  const facts = { minutes, from }
  return happened(fieldEvent('field.idle_set', { subject: areaId, area: areaId, facts }), { phoneIdleTimeId })
})

const withdraw = change(contract.withdrawIdle, async ({ db, actor, input }) => {
  const { phoneIdleTimeId, because } = input
  const at = await idle.placeOfIdle(db, phoneIdleTimeId)
  if (!at) throw fieldProblem('field.idle_not_found')
  await mustBeAble({ db, actor }, 'account.manage', at)
  const held = await idle.holdIdle(db, phoneIdleTimeId)
  if (!held) throw fieldProblem('field.idle_not_found')
  if (held.withdrawnBecause !== null) throw fieldProblem('field.idle_withdrawn')
  await idle.withdraw(db, phoneIdleTimeId, tidy(because))
  const facts = { minutes: held.minutes, from: held.from, because: tidy(because) }
  return happened(fieldEvent('field.idle_withdrawn', { subject: at, area: at, facts }), { phoneIdleTimeId })
})

export const idleRoutes: Route[] = [list, listFile, set, withdraw]
