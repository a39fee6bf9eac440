/**
 * The roster of Vĩnh Phúc on the units of 2021: a leader and a specialist at each unit, village heads who enumerate, some
 * places vacant. What they held ended with their units on 01/07/2025, but for a few who wait to be placed again; the first of
 * each commune work in the commune of today, its leaders one at its Economic Office. People are invented.
 */
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { reformDay, snapshotDay } from '#features/areas/nation/days.ts'
import { type PlainDate, plainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { OwnerConnection } from '#platform/server/database/insert.ts'
import { inventedPerson } from './names.ts'
import type { Held, Person } from './rosterPeople.ts'

/** On this day the roster is whole; the review of that autumn was under way. */
const day = plainDate('2021-10-12')
const term = plainDate('2024-01-15')

type Unit = {
  readonly id: AreaId
  readonly level: number
  readonly parentId: AreaId
  /** The first day without it; null while it stands. */
  readonly until: PlainDate | null
  /** The unit that keeps its people's records today: its commune, or what that is part of. */
  readonly keeper: AreaId
  /** Posts there that the demo's accounts and heads hold already. */
  readonly held: readonly string[]
}

/** The units of that day, from the province down, by their codes; villages by number. */
const unitsOf = async (db: OwnerConnection): Promise<Unit[]> =>
  (
    await db.query<Unit>(
      `select v.area_id as id, v.level, v.parent_id as "parentId",
              (select max(w.valid_until) from area_version w where w.area_id = v.area_id
               having not bool_or(w.valid_until is null)) as until,
              coalesce(
                case v.level when 4 then (select w.parent_id from area_version w where w.area_id = v.area_id and w.valid_from = $3)
                             when 3 then (select s.to_id from area_succession s join area_version n on n.area_id = s.to_id and n.valid_from = $3
                                           where s.from_id = v.area_id
                                             and exists (select from area_version e where e.area_id = v.area_id and e.valid_until = $3)) end,
                case v.level when 4 then v.parent_id else v.area_id end) as keeper,
              array(select a.post from appointment a where a.area_id = v.area_id and a.valid_from <= $2
                     and coalesce(a.valid_until, 'infinity') > $2) as held
         from area_path base
         join area_path p on (p.path = base.path or starts_with(p.path, base.path || '/'))
          and p.valid_from <= $2 and coalesce(p.valid_until, 'infinity') > $2
         join area_version v on v.area_id = p.area_id and v.valid_from <= $2 and coalesce(v.valid_until, 'infinity') > $2
         left join area_version c on c.area_id = v.parent_id and c.valid_from <= $2 and coalesce(c.valid_until, 'infinity') > $2
        where base.area_id = $1 and base.valid_from <= $2 and coalesce(base.valid_until, 'infinity') > $2
        order by v.level, coalesce(v.code, c.code), length(v.name), v.name`,
      [demoAreas.vinhPhuc, day, reformDay],
    )
  ).rows

const degrees = [
  ['Đại học Nông nghiệp', 'Học viện Nông nghiệp Việt Nam'],
  ['Đại học Quản lý nhà nước', 'Học viện Hành chính Quốc gia'],
  ['Đại học Công tác xã hội', 'Trường Đại học Lao động - Xã hội'],
  ['Đại học Luật', 'Trường Đại học Luật Hà Nội'],
] as const

type Learnt = NonNullable<Person['learnt']>
function learntBy(n: number, born: number): Learnt {
  const [title, school] = degrees[n % degrees.length] ?? degrees[0]
  const [from, until] = [`${born + 19}-09`, `${born + 23}-06`]
  const form = n % 3 === 0 ? 'in_service' : 'regular'
  return [{ kind: 'professional', level: 'university', title, school, form, from, until }]
}

/** Held from the day on which the register begins, until the unit ended. */
const untilUnitEnded = (post: string, { id, until }: Unit): Held => ({
  ...{ post, area: id, from: snapshotDay, ...(until && { until, because: 'unit_ended' as const }) },
})
const since = (from: PlainDate, post: string, area: AreaId): Held => ({ post, area, from })

type Official = { readonly unit: Unit; readonly post: 'leader' | 'specialist'; readonly person: Person; waits: boolean }

/** Of 292 places these are vacant. */
const isVacant = (at: number, post: string): boolean => (post === 'leader' ? at === 70 : at % 24 === 11)
/** Leaders of whom nobody has said yet where they work since the reform. */
const waits = (at: number, post: string): boolean => post === 'leader' && at % 40 === 7

const officialsIn = (offices: readonly Unit[]): Official[] =>
  offices.flatMap((unit, at) =>
    (['leader', 'specialist'] as const)
      .filter((post) => !unit.held.includes(post) && !isVacant(at, post))
      .map((post, of): Official => {
        const n = at * 2 + of
        const who = inventedPerson(n, { women: post === 'leader' ? 25 : 55 })
        const open = waits(at, post)
        const held = open ? since(snapshotDay, post, unit.id) : untilUnitEnded(post, unit)
        const person = { key: `vinh-phuc ${unit.id} ${post}`, ...who, unit: unit.id, held: [held] }
        return { unit, post, waits: open, person: { ...person, learnt: learntBy(n, who.born) } }
      }),
  )

/** In the commune of today: one leads, one heads the Economic Office, two are its specialists. Tam Hồng has its own but one. */
function placed(officials: readonly Official[]): Person[] {
  const at = new Map<AreaId, { leader: number; specialist: number }>()
  return officials.map(({ unit, post, waits: open, person }) => {
    const { keeper } = unit
    if (open || unit.level !== 3 || keeper === unit.id) return person
    const inTamHong = keeper === demoAreas.tamHongToday
    const count = at.get(keeper) ?? (inTamHong ? { leader: 1, specialist: 2 } : { leader: 0, specialist: 0 })
    at.set(keeper, { ...count, [post]: count[post] + 1 })
    if (count[post] >= 2) return person
    const now = post === 'leader' && count.leader === 1 ? 'office_head' : post
    return { ...person, unit: keeper, held: [since(reformDay, now, keeper), ...person.held] }
  })
}

/** Heads of villages who enumerate: so they were in 2021, and are where their village stands. */
function heads(villages: readonly Unit[]): Person[] {
  const { merged } = demoAreas
  let gone = 0
  const heldAt = (village: Unit, post: string): Held[] => {
    if (village.held.length > 0 || village.keeper === demoAreas.tamHongToday)
      return [{ ...since(snapshotDay, post, village.id), until: term, because: 'term_over' }]
    if (village.id === merged.from[0]) return [since(merged.day, post, merged.into), untilUnitEnded(post, village)]
    // Who led the other of the two waits to be placed, as some do whose village ended with its commune.
    const left = village.id === merged.from[1] || (village.until !== null && gone % 50 === 1)
    return [left ? since(snapshotDay, post, village.id) : untilUnitEnded(post, village)]
  }
  return villages.flatMap((village, at) => {
    if (village.until !== null && village.until < reformDay) gone += 1
    if (at % 90 === 44 || village.held.includes('village_head')) return []
    const who = inventedPerson(1000 + at, { women: 20 })
    const held = ['village_head', 'enumerator'].flatMap((post) => heldAt(village, post))
    return [{ key: `vinh-phuc ${village.id}`, ...who, unit: village.keeper, held }]
  })
}

/** After the accounts and the heads of Tam Hồng, whose places are left to them. */
export async function vinhPhucPeople(db: OwnerConnection): Promise<Person[]> {
  const units = await unitsOf(db)
  const [offices, villages] = [units.filter(({ level }) => level < 4), units.filter(({ level }) => level === 4)]
  return [...placed(officialsIn(offices)), ...heads(villages)]
}
