/** A case ready to be asked: its answers so far, the form, and the scorers of the law the round names. */
import { useEffect, useState } from 'preact/hooks'
import type { Form } from '#features/standards/model/form.ts'
import type { Pinned } from '#features/standards/model/pinned.ts'
import type { PointsTable } from '#features/standards/model/points.ts'
import type { Standard } from '#features/standards/model/standard.ts'
import { compileStandard, type Scorer } from '#features/standards/rules/compile.ts'
import { law } from '#features/standards/ui/calls.ts'
import type { InputOf, OutputOf } from '#kernel/endpoint.ts'
import { readKept, readOnce } from '#platform/web/keptReads.ts'
import { asProblem, type WebProblem } from '#platform/web/problem.ts'
import type { Read } from '#platform/web/reads.ts'
import type * as contract from '../contract.ts'
import { caseForm } from './calls.ts'
import { dropConfirmed, findSurveyDraft, type SurveyDraft } from './onDevice.ts'

export type CaseKey = InputOf<typeof contract.caseForm>
export type CaseAnswer = OutputOf<typeof contract.caseForm>

export type ReadyCase = {
  readonly base: CaseAnswer
  readonly form: Form
  readonly opens: Scorer
  readonly closes: Scorer | null
  readonly draft: { readonly data: SurveyDraft; readonly savedAt: number } | null
  /** The server was out of reach: when the device read it; else null. */
  readonly keptAt: number | null
}

const document = async <T>(hash: string): Promise<T> => (await readOnce(law, { hash })).document as T

async function scorerOf({ hash, points }: Pinned): Promise<Scorer> {
  const standard = await document<Standard>(hash)
  return compileStandard(standard, points ? await document<PointsTable>(points.hash) : undefined)
}

async function loadCase(key: CaseKey): Promise<ReadyCase> {
  // What the server has is not a draft any more.
  await dropConfirmed([key.caseId]).catch(() => undefined)
  const draft = await findSurveyDraft(key.caseId).catch(() => null)
  // A form that was begun goes on although its household is in other hands now: it arrives all the same.
  const { data: base, keptAt } = await readKept(
    caseForm,
    { householdId: key.householdId, caseId: key.caseId },
    ({ uncertain, code }) => uncertain || (draft !== null && code === 'surveys.case_not_found'),
  )
  const form = await document<Form>(base.form.hash)
  const opens = await scorerOf(base.opens)
  const closes = base.closes ? await scorerOf(base.closes) : null
  return { base, form, opens, closes, draft, keptAt }
}

/** Read once when the page opens: what is typed since then is newer than what the server would say. */
export function useCase(key: CaseKey): Read<ReadyCase> {
  const [data, setData] = useState<ReadyCase | null>(null)
  const [problem, setProblem] = useState<WebProblem | null>(null)
  const [round, setRound] = useState(0)
  useEffect(() => {
    let stands = true
    setProblem(null)
    loadCase(key).then(
      (ready) => stands && setData(ready),
      (fault) => stands && setProblem(asProblem(fault)),
    )
    return () => {
      stands = false
    }
  }, [key.caseId, round])
  const mine = data?.base.case.caseId === key.caseId ? data : null
  return { data: mine, problem, loading: !mine && !problem, again: () => setRound((n) => n + 1) }
}
