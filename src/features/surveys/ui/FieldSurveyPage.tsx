/** The form of one household on the phone. */

import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { CommandId, HouseholdId, ReviewCaseId, SurveyId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { connected } from '#platform/web/outbox.ts'
import { CannotWay } from '../notices/ui/CannotWay.tsx'
import { submitSurvey } from './calls.ts'
import { type CaseKey, type ReadyCase, useCase } from './caseForm.ts'
import { dropSurveyDraft, lastSending } from './onDevice.ts'
import { queueSurvey, type Survey } from './queueSurvey.ts'
import { SurveyForm } from './SurveyForm.tsx'
import type { Filled } from './useSurvey.ts'
import './surveys.css'

type Props = { readonly params: { readonly householdId: HouseholdId; readonly caseId: ReviewCaseId } }

export default function FieldSurveyPage({ params }: Props) {
  const { householdId, caseId } = params
  const waits = lastSending(caseId)?.state === 'waiting'
  const ready = useCase({ householdId, caseId })
  if (waits) return <OnItsWay />
  return (
    <Reading of={ready}>
      {(data) => <Filling key={`${caseId} ${data.turn}`} ready={data} of={{ householdId, caseId }} />}
    </Reading>
  )
}

const home = { href: '/phone', label: { vi: 'Hộ của tôi', en: 'My households' } }

function Filling({ ready, of }: { ready: ReadyCase; of: CaseKey }) {
  const { route } = useLocation()
  /** The survey that the store of this device did not take. */
  const [unkept, setUnkept] = useState<SurveyId | null>(null)
  const { headName: name, number } = ready.base.case
  useEffect(() => {
    document.title = `${name} - Nâng Bước`
  }, [name])
  const surveyOf = (surveyId: SurveyId, filled: Filled): Survey => {
    const { form, day } = ready.base
    return { ...of, surveyId, formHash: form.hash, surveyedOn: day, ...filled }
  }
  const send = async (filled: Filled, keep: (command: CommandId) => Promise<void>) => {
    const survey = surveyOf(unkept ?? newId<'survey'>(), filled)
    const command = await queueSurvey(survey, { name, number }).catch(() => null)
    if (!command) return setUnkept(survey.surveyId)
    await keep(command)
    route('/phone/gui')
  }
  return (
    <SurveyForm
      ready={ready}
      place="phone"
      wayOut={home}
      onSend={send}
      below={<CannotWay of={ready.base.case} />}
      unsent={(filled) => unkept && <SendDirectly survey={surveyOf(unkept, filled)} onSent={() => route('/phone')} />}
    />
  )
}

/** The store of this device took nothing: the form stays as it is, and goes straight to the server where there is a line. */
function SendDirectly({ survey, onSent }: { survey: Survey; onSent: () => void }) {
  const sending = useChange(submitSurvey)
  const send = async () => {
    if (!(await sending.run(survey))) return
    await dropSurveyDraft(survey.caseId).catch(() => undefined)
    onSent()
  }
  return (
    <div class="problem" role="alert">
      <p>
        {say({
          vi: 'Máy này không lưu được phiếu: bộ nhớ đầy hoặc bị chặn. Phiếu chưa được gửi và vẫn còn trên màn hình này; đừng tắt trang.',
          en: 'This device cannot keep the form: its store is full or blocked. It is not sent and still stands on this screen; do not close the page.',
        })}
      </p>
      <ProblemNote of={sending.problem} />
      <Button look="primary" pending={sending.pending} whyNot={connected.value ? null : noLine} onClick={send}>
        {say({ vi: 'Gửi thẳng lên máy chủ', en: 'Send straight to the server' })}
      </Button>
    </div>
  )
}

const noLine: Words = {
  vi: 'Chưa có mạng. Có mạng thì gửi được; hoặc xóa bớt ảnh, ứng dụng rồi bấm "Gửi phiếu".',
  en: 'There is no line yet. With one it can be sent; or free some space and press "Send the form".',
}

/** What was sent and has not arrived is not changed any more: it goes out as it is. */
const OnItsWay = () => (
  <Page title={{ vi: 'Phiếu đang chờ gửi', en: 'The form waits to be sent' }}>
    <Empty
      title={{ vi: 'Phiếu đã hoàn thành và nằm an toàn trên máy.', en: 'The form is finished and safe on this phone.' }}
      why={{
        vi: 'Có mạng là phiếu tự gửi. Muốn sửa, hãy chờ phiếu gửi xong rồi nhờ công chức xã trả lại.',
        en: 'It goes out once there is a connection. To change it, ask the commune official to return it.',
      }}
    >
      <LinkButton href="/phone/gui">{say({ vi: 'Xem nơi gửi', en: 'See what is sent' })}</LinkButton>
    </Empty>
  </Page>
)
