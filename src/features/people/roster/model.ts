/** The words of the roster: posts, how one is held, why it ends. */

import { type Static, Type } from 'typebox'
import { type Level, levels } from '#features/areas/words.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf, type OfficialId } from '#kernel/ids.ts'
import type { Birth } from '#kernel/persons.ts'
import { Nullable, PrintableLine, PrintableText, SaidSchema } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'

/** A post by its code; which there are is data (`post`). */
export const PostCode = Type.String({ pattern: '^[a-z][a-z_]{1,39}$' })

/** In the own right, as deputy of who holds it, or acting for them (forms of signature: TM., KT., Q.; recalled). */
export const standings = ['own', 'deputy', 'acting'] as const
export type Standing = (typeof standings)[number]
export const StandingSchema = Type.Unsafe<Standing>(Type.Enum([...standings]))
export const standingWords: Readonly<Record<Standing, Said>> = {
  own: { vi: 'Chính thức', en: 'In the own right' },
  deputy: { vi: 'Cấp phó', en: 'Deputy' },
  acting: { vi: 'Quyền, phụ trách', en: 'Acting' },
}

/** What stands before the name where somebody signs otherwise than in the own right (Decree 30/2020; recalled). */
export const signedAs: Readonly<Record<Standing, Said | null>> = {
  own: null,
  deputy: { vi: 'KT. (chưa đối chiếu văn bản)', en: 'KT. (not checked against the text)' },
  acting: { vi: 'Q. (chưa đối chiếu văn bản)', en: 'Q. (not checked against the text)' },
}

export const endings = [
  'term_over',
  'promoted',
  'moved',
  'retired',
  'left',
  'died',
  'unit_ended',
  'entered_by_mistake',
] as const
export type Ending = (typeof endings)[number]
export const EndingSchema = Type.Unsafe<Ending>(Type.Enum([...endings]))
export const endingWords: Readonly<Record<Ending, Said>> = {
  term_over: { vi: 'Hết nhiệm kỳ, hết thời hạn', en: 'Term over' },
  promoted: { vi: 'Được đề bạt', en: 'Promoted' },
  moved: { vi: 'Chuyển công tác', en: 'Moved to other work' },
  retired: { vi: 'Nghỉ hưu', en: 'Retired' },
  left: { vi: 'Thôi việc', en: 'Left the service' },
  died: { vi: 'Qua đời', en: 'Died' },
  unit_ended: { vi: 'Đơn vị kết thúc', en: 'The unit ended' },
  entered_by_mistake: { vi: 'Ghi nhầm', en: 'Entered by mistake' },
}

export const LevelSchema = Type.Unsafe<Level>(Type.Enum([...levels]))

/** Which units of a norm are named: that lack somebody, that have somebody, or every one that should have. */
export const placesShown = ['lacking', 'held', 'every'] as const
export type PlacesShown = (typeof placesShown)[number]
export const placesWords: Readonly<Record<PlacesShown, Said>> = {
  lacking: { vi: 'Đơn vị còn thiếu người', en: 'Units that lack somebody' },
  held: { vi: 'Đơn vị đã có người', en: 'Units that have somebody' },
  every: { vi: 'Mọi đơn vị có định mức', en: 'All units with a norm' },
}

export const PostView = Type.Object({
  post: PostCode,
  said: SaidSchema,
  levels: Type.Array(LevelSchema),
  salaried: Type.Boolean(),
  /** One holds it at a unit at a time. */
  sole: Type.Boolean(),
})

/** A post held, with the name its unit has, or had last while it was held. */
export const AppointmentView = Type.Object({
  appointmentId: IdOf<'appointment'>(),
  post: PostCode,
  said: SaidSchema,
  standing: StandingSchema,
  areaId: IdOf<'area'>(),
  areaName: Type.String(),
  /** The same with the commune of a village; and what that was when the post was given, where it was called otherwise. */
  place: Type.String(),
  began: Nullable(Type.String()),
  from: PlainDateSchema,
  until: Nullable(PlainDateSchema),
  decisionNumber: Nullable(Type.String()),
  decidedOn: Nullable(PlainDateSchema),
  because: Nullable(EndingSchema),
  /** The first day without its unit, where that has ended and nobody has said yet what becomes of who works there. */
  unplacedFrom: Nullable(PlainDateSchema),
  /** The unit that ended, from a post at which the person was placed again here: that post goes on where this was a mistake. */
  placedFrom: Nullable(Type.String()),
})
export type Appointment = Static<typeof AppointmentView>

