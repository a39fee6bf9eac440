/** Households that refuse or are never met leave the round: why, in words, and what follows said before. */
import { type NotSurveyedKind, notSurveyedKinds, notSurveyedWords } from '#features/rounds/model.ts'
import { findPlainDate } from '#kernel/dates.ts'
import type { RoundId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { today } from '#platform/web/day.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import type { CaseRow } from '../../model.ts'
import { recordUnsurveyed } from './calls.ts'

type Told = { readonly kind: NotSurveyedKind; readonly words: string }
type Props = {
  readonly roundId: RoundId
  readonly rows: readonly Pick<CaseRow, 'householdId' | 'caseId' | 'headName' | 'state' | 'surveyId'>[]
  /** What the village told of it, where it is opened from that. */
  readonly first?: Told | undefined
  readonly onDone: () => void
  readonly onClose: () => void
}

export function RecordDialog({ roundId, rows, first, onDone, onClose }: Props) {
  const draft = useDraft('unsurveyed.record', rows.length === 1 ? (rows[0]?.caseId ?? roundId) : roundId)
  const [kind, setKind] = useTyped<NotSurveyedKind | null>(draft, 'kind', first?.kind ?? null)
  const [because, setBecause] = useTyped(draft, 'because', first?.words.slice(0, 500) ?? '')
  const [minutesNumber, setNumber] = useTyped(draft, 'minutesNumber', '')
  const [minutesOn, setDay] = useTyped<string | null>(draft, 'minutesOn', null)
  const recording = useChange(recordUnsurveyed, { draft })
  const day = findPlainDate(minutesOn ?? '')
  const whyNot = whyNotYet({ kind, because, minutesOn })
  const record = async () => {
    if (whyNot || !kind) return
    const households = rows.map(({ householdId, caseId, state, surveyId }) => ({
      ...{ householdId, caseId, state, surveyId },
    }))
    const number = minutesNumber.trim()
    const minutes = { ...(number && { minutesNumber: number }), ...(day && { minutesOn: day }) }
    if (await recording.run({ roundId, households, kind, because: because.trim(), ...minutes })) onDone()
  }
  return (
    <Dialog title={titleOf(rows)} onClose={onClose}>
      <p>{say(follows)}</p>
      <Form
        onSubmit={() => void record()}
        draft={draft}
        problem={recording.problem}
        actions={
          <Button look="primary" submit pending={recording.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi không khảo sát được', en: 'Record' })}
          </Button>
        }
      >
        <ChoiceField<NotSurveyedKind>
          label={{ vi: 'Vì sao', en: 'Why' }}
          hint={{
            vi: 'Hộ có tin báo của thôn đang chờ thì ghi theo tin báo; tin ấy được trả lời bằng lý do dưới đây.',
            en: 'Where a notice of the village waits, it says why; it is answered with the reason below.',
          }}
          required
          choices={notSurveyedKinds.map((value) => ({ value, label: notSurveyedWords[value] }))}
          value={kind}
          onChange={setKind}
        />
        <TextField
          at="because"
          label={{ vi: 'Lý do', en: 'Reason' }}
          hint={{ vi: 'Rà soát viên đọc trên điện thoại', en: 'The enumerator reads it on the phone' }}
          required
          lines={3}
          maxLength={500}
          value={because}
          onChange={setBecause}
        />
        <TextField
          at="minutesNumber"
          label={{ vi: 'Số biên bản', en: 'Number of the minutes' }}
          maxLength={60}
          value={minutesNumber}
          onChange={setNumber}
        />
        <DayField
          at="minutesOn"
          label={{ vi: 'Ngày biên bản', en: 'Day of the minutes' }}
          value={minutesOn}
          onChange={setDay}
        />
      </Form>
    </Dialog>
  )
}

const titleOf = (rows: Props['rows']): string => {
  const [first] = rows
  return rows.length === 1 && first
    ? say({ vi: 'Không khảo sát được hộ {name}?', en: '{name} cannot be surveyed?' }, { name: first.headName })
    : say(
        { vi: 'Không khảo sát được {n} hộ?', en: '{n} households cannot be surveyed?' },
        { n: showNumber(rows.length) },
      )
}

const follows: Words = {
  vi: 'Hộ ra khỏi kỳ này và không chặn bước khảo sát nữa. Diện của hộ giữ như quyết định gần nhất; quyết định của kỳ này không nêu tên hộ. Khi kỳ còn ở bước khảo sát hoặc kiểm tra, đưa hộ trở lại được.',
  en: 'The household leaves this round and keeps the step open no more. Its class stays as the last decision gave it; the decision of this round does not name it. While the round is surveying or checking it can be taken back.',
}

type Typed = {
  readonly kind: NotSurveyedKind | null
  readonly because: string
  readonly minutesOn: string | null
}

function whyNotYet({ kind, because, minutesOn }: Typed): Words | null {
  if (!kind) return { vi: 'Chọn vì sao.', en: 'Choose why.' }
  if (!because.trim()) return { vi: 'Ghi lý do.', en: 'Give the reason.' }
  return minutesOn && minutesOn > today()
    ? { vi: 'Ngày biên bản chưa tới.', en: 'The day of the minutes has not come yet.' }
    : null
}
