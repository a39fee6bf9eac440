/** Questions about the work: asked about a topic or a section of the survey form, answered with the article. */
import { type Static, Type } from 'typebox'
import { OpenTopic } from '#features/training/needs/model.ts'
import { type GrantedRight, type Role, roleHolds, roleNames } from '#kernel/access.ts'
import { CanSchema } from '#kernel/buttons.ts'
import type { Instant } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, PrintableText, PrintableWords } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'

export const inquiryStates = {
  open: { vi: 'Chờ trả lời', en: 'Waits for an answer' },
  answered: { vi: 'Đã trả lời', en: 'Answered' },
  refused: { vi: 'Không trả lời', en: 'Not answered' },
  withdrawn: { vi: 'Người hỏi đã rút', en: 'Withdrawn' },
} as const satisfies Record<string, Said>
export type InquiryState = keyof typeof inquiryStates
export const InquiryStateSchema = Type.Unsafe<InquiryState>(Type.Enum(Object.keys(inquiryStates) as InquiryState[]))

/** Whose an open question is, seen by who may answer. */
export const givens = {
  me: { vi: 'Giao cho tôi', en: 'Given to me' },
  nobody: { vi: 'Chưa giao cho ai', en: 'Given to nobody' },
  mine: { vi: 'Giao cho tôi hoặc chưa giao cho ai', en: 'Given to me or to nobody' },
} as const satisfies Record<string, Said>
export type Given = keyof typeof givens
export const GivenSchema = Type.Unsafe<Given>(Type.Enum(Object.keys(givens) as Given[]))

/** Sections of the survey form, by the codes by which needs know them (`errorSaid`). */
export const formSections = ['place', 'members', 'housing', 'living', 'income', 'needs', 'whole_form'] as const
export type FormSection = (typeof formSections)[number]
export const FormSectionSchema = Type.Unsafe<FormSection>(Type.Enum([...formSections]))

/** Who may answer holds one of these. */
const manage: GrantedRight = 'library.manage'
export const answeringRoles: readonly Role[] = roleNames.filter((role) => roleHolds(role, manage))

export const AskText = PrintableWords(2000)
export const AnswerSaid = { text: PrintableWords(6000), basis: PrintableText(300) }

export const inquiryButtons = {
  assign: { right: 'library.manage' },
  answer: { right: 'library.manage' },
  refuse: { right: 'library.manage' },
  share: { right: 'library.manage' },
  withdraw: { right: 'library.read' },
} as const

const When = Type.Unsafe<Instant>(Type.String())
const head = {
  inquiryId: IdOf<'inquiry'>(),
  areaId: IdOf<'area'>(),
  areaName: Type.String(),
  topic: Nullable(OpenTopic),
  section: Nullable(FormSectionSchema),
  ask: Type.String(),
  askedBy: Type.String(),
  askedAt: When,
  /** Who is named to answer. */
  assigned: Nullable(Type.String()),
  state: InquiryStateSchema,
  because: Nullable(Type.String()),
  version: Count,
  answeredAt: Nullable(When),
  materialId: Nullable(IdOf<'material'>()),
  /** Whether it is mine. */
  mine: Type.Boolean(),
  revision: Count,
  can: CanSchema(inquiryButtons),
}
export const InquiryRow = Type.Object(head)
export type Inquiry = Static<typeof InquiryRow>

export const AnswerVersion = Type.Object({
  version: Count,
  body: Type.String(),
  basis: Type.String(),
  because: Nullable(Type.String()),
  madeAt: When,
  madeBy: Type.String(),
})
export type AnswerVersion = Static<typeof AnswerVersion>

export const Specialist = Type.Object({
  accountId: IdOf<'account'>(),
  name: Type.String(),
  unitName: Type.String(),
})
export type Specialist = Static<typeof Specialist>

export const WholeInquiry = Type.Object({
  ...head,
  /** Newest first. */
  answers: Type.Array(AnswerVersion),
  /** Of whom one can be named; told to who may name. */
  specialists: Type.Array(Specialist),
  /** Topics under which the answer can stand in a library; told to who may put it there. */
  topics: Type.Array(OpenTopic),
})
export type WholeInquiry = Static<typeof WholeInquiry>
