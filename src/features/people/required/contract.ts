/** The calls of what posts ask: the rules, and who does not meet them. */
import { Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, PrintableText, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { PlacesOfRules, RuleMarkSchema, RuleStateSchema, SeenEnd } from '../norms/model.ts'
import { LevelCode, LevelSchema, PostCode } from '../roster/model.ts'
import { AskedLine, JudgedRow, QualificationKindSchema, RequirementRow, UnmetRow, WhySchema } from './model.ts'

const reads = { method: 'GET', right: 'roster.read' } as const
const writes = { method: 'POST', right: 'roster.rules' } as const
const path = { requirementId: IdOf<'post_requirement'>() }
const Done = Type.Object(path)
const page = Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 }))

export const listRequirements = endpoint({
  name: 'required.rules',
  method: 'GET',
  right: 'signed_in',
  path: '/api/post-requirements',
  says: { vi: 'Tiêu chuẩn trình độ của chức danh', en: 'Requirements of posts' },
  input: Type.Object({
    post: Type.Optional(PostCode),
    kind: Type.Optional(QualificationKindSchema),
    state: Type.Optional(RuleStateSchema),
    page,
  }),
  output: Type.Object({
    total: Count,
    rows: Type.Array(RequirementRow),
    /** The nation and the provinces for which the actor may enter one. */
    mayEnterAt: PlacesOfRules,
  }),
})
export const requirementsFile = listFile(listRequirements, {
  name: 'required.rulesFile',
  path: '/api/post-requirements/file',
})

const Value = {
  minimum: LevelCode,
  from: PlainDateSchema,
  legalBasis: PrintableText(300),
  mark: RuleMarkSchema,
}

export const enterRequirement = endpoint({
  name: 'required.enter',
  ...writes,
  path: '/api/post-requirements',
  says: { vi: 'Ghi tiêu chuẩn trình độ của một chức danh', en: 'Enter a requirement of a post' },
  input: Type.Object({
    ...path,
    areaId: IdOf<'area'>(),
    post: PostCode,
    /** Of units of every level where it is null. */
    level: Nullable(LevelSchema),
    kind: QualificationKindSchema,
    ...Value,
  }),
  output: Done,
})

export const followRequirement = endpoint({
  name: 'required.follow',
  ...writes,
  path: '/api/post-requirements/:requirementId/next',
  says: {
    vi: 'Ghi mức yêu cầu mới từ một ngày; mức cũ hết vào ngày ấy',
    en: 'Enter what is asked from a day on; what was asked ends that day',
  },
  input: Type.Object({ ...path, nextId: IdOf<'post_requirement'>(), ...Value }),
  output: Done,
})

export const endRequirement = endpoint({
  name: 'required.end',
  ...writes,
  path: '/api/post-requirements/:requirementId/end',
  says: { vi: 'Ghi tiêu chuẩn hết hiệu lực', en: 'Record the end of a requirement' },
  /** Without a last day it was entered by mistake, and never held. `seen`: the first day without it, where that was written wrongly. */
  input: Type.Object({ ...path, last: Nullable(PlainDateSchema), seen: SeenEnd, because: Words(500) }),
  output: Done,
})

export const listUnmet = endpoint({
  name: 'required.unmet',
  ...reads,
  path: '/api/areas/:areaId/unmet-requirements',
  says: { vi: 'Ai chưa đạt chuẩn trình độ trong một ngày', en: 'Who does not meet what posts ask on a day' },
  input: Type.Object({
    areaId: IdOf<'area'>(),
    day: Type.Optional(PlainDateSchema),
    post: Type.Optional(PostCode),
    kind: Type.Optional(QualificationKindSchema),
    why: Type.Optional(WhySchema),
    page,
  }),
  output: Type.Object({
    day: PlainDateSchema,
    areaName: Type.String(),
    /** By post and kind, whatever is filtered. */
    lines: Type.Array(AskedLine),
    total: Count,
    rows: Type.Array(UnmetRow),
  }),
})
export const unmetFile = listFile(listUnmet, {
  name: 'required.unmetFile',
  path: '/api/areas/:areaId/unmet-requirements/file',
})
export const askedFile = listFile(listUnmet, {
  name: 'required.askedFile',
  path: '/api/areas/:areaId/unmet-requirements/lines/file',
})

export const showAsked = endpoint({
  name: 'required.ofOfficial',
  ...reads,
  path: '/api/officials/:officialId/requirements',
  says: { vi: 'Một cán bộ đạt chuẩn trình độ đến đâu', en: 'What is asked of an official, and met' },
  input: Type.Object({ officialId: IdOf<'official'>() }),
  output: Type.Object({ name: Type.String(), rows: Type.Array(JudgedRow) }),
})
export const askedOfFile = listFile(showAsked, {
  name: 'required.ofOfficialFile',
  path: '/api/officials/:officialId/requirements/file',
})
