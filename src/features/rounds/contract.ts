/** The calls about a round: opening it, showing it, its steps. */

import { Type } from 'typebox'
import { PinnedSchema } from '#features/standards/model/pinned.ts'
import { type Buttons, CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, PrintableText, seenOf, ToldSchema, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { BlockSchema, CaseCountsSchema, RoundBody, RoundKindSchema, RoundStateSchema, StepSchema } from './model.ts'
import type { RoundAction } from './rules/steps.ts'

const RoundKey = Type.Object({ roundId: IdOf<'round'>() })
const Because = Words(500)
const Moved = Type.Object({ roundId: IdOf<'round'>(), state: RoundStateSchema })

/** What is offered beside the rounds of a commune. */
export const roundListButtons = { create: { right: 'round.manage' } } as const satisfies Buttons

/** What is offered at a round, each with its action of the table of steps. */
export const roundButtons = {
  draw: { right: 'round.manage', action: 'list' },
  request: { right: 'round.manage', action: 'list' },
  unlist: { right: 'round.manage', action: 'unlist' },
  assign: { right: 'round.manage', action: 'assign' },
  check: { right: 'survey.check', action: 'accept' },
  finish: { right: 'round.manage', action: 'finish' },
  skip: { right: 'round.manage', action: 'skip' },
  reopen: { right: 'round.manage', action: 'reopen' },
  cancel: { right: 'round.manage', action: 'cancel' },
  extend: { right: 'round.manage', action: 'extend' },
  hand_over: { right: 'round.manage', action: 'hand_over' },
  take_back: { right: 'round.manage', action: 'take_back' },
  not_surveyed: { right: 'round.manage', action: 'not_surveyed' },
} as const satisfies Buttons<{ readonly action: RoundAction }>

/** Of all those found, the ones that are not at their end, or those that are. */
const WhichRounds = Type.Unsafe<'open' | 'ended'>(Type.Enum(['open', 'ended']))

export const listRounds = endpoint({
  name: 'rounds.list',
  method: 'GET',
  path: '/api/areas/:areaId/rounds',
  right: 'round.read',
  says: {
    vi: 'Các kỳ rà soát tại đơn vị, các đơn vị trực thuộc, hoặc có thôn này',
    en: 'Rounds at an area, below it, or taking in this village',
  },
  input: Type.Object({
    areaId: IdOf<'area'>(),
    state: Type.Optional(RoundStateSchema),
    which: Type.Optional(WhichRounds),
  }),
  output: Type.Object({ rounds: Type.Array(Type.Object(RoundBody)), can: CanSchema(roundListButtons) }),
})

export const searchRounds = endpoint({
  name: 'rounds.search',
  method: 'GET',
  path: '/api/rounds/search',
  right: 'round.read',
  says: { vi: 'Tìm kỳ rà soát theo tên, kèm tên xã', en: 'Find rounds by their name, with that of the commune' },
  input: Type.Object({ q: Type.String({ maxLength: 100 }) }),
  /** Those under way first, then the newest. */
  output: Type.Object({
    rounds: Type.Array(
      Type.Object({
        roundId: IdOf<'round'>(),
        name: Type.String(),
        areaName: Type.String(),
        state: RoundStateSchema,
        windowFrom: PlainDateSchema,
        windowUntil: PlainDateSchema,
      }),
    ),
  }),
})

export const createRound = endpoint({
  name: 'rounds.create',
  method: 'POST',
  path: '/api/rounds',
  right: 'round.manage',
  says: { vi: 'Mở kỳ rà soát', en: 'Open a review round' },
  input: Type.Object({
    roundId: IdOf<'round'>(),
    areaId: IdOf<'area'>(),
    kind: RoundKindSchema,
    name: PrintableText(200),
    windowFrom: PlainDateSchema,
    windowUntil: PlainDateSchema,
    /** Empty: every village of the commune. */
    villages: Type.Array(IdOf<'area'>(), { maxItems: 200 }),
    /** Why it is opened although something about it was asked (`rounds.sure`). */
    because: Type.Optional(Because),
  }),
  output: Moved,
})

export const showRound = endpoint({
  name: 'rounds.show',
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
    /** Of a round that was given up: at which step, when, by whom and why. */
    cancelled: Nullable(
      Type.Object({
        step: StepSchema,
        because: Nullable(Type.String()),
        day: PlainDateSchema,
        by: Nullable(Type.String()),
      }),
    ),
    villages: Type.Array(
      Type.Object({
        villageId: IdOf<'area'>(),
        name: Type.String(),
        /** Of one that the actor does not reach, where it stands today: the name of the commune. */
        nowIn: Nullable(Type.String()),
        enumeratorId: Nullable(IdOf<'account'>()),
        enumeratorName: Nullable(Type.String()),
        counts: CaseCountsSchema,
      }),
    ),
    /** Counted above and in no list: households that the actor is not told of where they live today, and where that is. */
    unseen: Count,
    unseenIn: Type.String(),
    /** What another commune has of it today, to be handed over: by commune its villages and the households still asked. */
    apart: Type.Array(Type.Object({ commune: Type.String(), villages: Type.Array(Type.String()), households: Count })),
    can: CanSchema(roundButtons),
    /** A round of the actor's units; else one of another commune, in which households of theirs stand. */
    own: Type.Boolean(),
    /** Why the present step cannot be finished; empty: it can. */
    blocked: Type.Array(BlockSchema),
  }),
})

