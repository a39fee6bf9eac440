/** The call by which a phone takes the forms of its households home, and later only those that have changed. */
import { Type } from 'typebox'
import { endpoint } from '#kernel/endpoint.ts'
import { Nullable } from '#kernel/schema.ts'
import { caseForm } from '../contract.ts'
import { CaseKey } from '../model.ts'

/** How many are asked for at once: what a weak line carries before it breaks. */
export const formsAtOnce = 50

export const takeForms = endpoint({
  name: 'surveys.forms',
  method: 'POST',
  reads: true,
  path: '/api/my-surveys/forms',
  right: 'survey.fill',
  says: { vi: 'Tải phiếu của nhiều hộ về máy, chỉ phiếu đã đổi', en: 'Forms of many households, those changed alone' },
  input: Type.Object({
    cases: Type.Array(
      Type.Object({
        ...CaseKey,
        /** As this device has it; left out where it has none. */
        version: Type.Optional(Type.String({ maxLength: 64 })),
      }),
      { maxItems: formsAtOnce },
    ),
  }),
  output: Type.Object({
    forms: Type.Array(
      Type.Object({
        caseId: CaseKey.caseId,
        version: Type.String(),
        /** Null where the device has it as it stands. */
        form: Nullable(caseForm.output),
      }),
    ),
    /** Not in these hands any more, or out of reach: this device lets them go. */
    gone: Type.Array(CaseKey.caseId),
  }),
})
