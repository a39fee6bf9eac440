/** Records what happened to a unit: what, when, by which text. */

import { useState } from 'preact/hooks'
import { findPlainDate } from '#kernel/dates.ts'
import { useChange } from '#platform/web/changes.ts'
import { today } from '#platform/web/day.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { eventWords } from '../words.ts'
import type { AreaState, ChangeInput, EventInput, Named } from './answers.ts'
import { ChangeFields } from './ChangeFields.tsx'
import { recordAreaEvent } from './calls.ts'
import { Touched } from './Touched.tsx'
import { Twins } from './Twins.tsx'

type Props = { readonly area: AreaState; readonly onClose: () => void }

const offered = ['rename', 'change_kind', 'change_code', 'move', 'merge', 'split', 'create', 'abolish'] as const
const kindChoices = offered.map((value) => ({
  value,
  label: value === 'create' ? { vi: 'Thành lập đơn vị trực thuộc', en: 'Establish a unit below' } : eventWords[value],
}))
const markChoices = [
  { value: 'text', label: { vi: 'Đã đọc văn bản', en: 'I have read the text' } },
  { value: 'secondary', label: { vi: 'Theo báo chí, trang tin', en: 'From the press or a portal' } },
  { value: 'recalled', label: { vi: 'Theo trí nhớ, chưa đối chiếu', en: 'From memory, not checked' } },
] as const

const all = {
  vi: 'Từ ngày có hiệu lực, mọi hộ của thôn kết thúc ở đơn vị kế thừa; hồ sơ rà soát đang mở đi theo. Cán bộ được giao theo thôn cũ cần được giao lại.',
  en: 'From the day of effect all households of a village that ends live in what takes over; open cases go with them. Who was appointed for the old village is appointed anew.',
}
const ofCommunes = {
  vi: 'Từ ngày có hiệu lực, các đơn vị trực thuộc (thôn, bản, tổ dân phố) đứng dưới đơn vị kế thừa với tên, hộ và hồ sơ rà soát của mình. Cán bộ được giao tại đơn vị cũ cần được giao lại.',
  en: 'From the day of effect the units below stand under what takes over, with their names, households and cases. Who was appointed at the old unit is appointed anew.',
}
/** What becomes of the households. */
const moves: Partial<Record<(typeof offered)[number], Words>> = {
  merge: all,
  abolish: all,
  split: {
    vi: 'Khi chia một thôn, mọi hộ đứng ở phần lớn nhất (bằng nhau thì phần ghi trước), đến khi bạn chuyển hộ sang phần khác.',
    en: 'Of a village that is split all households stand in the largest part (of equal ones the first) until you move them to another.',
  },
}

/** Of a unit above villages what stands below it goes along. */
const movesOf = (kind: (typeof offered)[number], { level }: AreaState): Words | undefined =>
  level === 'village' ? moves[kind] : kind === 'merge' || kind === 'abolish' ? ofCommunes : undefined

export function EventDialog({ area, onClose }: Props) {
  const draft = useDraft('areas.event', area.areaId)
  const [kind, setKind] = useTyped<(typeof offered)[number] | null>(draft, 'kind', null)
  const [change, setChange] = useState<ChangeInput | null>(null)
  const [others, setOthers] = useTyped<readonly Named[]>(draft, 'others', [])
  const [day, setDay] = useTyped<string | null>(draft, 'day', null)
  const [legalBasis, setLegalBasis] = useTyped(draft, 'legalBasis', '')
  const [mark, setMark] = useTyped<EventInput['mark'] | null>(draft, 'mark', null)
  const recording = useChange(recordAreaEvent, { draft })
  const becomes = kind && movesOf(kind, area)
  const ready = change && day && mark && legalBasis.trim()
  const record = async () => {
    const on = findPlainDate(day ?? '')
    if (!change || !on || !mark) return
    if (await recording.run({ change, day: on, legalBasis: legalBasis.trim(), mark })) onClose()
  }
  return (
    <Dialog title={{ vi: `Ghi thay đổi: ${area.name}`, en: `Record a change: ${area.name}` }} onClose={onClose}>
      <Form
        onSubmit={record}
        draft={draft}
        problem={recording.problem}
        actions={
          <Button
            look="primary"
            submit
            pending={recording.pending}
            whyNot={
              ready
                ? null
                : { vi: 'Cần đủ nội dung, ngày, văn bản và nguồn.', en: 'What, day, text and source are needed.' }
            }
          >
            {say({ vi: 'Ghi vào lịch sử', en: 'Write into the history' })}
          </Button>
        }
      >
        <Notice>
          {say({
            vi: 'Trạng thái cũ được giữ nguyên và kết thúc vào ngày này; ghi nhầm thì hoàn tác ở thẻ Lịch sử.',
            en: 'The old state is kept and ends on that day; a mistake is undone under History.',
          })}
        </Notice>
        <ChoiceField
          label={{ vi: 'Việc gì xảy ra', en: 'What happened' }}
          required
          as="select"
          choices={kindChoices}
          value={kind}
          onChange={(next) => {
            setKind(next)
            setChange(null)
            setOthers([])
          }}
        />
        {kind && (
          <>
            <ChangeFields
              key={kind}
              kind={kind}
              area={area}
              onChange={setChange}
              others={others}
              onOthers={setOthers}
            />
            {becomes && <Notice>{say(becomes)}</Notice>}
            {kind === 'merge' && <Twins units={[area, ...others]} day={today()} />}
            <Touched units={[area, ...others]} kind={kind} day={findPlainDate(day ?? '')} />
          </>
        )}
        <DayField label={{ vi: 'Có hiệu lực từ ngày', en: 'In effect from' }} required value={day} onChange={setDay} />
        <TextField
          label={{ vi: 'Căn cứ (số, ngày, cơ quan)', en: 'Legal basis (number, day, authority)' }}
          required
          value={legalBasis}
          onChange={setLegalBasis}
          maxLength={300}
        />
        <ChoiceField
          label={{ vi: 'Biết từ đâu', en: 'How it is known' }}
          required
          choices={markChoices}
          value={mark}
          onChange={setMark}
        />
      </Form>
    </Dialog>
  )
}
