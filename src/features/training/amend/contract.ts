/** The calls of amendments: one begun on an approved plan, and what each has changed. As a draft it is a plan (`plan`). */
import { Type } from 'typebox'
import { type Buttons, CanSchema } from '#kernel/buttons.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, PrintableLines } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { ChangeView, GivenUpView, VersionView } from './model.ts'

const path = { trainingPlanId: IdOf<'training_plan'>() }

export const amendButtons = { amend: { right: 'training.plan' } } as const satisfies Buttons

export const showAmendments = endpoint({
  name: 'amend.show',
  method: 'GET',
  right: 'training.read',
  path: '/api/training-plans/:trainingPlanId/amendments',
  says: { vi: 'Các lần điều chỉnh một kế hoạch', en: 'Amendments of a plan' },
  input: Type.Object(path),
  output: Type.Object({
    /** As first approved, then each amendment that is approved. */
    versions: Type.Array(VersionView),
    /** The amendment that is being drafted, where the actor sees it. */
    drafting: Nullable(Type.Object({ ...path, amendment: Count })),
    /** Amendments that were given up, though units had commented on them. */
    givenUp: Type.Array(GivenUpView),
    /** Of a plan by every amendment, the last first; of an amendment what it changes. */
    changes: Type.Array(ChangeView),
    can: CanSchema(amendButtons),
  }),
})
export const changesFile = listFile(showAmendments, {
  name: 'amend.changesFile',
  path: '/api/training-plans/:trainingPlanId/changes/file',
})
export const versionsFile = listFile(showAmendments, {
  name: 'amend.versionsFile',
  path: '/api/training-plans/:trainingPlanId/amendments/file',
})

export const beginAmendment = endpoint({
  name: 'amend.begin',
  method: 'POST',
  right: 'training.plan',
  path: '/api/training-plans/:trainingPlanId/amendments',
  says: { vi: 'Bắt đầu điều chỉnh kế hoạch đã phê duyệt', en: 'Begin an amendment of an approved plan' },
  input: Type.Object({ ...path, amendmentId: IdOf<'training_plan'>(), reason: PrintableLines(1000) }),
  output: Type.Object(path),
})
