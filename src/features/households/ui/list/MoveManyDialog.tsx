/** The chosen households of a list go to another village in one act; who cannot go is told, each with the reason. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { areaChildren, showArea } from '#features/areas/ui/calls.ts'
import { addDays, findPlainDate, type PlainDate, showDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
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
import { useRead } from '#platform/web/reads.ts'
import { placingWords } from '../../model/words.ts'
import { type Placing, placings } from '../../model.ts'
import type { ListedHousehold, MovedAnswer } from '../answers.ts'
import { moveHouseholds } from '../calls.ts'
import { LeftOuts, leftIn } from '../LeftOuts.tsx'
import { ChosenToMove } from './ChosenToMove.tsx'

type Props = {
  readonly areaId: AreaId
  readonly rows: readonly ListedHousehold[]
  readonly onMoved: (households: MovedAnswer['moved']) => void
  readonly onDrop: (household: ListedHousehold) => void
  readonly onClose: () => void
}

/** Who was moved, as they were called in the list. */
type Moved = MovedAnswer & { readonly went: readonly ListedHousehold[] }

type Typed = { readonly why: Placing | null; readonly villageId: AreaId | null; readonly day: string | null }
const nothing: Typed = { why: null, villageId: null, day: null }

/** The villages of the commune today; of a village, those beside it. */
function useVillages(areaId: AreaId) {
  const here = useRead(showArea, { areaId, day: today() })
  const area = here.data?.area
  const communeId = area?.level === 'commune' ? areaId : (area?.parentId ?? null)
  const villages = useRead(areaChildren, communeId ? { areaId: communeId, day: today() } : null)
  return { areas: villages.data?.areas ?? [], problem: here.problem ?? villages.problem }
}

export function MoveManyDialog({ areaId, rows, onMoved, onDrop, onClose }: Props) {
  const draft = useDraft('households.move_many', areaId)
  const [typed, setTyped] = useTyped<Typed>(draft, 'to', nothing)
  const [because, setBecause] = useTyped(draft, 'because', '')
  const [sure, setSure] = useTyped(draft, 'sure', '')
  const [done, setDone] = useState<Moved | null>(null)
  const moving = useChange(moveHouseholds, { draft })
  const left = done?.left ?? leftIn(moving.problem?.facts.left)
  const on = findPlainDate(typed.day ?? '')
  const whyNot = whyNotOf({ ...typed, on, because })
  const move = async () => {
    const { why, villageId } = typed
    if (whyNot || !on || !why || !villageId || rows.length === 0) return
    const answer = await moving.run({
      householdIds: rows.map((row) => row.householdId),
      ...{ villageId, on, why, because },
      was: { homes: rows.map((row) => ({ householdId: row.householdId, villageId: row.villageId })) },
      ...(sure.trim() && { sure: sure.trim() }),
    })
    if (!answer) return
    setDone({ ...answer, went: rows.filter((row) => answer.moved.includes(row.householdId)) })
    onMoved(answer.moved)
  }
  return (
    <Dialog
      title={say(
        { vi: 'Chuyển {n} hộ sang thôn khác', en: 'Move {n} households to another village' },
        { n: showNumber(done ? done.moved.length + done.left.length : rows.length) },
      )}
      onClose={onClose}
    >
      {done && <Done of={done} />}
      {rows.length > 0 && (
        <Form
          onSubmit={() => void move()}
          draft={draft}
          problem={moving.problem}
          actions={
            <Button look="primary" submit pending={moving.pending} whyNot={whyNot}>
              {say({ vi: 'Chuyển {n} hộ', en: 'Move {n} households' }, { n: showNumber(rows.length) })}
            </Button>
          }
        >
          <LeftOuts title={staying} again={again} of={left} />
          <ChosenToMove rows={rows} onDrop={onDrop} />
          <WhereFields areaId={areaId} from={rows} typed={typed} onChange={setTyped} />
          <TextField
            label={{ vi: 'Căn cứ, lý do', en: 'Grounds, reason' }}
            at="because"
            hint={{ vi: 'Ghi vào diễn biến của từng hộ.', en: 'Stands in the timeline of each.' }}
            required
            lines={2}
            maxLength={500}
            value={because}
            onChange={setBecause}
          />
          {(sure || left.some((one) => one.withReason)) && (
            <TextField
              label={{ vi: 'Lý do vẫn chuyển hộ trùng số', en: 'Why those whose number stands twice go too' }}
              lines={2}
              maxLength={500}
              value={sure}
              onChange={setSure}
            />
          )}
        </Form>
      )}
    </Dialog>
  )
}

