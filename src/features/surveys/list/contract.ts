/** The calls of the list of the cases of a round. */
import { Type } from 'typebox'
import { AskedStateSchema } from '#features/rounds/model.ts'
import type { CaseAction } from '#features/rounds/rules/cases.ts'
import { type Class, classes } from '#features/standards/model/verdict.ts'
import { type Buttons, CanSchema } from '#kernel/buttons.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { CaseRowSchema } from '../model.ts'

/** What is offered beside a list of cases. */
export const caseListButtons = {
  check: { right: 'survey.check', action: 'accept' },
} as const satisfies Buttons<{ readonly action: CaseAction }>

const ClassFilter = Type.Unsafe<Class | 'open' | 'none'>(Type.Enum([...classes, 'open', 'none']))

export const listCases = endpoint({
  name: 'surveys.list',
  method: 'GET',
  path: '/api/rounds/:roundId/cases',
  right: 'round.read',
  says: { vi: 'Các hộ của kỳ rà soát', en: 'The households of a round' },
  input: Type.Object({
    roundId: IdOf<'round'>(),
    villageId: Type.Optional(IdOf<'area'>()),
    /** `open`: neither accepted nor out of the round. */
    state: Type.Optional(AskedStateSchema),
    enumeratorId: Type.Optional(IdOf<'account'>()),
    /** By the opening verdict; `open`: the class is not decided by the facts; `none`: no survey has come. */
    class: Type.Optional(ClassFilter),
    /** By the closing verdict, where the round has one. */
    closingClass: Type.Optional(ClassFilter),
    /** Only cases whose opening verdict cannot stand in a decision. */
    undecidable: Type.Optional(Type.Boolean()),
    /** Only those that had left when the round was decided, stand in its villages again, and have no class since. */
    unclassed: Type.Optional(Type.Boolean()),
    /** Head's name, without tone marks as well, or the household's number. */
    q: Type.Optional(Type.String({ maxLength: 100 })),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  }),
  output: Type.Object({
    total: Count,
    /**
     * Of a village, a state or a class: those that the round counts too, and whose households the actor does not reach where
     * they live today; and where that is.
     */
    unseen: Count,
    unseenIn: Type.String(),
    page: Type.Integer(),
    pageSize: Type.Integer(),
    cases: Type.Array(CaseRowSchema),
    can: CanSchema(caseListButtons),
  }),
})

export const casesFile = listFile(listCases, { name: 'surveys.listFile', path: '/api/rounds/:roundId/cases/file' })
