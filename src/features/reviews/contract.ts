/** The calls about a round: making it, its list, who surveys, its steps, its figures, and what waits for whom. */
import { Type } from 'typebox'
import { MarkSchema } from '#features/areas/model.ts'
import { CaseIdSchema, RoundKindSchema, RoundStateSchema, StepSchema } from '#features/rounds/model.ts'
import {
  AccountIdSchema,
  AreaIdSchema,
  Count,
  HouseholdIdSchema,
  Nullable,
  PinnedSchema,
  RoundIdSchema,
} from '#features/surveys/model.ts'
import { HoldsSchema } from '#features/training/model.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { BlockCodeSchema, DecisionStateSchema, MovementSchema } from './model.ts'

const RoundKey = Type.Object({ roundId: RoundIdSchema })
const SaidText = Type.Object({ vi: Type.String(), en: Type.String() })
const Because = Type.String({ minLength: 1, maxLength: 500 })
const Moved = Type.Object({ roundId: RoundIdSchema, state: RoundStateSchema })

/** Why a button cannot be used: the sentence, how many households, and up to 20 of them to open. */
export const BlockSchema = Type.Object({
  code: BlockCodeSchema,
  said: SaidText,
  count: Count,
  households: Type.Array(
    Type.Object({ householdId: HouseholdIdSchema, caseId: CaseIdSchema, headName: Type.String() }),
  ),
})

const CaseCounts = Type.Object({
  listed: Count,
  assigned: Count,
  submitted: Count,
  returned: Count,
  accepted: Count,
  /** Of households that ended before the round was decided. */
  ended: Count,
  total: Count,
})

const RoundBody = {
  roundId: RoundIdSchema,
  areaId: AreaIdSchema,
  areaName: Type.String(),
  kind: RoundKindSchema,
  name: Type.String(),
  /** Annual: named at the start. Ad hoc: the day the decision is signed, null until then. */
  classesHoldFrom: Nullable(PlainDateSchema),
  windowFrom: PlainDateSchema,
  windowUntil: PlainDateSchema,
  state: RoundStateSchema,
  /** The window is over and the round is not. */
  late: Type.Boolean(),
  counts: CaseCounts,
}

export const listRounds = endpoint({
  name: 'reviews.list',
  method: 'GET',
  path: '/api/areas/:areaId/rounds',
  right: 'round.read',
  says: {
    vi: 'Các kỳ rà soát tại đơn vị, các đơn vị trực thuộc, hoặc có thôn này',
    en: 'Rounds at an area, below it, or taking in this village',
  },
  input: Type.Object({ areaId: AreaIdSchema, state: Type.Optional(RoundStateSchema) }),
  output: Type.Object({ rounds: Type.Array(Type.Object(RoundBody)), can: Type.Array(Type.String()) }),
})

export const createRound = endpoint({
  name: 'reviews.create',
  method: 'POST',
  path: '/api/rounds',
  right: 'round.manage',
  says: { vi: 'Mở kỳ rà soát', en: 'Open a review round' },
  input: Type.Object({
    roundId: RoundIdSchema,
    areaId: AreaIdSchema,
    kind: RoundKindSchema,
    name: Type.String({ minLength: 1, maxLength: 200 }),
    windowFrom: PlainDateSchema,
    windowUntil: PlainDateSchema,
    /** Empty: every village of the commune. */
    villages: Type.Array(AreaIdSchema, { maxItems: 200 }),
  }),
  output: Moved,
})

