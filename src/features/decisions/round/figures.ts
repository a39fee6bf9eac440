/** Figures of a round: classes by village, with what they are a share of, each opening exactly what it counts. */

import { latestDeclaredTotals } from '#features/areas/declared.ts'
import { mustBeAble } from '#features/areas/must.ts'
import { childrenOf, namesOn } from '#features/areas/queries.ts'
import { marks } from '#features/areas/words.ts'
import { type RegisterCounts, registerCountsBy, together } from '#features/households/onDay.ts'
import {
  type CaseCounts,
  type ClassCount,
  caseCounts,
  classCounts,
  counted,
  namedOnce,
  unseenPlaces,
} from '#features/rounds/counts/queries.ts'
import { getRound } from '#features/rounds/must.ts'
import { type RoundRow, roundVillages } from '#features/rounds/queries.ts'
import { askedIn } from '#features/rounds/rules/progress.ts'
import { compareDays, type PlainDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { AreaId } from '#kernel/ids.ts'
import { compareNames } from '#kernel/order.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Call } from '#platform/server/handle.ts'
import { movementsOf } from '../queries/decisions.ts'
import type { roundFigures } from './contract.ts'

type Answer = OutputOf<typeof roundFigures>
type ClassFigures = Answer['opens']
const surveyed = ['poor', 'near_poor', 'average', 'not_poor', 'open'] as const

/** Of the round or a village of it: its cases, those of them by class, and the filter that opens them. */
type Counted = {
  readonly cases: CaseCounts
  readonly classes: readonly ClassCount[]
  readonly filter: Record<string, string>
}

function classFigures({ cases, classes, filter }: Counted, purpose: ClassCount['purpose']): ClassFigures {
  const key = purpose === 'opens' ? 'class' : 'closingClass'
  const of = (name: string) =>
    classes.filter((r) => r.purpose === purpose && r.class === name).reduce((sum, r) => sum + r.n, 0)
  const none = askedIn(cases) - surveyed.reduce((sum, name) => sum + of(name), 0)
  const figures = [...surveyed.map((name) => [name, of(name)] as const), ['none', none] as const]
  return Object.fromEntries(
    figures.map(([name, count]) => [name, { count, opens: { ...filter, [key]: name } }]),
  ) as ClassFigures
}

/** The whole and its parts: those that left the round, and the rest by class. */
const figuresOf = (of: Counted, hasClosing: boolean) => ({
  cases: { count: of.cases.total, opens: of.filter },
  left: { count: of.cases.ended, opens: { ...of.filter, state: 'ended' } },
  opens: classFigures(of, 'opens'),
  closes: hasClosing ? classFigures(of, 'closes') : null,
})

function inRegister(counts: readonly RegisterCounts[]) {
  const { households, persons } = together(counts)
  return { households, persons }
}

type Declared = Awaited<ReturnType<typeof latestDeclaredTotals>>
type Over = {
  /** Null where one of the villages is not the actor's any more. */
  readonly counts: readonly RegisterCounts[] | null
  readonly day: PlainDate
  readonly totals: Declared
}

function denominators(area: AreaId, { counts, day, totals }: Over) {
  const declared = totals.get(area)
  return {
    declared: declared
      ? {
          households: declared.households,
          day: declared.day,
          source: declared.source,
          mark: declared.mark,
        }
      : null,
    register: counts && { ...inRegister(counts), day },
    villages: null,
  }
}

type Denominators = Answer['denominators']
type OfRound = Over & { readonly villages: Answer['villages'] }

/** Of several villages together; null where one of them has declared nothing. */
function declaredTogether(all: readonly Denominators['declared'][]): Denominators['declared'] {
  const known = all.filter((one) => one !== null)
  if (known.length === 0 || known.length < all.length) return null
  const weakest = Math.max(...known.map(({ mark }) => marks.indexOf(mark)))
  return {
    households: known.reduce((sum, { households }) => sum + households, 0),
    day: known.map(({ day }) => day).sort(compareDays)[0] as PlainDate,
    source: [...new Set(known.map(({ source }) => source))].join('; '),
    mark: marks[weakest] ?? 'invented',
  }
}

/** What the shares of a round are shares of: the commune's total where the round takes in all of it, else its villages' together. */
async function ofRound(db: Db, round: RoundRow, { villages, ...of }: OfRound): Promise<Denominators> {
  const { areaId, windowUntil } = round
  const all = (await childrenOf(db, areaId, windowUntil)).map((village) => village.areaId)
  const taken = villages.map((village) => village.villageId)
  if (all.every((village) => taken.includes(village)) && taken.every((village) => all.includes(village)))
    return denominators(areaId, of)
  const { register } = denominators(areaId, of)
  const declared = declaredTogether(villages.map((village) => village.denominators.declared))
  return { declared, register, villages: villages.length }
}

export const figuresOfRound = async ({ db, actor, input, today }: Call<typeof roundFigures>): Promise<Answer> => {
  const round = await getRound(db, input.roundId)
  await mustBeAble({ db, actor }, 'round.read', round.areaId)
  const { roundId, areaId, decisionId } = round
  const taken = await roundVillages(db, roundId, today)
  const villages = taken.map((v) => v.villageId)
  const elsewhere = taken.filter((v) => v.nowIn !== null).map((v) => v.villageId)
  const day = today < round.windowUntil ? today : round.windowUntil
  const [classes, cases] = [await classCounts(db, roundId), await caseCounts(db, [roundId])]
  const unseen = counted(cases.filter((one) => !one.told)).total
  const counts = await registerCountsBy(db, { villages, day, today })
  const totals = await latestDeclaredTotals(db, [areaId, ...villages], day)
  const names = await namesOn(db, villages, round.windowUntil)
  const hasClosing = round.closing_hash !== null
  const village = (villageId: AreaId) => ({
    villageId,
    name: names.get(villageId) ?? '',
    denominators: denominators(villageId, {
      counts: elsewhere.includes(villageId) ? null : counts.filter((c) => c.villageId === villageId),
      day,
      totals,
    }),
    ...figuresOf(
      {
        cases: counted(cases.filter((c) => c.villageId === villageId)),
        classes: classes.filter((r) => r.village === villageId),
        filter: { roundId, villageId },
      },
      hasClosing,
    ),
  })
  const byVillage: Answer['villages'] = villages.map(village)
  return {
    roundId,
    areaId,
    denominators: await ofRound(db, round, {
      villages: byVillage,
      counts: elsewhere.length > 0 ? null : counts,
      day,
      totals,
    }),
    ...figuresOf({ cases: counted(cases), classes, filter: { roundId } }, hasClosing),
    unseen,
    unseenIn: unseen > 0 ? namedOnce(await unseenPlaces(db, roundId, today)) : '',
    villages: byVillage.sort((a, b) => compareNames(a.name, b.name)),
    movements: decisionId ? await movementsOf(db, decisionId) : null,
    decisionId,
  }
}
