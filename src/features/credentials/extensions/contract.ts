/** The calls of decisions that extend many credentials: listed, decided, put right, withdrawn. */
import { Type } from 'typebox'
import { DecisionCorrected } from '#features/training/model.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, PrintableText, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { mostAtOnce } from '../issued/model.ts'
import { ExtensionRow } from './model.ts'

const writes = { method: 'POST', right: 'credential.manage' } as const
const path = { credentialExtensionId: IdOf<'credential_extension'>() }
const Done = Type.Object(path)

export const listExtensions = endpoint({
  name: 'extensions.list',
  method: 'GET',
  right: 'training.read',
  path: '/api/credential-extensions',
  says: { vi: 'Quyết định gia hạn chứng nhận', en: 'Decisions that extend credentials' },
  input: Type.Object({
    areaId: Type.Optional(IdOf<'area'>()),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  }),
  output: Type.Object({ total: Count, rows: Type.Array(ExtensionRow) }),
})
export const extensionsFile = listFile(listExtensions, {
  name: 'extensions.listFile',
  path: '/api/credential-extensions/file',
})

export const extend = endpoint({
  name: 'extensions.decide',
  ...writes,
  path: '/api/credential-extensions',
  says: { vi: 'Gia hạn nhiều chứng nhận bằng một quyết định', en: 'Extend many credentials by one decision' },
  input: Type.Object({
    ...path,
    credentialIds: Type.Array(IdOf<'credential'>(), { minItems: 1, maxItems: mostAtOnce, uniqueItems: true }),
    number: PrintableText(60),
    decidedOn: PlainDateSchema,
    issuer: PrintableText(200),
    last: PlainDateSchema,
    because: Words(500),
  }),
  output: Type.Object({ ...path, extended: Count }),
})

export const correctExtension = endpoint({
  name: 'extensions.correct',
  ...writes,
  path: '/api/credential-extensions/:credentialExtensionId/correct',
  says: {
    vi: 'Đính chính số, ngày, cơ quan ban hành của quyết định gia hạn',
    en: 'Put right number, day and issuer of an extension',
  },
  input: Type.Object({ ...path, ...DecisionCorrected }),
  output: Done,
})

export const withdrawExtension = endpoint({
  name: 'extensions.withdraw',
  ...writes,
  path: '/api/credential-extensions/:credentialExtensionId/withdraw',
  says: { vi: 'Rút quyết định gia hạn', en: 'Withdraw an extension' },
  input: Type.Object({ ...path, because: Words(500) }),
  output: Done,
})