export const finishStep = endpoint({
  name: 'rounds.finishStep',
  method: 'POST',
  path: '/api/rounds/:roundId/finish',
  right: 'round.manage',
  says: { vi: 'Kết thúc bước hiện tại', en: 'Finish the present step' },
  /** The step the actor saw: another one in between refuses. */
  input: Type.Object({ roundId: IdOf<'round'>(), step: StepSchema }),
  output: Moved,
})

export const skipStep = endpoint({
  name: 'rounds.skipStep',
  method: 'POST',
  path: '/api/rounds/:roundId/skip',
  right: 'round.manage',
  says: { vi: 'Ghi bước chưa có trong phần mềm đã làm trên giấy', en: 'Record that an unbuilt step was done on paper' },
  input: Type.Object({
    roundId: IdOf<'round'>(),
    step: StepSchema,
    /** Day of the meeting, the posting ... as the paper says; today where left out. */
    day: Type.Optional(PlainDateSchema),
    /** What the paper says, in a few words. */
    note: Type.Optional(Type.String({ maxLength: 400 })),
  }),
  output: Moved,
})

/** Where the round stood as was seen: what an act leads to depends on it. */
const AtState = Type.Object({ state: RoundStateSchema })

export const reopenChecking = endpoint({
  name: 'rounds.reopenChecking',
  method: 'POST',
  path: '/api/rounds/:roundId/reopen',
  right: 'round.manage',
  says: { vi: 'Mở lại bước kiểm tra phiếu', en: 'Go back to checking' },
  input: Type.Object({ roundId: IdOf<'round'>(), because: Because, ...seenOf(AtState) }),
  output: Moved,
})

export const cancelRound = endpoint({
  name: 'rounds.cancel',
  method: 'POST',
  path: '/api/rounds/:roundId/cancel',
  right: 'round.manage',
  says: { vi: 'Hủy kỳ rà soát khi chưa khảo sát', en: 'Cancel a round before surveying' },
  input: Type.Object({ roundId: IdOf<'round'>(), because: Because, ...seenOf(AtState) }),
  output: Moved,
})

export const extendRound = endpoint({
  name: 'rounds.extend',
  method: 'POST',
  path: '/api/rounds/:roundId/extend',
  right: 'round.manage',
  says: { vi: 'Gia hạn kỳ rà soát', en: 'Give a round a later last day' },
  input: Type.Object({
    roundId: IdOf<'round'>(),
    windowUntil: PlainDateSchema,
    because: Because,
    ...seenOf(Type.Object({ windowUntil: PlainDateSchema })),
  }),
  output: Moved,
})

export const handOver = endpoint({
  name: 'rounds.handOver',
  method: 'POST',
  path: '/api/rounds/:roundId/hand-over',
  right: 'round.manage',
  says: {
    vi: 'Bàn giao thôn, hộ nay thuộc xã khác: thôi rà soát trong kỳ này',
    en: 'Hand over villages and households that another commune has today: this round asks them no more',
  },
  input: Type.Object({ roundId: IdOf<'round'>(), because: Because, ...seenOf(AtState) }),
  output: Type.Object({ households: Count, villages: Count }),
})

export const roundTouched = endpoint({
  name: 'rounds.touched',
  method: 'GET',
  path: '/api/rounds/:roundId/touched',
  right: 'round.manage',
  says: {
    vi: 'Những gì gắn với một kỳ rà soát, xem trước khi kết thúc kiểm tra, mở lại hoặc hủy',
    en: 'What hangs on a round, seen before its check ends, it is reopened or cancelled',
  },
  input: Type.Object({
    roundId: IdOf<'round'>(),
    act: Type.Unsafe<'round.reopened' | 'round.cancelled' | 'round.checked'>(
      Type.Enum(['round.reopened', 'round.cancelled', 'round.checked']),
    ),
  }),
  output: ToldSchema,
})

export const listRoundsFile = listFile(listRounds, { name: 'rounds.listFile', path: '/api/areas/:areaId/rounds/file' })
export const villagesFile = listFile(showRound, {
  name: 'rounds.villagesFile',
  path: '/api/rounds/:roundId/villages/file',
})
