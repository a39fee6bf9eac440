/** The calls of the norms of bodies: what units should have and have, and the norms entered, followed, ended. */
import { Type } from 'typebox'
import { NormValue, PlacesOfRules, RuleMarkSchema, RuleStateSchema, SeenEnd } from '#features/people/norms/model.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { BodyKindSchema } from '../model.ts'
import { BodyLevelSchema, BodyNormRow, type UnitsShown, unitsShown } from './model.ts'

const Page = Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 }))

export const showNorm = endpoint({
  name: 'bodies.norm',
  method: 'GET',
  right: 'body.read',
  path: '/api/areas/:areaId/body-norm',
  says: { vi: 'Ban cần có và đã có trong một ngày', en: 'Bodies that units should have and have on a day' },
  input: Type.Object({
    areaId: IdOf<'area'>(),
    day: Type.Optional(PlainDateSchema),
    /** Of which the units are named; the lines are always all. */
    kind: Type.Optional(BodyKindSchema),
    level: Type.Optional(BodyLevelSchema),
    show: Type.Optional(Type.Unsafe<UnitsShown>(Type.Enum([...unitsShown]))),
    page: Page,
  }),
  output: Type.Object({
    day: PlainDateSchema,
    areaName: Type.String(),
    lines: Type.Array(
      Type.Object({
        kind: BodyKindSchema,
        level: BodyLevelSchema,
        units: Count,
        /** Bodies that they should have together; units that have all of theirs; bodies that are missing. */
        required: Count,
        held: Count,
        missing: Count,
        /** The nation's norm, and those of provinces that say otherwise here. */
        bases: Type.Array(Type.Object({ legalBasis: Type.String(), mark: RuleMarkSchema })),
      }),
    ),
    /** A page of the units asked for, those that lack a body where nothing is said; and what all of them come to. */
    units: Type.Array(
      Type.Object({
        kind: BodyKindSchema,
        level: BodyLevelSchema,
        areaId: IdOf<'area'>(),
        areaName: Type.String(),
        within: Type.String(),
        required: Count,
        bodies: Type.Array(Type.Object({ bodyId: IdOf<'body'>(), name: Type.String() })),
      }),
    ),
    sums: Type.Object({ units: Count, required: Count, missing: Count }),
  }),
})
export const normFile = listFile(showNorm, { name: 'bodies.normFile', path: '/api/areas/:areaId/body-norm/lines/file' })
export const gapsFile = listFile(showNorm, { name: 'bodies.gapsFile', path: '/api/areas/:areaId/body-norm/file' })

const writes = { method: 'POST', right: 'roster.rules' } as const
const path = { bodyNormId: IdOf<'body_norm'>() }
const Done = Type.Object(path)

export const listNorms = endpoint({
  name: 'bodies.norms',
  method: 'GET',
  right: 'signed_in',
  path: '/api/body-norms',
  says: { vi: 'Định mức của các Ban', en: 'Norms of bodies' },
  input: Type.Object({
    kind: Type.Optional(BodyKindSchema),
    level: Type.Optional(BodyLevelSchema),
    state: Type.Optional(RuleStateSchema),
    page: Page,
  }),
  output: Type.Object({
    total: Count,
    rows: Type.Array(BodyNormRow),
    mayEnterAt: PlacesOfRules,
  }),
})
export const normsFile = listFile(listNorms, { name: 'bodies.normsFile', path: '/api/body-norms/file' })

export const enterNorm = endpoint({
  name: 'bodies.enterNorm',
  ...writes,
  path: '/api/body-norms',
  says: { vi: 'Ghi định mức của một loại Ban', en: 'Enter a norm of a kind of bodies' },
  input: Type.Object({ ...path, areaId: IdOf<'area'>(), kind: BodyKindSchema, level: BodyLevelSchema, ...NormValue }),
  output: Done,
})

export const followNorm = endpoint({
  name: 'bodies.followNorm',
  ...writes,
  path: '/api/body-norms/:bodyNormId/next',
  says: {
    vi: 'Ghi định mức mới của một loại Ban từ một ngày; mức cũ hết vào ngày ấy',
    en: 'Enter a further norm of a kind of bodies from a day on',
  },
  input: Type.Object({ ...path, nextId: IdOf<'body_norm'>(), ...NormValue }),
  output: Done,
})

export const endNorm = endpoint({
  name: 'bodies.endNorm',
  ...writes,
  path: '/api/body-norms/:bodyNormId/end',
  says: { vi: 'Ghi định mức của một loại Ban hết hiệu lực', en: 'Record the end of a norm of bodies' },
  /** Without a last day it was entered by mistake, and never held. `seen`: the first day without it, where that was written wrongly. */
  input: Type.Object({ ...path, last: Nullable(PlainDateSchema), seen: SeenEnd, because: Words(500) }),
  output: Done,
})
