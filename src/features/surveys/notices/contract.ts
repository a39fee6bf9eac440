/** The calls of notices: made on the phone and taken back, listed and answered by the commune. */
import { Type } from 'typebox'
import type { Buttons } from '#kernel/buttons.ts'
import { CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, PrintableLine, PrintableLines } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import {
  DetailsSchema,
  NoticeKindSchema,
  NoticePlaceSchema,
  NoticeSchema,
  NoticeStateSchema,
  OfficeNoticeSchema,
  OutcomeSchema,
  ToldSchema,
} from './model.ts'

const path = { surveyNoticeId: IdOf<'survey_notice'>() }

export const myNotices = endpoint({
  name: 'notices.mine',
  method: 'GET',
  path: '/api/my-notices',
  right: 'survey.fill',
  says: {
    vi: 'Tin báo của tôi về danh sách rà soát và nơi tôi báo được',
    en: 'My notices of the list of a round, and where I may make some',
  },
  input: Type.Object({}),
  output: Type.Object({ places: Type.Array(NoticePlaceSchema), notices: Type.Array(NoticeSchema) }),
})

export const sendNotice = endpoint({
  name: 'notices.send',
  afield: true,
  method: 'POST',
  path: '/api/rounds/:roundId/notices',
  right: 'survey.fill',
  says: {
    vi: 'Báo xã: hộ chưa có trong danh sách, hoặc không khảo sát được hộ',
    en: 'Tell the commune of a household that is not on the list, or cannot be surveyed',
  },
  input: Type.Object({
    roundId: IdOf<'round'>(),
    /** Made by the phone, so that a resend is harmless. */
    ...path,
    kind: NoticeKindSchema,
    villageId: IdOf<'area'>(),
    /** Of one that is on the list. */
    householdId: Type.Optional(IdOf<'household'>()),
    caseId: Type.Optional(IdOf<'review_case'>()),
    /** The head of one that is not, as they say it. */
    headName: Type.Optional(PrintableLine(120)),
    madeOn: PlainDateSchema,
    details: DetailsSchema,
  }),
  output: Type.Object({
    ...path,
    state: NoticeStateSchema,
    /** What became of it, where it is not simply one that waits for the commune. */
    told: ToldSchema,
  }),
})

export const withdrawNotice = endpoint({
  name: 'notices.withdraw',
  afield: true,
  method: 'POST',
  path: '/api/notices/:surveyNoticeId/withdraw',
  right: 'survey.fill',
  says: { vi: 'Rút tin báo chưa được trả lời', en: 'Withdraw a notice that is not answered' },
  input: Type.Object(path),
  output: Type.Object({ ...path, state: NoticeStateSchema }),
})

export const listNotices = endpoint({
  name: 'notices.list',
  method: 'GET',
  path: '/api/rounds/:roundId/notices',
  right: 'round.read',
  says: { vi: 'Tin báo từ thôn của một kỳ rà soát', en: 'Notices from the villages of a round' },
  input: Type.Object({
    roundId: IdOf<'round'>(),
    kind: Type.Optional(NoticeKindSchema),
    villageId: Type.Optional(IdOf<'area'>()),
    state: Type.Optional(NoticeStateSchema),
    /** A name, a place or a phone number. */
    q: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
  }),
  output: Type.Object({
    roundName: Type.String(),
    place: Type.String(),
    rows: Type.Array(OfficeNoticeSchema),
    total: Count,
    /** Of the whole round: those that wait, and the households among them that nobody has surveyed. */
    open: Count,
    unsurveyed: Count,
    /** Of which something was told; `open`: how many of that wait. */
    villages: Type.Array(Type.Object({ villageId: IdOf<'area'>(), name: Type.String(), open: Count })),
  }),
})
export const noticesFile = listFile(listNotices, {
  name: 'notices.listFile',
  path: '/api/rounds/:roundId/notices/file',
})

export const noticeButtons = { settle: { right: 'round.manage' } } as const satisfies Buttons<object>

export const noticeRounds = endpoint({
  name: 'notices.rounds',
  method: 'GET',
  path: '/api/work/notices',
  right: 'round.read',
  says: { vi: 'Kỳ rà soát có tin báo từ thôn', en: 'Rounds of which villages have told something' },
  input: Type.Object({}),
  output: Type.Object({
    rounds: Type.Array(
      Type.Object({ roundId: IdOf<'round'>(), roundName: Type.String(), areaName: Type.String(), open: Count }),
    ),
  }),
})

export const showNotice = endpoint({
  name: 'notices.show',
  method: 'GET',
  path: '/api/notices/:surveyNoticeId',
  right: 'round.read',
  says: { vi: 'Một tin báo từ thôn', en: 'One notice from a village' },
  input: Type.Object(path),
  output: Type.Object({
    notice: OfficeNoticeSchema,
    /** Households of the list whose heads are called alike, for one that is not on it or is said to be there twice. */
    alike: Type.Array(
      Type.Object({
        householdId: IdOf<'household'>(),
        headName: Type.String(),
        number: Type.String(),
        address: Type.String(),
        villageName: Type.String(),
        birthYear: Nullable(Type.Integer()),
      }),
    ),
    can: CanSchema(noticeButtons),
  }),
})

export const settleNotice = endpoint({
  name: 'notices.settle',
  method: 'POST',
  path: '/api/notices/:surveyNoticeId/settle',
  right: 'round.manage',
  says: { vi: 'Trả lời tin báo từ thôn', en: 'Answer a notice from a village' },
  input: Type.Object({
    ...path,
    outcome: OutcomeSchema,
    /** To who made it. */
    words: Type.Optional(PrintableLines(500)),
    /** How many answers were seen: nobody answers over one that came meanwhile. */
    seen: Count,
  }),
  output: Type.Object({ ...path, state: NoticeStateSchema }),
})

export const noticesOfHousehold = endpoint({
  name: 'notices.ofHousehold',
  method: 'GET',
  path: '/api/households/:householdId/notices',
  right: 'household.read',
  says: { vi: 'Tin báo từ thôn về một hộ', en: 'Notices about a household' },
  input: Type.Object({ householdId: IdOf<'household'>() }),
  output: Type.Object({ notices: Type.Array(OfficeNoticeSchema) }),
})
