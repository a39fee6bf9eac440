/** What decisions bring to a round: its figures, the decision over it, what waits to be decided. */
import { Type } from 'typebox'
import { MarkSchema } from '#features/areas/model.ts'
import { BlockSchema, WaitingOf } from '#features/rounds/model.ts'
import type { RoundAction } from '#features/rounds/rules/steps.ts'
import { type Buttons, CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { DecisionStateSchema, MovementSchema } from '../model.ts'

const RoundKey = Type.Object({ roundId: IdOf<'round'>() })

/** What is offered at a round that has no decision yet. */
export const roundDecisionButtons = {
  draft: { right: 'decision.prepare', action: 'draft' },
  take_given_out: { right: 'decision.prepare', action: 'take_out' },
} as const satisfies Buttons<{ readonly action: RoundAction }>

export const roundDecision = endpoint({
  name: 'decisions.ofRound',
  method: 'GET',
  path: '/api/rounds/:roundId/decision',
  right: 'round.read',
  says: {
    vi: 'Quyết định của kỳ rà soát, hoặc điều còn vướng',
    en: 'The decision of a round, or what stands against it',
  },
  input: RoundKey,
  output: Type.Object({
    decision: Nullable(Type.Object({ decisionId: IdOf<'decision'>(), state: DecisionStateSchema })),
    /** At the step of deciding: why none can be drafted. Before it: why its verdicts could not be decided on. */
    blocked: Type.Array(BlockSchema),
    /** Who had left the round and is back: a decision leaves them out with a reason only. */
    absent: Type.Array(BlockSchema),
    /** In force: who had left the round by then, stands in its villages again, and has no class since. */
    unclassed: Type.Array(BlockSchema),
    can: CanSchema(roundDecisionButtons),
  }),
})

export const takeGivenOut = endpoint({
  name: 'decisions.takeGivenOut',
  method: 'POST',
  path: '/api/rounds/:roundId/class-given',
  right: 'decision.prepare',
  says: {
    vi: 'Đưa ra khỏi kỳ các hộ đã có diện từ đúng ngày kết quả của kỳ, theo quyết định khác',
    en: 'Take out of the round the households to which another decision gives a class from its very day',
  },
  /** Which they are is found out by the server. */
  input: RoundKey,
  /** How many they were, and the names of the first of them. */
  output: Type.Object({ households: Count, names: Type.Array(Type.String()) }),
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
  /** Not surveyed yet. With those that left the round these are all of its households. */
  none: Figure,
})
const Denominators = Type.Object({
  /** Declared by the unit, newest on or before the round's last day; null where none was. */
  declared: Nullable(Type.Object({ households: Count, day: PlainDateSchema, source: Type.String(), mark: MarkSchema })),
  /** Households the register holds on the day; null where a village hangs elsewhere by now, beyond the actor's reach. */
  register: Nullable(Type.Object({ households: Count, persons: Count, day: PlainDateSchema })),
  /** Of how many villages together, where they are not all of the unit; null: of the whole unit. */
  villages: Nullable(Count),
})

export const roundFigures = endpoint({
  name: 'decisions.roundFigures',
  method: 'GET',
  path: '/api/rounds/:roundId/figures',
  right: 'round.read',
  says: { vi: 'Số liệu của kỳ rà soát', en: 'Figures of a round' },
  input: RoundKey,
  output: Type.Object({
    roundId: IdOf<'round'>(),
    areaId: IdOf<'area'>(),
    cases: Figure,
    left: Figure,
    /** Of these households, those that the actor does not reach where they live today: in no list; and where that is. */
    unseen: Count,
    unseenIn: Type.String(),
    denominators: Denominators,
    opens: ClassFigures,
    closes: Nullable(ClassFigures),
    villages: Type.Array(
      Type.Object({
        villageId: IdOf<'area'>(),
        name: Type.String(),
        cases: Figure,
        left: Figure,
        denominators: Denominators,
        opens: ClassFigures,
        closes: Nullable(ClassFigures),
      }),
    ),
    /** What moved, once a decision is drafted. */
    movements: Nullable(Type.Array(Type.Object({ movement: MovementSchema, count: Count }))),
    decisionId: Nullable(IdOf<'decision'>()),
  }),
})

export const figuresFile = listFile(roundFigures, {
  name: 'decisions.roundFiguresFile',
  path: '/api/rounds/:roundId/figures/file',
})

const decisionKinds = ['to_draft', 'to_print', 'to_enforce', 'to_hand_over', 'unclassed'] as const

export const decisionWork = endpoint({
  name: 'decisions.work',
  method: 'GET',
  path: '/api/work/decisions',
  right: 'round.read',
  says: { vi: 'Quyết định, giấy chứng nhận đang chờ tôi', en: 'Decisions and certificates that wait for me' },
  input: Type.Object({}),
  output: Type.Object({
    items: Type.Array(
      Type.Object({
        ...WaitingOf(decisionKinds).properties,
        decisionId: Nullable(IdOf<'decision'>()),
        /** Where it is about a decision in force. */
        decided: Nullable(Type.Object({ number: Type.String(), signedOn: PlainDateSchema })),
      }),
    ),
  }),
})
