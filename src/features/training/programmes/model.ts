/** A programme, scheme or plan as it is read: its legal basis, its goals, and how sure each of it is. */
import { type Static, Type } from 'typebox'
import { levels } from '#features/areas/words.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { factMarks } from '#kernel/marks.ts'
import { Nullable, PrintableText } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'

export const programmeKinds = {
  programme: { vi: 'Chương trình', en: 'Programme' },
  scheme: { vi: 'Đề án', en: 'Scheme' },
  plan: { vi: 'Kế hoạch', en: 'Plan' },
  component: { vi: 'Dự án thành phần, tiểu dự án', en: 'Sub-project' },
} as const satisfies Record<string, Said>
export type ProgrammeKind = keyof typeof programmeKinds
export const programmeKindNames = Object.keys(programmeKinds) as ProgrammeKind[]
export const KindSchema = Type.Unsafe<ProgrammeKind>(Type.Enum(programmeKindNames))

export { factMarks }
export type FactMark = keyof typeof factMarks
export const factMarkNames = Object.keys(factMarks) as FactMark[]
export const FactMarkSchema = Type.Unsafe<FactMark>(Type.Enum(factMarkNames))

export type LevelName = (typeof levels)[number]
export const LevelsSchema = Type.Array(Type.Unsafe<LevelName>(Type.Enum([...levels])), {
  maxItems: levels.length,
  uniqueItems: true,
})

/** The years in which anything of this register lies. */
export const YearSchema = Type.Integer({ minimum: 1990, maximum: 2100 })

/** What is not known stays null. */
export const BasisSchema = Type.Object({
  number: Nullable(PrintableText(60)),
  day: Nullable(PlainDateSchema),
  issuer: Nullable(PrintableText(200)),
  mark: FactMarkSchema,
})
export type Basis = Static<typeof BasisSchema>

/** Open while one of its goals is, or while it has none. */
export const programmeStates = {
  open: { vi: 'Đang mở', en: 'Open' },
  met: { vi: 'Đã đạt mục tiêu', en: 'Goals met' },
} as const satisfies Record<string, Said>
export type ProgrammeState = keyof typeof programmeStates
export const ProgrammeStateSchema = Type.Unsafe<ProgrammeState>(
  Type.Enum(Object.keys(programmeStates) as ProgrammeState[]),
)

export const GoalView = Type.Object({
  programmeGoalId: IdOf<'programme_goal'>(),
  areaId: IdOf<'area'>(),
  areaName: Type.String(),
  year: Nullable(Type.Integer()),
  says: Type.String(),
  mark: FactMarkSchema,
  /** What a source tells of the outcome, which is no decision. */
  told: Nullable(Type.String()),
  toldMark: Nullable(FactMarkSchema),
  met: Nullable(Type.Object({ number: Type.String(), day: PlainDateSchema, issuer: Type.String() })),
})
export type Goal = Static<typeof GoalView>

const programmeFields = {
  kind: KindSchema,
  name: Type.String(),
  areaId: IdOf<'area'>(),
  areaName: Type.String(),
  periodFrom: Nullable(Type.Integer()),
  periodUntil: Nullable(Type.Integer()),
  levels: LevelsSchema,
  bases: Type.Array(BasisSchema),
  source: Type.String(),
  mark: FactMarkSchema,
  state: ProgrammeStateSchema,
  goals: Type.Integer(),
  goalsMet: Type.Integer(),
}
export const ProgrammeRow = Type.Object({
  programmeId: IdOf<'programme'>(),
  ...programmeFields,
  partOf: Nullable(Type.Object({ programmeId: IdOf<'programme'>(), name: Type.String() })),
})
export type Programme = Static<typeof ProgrammeRow>
