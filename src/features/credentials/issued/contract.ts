/** The calls of credentials: listed, read, issued by rule, entered with a document, revoked, given back, reissued. */
import { Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, PrintableText, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import {
  BasisSchema,
  CredentialRow,
  CredentialStateSchema,
  EnteredBasisSchema,
  LeftRow,
  mostAtOnce,
  WholeCredential,
} from './model.ts'

const writes = { method: 'POST', right: 'credential.manage' } as const
const path = { credentialId: IdOf<'credential'>() }
const Done = Type.Object(path)
const Many = Type.Array(IdOf<'credential'>(), { minItems: 1, maxItems: mostAtOnce, uniqueItems: true })
const Rules = Type.Array(Type.Object({ ruleId: IdOf<'credential_rule'>(), name: Type.String() }))

export const listCredentials = endpoint({
  name: 'credentials.list',
  method: 'GET',
  right: 'training.read',
  path: '/api/areas/:areaId/credentials',
  says: { vi: 'Chứng nhận tập huấn của người trong đơn vị', en: 'Credentials of the people of a unit' },
  input: Type.Object({
    areaId: IdOf<'area'>(),
    state: Type.Optional(CredentialStateSchema),
    credentialBasis: Type.Optional(BasisSchema),
    ruleId: Type.Optional(IdOf<'credential_rule'>()),
    /** Those alone that rest on what no longer stands. */
    groundless: Type.Optional(Type.Literal(true)),
    /** By a turn of which they were given. */
    trainingClassId: Type.Optional(IdOf<'training_class'>()),
    q: Type.Optional(Type.String({ maxLength: 100 })),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  }),
  output: Type.Object({
    areaName: Type.String(),
    total: Count,
    rows: Type.Array(CredentialRow),
    /** In force over the unit, to choose one. */
    rules: Rules,
    mayIssue: Type.Boolean(),
  }),
})
export const credentialsFile = listFile(listCredentials, {
  name: 'credentials.listFile',
  path: '/api/areas/:areaId/credentials/file',
})

export const getCredential = endpoint({
  name: 'credentials.get',
  method: 'GET',
  right: 'training.read',
  path: '/api/credentials/:credentialId',
  says: {
    vi: 'Một chứng nhận với căn cứ và các quyết định về nó',
    en: 'A credential, what it rests on and what was decided',
  },
  input: Type.Object(path),
  output: WholeCredential,
})

export const myCredentials = endpoint({
  name: 'credentials.mine',
  method: 'GET',
  right: 'signed_in',
  path: '/api/own/credentials',
  says: { vi: 'Chứng nhận tập huấn của tôi', en: 'My credentials' },
  input: Type.Object({}),
  output: Type.Object({ rows: Type.Array(CredentialRow) }),
})

export const myCredentialsFile = listFile(myCredentials, {
  name: 'credentials.mineFile',
  path: '/api/own/credentials/file',
})

/** The same as the installation does each hour, at once; and to somebody whom it leaves for a person to decide. */
export const issueNow = endpoint({
  name: 'credentials.issueNow',
  ...writes,
  path: '/api/areas/:areaId/credentials/issue',
  says: {
    vi: 'Cấp ngay chứng nhận cho người đã hoàn thành lớp',
    en: 'Issue credentials at once to who completed a class',
  },
  /** With somebody and a reason: to who was left for a person to decide. */
  input: Type.Object({
    areaId: IdOf<'area'>(),
    officialId: Type.Optional(IdOf<'official'>()),
    because: Type.Optional(Words(500)),
  }),
  output: Type.Object({ issued: Count, left: Type.Array(LeftRow) }),
})

export const enterCredential = endpoint({
  name: 'credentials.enter',
  ...writes,
  path: '/api/credentials',
  says: {
    vi: 'Ghi chứng nhận do giảng dạy, hoặc chứng nhận tương đương',
    en: 'Enter a credential for teaching, or an accepted equivalent',
  },
  input: Type.Object({
    ...path,
    ruleId: IdOf<'credential_rule'>(),
    officialId: IdOf<'official'>(),
    credentialBasis: EnteredBasisSchema,
    documentNumber: PrintableText(60),
    issuer: PrintableText(200),
    completedOn: PlainDateSchema,
    /** The same paper counts once more for the same person and rule: whoever enters it was asked. */
    again: Type.Optional(Type.Literal(true)),
  }),
  output: Done,
})

export const revokeCredentials = endpoint({
  name: 'credentials.revoke',
  ...writes,
  path: '/api/credentials/revoke',
  says: { vi: 'Thu hồi chứng nhận', en: 'Revoke credentials' },
  input: Type.Object({ credentialIds: Many, because: Words(500) }),
  output: Type.Object({ revoked: Count }),
})

export const restoreCredential = endpoint({
  name: 'credentials.restore',
  ...writes,
  path: '/api/credentials/:credentialId/restore',
  says: { vi: 'Trả lại chứng nhận đã thu hồi nhầm', en: 'Give back a credential that was revoked by mistake' },
  input: Type.Object({ ...path, because: Words(500) }),
  output: Done,
})

export const reissueCredential = endpoint({
  name: 'credentials.reissue',
  ...writes,
  path: '/api/credentials/:credentialId/reissue',
  says: { vi: 'Cấp lại chứng nhận ghi sai tên', en: 'Issue a credential anew whose name was wrong' },
  input: Type.Object({ ...path, nextId: IdOf<'credential'>(), fullName: PrintableText(200), because: Words(500) }),
  output: Done,
})
