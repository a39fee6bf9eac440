/** The calls by which forms that were begun on a phone that is given back come to their author again, on another one. */
import { Type } from 'typebox'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count } from '#kernel/schema.ts'

/** What names a draft on a device, and when it was typed last, in milliseconds by the phone's clock. */
const Named = { kind: Type.String({ maxLength: 100 }), id: Type.String({ maxLength: 200 }), savedAt: Type.Integer() }

export const leaveDrafts = endpoint({
  name: 'field.leaveDrafts',
  method: 'POST',
  path: '/api/field/devices/:deviceId/drafts',
  // A closed phone has nobody signed in. What it brings opens under its own key alone, or is not taken.
  right: 'public',
  brings: 'sealed',
  says: {
    vi: 'Điện thoại đã trả nộp lại phiếu đang làm dở',
    en: 'A phone that is given back leaves the forms begun on it',
  },
  input: Type.Object({
    deviceId: IdOf<'field_device'>(),
    drafts: Type.Array(
      /** `sealed`: as it lies on the phone, base64url. */
      Type.Object({ ...Named, sealed: Type.String({ maxLength: 400_000, pattern: '^[A-Za-z0-9_-]+$' }) }),
      { maxItems: 20 },
    ),
  }),
  output: Type.Object({ taken: Count, unreadable: Count }),
})

export const listLeft = endpoint({
  name: 'field.leftDrafts',
  method: 'GET',
  path: '/api/field/left-drafts',
  right: 'signed_in',
  says: {
    vi: 'Phiếu tôi làm dở trên máy đã trả',
    en: 'Forms I began on a phone that is given back',
  },
  input: Type.Object({}),
  output: Type.Object({
    drafts: Type.Array(Type.Object({ fieldDraftId: IdOf<'field_draft'>(), ...Named, data: Type.Unknown() })),
    /** Whether there are more than these. */
    more: Type.Boolean(),
  }),
})

export const takeLeft = endpoint({
  name: 'field.takeLeft',
  method: 'POST',
  path: '/api/field/left-drafts/taken',
  right: 'signed_in',
  says: {
    vi: 'Đã mang phiếu làm dở về máy đang dùng',
    en: 'Forms begun elsewhere are on the phone in use',
  },
  input: Type.Object({ fieldDraftIds: Type.Array(IdOf<'field_draft'>(), { minItems: 1, maxItems: 100 }) }),
  output: Type.Object({ taken: Count }),
})
