/** A case as a form: on the phone and in the office alike. What sending means is the host's. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { FormWalk } from '#features/standards/ui/form/FormWalk.tsx'
import { Stops } from '#features/standards/ui/form/Stops.tsx'
import type { Stop } from '#features/standards/ui/form/sheet.ts'
import '#features/standards/ui/form/form.css'
import type { CommandId } from '#kernel/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ConnectionLine } from '#platform/web/kit/ConnectionLine.tsx'
import { Decide } from '#platform/web/kit/Decide.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { connected } from '#platform/web/outbox.ts'
import type { WebProblem } from '#platform/web/problem.ts'
import type { CaseAnswer, ReadyCase } from './caseForm.ts'
import { formWords } from './formWords.ts'
import { ResultScreen } from './ResultScreen.tsx'
import { StartScreen } from './StartScreen.tsx'
import { stopsText } from './sendStops.ts'
import type { Keeping, Saved } from './useKeeping.ts'
import { type Filled, useSurvey } from './useSurvey.ts'

type Props = {
  readonly ready: ReadyCase
  readonly place: 'desk' | 'phone'
  readonly wayOut: { readonly href: string; readonly label: Words }
  /** Sends it, or stores it for sending; `keep` holds the draft under its command until the server has it. */
  readonly onSend: (filled: Filled, keep: (command: CommandId) => Promise<void>) => Promise<void>
  readonly problem?: WebProblem | null
  /** At a desk, beside the way out: about the section of the screen; null of a screen of none. */
  readonly ask?: (section: string | null) => ComponentChildren
  /** At the foot of the first screen. */
  readonly below?: ComponentChildren
  /** Above the button, where these answers could not be taken. */
  readonly unsent?: (filled: Filled) => ComponentChildren
}

const savedWords: Readonly<Record<Saved, Words>> = {
  nothing_yet: { vi: 'Mỗi câu trả lời được lưu ngay trên máy.', en: 'Each answer is kept on this device at once.' },
  saved: { vi: 'Đã lưu trên máy.', en: 'Kept on this device.' },
  failed: {
    vi: 'Máy không lưu được bản nháp. Đừng tắt trang này trước khi gửi.',
    en: 'This device cannot keep a draft. Do not close this page before sending.',
  },
  joined: {
    vi: 'Phiếu này còn mở ở cửa sổ khác; đã gộp câu trả lời của cả hai.',
    en: 'This form is open in another window too; the answers of both are together here.',
  },
  sent_elsewhere: {
    vi: 'Phiếu này đã gửi từ cửa sổ khác. Phần nhập thêm ở đây không lưu; hãy tải lại trang.',
    en: 'This form was sent from another window. What is typed here is not kept; reload the page.',
  },
}

export function SurveyForm({ ready, place, wayOut, onSend, problem = null, unsent, ask, below }: Props) {
  const survey = useSurvey(ready)
  const [sending, setSending] = useState(false)
  const { sheet, filled, keeping, at, fixing } = survey
  const { saved } = keeping
  const finish = async () => {
    if (!filled) return
    setSending(true)
    await onSend(filled, survey.keepSent).finally(() => setSending(false))
  }
  const kept = (
    <span class={wholly.includes(saved) ? 'surveys-unsaved' : 'quiet surveys-saved'}>{say(savedWords[saved])}</span>
  )
  return (
    <div class="surveys-form" data-whole={place === 'phone' || undefined}>
      {place === 'desk' && (
        <p class="surveys-line">
          <a href={wayOut.href}>‹ {say(wayOut.label)}</a>
          {ask?.('section' in at ? at.section.id : null)}
          {kept}
        </p>
      )}
      <FormWalk
        sheet={sheet}
        at={at}
        place={place}
        lead={
          place === 'phone' && (
            <a class="surveys-out" href={wayOut.href} aria-label={say(wayOut.label)}>
              ✕
            </a>
          )
        }
        kept={
          place === 'phone' && (
            <>
              {kept}
              {!connected.value && <ConnectionLine />}
            </>
          )
        }
        fixing={fixing}
        start={
          <StartScreen
            base={ready.base}
            sheet={sheet}
            keptAt={ready.keptAt}
            whyNot={whyNotMine(ready.base, ready.draft !== null)}
            below={below}
          />
        }
        result={
          filled && (
            <>
              <ResultScreen ready={ready} facts={filled.facts} above={<Stops sheet={sheet} />} />
              <ProblemNote of={problem} />
              {unsent?.(filled)}
            </>
          )
        }
        finish={
          <Button look="primary" pending={sending} whyNot={whyNotNow(ready, sheet.stops, keeping)} onClick={finish}>
            {say({ vi: 'Gửi phiếu', en: 'Send the form' })}
          </Button>
        }
      />
      <Decide
        of={{ touching: keeping.touching, pending: false, decide: keeping.decide, clear: keeping.later }}
        between="windows"
        about={say({ vi: 'Phiếu hộ {name}', en: 'Form of {name}' }, { name: ready.base.case.headName })}
        words={formWords(sheet)}
        onDone={() => undefined}
      />
    </div>
  )
}

/** What must be read whole takes the room it needs. */
const wholly: readonly Saved[] = ['failed', 'sent_elsewhere', 'joined']

/** Why it cannot be sent now; null where it can. The server decides again. */
function whyNotNow({ base, draft }: ReadyCase, stops: readonly Stop[], { saved, touching }: Keeping): Words | null {
  const begun = draft !== null
  if (saved === 'sent_elsewhere') return savedWords.sent_elsewhere
  if (touching.length > 0)
    return {
      vi: 'Hai cửa sổ trả lời khác nhau: hãy chọn trước khi gửi.',
      en: 'Two windows answer differently: choose before sending.',
    }
  return whyNotMine(base, begun) ?? stopsText(stops)
}

/** Begun while it was mine, a form is taken when it is in other hands too. */
function whyNotMine({ can, case: { state, enumeratorName }, round }: CaseAnswer, begun: boolean): Words | null {
  if (can.includes('submit')) return null
  if (state === 'ended') return { vi: 'Hộ đã ra khỏi kỳ rà soát.', en: 'The household has left the round.' }
  if (!round.takesSurveys) return { vi: 'Kỳ rà soát không còn ở bước khảo sát.', en: 'The round takes no surveys now.' }
  if (state === 'submitted' || state === 'accepted')
    return {
      vi: 'Hộ này đã có phiếu. Muốn sửa, hãy nhờ công chức xã trả lại.',
      en: 'The household has a survey. Ask the official to return it.',
    }
  if (begun) return null
  return enumeratorName
    ? { vi: `Hộ này giao cho ${enumeratorName}.`, en: `It is assigned to ${enumeratorName}.` }
    : { vi: 'Hộ chưa được giao cho ai.', en: 'It is assigned to nobody yet.' }
}
