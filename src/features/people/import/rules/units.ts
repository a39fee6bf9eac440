/** The unit that a row means, by its name and that of the unit above it. Pure. */
import { type Level, levelAt } from '#features/areas/words.ts'
import type { AreaId } from '#kernel/ids.ts'
import { countedUp } from '#kernel/imports.ts'
import { fold, type Said, tidy } from '#kernel/text.ts'
import type { UnitAt } from '../../roster/rules.ts'

/** A unit that stands today. */
export type Unit = UnitAt & {
  readonly areaId: AreaId
  readonly name: string
  readonly parentId: AreaId | null
  readonly within: string
}

const kind = /^(xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thanh pho|tinh) /
/** `Xã Tam Hồng` and `Tam Hồng`, with or without tone marks. */
const spellings = (name: string): string[] => {
  const folded = fold(tidy(name))
  const bare = folded.replace(kind, '')
  return bare === folded ? [folded] : [folded, bare]
}
/** With its tone marks where those tell apart what without them is one. */
const exactly = (units: readonly Unit[], name: string): readonly Unit[] => {
  const exact = units.filter((unit) => tidy(unit.name).toLowerCase() === tidy(name).toLowerCase())
  return exact.length > 0 ? exact : units
}

export type Wanted = { readonly name: string; readonly within: string; readonly levels: readonly Level[] | null }

/** Finds it among the units of the post's levels; says in words why it is none or one of several. */
export function unitFinder(units: readonly Unit[]) {
  const found = new Map<string, Unit[]>()
  for (const unit of units)
    for (const spelling of spellings(unit.name)) found.set(spelling, [...(found.get(spelling) ?? []), unit])
  return ({ name, within, levels }: Wanted): Unit | Said => {
    const named = exactly(found.get(fold(tidy(name))) ?? [], name)
    const there = within === '' ? named : named.filter((unit) => spellings(unit.within).includes(fold(tidy(within))))
    const fit = levels === null ? there : there.filter(({ level }) => levels.includes(levelAt(level)))
    // A post of another level is told by its name.
    const left = fit.length > 0 ? fit : there
    const [first, ...others] = left
    if (!first) return nowhere(name, within)
    return others.length > 0 ? several(name, left) : first
  }
}

const nowhere = (name: string, within: string): Said => ({
  vi: `Không có đơn vị “${name}”${within && ` thuộc “${within}”`} đang hoạt động trong phạm vi của bạn. Hãy ghi tên như ở trang Đơn vị.`,
  en: `No unit “${name}”${within && ` within “${within}”`} stands today in your reach. Write its name as the page of units does.`,
})
function several(name: string, units: readonly Unit[]): Said {
  const said = countedUp(
    units.map(({ within }) => ({ vi: within, en: within })),
    { vi: 'nơi', en: 'places' },
  )
  return {
    vi: `Có ${units.length} đơn vị tên “${name}”: thuộc ${said.vi}. Hãy ghi cột Thuộc.`,
    en: `There are ${units.length} units “${name}”: within ${said.en}. Fill the column Within.`,
  }
}

/** The unit that keeps the record of who works there: a village's people are kept by its commune. */
export const keeperOf = (unit: Unit): AreaId =>
  levelAt(unit.level) === 'village' && unit.parentId ? unit.parentId : unit.areaId
