/** The calls of seats: how many a unit sends, who is named, approved, offered a seat, withdrawn, replaced; and the own classes. */
import { Type } from 'typebox'
import { CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, PrintableText, SaidSchema } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import {
  CandidateView,
  MyClassRow,
  mostNamed,
  mostQuotas,
  OpenClassRow,
  PlannedQuota,
  QuotaSeatsSchema,
  QuotaView,
  SeatStateSchema,
  SeatView,
  seatsButtons,
  ToOfferRow,
} from './model.ts'
import { waitingFor } from './rules.ts'

const reads = { method: 'GET', right: 'training.read' } as const
const writes = { method: 'POST', right: 'class.manage' } as const
const decides = { method: 'POST', right: 'training.decide' } as const
const ofClass = { trainingClassId: IdOf<'training_class'>() }
const ofSeat = { classSeatId: IdOf<'class_seat'>() }
const Done = Type.Object(ofClass)
const because = PrintableText(500)
/** The state in which it was seen. */
const seen = SeatStateSchema
const People = Type.Array(Type.Object({ ...ofSeat, officialId: IdOf<'official'>() }), {
  minItems: 1,
  maxItems: mostNamed,
})
const Seats = Type.Array(Type.Object({ ...ofSeat, seen }), { minItems: 1, maxItems: mostNamed })

export const listSeats = endpoint({
  name: 'seats.list',
  ...reads,
  path: '/api/training-classes/:trainingClassId/seats',
  says: { vi: 'Học viên của lớp: số người mỗi đơn vị, ai được cử, ai có chỗ', en: 'Learners of a class' },
  input: Type.Object({
    ...ofClass,
    state: Type.Optional(SeatStateSchema),
    fromId: Type.Optional(IdOf<'area'>()),
    q: Type.Optional(Type.String({ maxLength: 100 })),
  }),
  output: Type.Object({
    /** Of the class, whatever of it the actor sees by name. */
    seats: Nullable(Count),
    taken: Count,
    free: Count,
    quotas: Type.Array(QuotaView),
    rows: Type.Array(SeatView),
    /** Units for which the actor may name people now. */
    mayName: Type.Array(Type.Object({ areaId: IdOf<'area'>(), areaName: Type.String() })),
    can: CanSchema(seatsButtons),
  }),
})
export const seatsFile = listFile(listSeats, {
  name: 'seats.listFile',
  path: '/api/training-classes/:trainingClassId/seats/file',
})
export const quotasFile = listFile(listSeats, {
  name: 'seats.quotasFile',
  path: '/api/training-classes/:trainingClassId/quotas/file',
})
/** Who has a seat, with a column in which to sign. */
export const sheetFile = listFile(listSeats, {
  name: 'seats.sheetFile',
  path: '/api/training-classes/:trainingClassId/seats/sheet',
})

export const plannedQuotas = endpoint({
  name: 'seats.plannedQuotas',
  ...writes,
  method: 'GET',
  path: '/api/training-classes/:trainingClassId/planned-quotas',
  says: { vi: 'Số người mỗi đơn vị theo kế hoạch', en: 'People of each unit by the plan' },
  input: Type.Object(ofClass),
  output: Type.Object({ units: Type.Array(PlannedQuota) }),
})

export const listCandidates = endpoint({
  name: 'seats.candidates',
  ...writes,
  method: 'GET',
  path: '/api/training-classes/:trainingClassId/candidates',
  says: { vi: 'Người trong sổ cán bộ có thể cử đi học', en: 'People of the roster who may be named' },
  input: Type.Object({ ...ofClass, areaId: IdOf<'area'>(), q: Type.Optional(Type.String({ maxLength: 100 })) }),
  output: Type.Object({ rows: Type.Array(CandidateView) }),
})

export const listOpenClasses = endpoint({
  name: 'seats.open',
  ...reads,
  path: '/api/work/open-classes',
  says: { vi: 'Lớp mở cho đơn vị cử người', en: 'Classes to which units may send people' },
  /** `waits`: only where this waits for the unit. */
  input: Type.Object({
    areaId: Type.Optional(IdOf<'area'>()),
    waits: Type.Optional(
      Type.Unsafe<keyof typeof waitingFor>(Type.Enum(Object.keys(waitingFor) as (keyof typeof waitingFor)[])),
    ),
  }),
  output: Type.Object({
    rows: Type.Array(OpenClassRow),
    /** Of the units for which the actor works: where a seat is free and somebody waits. */
    toOffer: Type.Array(ToOfferRow),
  }),
})
export const openClassesFile = listFile(listOpenClasses, {
  name: 'seats.openFile',
  path: '/api/work/open-classes/file',
})

/** Whoever has a seat is told of it, whatever else they may read. */
export const myClasses = endpoint({
  name: 'seats.mine',
  method: 'GET',
  right: 'signed_in',
  path: '/api/work/my-classes',
  says: { vi: 'Lớp của tôi', en: 'My classes' },
  input: Type.Object({}),
  output: Type.Object({
    /** Whether the account is joined to somebody of the roster. */
    known: Type.Boolean(),
    rows: Type.Array(MyClassRow),
  }),
})
export const myClassesFile = listFile(myClasses, { name: 'seats.myFile', path: '/api/work/my-classes/file' })

