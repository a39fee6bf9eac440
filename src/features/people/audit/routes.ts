import { mustBeAble } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { read } from '#platform/server/handle.ts'
import * as contract from './contract.ts'
import { countLines, linesOf } from './queries.ts'
import { deedOf } from './words.ts'

export const readAudit = read(contract.readAudit, async ({ db, actor, input, today }) => {
  await mustBeAble({ db, actor }, 'audit.read', input.areaId)
  const { page = 1, ...filter } = input
  const lines = await linesOf(db, filter, page)
  const areas = lines.flatMap((l) => (l.area_id ? [l.area_id] : []))
  const names = await namesOn(db, areas, today)
  return {
    total: await countLines(db, filter),
    lines: lines.map((l) => ({
      id: l.id,
      at: l.at,
      by: l.full_name ?? '',
      what: l.what,
      said: deedOf(l.what),
      subjectId: l.subject_id,
      areaName: l.area_id ? (names.get(l.area_id) ?? null) : null,
      facts: l.facts as Record<string, unknown>,
    })),
  }
})
