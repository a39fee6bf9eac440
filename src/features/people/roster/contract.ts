/** The calls of the roster: who holds which post where, and what a unit should have of each. */
import { Type } from 'typebox'
import { type Buttons, CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { BirthSchema, EthnicitySchema, SexSchema } from '#kernel/persons.ts'
import { Count, Nullable, PrintableLine, PrintableText, SaidSchema, seenOf, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import {
  ActsForView,
  AppointmentView,
  EndingSchema,
  LevelCode,
  LevelSchema,
  type PlacesShown,
  PostCode,
  PostView,
  placesShown,
  Qualification,
  QualificationLevelView,
  QualificationView,
  StandingSchema,
} from './model.ts'

const reads = { method: 'GET', right: 'roster.read' } as const
const writes = { method: 'POST', right: 'roster.write' } as const
const path = { officialId: IdOf<'official'>() }
const Done = Type.Object({ officialId: IdOf<'official'>() })

export const rosterButtons = {
  write: { right: 'roster.write' },
  open: { right: 'roster.open' },
} as const satisfies Buttons

/**
 * `any`: holds a post on the day; `none`: holds none. `unplaced`: holds one at a unit that has ended, and nobody has said
 * what becomes of them. `died`: is recorded as having died, and a post here still goes on.
 */
const PostFilter = Type.Union([
  Type.Unsafe<'any' | 'none' | 'unplaced' | 'died'>(Type.Enum(['any', 'none', 'unplaced', 'died'])),
  PostCode,
])

export const listPosts = endpoint({
  name: 'roster.posts',
  method: 'GET',
  right: 'signed_in',
  path: '/api/posts',
  says: { vi: 'Các chức danh', en: 'The posts' },
  input: Type.Object({}),
  output: Type.Object({ posts: Type.Array(PostView) }),
})

export const listLevels = endpoint({
  name: 'roster.levels',
  method: 'GET',
  right: 'signed_in',
  path: '/api/qualification-levels',
  says: { vi: 'Các bậc trình độ đào tạo', en: 'The levels of qualifications' },
  input: Type.Object({}),
  output: Type.Object({ levels: Type.Array(QualificationLevelView) }),
})

export const listOfficials = endpoint({
  name: 'roster.list',
  ...reads,
  path: '/api/areas/:areaId/officials',
  says: { vi: 'Cán bộ của một đơn vị trong một ngày', en: 'Officials of a unit on a day' },
  input: Type.Object({
    areaId: IdOf<'area'>(),
    day: Type.Optional(PlainDateSchema),
    post: Type.Optional(PostFilter),
    /** Of units of this level alone; with `here`, of this very unit. */
    level: Type.Optional(LevelSchema),
    here: Type.Optional(Type.Boolean()),
    sex: Type.Optional(SexSchema),
    /** Of an ethnic minority; false: of none. */
    minority: Type.Optional(Type.Boolean()),
    /** Whether an account is joined to them. */
    account: Type.Optional(Type.Boolean()),
    q: Type.Optional(Type.String({ maxLength: 100 })),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  }),
  output: Type.Object({
    day: PlainDateSchema,
    areaName: Type.String(),
    total: Count,
    rows: Type.Array(
      Type.Object({
        ...path,
        name: Type.String(),
        birthYear: Type.Integer(),
        unitName: Type.String(),
        hasAccount: Type.Boolean(),
        /** Their last day, where that is recorded and lies before the day. */
        died: Nullable(PlainDateSchema),
        /** `formerly`: of a unit beside which another of the same name stands, where it was before. */
        posts: Type.Array(Type.Object({ ...AppointmentView.properties, formerly: Nullable(Type.String()) })),
      }),
    ),
    can: CanSchema(rosterButtons),
  }),
})
export const officialsFile = listFile(listOfficials, {
  name: 'roster.listFile',
  path: '/api/areas/:areaId/officials/file',
})

export const searchOfficials = endpoint({
  name: 'roster.search',
  ...reads,
  path: '/api/officials/search',
  says: { vi: 'Tìm cán bộ theo tên', en: 'Find officials by name' },
  input: Type.Object({
    q: Type.String({ minLength: 1, maxLength: 100 }),
    /** Not who has died, retired or left the work. */
    inWork: Type.Optional(Type.Boolean()),
  }),
  output: Type.Object({
    officials: Type.Array(
      Type.Object({
        ...path,
        name: Type.String(),
        birthYear: Type.Integer(),
        unitName: Type.String(),
        /** What is held today. */
        posts: Nullable(SaidSchema),
        /** The last figures of the phone, where no post is held. */
        phoneEnd: Nullable(Type.String()),
        enteredOn: Nullable(PlainDateSchema),
      }),
    ),
  }),
})

export const showOfficial = endpoint({
  name: 'roster.show',
  ...reads,
  path: '/api/officials/:officialId',
  says: { vi: 'Một cán bộ: chức danh qua các thời kỳ', en: 'One official: posts over time' },
  input: Type.Object(path),
  output: Type.Object({
    ...path,
    name: Type.String(),
    unitId: IdOf<'area'>(),
    unitName: Type.String(),
    accountName: Nullable(Type.String()),
    /** Their last day, wherever that is recorded. */
    died: Nullable(PlainDateSchema),
    /** `can`: what may be done at its unit, which may be another than the one that keeps the record. */
    appointments: Type.Array(
      Type.Object({
        ...AppointmentView.properties,
        actsFor: Nullable(ActsForView),
        can: CanSchema(rosterButtons),
      }),
    ),
    /** What came of units that have ended while the official held a post there. */
    successors: Type.Array(
      Type.Object({ of: IdOf<'area'>(), areaId: IdOf<'area'>(), name: Type.String(), since: PlainDateSchema }),
    ),
    qualifications: Type.Array(QualificationView),
    can: CanSchema(rosterButtons),
  }),
})

export const appointmentsFile = listFile(showOfficial, {
  name: 'roster.appointmentsFile',
  path: '/api/officials/:officialId/appointments/file',
})

export const qualificationsFile = listFile(showOfficial, {
  name: 'roster.qualificationsFile',
  path: '/api/officials/:officialId/qualifications/file',
})

const Particulars = {
  name: PrintableText(120),
  sex: SexSchema,
  birth: BirthSchema,
  ethnicity: EthnicitySchema,
  /** The groups whose languages the person speaks besides Vietnamese. */
  languages: Type.Array(EthnicitySchema, { maxItems: 10 }),
  phone: PrintableLine(40),
  personalNumber: PrintableLine(40),
}

export const openOfficial = endpoint({
  name: 'roster.open',
  method: 'POST',
  path: '/api/officials/:officialId/open',
  right: 'roster.open',
  says: {
    vi: 'Mở lý lịch công tác của một cán bộ (có ghi nhật ký)',
    en: 'Open the particulars of an official (audited)',
  },
  input: Type.Object(path),
  output: Type.Object({
    ...Particulars,
    citizenId: Nullable(Type.String()),
    /** By it a change says which number it rests on. */
    citizenIdMark: Nullable(Type.String()),
    takenOver: Type.Array(Type.String()),
  }),
})

/** Empty: none, or as it is held. */
const citizenId = Type.Optional(Type.String({ maxLength: 40 }))

const Held = {
  appointmentId: IdOf<'appointment'>(),
  post: PostCode,
  areaId: IdOf<'area'>(),
  standing: StandingSchema,
  from: PlainDateSchema,
  until: Nullable(PlainDateSchema),
  decisionNumber: PrintableLine(60),
  decidedOn: Nullable(PlainDateSchema),
  /** Given although the norm is filled: whoever appoints was asked. */
  also: Type.Optional(Type.Boolean()),
}

export const addOfficial = endpoint({
  name: 'roster.add',
  ...writes,
  path: '/api/officials',
  says: { vi: 'Ghi một cán bộ vào sổ', en: 'Enter an official' },
  input: Type.Object({
    ...path,
    unitId: IdOf<'area'>(),
    ...Particulars,
    citizenId,
    /** The first post; a learner may hold none. */
    holds: Nullable(Type.Object(Held)),
    /** Why somebody is entered although the roster has a person alike. */
    sure: Type.Optional(Words(500)),
  }),
  output: Done,
})

export const changeOfficial = endpoint({
  name: 'roster.change',
  ...writes,
  path: '/api/officials/:officialId/change',
  says: { vi: 'Sửa lý lịch công tác', en: 'Change the particulars of an official' },
  input: Type.Object({
    ...path,
    ...Type.Partial(Type.Object(Particulars)).properties,
    citizenId,
    /** The number that is held is wrong, and the right one is not known here. */
    dropCitizenId: Type.Optional(Type.Boolean()),
    ...seenOf(Type.Object({ ...Particulars, citizenId: Nullable(Type.String()) })),
  }),
  output: Done,
})

export const appoint = endpoint({
  name: 'roster.appoint',
  ...writes,
  path: '/api/officials/:officialId/appointments',
  says: { vi: 'Giao chức danh', en: 'Appoint to a post' },
  input: Type.Object({ ...path, ...Held }),
  output: Done,
})

export const endAppointment = endpoint({
  name: 'roster.endAppointment',
  ...writes,
  path: '/api/appointments/:appointmentId/end',
  says: { vi: 'Thôi giữ chức danh', en: 'End an appointment' },
  input: Type.Object({
    appointmentId: IdOf<'appointment'>(),
    last: PlainDateSchema,
    reason: EndingSchema,
    /** Longer than was entered: asked. */
    longer: Type.Optional(Type.Boolean()),
  }),
  output: Done,
})

export const correctEnd = endpoint({
  name: 'roster.correctEnd',
  ...writes,
  path: '/api/appointments/:appointmentId/end/correct',
  says: { vi: 'Sửa ngày thôi giữ chức danh', en: 'Correct the end of an appointment' },
  input: Type.Object({
    appointmentId: IdOf<'appointment'>(),
    /** Null: it goes on. */
    ends: Nullable(Type.Object({ last: PlainDateSchema, reason: EndingSchema })),
    because: Words(500),
    /** The end that was seen; of a last day entered beforehand no reason. */
    seen: Type.Object({ until: PlainDateSchema, reason: Nullable(EndingSchema) }),
    /** Longer than was recorded: asked. */
    longer: Type.Optional(Type.Boolean()),
  }),
  output: Done,
})

const Decided = { decisionNumber: PrintableLine(60), decidedOn: Nullable(PlainDateSchema) }

export const changeDecision = endpoint({
  name: 'roster.changeDecision',
  ...writes,
  path: '/api/appointments/:appointmentId/decision',
  says: { vi: 'Sửa quyết định giao chức danh', en: 'Change the decision of an appointment' },
  input: Type.Object({
    appointmentId: IdOf<'appointment'>(),
    ...Type.Partial(Type.Object(Decided)).properties,
    ...seenOf(Type.Object(Decided)),
  }),
  output: Done,
})

export const renewAppointment = endpoint({
  name: 'roster.renew',
  ...writes,
  path: '/api/appointments/:appointmentId/renew',
  says: {
    vi: 'Bố trí lại người có chức danh ở đơn vị đã hết',
    en: 'Place again who held a post at a unit that has ended',
  },
  input: Type.Object({ ...Held, nextId: IdOf<'appointment'>() }),
  output: Done,
})

const ofQualification = { ...path, qualificationId: IdOf<'qualification'>() }

export const addQualification = endpoint({
  name: 'roster.addQualification',
  ...writes,
  path: '/api/officials/:officialId/qualifications',
  says: { vi: 'Ghi một trình độ đào tạo', en: 'Enter a qualification' },
  input: Type.Object({
    ...ofQualification,
    ...Qualification,
    level: Type.Optional(Nullable(LevelCode)),
    /** Entered although the record has the same already: whoever enters it was asked. */
    also: Type.Optional(Type.Boolean()),
  }),
  output: Done,
})

export const changeQualification = endpoint({
  name: 'roster.changeQualification',
  ...writes,
  path: '/api/officials/:officialId/qualifications/:qualificationId/change',
  says: { vi: 'Sửa một trình độ đào tạo', en: 'Change a qualification' },
  input: Type.Object({
    ...ofQualification,
    ...Type.Partial(Type.Object(Qualification)).properties,
    ...seenOf(Type.Object(Qualification)),
  }),
  output: Done,
})

export const takeQualificationAway = endpoint({
  name: 'roster.takeQualificationAway',
  ...writes,
  path: '/api/officials/:officialId/qualifications/:qualificationId/take-away',
  says: { vi: 'Bỏ một trình độ đào tạo ghi sai', en: 'Take a wrong qualification away' },
  input: Type.Object({ ...ofQualification, because: Words(500) }),
  output: Done,
})

export const showNorm = endpoint({
  name: 'roster.norm',
  ...reads,
  path: '/api/areas/:areaId/norm',
  says: { vi: 'Định mức cán bộ và thực có trong một ngày', en: 'Norm of officials and those there on a day' },
  input: Type.Object({
    areaId: IdOf<'area'>(),
    day: Type.Optional(PlainDateSchema),
    /** Of which the units are named; the lines are always all. */
    level: Type.Optional(LevelSchema),
    post: Type.Optional(PostCode),
    show: Type.Optional(Type.Unsafe<PlacesShown>(Type.Enum([...placesShown]))),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  }),
  output: Type.Object({
    day: PlainDateSchema,
    areaName: Type.String(),
    lines: Type.Array(
      Type.Object({
        level: LevelSchema,
        post: PostCode,
        said: SaidSchema,
        legalBasis: Type.String(),
        mark: Type.String(),
        units: Count,
        required: Count,
        /** Required places that are filled; and how many people hold the post at units of the level, each once. */
        filled: Count,
        people: Count,
      }),
    ),
    /** A page of the units asked for, those that lack somebody where nothing is said; and what all of them come to. */
    places: Type.Array(
      Type.Object({
        level: LevelSchema,
        areaId: IdOf<'area'>(),
        areaName: Type.String(),
        within: Type.String(),
        post: PostCode,
        said: SaidSchema,
        required: Count,
        there: Count,
      }),
    ),
    sums: Type.Object({ units: Count, required: Count, filled: Count }),
    /** People whose unit has ended and who are not placed again: they fill no place. */
    unplaced: Count,
  }),
})
export const normFile = listFile(showNorm, { name: 'roster.normFile', path: '/api/areas/:areaId/norm/lines/file' })
export const gapsFile = listFile(showNorm, { name: 'roster.gapsFile', path: '/api/areas/:areaId/norm/file' })
