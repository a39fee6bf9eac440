/** The whole session from paper: one key a person, and the next has the focus. */
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { type Learner, type Mark, markNames, marks, ways } from '../model.ts'
import { markOfKey, mayMark } from '../rules.ts'
import { markAttendance } from './calls.ts'
import type { SessionAnswer } from './session.ts'
import '../../ui/classes.css'

/** By person what is chosen, and what stood when it was. */
type Typed = { readonly mark: Mark; readonly seen: Mark | null }
type Chosen = Readonly<Record<string, Typed>>

const unseen = (mark: Mark): Typed => ({ mark, seen: null })

export function MarkGrid({ of, opens }: { of: SessionAnswer; opens: boolean }) {
  const { classSessionId, learners } = of
  const draft = useDraft('attendance.mark', classSessionId)
  const [chosen, setChosen, begin] = useTyped<Chosen>(draft, 'marks', {})
  const [how, setHow] = useTyped<'paper' | 'hand'>(draft, 'how', 'paper')
  const [because, setBecause] = useTyped(draft, 'because', '')
  const marking = useChange(markAttendance, { draft })
  const going = learners.flatMap(({ officialId }) => {
    const typed = chosen[officialId]
    return typed && typed.mark !== typed.seen ? [{ officialId, ...typed }] : []
  })
  const changes = learners.some(
    ({ officialId, how: said }) => said && going.some((one) => one.officialId === officialId),
  )
  const left = learners.filter(
    ({ officialId, mark, own, notYet }) => mark === null && !own && !notYet && !chosen[officialId],
  )
  const choose = (one: Learner, mark: Mark) =>
    setChosen({ ...chosen, [one.officialId]: { mark, seen: chosen[one.officialId]?.seen ?? one.mark } })
  const allThere = () =>
    setChosen({
      ...chosen,
      ...Object.fromEntries(left.map(({ officialId }) => [officialId, unseen('present')])),
    })
  const whyNot =
    going.length === 0
      ? { vi: 'Chưa chọn gì mới.', en: 'Nothing new is chosen.' }
      : changes && !because.trim()
        ? { vi: 'Sửa điểm danh đã ghi thì cần lý do.', en: 'To change a mark a reason is needed.' }
        : null
  const save = async () => {
    if (whyNot) return
    const sent = { classSessionId, marks: going, how, ...(changes && { because: because.trim() }) }
    if (!(await marking.run(sent))) return
    begin({})
    setBecause('')
  }
  const onKey = (event: KeyboardEvent) => {
    const rows = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[data-official]')]
    const at = rows.findIndex((row) => row.contains(event.target as Node))
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0
    const mark = event.ctrlKey || event.altKey || event.metaKey ? null : markOfKey(event.key)
    // Of who types there is no row to stand in.
    const one = learners.filter(({ own }) => !own)[at]
    if (!one || (step === 0 && !mark) || (mark && !mayMark(mark, opens))) return
    event.preventDefault()
    if (mark) choose(one, mark)
    rows[at + (step || 1)]?.querySelector('input')?.focus()
  }
  return (
    <Form
      draft={draft}
      onSubmit={() => void save()}
      problem={marking.problem}
      actions={
        <>
          <Button look="primary" submit pending={marking.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi điểm danh {n} người', en: 'Mark {n} people' }, { n: showNumber(going.length) })}
          </Button>
          {opens && left.length > 0 && (
            <Button onClick={allThere}>
              {say({ vi: 'Còn lại đều có mặt ({n})', en: 'All others are present ({n})' }, { n: left.length })}
            </Button>
          )}
        </>
      }
    >
      <p class="page-state">
        {left.length === 0
          ? say({ vi: 'Mọi người đã được điểm danh.', en: 'Everybody is marked.' })
          : say(
              { vi: 'Chưa điểm danh: {n} trên {all} người.', en: 'Not marked: {n} of {all}.' },
              { n: showNumber(left.length), all: showNumber(learners.length) },
            )}{' '}
        {say({
          vi: 'Gõ một phím cho mỗi người: C có mặt, M muộn, N nửa buổi, P có phép, K không phép; mũi tên lên xuống để đổi dòng.',
          en: 'One key a person: C present, M late, N half, P with leave, K without; arrows go up and down.',
        })}
      </p>
      <fieldset class="classes-grid" onKeyDown={onKey}>
        <legend class="only-heard">{say({ vi: 'Điểm danh từng người', en: 'The mark of each' })}</legend>
        {learners.map((one) => (
          <Row
            key={one.officialId}
            of={one}
            opens={opens}
            value={chosen[one.officialId]?.mark ?? one.mark}
            onChoose={(mark) => choose(one, mark)}
          />
        ))}
      </fieldset>
      <ChoiceField<'paper' | 'hand'>
        label={{ vi: 'Ghi theo', en: 'From' }}
        required
        choices={[
          { value: 'paper', label: { vi: 'tờ điểm danh có chữ ký', en: 'the signed sheet' } },
          { value: 'hand', label: { vi: 'gọi tên tại lớp', en: 'the roll as it was called' } },
        ]}
        value={how}
        onChange={setHow}
      />
      {changes && (
        <TextField
          at="because"
          label={{ vi: 'Lý do sửa điểm danh đã ghi', en: 'Why marks change' }}
          required
          lines={2}
          maxLength={500}
          value={because}
          onChange={setBecause}
        />
      )}
    </Form>
  )
}

type RowProps = {
  readonly of: Learner
  readonly opens: boolean
  readonly value: Mark | null
  readonly onChoose: (mark: Mark) => void
}

function Row({ of, opens, value, onChoose }: RowProps) {
  return (
    <fieldset class="classes-learner" data-official={of.own ? undefined : of.officialId}>
      <legend class="only-heard">{of.name}</legend>
      <span>
        {of.name} <small class="hint">{[of.fromName, of.how && say(ways[of.how])].filter(Boolean).join(', ')}</small>
        {of.own && (
          <small class="hint">
            {say({ vi: ' bạn: nhập mã, hoặc người khác ghi', en: ' you: type the code, or another marks you' })}
          </small>
        )}
        {of.notYet && of.mark === null && (
          <small class="hint"> {say({ vi: 'chưa vào lớp', en: 'not yet in the class' })}</small>
        )}
        {of.afterCount && <small class="hint"> {say({ vi: 'sau khi đếm', en: 'after the count' })}</small>}
      </span>
      <span class="classes-marks">
        {markNames.map((mark) => (
          <label key={mark} class="classes-mark" title={say(marks[mark])}>
            <input
              type="radio"
              name={of.officialId}
              value={mark}
              checked={mark === value}
              disabled={of.own || !mayMark(mark, opens)}
              onChange={() => onChoose(mark)}
              aria-label={say(marks[mark])}
            />
            <span aria-hidden="true">{say(marks[mark].short)}</span>
          </label>
        ))}
      </span>
    </fieldset>
  )
}
