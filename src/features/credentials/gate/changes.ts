import { mustBeAble } from '#features/areas/must.ts'
import { findArea } from '#features/areas/queries.ts'
import { plainDate, showDate, yearOf } from '#kernel/dates.ts'
import { tidy } from '#kernel/text.ts'
import { change, happened } from '#platform/server/handle.ts'
import { credentialEvent } from '../events.ts'
import * as contract from './contract.ts'
import { gateProblem } from './problems.ts'
import { insertSetting, settingOf, withdrawSetting } from './queries.ts'

/** From a day on, for rounds opened then: those that are open keep what they were opened under. */
export const setGate = change(contract.setGate, async ({ db, actor, input, today }) => {
  const { gateSettingId, areaId, mode, from, legalReference, mark } = input
  await mustBeAble({ db, actor }, 'credential.rule', areaId)
  if ((await findArea(db, areaId, today))?.level !== 'province') throw gateProblem('gate.not_province')
  if (from < today) throw gateProblem('gate.past')
  const last = plainDate(`${yearOf(today) + 2}-12-31`)
  if (from > last) throw gateProblem('gate.far', { last: showDate(last) })
  await insertSetting(db, {
    ...{ id: gateSettingId, area_id: areaId, mode, valid_from: from, legal_reference: tidy(legalReference), mark },
    made_by: actor.accountId,
  })
  const of = { subject: gateSettingId, area: areaId, facts: { gate: mode, day: from } }
  return happened(credentialEvent('gate.set', of), { gateSettingId })
})

export const withdrawGate = change(contract.withdrawGate, async ({ db, actor, input }) => {
  const { gateSettingId, because } = input
  const found = await settingOf(db, gateSettingId)
  if (!found) throw gateProblem('gate.not_found')
  await mustBeAble({ db, actor }, 'credential.rule', found.areaId)
  if (!(await withdrawSetting(db, gateSettingId, because))) throw gateProblem('gate.withdrawn')
  const facts = { gate: found.mode, day: found.from, because }
  return happened(credentialEvent('gate.withdrawn', { subject: gateSettingId, area: found.areaId, facts }), {
    gateSettingId,
  })
})
