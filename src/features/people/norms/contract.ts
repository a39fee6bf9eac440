/** The calls of the norms: which hold, one entered, followed by another value, ended. */
import { Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { PostCode } from '../roster/model.ts'
import { NormLevelSchema, NormRow, NormValue, PlacesOfRules, RuleStateSchema, SeenEnd } from './model.ts'

const writes = { method: 'POST', right: 'roster.rules' } as const
const path = { postNormId: IdOf<'norm'>() }
const Done = Type.Object(path)

export const listNormRules = endpoint({
  name: 'norms.rules',
  method: 'GET',
  right: 'signed_in',
  path: '/api/post-norms',
  says: { vi: 'Định mức của chức danh', en: 'Norms of posts' },
  input: Type.Object({
    post: Type.Optional(PostCode),
    level: Type.Optional(NormLevelSchema),
    state: Type.Optional(RuleStateSchema),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  }),
  output: Type.Object({
    total: Count,
    rows: Type.Array(NormRow),
    mayEnterAt: PlacesOfRules,
  }),
})
export const normRulesFile = listFile(listNormRules, { name: 'norms.rulesFile', path: '/api/post-norms/file' })

export const enterNorm = endpoint({
  name: 'norms.enter',
  ...writes,
  path: '/api/post-norms',
  says: { vi: 'Ghi định mức của một chức danh', en: 'Enter a norm of a post' },
  input: Type.Object({ ...path, areaId: IdOf<'area'>(), post: PostCode, level: NormLevelSchema, ...NormValue }),
  output: Done,
})

export const followNorm = endpoint({
  name: 'norms.follow',
  ...writes,
  path: '/api/post-norms/:postNormId/next',
  says: { vi: 'Ghi định mức mới từ một ngày; mức cũ hết vào ngày ấy', en: 'Enter a further value from a day on' },
  input: Type.Object({ ...path, nextId: IdOf<'norm'>(), ...NormValue }),
  output: Done,
})

export const endNorm = endpoint({
  name: 'norms.end',
  ...writes,
  path: '/api/post-norms/:postNormId/end',
  says: { vi: 'Ghi định mức hết hiệu lực', en: 'Record the end of a norm' },
  /** Without a last day it was entered by mistake, and never held. `seen`: the first day without it, where that was written wrongly. */
  input: Type.Object({ ...path, last: Nullable(PlainDateSchema), seen: SeenEnd, because: Words(500) }),
  output: Done,
})
