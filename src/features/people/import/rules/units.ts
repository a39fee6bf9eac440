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
  /** Units that it was within before, the latest first. */
  readonly formerly: readonly string[]
  /** What it was called and where it lay before, the latest first. */
  readonly before: readonly { readonly name: string; readonly within: string }[]
  /** Units that have ended and went into it. */
  readonly cameFrom: readonly string[]
  readonly code: string | null
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

const isCalled = (one: string, name: string): boolean => spellings(one).includes(fold(tidy(name)))
/** Whether it is, or was, within a unit of that name. */
const liesIn = ({ within, formerly }: Unit, name: string): boolean =>
  [within, ...formerly].some((one) => isCalled(one, name))

/** How a file tells units of one name apart. */
const byColumn: Said = { vi: 'Hãy ghi cột Thuộc.', en: 'Fill the column Within.' }

/** Finds it among the units of the post's levels; says in words why it is none or one of several. */
export function unitFinder(units: readonly Unit[], apart: Said = byColumn) {
  const found = new Map<string, Unit[]>()
  for (const unit of units)
    for (const spelling of spellings(unit.name)) found.set(spelling, [...(found.get(spelling) ?? []), unit])
  return ({ name, within, levels }: Wanted): Unit | Said => {
    const coded = units.filter(({ code }) => code !== null && code === tidy(name))
    const named = coded.length > 0 ? coded : exactly(found.get(fold(tidy(name))) ?? [], name)
    const there = within === '' ? named : placedIn(named, { units, name, within })
    const fit = levels === null ? there : there.filter(({ level }) => levels.includes(levelAt(level)))
    // A post of another level is told by its name.
    const left = fit.length > 0 ? fit : there
    const [first, ...others] = left
    if (!first) return nowhere({ units, name, within })
    return others.length > 0 ? several(name, left, apart) : first
  }
}

type Among = { readonly units: readonly Unit[]; readonly name: string; readonly within: string }

/** Those that lie there; where the unit above is one of before, those too that had the name there: villages were numbered anew. */
function placedIn(named: readonly Unit[], { units, name, within }: Among): readonly Unit[] {
  const there = named.filter((unit) => liesIn(unit, within))
  if (there.some((unit) => isCalled(unit.within, within))) return there
  const were = units.filter(({ before }) =>
    before.some((one) => isCalled(one.name, name) && isCalled(one.within, within)),
  )
  return [...new Set([...were, ...there])]
}

/**
 * "nay là Xã Tam Hồng": what a unit that has ended went into. Villages of one name lie everywhere: of those only what lies
 * within the unit that the row names, and nothing where it names none.
 */
function becameSaid({ units, name, within }: Among): Said | null {
  const isThere = (unit: Unit) =>
    within === '' ? levelAt(unit.level) !== 'village' : liesIn(unit, within) || cameWithin(units, unit, within)
  const into = units.filter((unit) => unit.cameFrom.some((one) => isCalled(one, name)) && isThere(unit))
  if (name === '' || into.length === 0) return null
  const { vi, en } = countedUp(
    into.map((unit) => ({ vi: unit.name, en: unit.name })),
    { vi: 'đơn vị', en: 'units' },
  )
  return { vi: `“${name}” đã hết, nay là ${vi}.`, en: `“${name}” has ended and is ${en} now.` }
}

/** Whether the unit above it came of one of that name. */
const cameWithin = (units: readonly Unit[], { parentId }: Unit, within: string): boolean =>
  units.some(({ areaId, cameFrom }) => areaId === parentId && cameFrom.some((one) => isCalled(one, within)))

function nowhere({ units, name, within }: Among): Said {
  const became = becameSaid({ units, name, within }) ?? becameSaid({ units, name: within, within: '' })
  return {
    vi: `Không có đơn vị “${name}”${within && ` thuộc “${within}”`} đang hoạt động trong phạm vi của bạn. ${became ? `${became.vi} ` : ''}Hãy ghi tên như ở trang Đơn vị.`,
    en: `No unit “${name}”${within && ` within “${within}”`} stands today in your reach. ${became ? `${became.en} ` : ''}Write its name as the page of units does.`,
  }
}
/** Of units of one name within one, what tells them apart: where they were before, their code. */
function placed({ within, formerly: [former], code }: Unit): Said {
  const vi = [former && `trước đây thuộc ${former}`, code && `mã ${code}`].filter(Boolean).join(', ')
  const en = [former && `formerly of ${former}`, code && `code ${code}`].filter(Boolean).join(', ')
  return { vi: within + (vi && ` (${vi})`), en: within + (en && ` (${en})`) }
}
const byPast: Said = {
  vi: 'Hãy ghi ở chỗ “Thuộc” tên đơn vị trước đây, hoặc ghi mã thay cho tên.',
  en: 'Write the former unit as what it is within, or the code instead of the name.',
}

function several(name: string, units: readonly Unit[], apart: Said): Said {
  const twins = new Set(units.map(({ within }) => within)).size < units.length
  const said = countedUp(
    units.map((unit) => (twins ? placed(unit) : { vi: unit.within, en: unit.within })),
    { vi: 'nơi', en: 'places' },
  )
  const how = twins ? byPast : apart
  return {
    vi: `Có ${units.length} đơn vị tên “${name}”: thuộc ${said.vi}. ${how.vi}`,
    en: `There are ${units.length} units “${name}”: within ${said.en}. ${how.en}`,
  }
}

/** The unit that keeps the record of who works there: a village's people are kept by its commune. */
export const keeperOf = (unit: Unit): AreaId =>
  levelAt(unit.level) === 'village' && unit.parentId ? unit.parentId : unit.areaId
