/** The same form at a desk: the official sits down with a family, or enters what came on paper. */
import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { HouseholdId, ReviewCaseId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say } from '#platform/web/language.ts'
import { submitSurvey } from './calls.ts'
import { type CaseKey, type ReadyCase, useCase } from './caseForm.ts'
import { dropSending, dropSurveyDraft } from './onDevice.ts'
import { SurveyForm } from './SurveyForm.tsx'
import type { Filled } from './useSurvey.ts'
import './surveys.css'

type Props = { readonly params: { readonly householdId: HouseholdId; readonly caseId: ReviewCaseId } }

export default function OfficeSurveyPage({ params: { householdId, caseId } }: Props) {
  const ready = useCase({ householdId, caseId })
  return (
    <Reading of={ready}>
      {(data) => <Filling key={`${caseId} ${data.turn}`} ready={data} of={{ householdId, caseId }} />}
    </Reading>
  )
}

/** Refusals that say so: what is sent after them is another survey. */
const arrivedBefore: readonly string[] = ['command.reused', 'surveys.survey_id_used']

function Filling({ ready, of }: { ready: ReadyCase; of: CaseKey }) {
  const { route } = useLocation()
  const to = useTo()
  // A sending of which nobody knows whether it arrived is the same one after a reload.
  const ids = useDraft('surveys.sending', of.caseId)
  const surveyId = useMade(ids, 'surveyId', () => newId<'survey'>())
  const sending = useChange(submitSurvey, { draft: ids })
  const isOpen = ready.base.can.includes('submit')
  useEffect(() => {
    if (isOpen) return ids.watch(true)
    // What was in doubt has arrived, or will not any more.
    void dropSending(of.caseId)
    return undefined
  }, [ids, isOpen])
  const arrived = arrivedBefore.includes(sending.problem?.code ?? '')
  useEffect(() => {
    if (arrived) void ids.forget()
  }, [arrived])
  const { headName, roundId } = ready.base.case
  const back = to(`/ra-soat/${roundId}`)
  useEffect(() => {
    document.title = `${headName} - Nâng Bước`
  }, [headName])
  const send = async (filled: Filled) => {
    const { form, day } = ready.base
    const survey = { ...of, surveyId, formHash: form.hash, surveyedOn: day, ...filled }
    if (!(await sending.run(survey))) return
    await dropSurveyDraft(of.caseId)
    route(back)
  }
  const wayOut = { href: back, label: { vi: 'Kỳ rà soát', en: 'The round' } }
  // Whoever answers is asked about the section alone: of the household nothing goes along.
  const ask = (section: string | null) => (
    <a href={to('/hoi-dap/cua-toi', { muc: section ?? 'whole_form' })}>
      {say({ vi: 'Hỏi nghiệp vụ', en: 'Ask about this' })}
    </a>
  )
  return (
    <div class="surveys-office">
      <SurveyForm ready={ready} place="desk" wayOut={wayOut} ask={ask} onSend={send} problem={sending.problem} />
    </div>
  )
}