const document = { document: true, output: Type.Unknown() } as const
const toUnits = Type.Object({ ...ofClass, fromId: Type.Optional(IdOf<'area'>()) })
export const letterPdf = endpoint({
  name: 'seats.letterPdf',
  ...reads,
  path: '/api/training-classes/:trainingClassId/giay-moi.pdf',
  says: { vi: 'Giấy mời học, mỗi đơn vị một tờ (PDF)', en: 'Letters that call people to a class (PDF)' },
  input: toUnits,
  ...document,
})
export const letterDocx = endpoint({
  name: 'seats.letterDocx',
  ...reads,
  path: '/api/training-classes/:trainingClassId/giay-moi.docx',
  says: { vi: 'Giấy mời học, mỗi đơn vị một tờ (Word)', en: 'Letters that call people to a class (Word)' },
  input: toUnits,
  ...document,
})
export const myCalendar = endpoint({
  name: 'seats.myCalendar',
  method: 'GET',
  right: 'signed_in',
  path: '/api/work/my-classes/:classSeatId/lich.ics',
  says: { vi: 'Các buổi của lớp tôi học, để đưa vào lịch', en: 'The sessions of my class, for a calendar' },
  input: Type.Object(ofSeat),
  ...document,
})
export const classCalendar = endpoint({
  name: 'seats.calendar',
  ...reads,
  path: '/api/training-classes/:trainingClassId/lich.ics',
  says: { vi: 'Các buổi của một lớp, để đưa vào lịch', en: 'The sessions of a class, for a calendar' },
  input: Type.Object(ofClass),
  ...document,
})

export const setQuotas = endpoint({
  name: 'seats.setQuotas',
  ...writes,
  path: '/api/training-classes/:trainingClassId/quotas',
  says: { vi: 'Định số người mỗi đơn vị được cử', en: 'Set how many each unit may send' },
  /** All of them; `revision`: of the class as it was seen. */
  input: Type.Object({
    ...ofClass,
    revision: Count,
    quotas: Type.Array(Type.Object({ areaId: IdOf<'area'>(), seats: QuotaSeatsSchema }), { maxItems: mostQuotas }),
  }),
  output: Done,
})

export const namePeople = endpoint({
  name: 'seats.name',
  ...writes,
  path: '/api/training-classes/:trainingClassId/nominations',
  says: { vi: 'Cử người của đơn vị vào lớp', en: 'Name people of a unit for a class' },
  input: Type.Object({ ...ofClass, areaId: IdOf<'area'>(), people: People }),
  output: Done,
})

export const addPeople = endpoint({
  name: 'seats.add',
  ...writes,
  path: '/api/training-classes/:trainingClassId/learners',
  says: { vi: 'Thêm người của đơn vị tổ chức vào lớp', en: 'Add people of the unit that holds the class' },
  input: Type.Object({ ...ofClass, people: People }),
  output: Done,
})

export const approveSeats = endpoint({
  name: 'seats.approve',
  ...decides,
  path: '/api/training-classes/:trainingClassId/seats/approve',
  says: { vi: 'Duyệt người được cử đi học', en: 'Approve who was named for a class' },
  input: Type.Object({ ...ofClass, seats: Seats }),
  output: Type.Object({
    ...ofClass,
    enrolled: Count,
    waiting: Count,
    /** Who cannot have a seat and is as before, each with why. */
    left: Type.Array(Type.Object({ ...ofSeat, name: Type.String(), why: SaidSchema })),
  }),
})

export const refuseSeats = endpoint({
  name: 'seats.refuse',
  ...decides,
  path: '/api/training-classes/:trainingClassId/seats/refuse',
  says: { vi: 'Không duyệt người được cử đi học', en: 'Do not approve who was named for a class' },
  input: Type.Object({ ...ofClass, seats: Seats, because }),
  output: Done,
})

export const offerSeats = endpoint({
  name: 'seats.offer',
  ...writes,
  path: '/api/training-classes/:trainingClassId/seats/offer',
  says: { vi: 'Mời người chờ vào chỗ trống, có hạn trả lời', en: 'Offer free seats to who waits, until a day' },
  /** `because`: why a unit is offered more than it may send. */
  input: Type.Object({ ...ofClass, seats: Seats, until: PlainDateSchema, because: Type.Optional(because) }),
  output: Done,
})

export const answerOffer = endpoint({
  name: 'seats.answer',
  ...writes,
  path: '/api/class-seats/:classSeatId/answer',
  says: { vi: 'Ghi nhận hay không nhận chỗ được mời', en: 'Record that an offered seat is accepted or declined' },
  input: Type.Object({ ...ofSeat, seen, accepts: Type.Boolean(), because: Type.Optional(because) }),
  output: Done,
})

export const withdrawSeat = endpoint({
  name: 'seats.withdraw',
  ...writes,
  path: '/api/class-seats/:classSeatId/withdraw',
  says: { vi: 'Ghi người học xin rút, báo trước, có lý do', en: 'Withdraw somebody from a class beforehand' },
  input: Type.Object({ ...ofSeat, seen, because }),
  output: Done,
})

export const substituteSeat = endpoint({
  name: 'seats.substitute',
  ...writes,
  path: '/api/class-seats/:classSeatId/substitute',
  says: { vi: 'Cử người thay trước khi khai giảng', en: 'Send somebody else before the class begins' },
  /** `follower`: the seat of who follows: a new id. */
  input: Type.Object({ ...ofSeat, seen, follower: IdOf<'class_seat'>(), officialId: IdOf<'official'>(), because }),
  output: Done,
})
