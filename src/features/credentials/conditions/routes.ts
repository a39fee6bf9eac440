import { oversOf } from '#features/areas/must.ts'
import { type Library, standardSaid } from '#features/standards/library.ts'
import { provincesOf } from '#features/training/frameworks/queries.ts'
import { openTopics } from '#features/training/needs/queries.ts'
import { areasWith } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { ruleChanges } from './changes.ts'
import { ruleColumns } from './columns.ts'
import * as contract from './contract.ts'
import { ruleButtons, ruleStates } from './model.ts'
import { rulesAt } from './queries.ts'

const pageSize = 50
type Window = { readonly page: number; readonly size: number }

async function listed(library: Library, call: Call<typeof contract.listRules>, window: Window) {
  const { db, actor, input, today } = call
  const { q, state = null, areaId: area = null } = input
  const { rows, total } = await rulesAt(db, { today, q: q?.trim() || null, state, area }, window)
  const overs = await oversOf(db, [...new Set(rows.map(({ areaId }) => areaId))])
  return {
    total,
    rows: rows.map(({ open, followed, ...row }) => {
      const by = { actor, over: overs.get(row.areaId) ?? [] }
      const stands = row.state !== 'withdrawn'
      const standard = row.standardId && standardSaid(library, row.standardId)
      return {
        ...row,
        standard: standard || null,
        can: buttonsFor(ruleButtons, by, (button) => stands && (button.open ? open : !followed)),
      }
    }),
  }
}

const list = (library: Library) =>
  read(contract.listRules, async (call) => {
    const { db, actor, today, input } = call
    const provinces = await provincesOf(db, areasWith(actor, 'credential.rule'), today)
    const mayEnterAt = []
    for (const province of provinces)
      mayEnterAt.push({ ...province, topics: await openTopics(db, { areaId: province.areaId, day: today }) })
    return { ...(await listed(library, call, { page: input.page ?? 1, size: pageSize })), mayEnterAt }
  })

const listFile = (library: Library) =>
  fileOf(contract.rulesFile, async (call, window) => {
    const { rows, total } = await listed(library, call, window)
    const { q, state } = call.input
    return {
      rows,
      more: total > window.page * window.size,
      columns: ruleColumns,
      title: { vi: 'Điều kiện cấp chứng nhận', en: 'Rules of credentials' },
      filters: [
        ...(state ? [ruleStates[state]] : []),
        ...(q?.trim() ? [{ vi: `tìm "${q.trim()}"`, en: `search "${q.trim()}"` }] : []),
      ],
    }
  })

export const ruleRoutes = (library: Library): Route[] => [list(library), listFile(library), ...ruleChanges(library)]
