/** Slips as the office gives them: who may have one, giving, printing, withdrawing. */
import { randomBytes } from 'node:crypto'
import { mustBeAble, oversOf } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { addDays, showDate } from '#kernel/dates.ts'
import { instantOf } from '#platform/server/clock.ts'
import { paperFile } from '#platform/server/documents/file.ts'
import { leaving } from '#platform/server/doors/traces.ts'
import { type Call, change, happened, paper, type Route, read } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { hashOfToken } from '#platform/server/session.ts'
import { peopleEvent } from '../events.ts'
import * as people from '../queries.ts'
import { slipColumns } from './columns.ts'
import * as contract from './contract.ts'
import { composing } from './documents/composing.ts'
import { slipButtons, slipStates } from './model.ts'
import { slipProblem } from './problems.ts'
import * as slips from './queries.ts'
import { codeLength, codeOf, days, isLastDay, showCode, slipPath } from './rules.ts'

const pageSize = 50
type Window = { readonly page: number; readonly size: number }

async function listed({ db, actor, input, today }: Call<typeof contract.listSlips>, window: Window) {
  const { areaId, state = null, q } = input
  await mustBeAble({ db, actor }, 'account.manage', areaId)
  const { rows, ...counts } = await slips.slipsAt(db, { areaId, today, state, q: q?.trim() || null }, window)
  const overs = await oversOf(db, [...new Set(rows.map(({ home }) => home))])
  return {
    areaName: (await namesOn(db, [areaId], today)).get(areaId) ?? '',
    ...counts,
    rows: rows.map(({ home, ...row }) => ({
      ...row,
      can: buttonsFor(slipButtons, { actor, over: overs.get(home) ?? [] }, () => row.state === 'open'),
    })),
  }
}

const list = read(contract.listSlips, (call) => listed(call, { page: call.input.page ?? 1, size: pageSize }))

const listFile = fileOf(contract.slipsFile, async (call, window) => {
  const { rows, total, areaName } = await listed(call, window)
  const { state, q } = call.input
  return {
    rows,
    more: total > window.page * window.size,
    columns: slipColumns,
    title: { vi: 'Giấy vào máy của rà soát viên', en: 'Slips of enumerators' },
    place: areaName,
    filters: [
      ...(state ? [slipStates[state]] : []),
      ...(q?.trim() ? [{ vi: `tìm "${q.trim()}"`, en: `search "${q.trim()}"` }] : []),
    ],
  }
})

const give = change(contract.giveSlips, async ({ db, actor, input, today, services }) => {
  const { areaId, slipsFor, lastOn } = input
  const accountIds = [...new Set(slipsFor.map(({ accountId }) => accountId))]
  await mustBeAble({ db, actor }, 'account.manage', areaId)
  if (!isLastDay(lastOn, today)) throw slipProblem('slip.last_day', { last: showDate(addDays(today, days.most)) })
  const homes = await slips.staffAmong(db, { areaId, today }, accountIds)
  const other = accountIds.find((account) => !homes.has(account))
  if (other) {
    const name = (await people.findAccount(db, other))?.full_name ?? ''
    throw slipProblem('slip.not_field', { name })
  }
  const last = await slips.lastOf(db, accountIds)
  if (slipsFor.some(({ accountId, slipId }) => (last.get(accountId) ?? null) !== slipId))
    throw slipProblem('slip.given_meanwhile')
  const at = instantOf(services.clock)
  await slips.withdrawOpen(db, [...last.values()], { by: actor.accountId, at })
  const rows = accountIds.map((account) => {
    const [id, code] = [newId<'sign_in_slip'>(), codeOf(randomBytes(codeLength))]
    return {
      ...{ id, account_id: account, area_id: homes.get(account) ?? areaId, last_day: lastOn },
      ...{ code: services.keys.encrypt(code, slips.codePlace(id)), code_hash: hashOfToken(code) },
      ...{ made_by: actor.accountId, made_at: at },
    }
  })
  await slips.insertSlips(db, rows)
  const [first, ...others] = rows.map(({ account_id: subject, area_id: area }) =>
    peopleEvent('account.slip_given', { subject, area, facts: { day: lastOn } }),
  )
  if (!first) throw new Error('no slip was given')
  return happened(first, { given: rows.length }, others)
})

const withdraw = change(contract.withdrawSlip, async ({ db, actor, input: { slipId }, today, services }) => {
  const held = await slips.holdSlip(db, slipId)
  if (!held) throw slipProblem('slip.not_found')
  const { account_id: account, area_id: area } = held
  await mustBeAble({ db, actor }, 'account.manage', area)
  if (held.used_at || held.withdrawn_at || held.last_day < today) throw slipProblem('slip.not_open')
  await slips.withdrawOpen(db, [slipId], { by: actor.accountId, at: instantOf(services.clock) })
  return happened(peopleEvent('account.slip_withdrawn', { subject: account, area }), { slipId })
})

/** Whoever prints can come in by what is printed: each time is told. */
const pdf = paper(
  contract.slipsPdf,
  async ({ db, actor, input: { areaId, slipId = null }, today, services }) => {
    await mustBeAble({ db, actor }, 'account.manage', areaId)
    const found = await slips.openSlips(db, { areaId, today }, slipId)
    if (found.length === 0) throw slipProblem('slip.nothing_to_print')
    return { found, area: (await namesOn(db, [areaId], today)).get(areaId) ?? '', at: instantOf(services.clock) }
  },
  async ({ found, area, at }, { services, input, today }) => {
    const { publicUrl, mode } = services.settings
    const link = (code: string) => (publicUrl ? `${publicUrl}${slipPath}#${code}` : null)
    const given = {
      area,
      slips: found.map(({ id, code: sealed, name, login, places, lastDay }) => {
        const code = services.keys.decrypt(sealed, slips.codePlace(id))
        return { name, login, places, lastDay, code: showCode(code), link: link(code) }
      }),
      address: publicUrl ? `${publicUrl}${slipPath}` : slipPath,
    }
    const frame = { state: 'final', demo: mode === 'demo', publicUrl } as const
    const bytes = await services.workers.run(composing, 'slipsPdf', given, frame)
    const ids = found.map(({ id }) => id)
    const event = peopleEvent('account.slips_printed', {
      ...{ subject: input.areaId, area: input.areaId, facts: { people: found.length } },
    })
    const file = paperFile({ what: 'Giấy vào máy', place: area, day: today }, 'pdf', bytes)
    return leaving(file, { count: (own) => slips.notePrinted(own, ids, at), event })
  },
)

export const slipRoutes: Route[] = [list, listFile, give, withdraw, pdf]
