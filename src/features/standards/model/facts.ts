/**
 * The answers of one household. Every answer may be absent, and absent means unknown, never "no".
 * `members` is one answer: a list that is there is taken as everybody who belongs to the household.
 */
import { type Static, Type } from 'typebox'
import { VndSchema } from '#kernel/numbers.ts'
import { BirthSchema, sexes } from '#kernel/persons.ts'
import { strict } from './marks.ts'
import {
  causes,
  disabilities,
  informationMeans,
  jobs,
  livelihoods,
  nutritionStates,
  regions,
  relations,
  schoolLevels,
  settlements,
  structures,
  supports,
  toilets,
  wasteWays,
  waterSources,
} from './words.ts'

const yesNo = Type.Optional(Type.Boolean())
const text = (maxLength: number) => Type.Optional(Type.String({ maxLength }))

export const MemberSchema = Type.Object(
  {
    /** Stable across surveys and households: the person's id, or any text unique in the household. */
    id: Type.String({ minLength: 1, maxLength: 64 }),
    name: text(120),
    sex: Type.Optional(Type.Enum([...sexes])),
    birth: Type.Optional(BirthSchema),
    relation: Type.Optional(Type.Enum([...relations])),
    /** `01` ... `55` of the list of ethnic groups. */
    ethnicity: Type.Optional(Type.String({ pattern: '^[0-9]{2}$' })),
    /** The level attended now; `none` where the person attends no school. */
    studying: Type.Optional(Type.Enum([...schoolLevels])),
    /** The highest level finished. */
    finished: Type.Optional(Type.Enum([...schoolLevels])),
    /** Hired and trained at work, with a certificate. */
    trainedOnJob: yesNo,
    canWork: yesNo,
    job: Type.Optional(Type.Enum([...jobs])),
    contract: yesNo,
    wantsWork: yesNo,
    healthInsurance: yesNo,
    /** Receives a monthly social allowance. */
    socialAllowance: yesNo,
    pension: yesNo,
    disability: Type.Optional(Type.Enum([...disabilities])),
    nutrition: Type.Optional(Type.Enum([...nutritionStates])),
    /** A person of merit (người có công). */
    merit: yesNo,
    /** Seriously ill or injured in the last 12 months. */
    seriousIllness: yesNo,
    soughtCare: yesNo,
  },
  strict,
)
export type Member = Static<typeof MemberSchema>

export const IncomeSchema = Type.Object(
  {
    /** đồng a person a month, mean of the last 12 months, without what the law excludes. */
    perPersonMonth: Type.Optional(VndSchema),
    /** đồng of the whole household in the last 12 months, without what the law excludes. */
    total12Months: Type.Optional(VndSchema),
    /** B1 already counted elsewhere, with the table it was counted by. */
    b1: Type.Optional(
      Type.Object({ table: Type.String({ minLength: 1 }), points: Type.Number({ minimum: 0, maximum: 1000 }) }, strict),
    ),
  },
  strict,
)

export const FactsSchema = Type.Object(
  {
    settlement: Type.Optional(Type.Enum([...settlements])),
    region: Type.Optional(Type.Enum([...regions])),
    livelihood: Type.Optional(Type.Enum([...livelihoods])),
    /** Only for lists that hold no members; where members are listed their number counts. */
    memberCount: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    members: Type.Optional(Type.Array(MemberSchema, { maxItems: 100 })),
    housing: Type.Optional(
      Type.Object(
        {
          wall: Type.Optional(Type.Enum([...structures])),
          pillar: Type.Optional(Type.Enum([...structures])),
          roof: Type.Optional(Type.Enum([...structures])),
          areaM2: Type.Optional(Type.Number({ minimum: 0, maximum: 10_000 })),
        },
        strict,
      ),
    ),
    water: Type.Optional(Type.Object({ source: Type.Optional(Type.Enum([...waterSources])) }, strict)),
    sanitation: Type.Optional(
      Type.Object(
        { toilet: Type.Optional(Type.Enum([...toilets])), waste: Type.Optional(Type.Enum([...wasteWays])) },
        strict,
      ),
    ),
    information: Type.Optional(
      Type.Object(
        {
          internet: yesNo,
          phone: yesNo,
          means: Type.Optional(Type.Array(Type.Enum([...informationMeans]), { uniqueItems: true })),
          loudspeaker: yesNo,
        },
        strict,
      ),
    ),
    income: Type.Optional(IncomeSchema),
    causes: Type.Optional(Type.Array(Type.Enum([...causes]), { uniqueItems: true })),
    causeOther: text(300),
    support: Type.Optional(Type.Array(Type.Enum([...supports]), { uniqueItems: true })),
    supportOther: text(300),
    note: text(2000),
    /** By which number the household is called, where the family says otherwise than its register: '' of one that has none now. */
    phone: Type.Optional(Type.String({ maxLength: 12, pattern: '^([+]?[0-9]{9,11})?$' })),
    /** Ticks of imported lists, by indicator key. Used only where the facts themselves do not decide. */
    declared: Type.Optional(Type.Record(Type.String({ pattern: '^[a-zA-Z]{3,40}$' }), Type.Boolean())),
  },
  strict,
)
export type Facts = Static<typeof FactsSchema>
