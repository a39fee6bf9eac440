/** The calls of the rules by which credentials are issued: read, entered, followed by a further version, ended, withdrawn. */
import { Type } from 'typebox'
import { OpenTopic } from '#features/training/needs/model.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { RuleRow, RuleSaid, RuleStateSchema } from './model.ts'

const writes = { method: 'POST', right: 'credential.rule' } as const
const path = { credentialRuleId: IdOf<'credential_rule'>() }
/** Which classes count may be left unsaid: any, or as the version before has it. */
const { classKinds, heldBy } = RuleSaid.properties
const Given = { ...RuleSaid.properties, classKinds: Type.Optional(classKinds), heldBy: Type.Optional(heldBy) }
const Done = Type.Object(path)
const Province = Type.Object({ areaId: IdOf<'area'>(), name: Type.String(), topics: Type.Array(OpenTopic) })

export const listRules = endpoint({
  name: 'credentialRules.list',
  method: 'GET',
  right: 'training.read',
  path: '/api/credential-rules',
  says: { vi: 'Điều kiện cấp chứng nhận của các tỉnh', en: 'By which rules provinces issue credentials' },
  input: Type.Object({
    q: Type.Optional(Type.String({ maxLength: 100 })),
    state: Type.Optional(RuleStateSchema),
    areaId: Type.Optional(IdOf<'area'>()),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  }),
  output: Type.Object({
    total: Count,
    rows: Type.Array(RuleRow),
    /** Those for which the actor may enter one, with the topics that may be asked for. */
    mayEnterAt: Type.Array(Province),
  }),
})
export const rulesFile = listFile(listRules, {
  name: 'credentialRules.listFile',
  path: '/api/credential-rules/file',
})

export const enterRule = endpoint({
  name: 'credentialRules.enter',
  ...writes,
  path: '/api/credential-rules',
  says: { vi: 'Ghi một điều kiện cấp chứng nhận', en: 'Enter a rule of credentials' },
  input: Type.Object({ ...path, areaId: IdOf<'area'>(), ...Given }),
  output: Done,
})

export const followRule = endpoint({
  name: 'credentialRules.follow',
  ...writes,
  path: '/api/credential-rules/:credentialRuleId/next',
  says: {
    vi: 'Ghi bản mới của điều kiện từ một ngày; bản cũ hết vào ngày ấy',
    en: 'Enter a new version; the one before ends that day',
  },
  input: Type.Object({ ...path, nextId: IdOf<'credential_rule'>(), ...Given }),
  output: Done,
})

export const endRule = endpoint({
  name: 'credentialRules.end',
  ...writes,
  path: '/api/credential-rules/:credentialRuleId/end',
  says: { vi: 'Ghi điều kiện cấp hết hiệu lực', en: 'Record the end of a rule' },
  input: Type.Object({ ...path, last: PlainDateSchema, because: Words(500) }),
  output: Done,
})

/** It was never so: it issues nothing, and what it followed goes on. */
export const withdrawRule = endpoint({
  name: 'credentialRules.withdraw',
  ...writes,
  path: '/api/credential-rules/:credentialRuleId/withdraw',
  says: { vi: 'Rút điều kiện cấp ghi nhầm', en: 'Withdraw a rule entered by mistake' },
  input: Type.Object({ ...path, because: Words(500) }),
  output: Done,
})
