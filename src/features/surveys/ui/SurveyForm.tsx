/** A case as a form: on the phone and in the office alike. What sending means is the host's. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Facts } from '#features/standards/model/facts.ts'
import { questionsOf } from '#features/standards/rules/form.ts'
import { FormWalk } from '#features/standards/ui/form/FormWalk.tsx'
import type { Sheet } from '#features/standards/ui/form/sheet.ts'
import { keyOfMissing, unreadOn } from '#features/standards/ui/form/walk.ts'
import '#features/standards/ui/form/form.css'
import type { CommandId } from '#kernel/ids.ts'
import { showNumber } from '#kernel/numbers.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Decide } from '#platform/web/kit/Decide.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { say, type Words } from '#platform/web/language.ts'
import type { WebProblem } from '#platform/web/problem.ts'
import type { CaseAnswer, ReadyCase } from './caseForm.ts'
import { formWords } from './formWords.ts'
import { ResultScreen } from './ResultScreen.tsx'
import { StartScreen } from './StartScreen.tsx'
import type { Keeping, Saved } from './useKeeping.ts'
import { useSurvey } from './useSurvey.ts'

type Props = {
  readonly ready: ReadyCase
  readonly place: 'desk' | 'phone'
  readonly wayOut: { readonly href: string; readonly label: Words }
  /** Sends it, or stores it for sending; `keep` holds the draft under its command until the server has it. */
  readonly onSend: (facts: Facts, keep: (command: CommandId) => Promise<void>) => Promise<void>
  readonly problem?: WebProblem | null
  /** Above the button, where these answers could not be taken. */
  readonly unsent?: (facts: Facts) => ComponentChildren
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

export function SurveyForm({ ready, place, wayOut, onSend, problem = null, unsent }: Props) {
  const survey = useSurvey(ready)
  const [sending, setSending] = useState(false)
  const { sheet, counted, keeping, at, fixing } = survey
  const { saved } = keeping
  const finish = async () => {
    setSending(true)
    await onSend(counted, survey.keepSent).finally(() => setSending(false))
  }
  return (
    <div class="surveys-form" data-whole={place === 'phone' || undefined}>
      <p class="surveys-line">
        <a href={wayOut.href}>‹ {say(wayOut.label)}</a>
        <span class={unkept.includes(saved) ? 'surveys-unsaved' : 'quiet'}>{say(savedWords[saved])}</span>
      </p>
      <FormWalk
        sheet={sheet}
        at={at}
        place={place}
        fixing={fixing}
        start={<StartScreen base={ready.base} sheet={sheet} keptAt={ready.keptAt} />}
        result={
          <>
            <ResultScreen ready={ready} facts={counted} />
            <ToMissing sheet={sheet} />
            <ProblemNote of={problem} />
            {unsent?.(counted)}
          </>
        }
        finish={
          <Button look="primary" pending={sending} whyNot={whyNotNow(ready.base, sheet, keeping)} onClick={finish}>
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

/** The way to the first answer that sending asks for and that is not there. */
function ToMissing({ sheet }: { sheet: Sheet }) {
  const [first] = requiredMissing(sheet)
  if (!first) return null
  return (
    <button type="button" class="row-link" onClick={() => sheet.go(keyOfMissing(first), true)}>
      {say({ vi: 'Đến câu bắt buộc còn thiếu', en: 'To the required answer that is missing' })}
    </button>
  )
}

function requiredMissing({ form, missing }: Sheet) {
  const required = new Set(
    questionsOf(form)
      .filter((q) => q.required)
      .map((q) => q.id),
  )
  return missing.filter((one) => one.question === 'members' || required.has(one.question))
}

const unkept: readonly Saved[] = ['failed', 'sent_elsewhere']

function whyNotNow(base: CaseAnswer, sheet: Sheet, { saved, touching }: Keeping): Words | null {
  if (saved === 'sent_elsewhere') return savedWords.sent_elsewhere
  if (touching.length > 0)
    return {
      vi: 'Hai cửa sổ trả lời khác nhau: hãy chọn trước khi gửi.',
      en: 'Two windows answer differently: choose before sending.',
    }
  return whyNotSend(base, sheet)
}

/** Why it cannot be sent now; null where it can. The server decides again. */
function whyNotSend(base: CaseAnswer, sheet: Sheet): Words | null {
  const { faults, screens, asTyped } = sheet
  if (!base.can.includes('submit'))
    return {
      vi: 'Phiếu này đã gửi, hoặc không còn giao cho bạn, hoặc kỳ rà soát đã qua bước khảo sát.',
      en: 'This form was sent, is no longer yours, or the round has passed its survey.',
    }
  const open = requiredMissing(sheet).length
  const n = showNumber(open)
  if (open > 0) return { vi: `Còn thiếu ${n} câu bắt buộc.`, en: `${n} required answers are missing.` }
  if (unreadOn(screens, asTyped.unread).length > 0)
    return {
      vi: 'Có câu đã nhập nhưng chưa đọc được: xem trang kiểm tra.',
      en: 'Something typed cannot be read: see the check page.',
    }
  if (faults.length > 0)
    return {
      vi: 'Có câu trả lời mâu thuẫn: xem trang kiểm tra.',
      en: 'Answers contradict each other: see the check page.',
    }
  return null
}
