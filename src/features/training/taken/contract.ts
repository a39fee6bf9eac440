/** What a draft takes over: lines of the plan above, those of a proposal, the draft of a unit that has ended. */
import { Type } from 'typebox'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count } from '#kernel/schema.ts'
import { LineAbove, ProposedLines } from '../plan/model.ts'

const reads = { method: 'GET', right: 'training.read' } as const
const writes = { method: 'POST', right: 'training.plan' } as const
const path = { trainingPlanId: IdOf<'training_plan'>() }
const Done = Type.Object(path)

/** What of the plan above stands in the own unit, or names its people: to be taken into the draft that carries it out. */
export const linesAbove = endpoint({
  name: 'plans.above',
  ...reads,
  path: '/api/training-plans/:trainingPlanId/above',
  says: { vi: 'Dòng của kế hoạch cấp trên thuộc đơn vị', en: 'Lines of the plan above that are the unit’s' },
  input: Type.Object(path),
  output: Type.Object({
    lines: Type.Array(LineAbove),
    /** Lines above without a place that name nobody of the unit: nobody said which part is its own. */
    open: Count,
  }),
})

export const takeAbove = endpoint({
  name: 'plans.takeAbove',
  ...writes,
  path: '/api/training-plans/:trainingPlanId/take-above',
  says: { vi: 'Lấy các dòng của kế hoạch cấp trên', en: 'Take lines of the plan above' },
  input: Type.Object({
    ...path,
    /** Of the plan above. */
    planLineIds: Type.Array(IdOf<'plan_line'>(), { minItems: 1, maxItems: 2000, uniqueItems: true }),
  }),
  output: Done,
})

/**
 * Lines, money and names of a draft whose unit has ended go into a draft of what came of it: a new one, or one that stands there.
 * What came so from a unit goes back to it in the same way, also while it does not stand.
 */
export const carryOver = endpoint({
  name: 'plans.carryOver',
  ...writes,
  path: '/api/training-plans/:trainingPlanId/carry-over',
  says: { vi: 'Chuyển bản thảo sang đơn vị kế thừa', en: 'Carry a draft over to the successor of its unit' },
  input: Type.Object({
    ...path,
    areaId: IdOf<'area'>(),
    intoId: IdOf<'training_plan'>(),
    edits: Type.Integer({ minimum: 0 }),
  }),
  output: Done,
})

/** As a proposal gives them; their money is filled in afterwards. */
export const takeLines = endpoint({
  name: 'plans.takeLines',
  ...writes,
  path: '/api/training-plans/:trainingPlanId/take-lines',
  says: { vi: 'Đưa các dòng của một đề xuất vào kế hoạch', en: 'Take the lines of a proposal into a plan' },
  input: Type.Object({
    ...path,
    lines: ProposedLines,
  }),
  output: Done,
})
