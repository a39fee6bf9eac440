import type { PlainDate } from '#kernel/dates.ts'
import type { TrainingPlanId } from '#kernel/ids.ts'
import { type FileWords, paperFile } from '#platform/server/documents/file.ts'
import type { PaperFrame } from '#platform/server/documents/types.ts'
import { type Call, paper, type Route } from '#platform/server/handle.ts'
import * as contract from './contract.ts'
import { composing } from './documents/composing.ts'
import { everyFootOf, type PlanPaper, type PlanPrint } from './documents/texts.ts'
import { paperOf } from './inputs.ts'
import { amendedBy, findKept } from './queries.ts'
import { citedNow } from './read.ts'

type Asking = Pick<Call<{ input: unknown }>, 'db' | 'services'> & {
  readonly today: PlainDate
  readonly input: { readonly trainingPlanId: TrainingPlanId }
}
type Read = { readonly print: PlanPrint; readonly frame: PaperFrame; readonly words: FileWords }

/** What was kept at the approval; of a draft, and of what was approved before papers were kept, what its rows say. */
async function readPlan({ db, input, today, services }: Asking): Promise<Read> {
  const kept = await findKept<PlanPaper>(db, input.trainingPlanId)
  const made = kept
    ? { ...kept, paper: await citedNow(db, input.trainingPlanId, kept.paper) }
    : { paper: await paperOf(db, input.trainingPlanId, today), signed: null }
  const print: PlanPrint = { ...made, amendedBy: await amendedBy(db, input.trainingPlanId) }
  const { number, year, issuer, amendment } = print.paper
  const isDraft = number === null
  const { mode, publicUrl } = services.settings
  const foot = everyFootOf(print)
  return {
    print,
    frame: { state: isDraft ? 'draft' : 'final', demo: mode === 'demo', publicUrl, ...(foot && { foot }) },
    words: {
      what: amendment === 0 ? 'Kế hoạch đào tạo' : `Điều chỉnh lần ${amendment} kế hoạch đào tạo`,
      ...{ number, place: issuer.place, year, isDraft },
    },
  }
}

const pdf = paper(contract.planPdf, readPlan, async ({ print, frame, words }, { services }) =>
  paperFile(words, 'pdf', await services.workers.run(composing, 'planPdf', print, frame)),
)
const docx = paper(contract.planDocx, readPlan, async ({ print, frame, words }, { services }) =>
  paperFile(words, 'docx', await services.workers.run(composing, 'planDocx', print, frame)),
)
const xlsx = paper(contract.planXlsx, readPlan, async ({ print, frame, words }, { services }) => {
  const annex = { ...words, what: `Phụ lục ${words.what}` }
  return paperFile(annex, 'xlsx', await services.workers.run(composing, 'planXlsx', print, frame))
})

export const printedRoutes: Route[] = [pdf, docx, xlsx]
