import { latestDeclaredTotals } from '#features/areas/declared.ts'
import { mustBeAble } from '#features/areas/must.ts'
import { type Area, childrenOf, getArea } from '#features/areas/queries.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Call } from '#platform/server/handle.ts'
import type * as contract from './contract.ts'
import { countFigures, type FigureCount } from './queries.ts'

type Counted = { figures: readonly FigureCount[]; declared: Awaited<ReturnType<typeof latestDeclaredTotals>> }

const sum = (counts: readonly { households: number }[]): number => counts.reduce((all, one) => all + one.households, 0)

function rowOf(area: Area, counted: Counted, within: (part: AreaId) => boolean) {
  const of = (wanted: FigureCount['class']) =>
    sum(counted.figures.filter((f) => f.class === wanted && within(f.part_id)))
  const found = counted.declared.get(area.areaId)
  const declared = found
    ? { households: found.households, day: found.day, source: found.source, mark: found.mark }
    : null
  return {
    areaId: area.areaId,
    name: area.name,
    level: area.level,
    poor: of('poor'),
    nearPoor: of('near_poor'),
    average: of('average'),
    notPoor: of('not_poor'),
    register: of(null),
    declared,
  }
}

export const figuresAt = async ({ db, actor, input, today }: Call<typeof contract.classFigures>) => {
  const { areaId, day, units } = input
  await mustBeAble({ db, actor }, 'figure.read', areaId)
  const whole = await getArea(db, areaId, units)
  const parts = await childrenOf(db, areaId, units)
  const counted = {
    figures: await countFigures(db, input, today),
    declared: await latestDeclaredTotals(db, [areaId, ...parts.map((p) => p.areaId)], day),
  }
  const rows = parts.map((part) => rowOf(part, counted, (id) => id === part.areaId))
  // A nation or province mostly without registers: those of which something is known come first, each by name.
  return {
    whole: rowOf(whole, counted, () => true),
    parts: [...rows.filter((row) => row.register > 0), ...rows.filter((row) => row.register === 0)],
  }
}