export const showRound = endpoint({
  name: 'reviews.show',
  method: 'GET',
  path: '/api/rounds/:roundId',
  right: 'round.read',
  says: { vi: 'Một kỳ rà soát', en: 'A review round' },
  input: RoundKey,
  output: Type.Object({
    round: Type.Object(RoundBody),
    opens: PinnedSchema,
    closes: Nullable(PinnedSchema),
    form: Type.Object({ id: Type.String(), hash: Type.String() }),
    /** Every step of the law in order. `built: false`: not in the software, passed only by an openly recorded skip. */
    steps: Type.Array(
      Type.Object({
        step: StepSchema,
        built: Type.Boolean(),
        state: Type.Unsafe<'done' | 'skipped' | 'now' | 'ahead'>(Type.Enum(['done', 'skipped', 'now', 'ahead'])),
        because: Nullable(Type.String()),
        day: Nullable(PlainDateSchema),
        by: Nullable(Type.String()),
      }),
    ),
    villages: Type.Array(
      Type.Object({
        villageId: AreaIdSchema,
        name: Type.String(),
        enumeratorId: Nullable(AccountIdSchema),
        enumeratorName: Nullable(Type.String()),
        counts: CaseCounts,
      }),
    ),
    /**
     * What the actor may do now, by right and by the round's state: `draw`, `request`, `unlist`, `assign`, `finish`,
     * `skip`, `reopen`, `cancel`, `draft`, `check`.
     */
    can: Type.Array(Type.String()),
    /** Why the present step cannot be finished, or the decision not be drafted; empty: it can. */
    blocked: Type.Array(BlockSchema),
    /** Why this round could not be decided as its verdicts stand now, whatever its step. */
    undecidable: Type.Array(BlockSchema),
    decision: Nullable(Type.Object({ decisionId: IdOf<'decision'>(), state: DecisionStateSchema })),
  }),
})

export const drawList = endpoint({
  name: 'reviews.drawList',
  method: 'POST',
  path: '/api/rounds/:roundId/list/draw',
  right: 'round.manage',
  says: {
    vi: 'Lập danh sách từ hộ nghèo, hộ cận nghèo hiện có',
    en: 'Draw the list from the present poor and near-poor',
  },
  input: RoundKey,
  output: Type.Object({ added: Count, total: Count }),
})

export const addToList = endpoint({
  name: 'reviews.addToList',
  method: 'POST',
  path: '/api/rounds/:roundId/list',
  right: 'round.manage',
  says: { vi: 'Thêm hộ có giấy đề nghị', en: 'Add a household by its request' },
  input: Type.Object({ roundId: RoundIdSchema, householdId: HouseholdIdSchema }),
  output: Type.Object({ caseId: CaseIdSchema }),
})

export const removeFromList = endpoint({
  name: 'reviews.removeFromList',
  method: 'POST',
  path: '/api/rounds/:roundId/list/remove',
  right: 'round.manage',
  says: { vi: 'Bỏ hộ khỏi danh sách khi chưa giao', en: 'Take a household off the list before it is assigned' },
  input: Type.Object({ roundId: RoundIdSchema, householdId: HouseholdIdSchema, because: Because }),
  output: Type.Object({ removed: Type.Literal(true) }),
})

export const listEnumerators = endpoint({
  name: 'reviews.enumerators',
  method: 'GET',
  path: '/api/rounds/:roundId/enumerators',
  right: 'round.manage',
  says: { vi: 'Ai có thể khảo sát', en: 'Who can survey' },
  input: RoundKey,
  output: Type.Object({
    enumerators: Type.Array(
      Type.Object({
        accountId: AccountIdSchema,
        name: Type.String(),
        /** Villages of the round over which the account is an enumerator. */
        villages: Type.Array(AreaIdSchema),
        assigned: Count,
        /** Says openly that credentials are not checked yet. */
        holds: HoldsSchema,
      }),
    ),
  }),
})

export const assign = endpoint({
  name: 'reviews.assign',
  method: 'POST',
  path: '/api/rounds/:roundId/assign',
  right: 'round.manage',
  says: { vi: 'Giao thôn hoặc từng hộ cho rà soát viên', en: 'Assign a village or single households' },
  input: Type.Object({
    roundId: RoundIdSchema,
    accountId: AccountIdSchema,
    /** A whole village: every case not yet sent, and those added later. */
    villageId: Type.Optional(AreaIdSchema),
    /** Or single households. */
    householdIds: Type.Optional(Type.Array(HouseholdIdSchema, { minItems: 1, maxItems: 1000 })),
  }),
  output: Type.Object({ assigned: Count }),
})

export const finishStep = endpoint({
  name: 'reviews.finishStep',
  method: 'POST',
  path: '/api/rounds/:roundId/finish',
  right: 'round.manage',
  says: { vi: 'Kết thúc bước hiện tại', en: 'Finish the present step' },
  /** The step the actor saw: another one in between refuses. */
  input: Type.Object({ roundId: RoundIdSchema, step: StepSchema }),
  output: Moved,
})

