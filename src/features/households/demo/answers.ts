/** What an invented family answers in a year: a believable base, then what it is meant to lack and to earn. */

import type { Facts, Member } from '#features/standards/model/facts.ts'
import { type PlainDate, yearOf } from '#kernel/dates.ts'
import { type Vnd, vnd } from '#kernel/numbers.ts'
import { type Chance, chanceOf } from './chance.ts'
import type { DemoHousehold, DemoPerson } from './families.ts'

/** How a family lives in the year of a survey. */
export type Lot = 'poor' | 'near_poor' | 'average' | 'not_poor'

function schoolingOf(age: number, chance: Chance): Pick<Member, 'studying' | 'finished'> {
  if (age < 3) return { studying: 'none', finished: 'none' }
  if (age < 6) return { studying: 'preschool', finished: 'none' }
  if (age < 12) return { studying: 'primary', finished: 'none' }
  if (age < 16) return { studying: 'lower_secondary', finished: 'primary' }
  if (age < 18) return { studying: 'upper_secondary', finished: 'lower_secondary' }
  if (age <= 30)
    return { studying: 'none', finished: chance.pick(['upper_secondary', 'vocational_intermediate', 'college']) }
  return {
    studying: 'none',
    finished: chance.pick(['primary', 'lower_secondary', 'lower_secondary', 'upper_secondary']),
  }
}

function workOf(age: number, chance: Chance): Partial<Member> {
  if (age < 16) return { canWork: false }
  if (age > 70) return { canWork: false, job: 'none', wantsWork: false }
  const job = chance.pick(['farm', 'farm', 'farm', 'self_employed', 'wage'] as const)
  return { canWork: true, job, wantsWork: true, ...(job === 'wage' ? { contract: true } : {}) }
}

function memberAnswers(person: DemoPerson, day: PlainDate, chance: Chance): Member {
  const age = yearOf(day) - person.birth.year
  return {
    id: person.personId,
    name: person.name,
    sex: person.sex,
    birth: person.birth,
    relation: person.relation,
    ethnicity: person.ethnicity,
    ...schoolingOf(age, chance),
    ...workOf(age, chance),
    trainedOnJob: false,
    healthInsurance: true,
    socialAllowance: age >= 80,
    pension: false,
    disability: 'none',
    merit: age > 70 && chance.happens(0.06),
    seriousIllness: false,
    ...(age < 16 ? { nutrition: 'normal' as const } : {}),
  }
}

const incomeRanges: Record<Lot, readonly [number, number]> = {
  poor: [700, 1_480],
  near_poor: [950, 1_490],
  average: [1_560, 2_200],
  not_poor: [2_400, 4_200],
}

/** Thousands of đồng a person and month, to the nearest ten. */
const incomeOf = (lot: Lot, chance: Chance): Vnd => {
  const [low, high] = incomeRanges[lot]
  return vnd(chance.between(low / 10, high / 10) * 10_000)
}

/** Each takes one thing away from a household that lacks nothing. */
const losses: readonly ((facts: Facts) => Facts)[] = [
  (f) => ({ ...f, sanitation: { ...f.sanitation, toilet: 'plain_pit' } }),
  (f) => ({ ...f, information: { ...f.information, internet: false } }),
  (f) => ({ ...f, housing: { ...f.housing, wall: 'not_durable', roof: 'not_durable' } }),
  (f) => ({ ...f, water: { source: 'unprotected_dug_well' } }),
  (f) => ({ ...f, members: f.members?.map((m, n) => (n === 0 ? { ...m, healthInsurance: false } : m)) ?? [] }),
  (f) => ({ ...f, information: { ...f.information, means: [], loudspeaker: false } }),
  (f) => ({ ...f, housing: { ...f.housing, areaM2: Math.max(6, (f.members?.length ?? 1) * 7) } }),
]

function lacking(facts: Facts, count: number, chance: Chance): Facts {
  const order = losses.map((loss) => ({ loss, at: chance.next() })).sort((a, b) => a.at - b.at)
  return order.slice(0, count).reduce((held, { loss }) => loss(held), facts)
}

const wantedCauses = ['land', 'capital', 'labour', 'tools', 'knowledge', 'skills', 'illness'] as const
const wantedSupport = ['health', 'education', 'production', 'credit', 'housing'] as const

function baseAnswers(household: DemoHousehold, day: PlainDate, chance: Chance): Facts {
  const members = household.members.filter((p) => p.birth.year < yearOf(day)).map((p) => memberAnswers(p, day, chance))
  return {
    settlement: 'rural',
    region: 'NT_DBSH',
    livelihood: 'farm_forest_fish_salt',
    members,
    housing: { wall: 'durable', pillar: 'durable', roof: 'durable', areaM2: members.length * chance.between(11, 22) },
    water: { source: chance.pick(['tap', 'drilled_well', 'drilled_well']) },
    sanitation: { toilet: 'septic', waste: 'collected' },
    information: { internet: true, phone: true, means: ['tv', 'smartphone'], loudspeaker: true },
  }
}

/** The whole form of one household on a day. */
export function demoAnswers(household: DemoHousehold, day: PlainDate, lot: Lot): Facts {
  const chance = chanceOf(`${household.householdId} ${day}`)
  const base = baseAnswers(household, day, chance)
  const lost = lot === 'poor' ? chance.between(3, 5) : lot === 'near_poor' ? chance.between(0, 1) : chance.between(0, 2)
  const facts = lacking(base, lost, chance)
  const needy = lot === 'poor' || lot === 'near_poor'
  return {
    ...facts,
    income: { perPersonMonth: incomeOf(lot, chance) },
    ...(needy
      ? {
          causes: [chance.pick(wantedCauses)],
          support: [chance.pick(wantedSupport), 'health' as const].filter((s, n, all) => all.indexOf(s) === n),
        }
      : {}),
  }
}
