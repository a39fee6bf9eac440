/** What the rounds hold of an official, a household and a unit: what is under review and not ended; and what a round holds. */
import { sql } from 'kysely'
import { unitBack, unitGone, unitMovedBack } from '#features/areas/events.ts'
import { overAs } from '#features/areas/queries.ts'
import { nobodyElseAt } from '#features/people/queries.ts'
import { type Role, rights, roleHolds } from '#kernel/access.ts'
import type { AreaId, RoundId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { type Intent, type Touch, type Touched, untold } from '#platform/server/touches.ts'
import { countEnded, followCases } from './list/queries.ts'
import { type CaseState, caseStates } from './model.ts'
import { getRound } from './must.ts'
import { roundProblem } from './problems.ts'
import { askedCases, stepLines } from './queries.ts'
import { reopenedBy } from './rules/steps.ts'

const running = sql`r.state not in ('completed', 'cancelled')`

type Open = { readonly id: string; readonly name: string; readonly count: number; readonly over: readonly AreaId[] }

const inRound: Partial<Record<CaseState, Said>> = {
  listed: { vi: 'Hộ trong danh sách, chưa giao', en: 'Households on the list, not assigned' },
  assigned: { vi: 'Hộ đã giao, chờ khảo sát', en: 'Households assigned, to be surveyed' },
  returned: { vi: 'Phiếu đã trả lại', en: 'Surveys sent back' },
  submitted: { vi: 'Phiếu chờ kiểm tra', en: 'Surveys to be checked' },
  accepted: { vi: 'Phiếu đã chấp nhận', en: 'Surveys accepted' },
}
const stepsAgain = {
  vi: 'Bước đã ghi sau kiểm tra, phải làm lại',
  en: 'Steps recorded after checking, to be done again',
}

/** Its cases by where they stand, and what going back would open again. */
async function heldByRound(db: Db, { id, act }: Intent): Promise<Touched[]> {
  const round = await getRound(db, id as RoundId)
  const asked = await askedCases(db, round.roundId)
  const cases = caseStates.flatMap((state) => {
    const what = inRound[state]
    return what ? [{ what, count: asked.filter((one) => one.state === state).length }] : []
  })
  if (act !== 'round.reopened') return cases
  const again = reopenedBy(round, await stepLines(db, round.roundId)).filter((step) => step !== 'checking')
  return [...cases, { what: stepsAgain, count: again.length }]
}

/** Whether the case `c` is surveyed by this grant alone: it lies under it, and under no other of the account. */
const surveyedBy = (grant: NonNullable<Intent['grant']>, { id, on }: Intent) => sql<boolean>`
  c.village_id in (select a.area_id from area_reach a where a.over_id = ${grant.areaId})
  and c.village_id not in (
    select a.area_id from access_grant g join area_reach a on a.over_id = g.area_id
     where g.account_id = ${id} and g.id <> ${grant.id} and g.role = any (${rights['survey.fill'].roles})
       and ${validOn('g', on)})`

const leftBy: Partial<Record<Role, (name: string) => Said>> = {
  commune_official: (name) => ({
    vi: `Kỳ đang mở mà ở xã không còn công chức nào khác làm tiếp: "${name}"`,
    en: `Open round that no other official of the commune could carry on: "${name}"`,
  }),
  commune_chair: (name) => ({
    vi: `Kỳ đang mở mà ở xã không còn ai khác giữ quyền Chủ tịch để ký: "${name}"`,
    en: `Open round for which nobody else in the commune holds the authority to sign: "${name}"`,
  }),
}

/** Rounds that stand still once this grant has ended, since nobody else there holds its role. */
async function leftAlone(db: Db, { grant, on }: Intent): Promise<Touched[]> {
  const said = grant && leftBy[grant.role]
  if (!said) return []
  const { rows } = await sql<Omit<Open, 'count'>>`
    select r.id, r.name, ${overAs(sql`r.area_id`)} as over from round r
     where r.area_id in (select b.area_id from area_reach b where b.over_id = ${grant.areaId}) and ${running}
       and ${nobodyElseAt(sql`r.area_id`, grant, on)} order by r.name`.execute(db)
  return rows.map(({ id, name, over }) => ({
    what: said(name),
    count: 1,
    opens: { page: `/ra-soat/${id}`, right: 'round.read' as const, over },
  }))
}

async function surveysOf(db: Db, intent: Intent): Promise<Touched[]> {
  const { id, grant } = intent
  if (grant && !roleHolds(grant.role, 'survey.fill')) return []
  const { rows } = await sql<Open>`
    select r.id, r.name, ${overAs(sql`r.area_id`)} as over, count(*)::int as count from review_case c join round r on r.id = c.round_id
     where c.account_id = ${id} and c.state in ('assigned', 'returned') and ${running}
       and ${grant ? surveyedBy(grant, intent) : true}
     group by r.id, r.name order by r.name`.execute(db)
  return rows.map((round) => ({
    what: { vi: `Hộ đang giao khảo sát trong "${round.name}"`, en: `Households to survey in "${round.name}"` },
    count: round.count,
    opens: { page: `/ra-soat/${round.id}/giao-viec`, right: 'round.read' as const, over: round.over },
  }))
}

type Reviewed = {
  readonly id: string
  readonly name: string
  /** Whether all its villages lie in the unit; `isVillage`: the unit is one of them. */
  readonly whole: boolean
  readonly isVillage: boolean
  readonly open: number
  readonly over: readonly AreaId[]
}
/** More rounds than these, of a province, are told by their sum. */
const namedRounds = 10

/** Households that wait in these rounds: each round opens its own. */
function openCases(unit: string, rounds: readonly Reviewed[]): Touched[] {
  if (rounds.length > namedRounds) {
    const what = { vi: 'Hộ trong các kỳ đó chưa rà soát xong', en: 'Households still being reviewed' }
    return [{ what, count: rounds.reduce((sum, { open }) => sum + open, 0) }]
  }
  return rounds.map(({ id, name, whole, isVillage, open, over }) => ({
    what: { vi: `Hộ chưa rà soát xong trong "${name}"`, en: `Households still being reviewed in "${name}"` },
    count: open,
    ...((whole || isVillage) && {
      opens: {
        page: `/ra-soat/${id}/danh-sach?tinh-trang=open${isVillage ? `&thon=${unit}` : ''}`,
        ...{ right: 'round.read' as const, over },
      },
    }),
  }))
}

export const roundTouches: readonly Touch[] = [
  { of: 'round', holds: heldByRound },
  {
    of: 'official',
    holds: async (db, intent) => [...(await surveysOf(db, intent)), ...(await leftAlone(db, intent))],
  },
  {
    of: 'household',
    follows: followCases,
    ends: countEnded,
    holds: async (db, { id }) => {
      const { rows } = await sql<Open>`
        select r.id, r.name, ${overAs(sql`r.area_id`)} as over, count(*)::int as count from review_case c join round r on r.id = c.round_id
         where c.household_id = ${id} and c.state <> 'ended' and ${running}
         group by r.id, r.name order by r.name`.execute(db)
      return rows.map((round) => ({
        what: { vi: `Hồ sơ đang rà soát trong "${round.name}"`, en: `Under review in "${round.name}"` },
        count: round.count,
        opens: { page: `/ra-soat/${round.id}`, right: 'round.read' as const, over: round.over },
      }))
    },
  },
  {
    of: 'unit',
    follows: (db, id, today) => sql`select rounds_succeed(${id}, ${today})`.execute(db),
    returns: (db, id, { today }) => untold(sql`select rounds_return(${id}, ${today})`.execute(db)),
    forbids: async (db, { id, act, since }) => {
      const isMoved = act === unitMovedBack && since !== undefined
      if (act !== unitGone && !isMoved) return null
      const resting = isMoved ? sql`rounds_over_since(${id}, ${since})` : sql`rounds_resting(${id})`
      const { rows } = await sql<{ name: string; decided: boolean }>`select * from ${resting}`.execute(db)
      const [first] = rows
      if (!first) return null
      return roundProblem(first.decided ? 'rounds.unit_decided' : 'rounds.unit_open', {
        name: first.name,
        count: rows.length,
      })
    },
    holds: async (db, { id, act }) => {
      if (act === unitGone) return []
      if (act === unitBack) {
        const { rows } = await sql<{ count: number }>`select cases_coming_back(${id}) as count`.execute(db)
        const what = { vi: 'Hồ sơ của kỳ rà soát đang mở trở về', en: 'Cases of open rounds that come back' }
        return rows.map(({ count }) => ({ what, count }))
      }
      const { rows } = await sql<Reviewed>`
        with here as (
          select r.id, r.name, v.village_id, bool_and(a.over_id is not null) over (partition by r.id) as whole
            from round r join round_village v on v.round_id = r.id
            left join area_reach a on a.area_id = v.village_id and a.over_id = ${id}
           where ${running} and r.id in (
             select w.round_id from round_village w join area_reach b on b.area_id = w.village_id and b.over_id = ${id}))
        select h.id, min(h.name) as name, bool_and(h.whole) as whole, bool_or(h.village_id = ${id}) as "isVillage",
               coalesce(sum(c.listed + c.assigned + c.submitted + c.returned) filter (where c.told), 0)::int as open,
               ${overAs(sql`${id}`)} as over
          from here h left join case_counts(array(select id from here)) c on c.round_id = h.id and c.village_id = h.village_id
         where exists (select from area_reach a where a.area_id = h.village_id and a.over_id = ${id})
         group by h.id order by 2, 1`.execute(db)
      return [
        ...rows.slice(0, 1).map(({ over }) => ({
          what: { vi: 'Kỳ rà soát chưa kết thúc', en: 'Rounds that have not ended' },
          count: rows.length,
          opens: { page: `/ra-soat?noi=${id}`, right: 'round.read' as const, over },
        })),
        ...openCases(id, rows),
      ]
    },
  },
]
