/** The calls of the register of programmes: what stands in it, what is entered, and which goal a decision says is met. */
import { Type } from 'typebox'
import { type Buttons, CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, PrintableLine, PrintableText, seenOf, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import {
  BasisSchema,
  FactMarkSchema,
  GoalView,
  KindSchema,
  LevelsSchema,
  ProgrammeRow,
  ProgrammeStateSchema,
  YearSchema,
} from './model.ts'

const reads = { method: 'GET', right: 'training.read' } as const
const writes = { method: 'POST', right: 'training.manage' } as const
const path = { programmeId: IdOf<'programme'>() }
const Done = Type.Object(path)

export const programmeButtons = {
  manage: { right: 'training.manage' },
  /** Of what was entered here; what is ready-made stays. */
  drop: { right: 'training.manage' },
} as const satisfies Buttons

export const listProgrammes = endpoint({
  name: 'programmes.list',
  ...reads,
  path: '/api/programmes',
  says: { vi: 'Chương trình, đề án, kế hoạch', en: 'Programmes, schemes, plans' },
  input: Type.Object({
    q: Type.Optional(Type.String({ maxLength: 100 })),
    kind: Type.Optional(KindSchema),
    state: Type.Optional(ProgrammeStateSchema),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  }),
  output: Type.Object({ total: Count, rows: Type.Array(ProgrammeRow) }),
})
export const programmesFile = listFile(listProgrammes, { name: 'programmes.listFile', path: '/api/programmes/file' })

export const searchProgrammes = endpoint({
  name: 'programmes.search',
  ...reads,
  path: '/api/programmes/search',
  says: { vi: 'Tìm chương trình theo tên', en: 'Find programmes by name' },
  input: Type.Object({ q: Type.String({ minLength: 1, maxLength: 100 }) }),
  output: Type.Object({ programmes: Type.Array(ProgrammeRow) }),
})

export const showProgramme = endpoint({
  name: 'programmes.show',
  ...reads,
  path: '/api/programmes/:programmeId',
  says: { vi: 'Một chương trình: căn cứ, mục tiêu, phần việc', en: 'One programme: basis, goals, parts' },
  input: Type.Object(path),
  output: Type.Object({
    ...ProgrammeRow.properties,
    note: Type.String(),
    goalList: Type.Array(GoalView),
    parts: Type.Array(ProgrammeRow),
    can: CanSchema(programmeButtons),
  }),
})
export const goalsFile = listFile(showProgramme, {
  name: 'programmes.goalsFile',
  path: '/api/programmes/:programmeId/goals/file',
})

const Particulars = {
  kind: KindSchema,
  name: PrintableText(300),
  partOfId: Nullable(IdOf<'programme'>()),
  periodFrom: Nullable(YearSchema),
  periodUntil: Nullable(YearSchema),
  levels: LevelsSchema,
  bases: Type.Array(BasisSchema, { maxItems: 20 }),
  note: PrintableLine(2000),
  source: PrintableText(300),
  mark: FactMarkSchema,
}
export const ProgrammeParticulars = Type.Object(Particulars)

export const addProgramme = endpoint({
  name: 'programmes.add',
  ...writes,
  path: '/api/programmes',
  says: { vi: 'Ghi một chương trình, đề án, kế hoạch', en: 'Enter a programme, scheme or plan' },
  input: Type.Object({ ...path, areaId: IdOf<'area'>(), ...Particulars }),
  output: Done,
})

export const changeProgramme = endpoint({
  name: 'programmes.change',
  ...writes,
  path: '/api/programmes/:programmeId/change',
  says: { vi: 'Sửa một chương trình', en: 'Change a programme' },
  input: Type.Object({
    ...path,
    ...Type.Partial(ProgrammeParticulars).properties,
    ...seenOf(ProgrammeParticulars),
  }),
  output: Done,
})

export const dropProgramme = endpoint({
  name: 'programmes.drop',
  ...writes,
  path: '/api/programmes/:programmeId/drop',
  says: { vi: 'Bỏ một chương trình ghi nhầm', en: 'Drop a programme that was entered by mistake' },
  input: Type.Object({ ...path, because: Words(500) }),
  output: Done,
})

export const addGoal = endpoint({
  name: 'programmes.addGoal',
  ...writes,
  path: '/api/programmes/:programmeId/goals',
  says: { vi: 'Ghi mục tiêu của một đơn vị, một năm', en: 'Enter a goal for a unit and a year' },
  input: Type.Object({
    ...path,
    programmeGoalId: IdOf<'programme_goal'>(),
    areaId: IdOf<'area'>(),
    year: Nullable(YearSchema),
    says: PrintableText(500),
    mark: FactMarkSchema,
  }),
  output: Done,
})

const goalPath = { programmeGoalId: IdOf<'programme_goal'>() }

export const dropGoal = endpoint({
  name: 'programmes.dropGoal',
  ...writes,
  path: '/api/programme-goals/:programmeGoalId/drop',
  says: { vi: 'Bỏ một mục tiêu chưa đạt', en: 'Take away a goal that is not met' },
  input: Type.Object({ ...goalPath, because: Words(500) }),
  output: Done,
})

export const meetGoal = endpoint({
  name: 'programmes.meetGoal',
  ...writes,
  path: '/api/programme-goals/:programmeGoalId/meet',
  says: { vi: 'Ghi quyết định công nhận đạt mục tiêu', en: 'Record the decision by which a goal is met' },
  input: Type.Object({
    ...goalPath,
    number: PrintableText(60),
    decidedOn: PlainDateSchema,
    issuer: PrintableText(200),
  }),
  output: Done,
})

export const reopenGoal = endpoint({
  name: 'programmes.reopenGoal',
  ...writes,
  path: '/api/programme-goals/:programmeGoalId/reopen',
  says: { vi: 'Mở lại mục tiêu đã ghi đạt nhầm', en: 'Reopen a goal that was wrongly recorded as met' },
  input: Type.Object({ ...goalPath, number: PrintableText(60), because: Words(500) }),
  output: Done,
})