export const skipStep = endpoint({
  name: 'reviews.skipStep',
  method: 'POST',
  path: '/api/rounds/:roundId/skip',
  right: 'round.manage',
  says: { vi: 'Ghi bước chưa có trong phần mềm đã làm trên giấy', en: 'Record that an unbuilt step was done on paper' },
  input: Type.Object({
    roundId: RoundIdSchema,
    step: StepSchema,
    /** Day of the meeting, the posting ... as the paper says; today where left out. */
    day: Type.Optional(PlainDateSchema),
    /** What the paper says, in a few words. */
    note: Type.Optional(Type.String({ maxLength: 400 })),
  }),
  output: Moved,
})

export const reopenChecking = endpoint({
  name: 'reviews.reopenChecking',
  method: 'POST',
  path: '/api/rounds/:roundId/reopen',
  right: 'round.manage',
  says: { vi: 'Mở lại bước kiểm tra phiếu', en: 'Go back to checking' },
  input: Type.Object({ roundId: RoundIdSchema, because: Because }),
  output: Moved,
})

export const cancelRound = endpoint({
  name: 'reviews.cancel',
  method: 'POST',
  path: '/api/rounds/:roundId/cancel',
  right: 'round.manage',
  says: { vi: 'Hủy kỳ rà soát khi chưa khảo sát', en: 'Cancel a round before surveying' },
  input: Type.Object({ roundId: RoundIdSchema, because: Because }),
  output: Moved,
})

/** A number with the filter of `surveys.list` that opens exactly what it counts. */
const Figure = Type.Object({ count: Count, opens: Type.Record(Type.String(), Type.String()) })
const ClassFigures = Type.Object({
  poor: Figure,
  near_poor: Figure,
  average: Figure,
  not_poor: Figure,
  /** Surveyed, but the facts leave more than one class possible. */
  open: Figure,
})
const Denominators = Type.Object({
  /** Declared by the unit, newest on or before the round's last day; null where none was. */
  declared: Nullable(Type.Object({ households: Count, day: PlainDateSchema, source: Type.String(), mark: MarkSchema })),
  /** Households the register holds on the day. */
  register: Type.Object({ households: Count, persons: Count, day: PlainDateSchema }),
})

export const roundFigures = endpoint({
  name: 'reviews.figures',
  method: 'GET',
  path: '/api/rounds/:roundId/figures',
  right: 'round.read',
  says: { vi: 'Số liệu của kỳ rà soát', en: 'Figures of a round' },
  input: RoundKey,
  output: Type.Object({
    roundId: RoundIdSchema,
    areaId: AreaIdSchema,
    denominators: Denominators,
    opens: ClassFigures,
    closes: Nullable(ClassFigures),
    villages: Type.Array(
      Type.Object({
        villageId: AreaIdSchema,
        name: Type.String(),
        cases: Figure,
        denominators: Denominators,
        opens: ClassFigures,
        closes: Nullable(ClassFigures),
      }),
    ),
    /** What moved, once a decision is drafted. */
    movements: Nullable(Type.Array(Type.Object({ movement: MovementSchema, count: Count }))),
  }),
})

export const work = endpoint({
  name: 'reviews.work',
  method: 'GET',
  path: '/api/work',
  right: 'round.read',
  says: { vi: 'Việc đang chờ tôi', en: 'What waits for me' },
  input: Type.Object({}),
  output: Type.Object({
    /** Only what the actor may do, only where something waits; late rounds first. */
    items: Type.Array(
      Type.Object({
        kind: Type.Unsafe<WorkKind>(
          Type.Enum([
            'to_survey',
            'returned',
            'to_list',
            'to_assign',
            'to_check',
            'to_record',
            'to_draft',
            'to_print',
            'to_enforce',
            'to_hand_over',
          ]),
        ),
        roundId: RoundIdSchema,
        roundName: Type.String(),
        areaId: AreaIdSchema,
        areaName: Type.String(),
        count: Count,
        until: PlainDateSchema,
        late: Type.Boolean(),
        decisionId: Nullable(IdOf<'decision'>()),
      }),
    ),
  }),
})
export type WorkKind =
  | 'to_survey'
  | 'returned'
  | 'to_list'
  | 'to_assign'
  | 'to_check'
  | 'to_record'
  | 'to_draft'
  | 'to_print'
  | 'to_enforce'
  | 'to_hand_over'