/**
 * For whom somebody acts: who holds the post still (`last` null), or who left it and when; without a name nobody held it, or
 * several did.
 */
export const ActsForView = Type.Object({ name: Nullable(Type.String()), last: Nullable(PlainDateSchema) })
export type ActsFor = Static<typeof ActsForView>

export const qualificationKinds = [
  'professional',
  'political_theory',
  'state_management',
  'it',
  'foreign_language',
  'ethnic_language',
] as const
export type QualificationKind = (typeof qualificationKinds)[number]
export const qualificationWords: Readonly<Record<QualificationKind, Said>> = {
  professional: { vi: 'Chuyên môn', en: 'Professional' },
  political_theory: { vi: 'Lý luận chính trị', en: 'Political theory' },
  state_management: { vi: 'Quản lý nhà nước', en: 'State management' },
  it: { vi: 'Tin học', en: 'IT' },
  foreign_language: { vi: 'Ngoại ngữ', en: 'Foreign language' },
  ethnic_language: { vi: 'Tiếng dân tộc', en: 'Ethnic language' },
}

export const studyForms = ['regular', 'in_service', 'distance', 'short_course'] as const
export type StudyForm = (typeof studyForms)[number]
export const studyFormWords: Readonly<Record<StudyForm, Said>> = {
  regular: { vi: 'Chính quy', en: 'Regular' },
  in_service: { vi: 'Vừa làm vừa học', en: 'In service' },
  distance: { vi: 'Từ xa', en: 'Distance' },
  short_course: { vi: 'Bồi dưỡng ngắn hạn', en: 'Short course' },
}

/** A month, `2019-09`, or a year where no more is known, `2019`. */
export const MonthSchema = Type.String({ pattern: '^[12][0-9]{3}(-(0[1-9]|1[0-2]))?$' })

/** How far one reaches, by its code; which steps a kind has is data (`qualification_level`). */
export const LevelCode = Type.String({ pattern: '^[a-z][a-z0-9_]{1,39}$' })
const qualificationKind = Type.Unsafe<QualificationKind>(Type.Enum([...qualificationKinds]))
export const QualificationLevelView = Type.Object({ kind: qualificationKind, level: LevelCode, said: SaidSchema })
export type QualificationLevel = Static<typeof QualificationLevelView>

/** What somebody has learnt. Without a last month it is under way. */
export const Qualification = {
  kind: qualificationKind,
  /** Null where it was entered before levels were, or the paper does not say. */
  level: Nullable(LevelCode),
  title: PrintableText(200),
  school: PrintableLine(200),
  form: Nullable(Type.Unsafe<StudyForm>(Type.Enum([...studyForms]))),
  from: Nullable(MonthSchema),
  until: Nullable(MonthSchema),
  number: PrintableLine(60),
  issuedBy: PrintableLine(200),
}
export const QualificationView = Type.Object({
  qualificationId: IdOf<'qualification'>(),
  ...Qualification,
  levelSaid: Nullable(SaidSchema),
})
export type QualificationView = Static<typeof QualificationView>

/** Whom a list that another room reads says. */
export type Sought = { readonly name: string; readonly personalNumber: string; readonly citizenId: string }
export type Found = {
  readonly officialId: OfficialId
  readonly name: string
  readonly birth: Birth
  readonly unitName: string
}
/** `named`: everybody of the name, with its tone marks or without. */
export type FoundBy = {
  readonly byNumber: Found | null
  readonly byId: Found | null
  readonly named: readonly Found[]
}