/** Takes the focus: the button that was pressed may be gone. */
function Done({ of }: { of: Moved }) {
  const box = useRef<HTMLParagraphElement>(null)
  useEffect(() => box.current?.focus(), [of])
  return (
    <p ref={box} tabIndex={-1} class="notice done" role="status">
      {say(
        { vi: 'Đã chuyển {n} hộ: {names}.', en: '{n} households moved: {names}.' },
        { n: showNumber(of.moved.length), names: of.went.map(called).join('; ') },
      )}
    </p>
  )
}

const called = ({ headName, number }: ListedHousehold): string =>
  number ? say({ vi: '{headName} (số {number})', en: '{headName} (no. {number})' }, { headName, number }) : headName

const staying: Words = { vi: 'Chưa chuyển được:', en: 'Not moved:' }
const again: Words = { vi: 'Vẫn chuyển thì ghi lý do bên dưới.', en: 'Give a reason below to move it all the same.' }

type Asked = Typed & { readonly on: PlainDate | null; readonly because: string }

function whyNotOf({ why, villageId, on, because }: Asked): Words | null {
  if (!why) return { vi: 'Chọn vì sao chuyển.', en: 'Choose why.' }
  if (!villageId) return { vi: 'Chọn thôn.', en: 'Choose the village.' }
  if (!on) return { vi: 'Nhập đủ ngày, tháng, năm.', en: 'Type day, month and year.' }
  if (on > today()) return { vi: 'Ngày này chưa tới.', en: 'That day has not come yet.' }
  return because.trim() ? null : { vi: 'Ghi lý do.', en: 'Give the reason.' }
}

type FieldsProps = {
  readonly areaId: AreaId
  /** Who would go. */
  readonly from: readonly ListedHousehold[]
  readonly typed: Typed
  readonly onChange: (typed: Typed) => void
}

/** Whether a village began to be as it is within a year; one that is there no more has ended. */
const changedLately = (areas: readonly { areaId: AreaId; from: PlainDate }[], villages: readonly AreaId[]): boolean =>
  villages.some((id) => (areas.find((one) => one.areaId === id)?.from ?? today()) > addDays(today(), -365))

function WhereFields({ areaId, from, typed, onChange }: FieldsProps) {
  const { areas, problem } = useVillages(areaId)
  const chosen = areas.find((one) => one.areaId === typed.villageId)
  const villages = [...from.map((row) => row.villageId), ...(chosen ? [chosen.areaId] : [])]
  const unheard = typed.why === 'unit_changed' && areas.length > 0 && !changedLately(areas, villages)
  return (
    <>
      <ChoiceField<Placing>
        label={{ vi: 'Vì sao chuyển?', en: 'Why?' }}
        at="why"
        required
        choices={placings.map((value) => ({ value, label: placingWords[value] }))}
        value={typed.why}
        onChange={(why) => onChange({ ...typed, why })}
      />
      {unheard && (
        <p class="notice waits" role="status">
          {say(noChangeOfUnits)}
        </p>
      )}
      <ChoiceField<AreaId>
        as="select"
        label={{ vi: 'Sang thôn', en: 'To the village' }}
        at="villageId"
        problem={problem?.title}
        required
        choices={areas.map((area) => ({ value: area.areaId, label: area.name }))}
        value={typed.villageId}
        onChange={(villageId) => onChange({ ...typed, villageId })}
      />
      <DayField
        label={{ vi: 'Ở thôn này từ ngày', en: 'In this village from' }}
        at="on"
        {...(typed.why === 'unit_changed' && { hint: beginsOn(chosen?.from ?? null) })}
        required
        value={typed.day}
        onChange={(day) => onChange({ ...typed, day })}
      />
    </>
  )
}

const noChangeOfUnits: Words = {
  vi: 'Trong một năm qua sổ không ghi chia tách, sáp nhập nào ở các thôn này. Hộ dọn nhà thì chọn “Hộ chuyển nơi ở”.',
  en: 'No split or merger of these villages is on record within a year. Where they moved house, say so instead.',
}

const beginsOn = (from: PlainDate | null): Words =>
  from
    ? {
        vi: `Ngày chia tách, sáp nhập; thôn này có từ ${showDate(from)}.`,
        en: `The day of the change; this village is there since ${showDate(from)}.`,
      }
    : { vi: 'Đúng ngày chia tách, sáp nhập.', en: 'The very day of the change.' }
