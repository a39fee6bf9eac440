/** The form of one household on the phone. */

import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Facts } from '#features/standards/model/facts.ts'
import type { CommandId, HouseholdId, ReviewCaseId } from '#kernel/ids.ts'
import { newId } from '#platform/web/ids.ts'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { putAway, queueCommand } from '#platform/web/outbox.ts'
import { submitSurvey } from './calls.ts'
import { type CaseKey, type ReadyCase, useCase } from './caseForm.ts'
import { aboutCase, fieldPage, lastSending } from './onDevice.ts'
import { SurveyForm } from './SurveyForm.tsx'
import './surveys.css'

type Props = { readonly params: { readonly householdId: HouseholdId; readonly caseId: ReviewCaseId } }

export default function FieldSurveyPage({ params }: Props) {
  const { householdId, caseId } = params
  const waits = lastSending(caseId)?.state === 'waiting'
  const ready = useCase({ householdId, caseId })
  if (waits) return <OnItsWay />
  return <Reading of={ready}>{(data) => <Filling key={caseId} ready={data} of={{ householdId, caseId }} />}</Reading>
}

const home = { href: '/phone', label: { vi: 'Hộ của tôi', en: 'My households' } }

function Filling({ ready, of }: { ready: ReadyCase; of: CaseKey }) {
  const { route } = useLocation()
  const name = ready.base.case.headName
  useEffect(() => {
    document.title = `${name} - Nâng Bước`
  }, [name])
  const send = async (facts: Facts, keep: (command: CommandId) => Promise<void>) => {
    const before = lastSending(of.caseId)
    const { form, day } = ready.base
    const survey = { ...of, surveyId: newId<'survey'>(), formHash: form.hash, surveyedOn: day, facts }
    const label = say({ vi: 'Phiếu hộ {name}', en: 'Form of {name}' }, { name })
    const command = await queueCommand(submitSurvey, survey, {
      label,
      subject: aboutCase(of.caseId),
      page: fieldPage(of),
    })
    // The refused one is answered by this one; its reason need not stand any longer.
    if (before?.state === 'refused' && before.seq !== undefined) await putAway(before.seq)
    await keep(command)
    route('/phone/gui')
  }
  return <SurveyForm ready={ready} place="phone" wayOut={home} onSend={send} />
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
