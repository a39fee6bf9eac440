import { useState } from 'preact/hooks'
import { showDate } from '#kernel/dates.ts'
import { MarkNote } from '#platform/web/kit/MarkNote.tsx'
import { say } from '#platform/web/language.ts'
import type { CaseAnswer } from '../answers.ts'
import type { Notes } from './notes.ts'
import type { AnswerRow, Told } from './rows.ts'
import '../verdict/why.css'

type Props = {
  readonly rows: readonly AnswerRow[]
  readonly caption: string
  readonly of: CaseAnswer
  readonly notes: Notes
}

/** Question, last time, now, and a place to write a comment on the answer. A mark shared by all questions is said once. */
export function AnswerTable({ rows, caption, of, notes }: Props) {
  const { before, survey, can } = of
  const first = rows[0]?.question.mark ?? 'text'
  const shared = rows.every((row) => row.question.mark === first)
  return (
    <div class="table-frame whole surveys-answers">
      {shared && first !== 'text' && first !== 'secondary' && (
        <p class="surveys-answers-mark quiet">
          {say({ vi: 'Lời các câu hỏi', en: 'Wording of the questions' })} <MarkNote mark={first} />
        </p>
      )}
      <table>
        <caption class="only-heard">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say({ vi: 'Câu hỏi', en: 'Question' })}</th>
            {before && (
              <th scope="col">
                {say({ vi: 'Lần trước', en: 'Last time' })}, {showDate(before.surveyedOn)}
              </th>
            )}
            <th scope="col">
              {say({ vi: 'Lần này', en: 'This time' })}
              {survey && `, ${showDate(survey.surveyedOn)}`}
            </th>
            {can.includes('return') && <th scope="col">{say({ vi: 'Nhận xét', en: 'Comment' })}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} class={row.differs ? 'surveys-differs' : undefined}>
              <th scope="row">
                {row.personName && <span class="surveys-whose">{row.personName}</span>}
                {say(row.question.asks)} {!shared && <MarkNote mark={row.question.mark} />}
              </th>
              {before && (
                <td data-head={say({ vi: 'Lần trước', en: 'Last time' })}>
                  {row.before && <Answer of={row.before} />}
                </td>
              )}
              <td data-head={say({ vi: 'Lần này', en: 'This time' })}>
                <span>
                  <Answer of={row.now} strong={row.differs} />
                  {row.odd.map((said) => (
                    <small key={said.vi} class="surveys-odd">
                      {say(said)}
                    </small>
                  ))}
                  {row.kept && <small class="surveys-kept">{say(keptWords[row.kept])}</small>}
                </span>
              </td>
              {can.includes('return') && (
                <td data-head={say({ vi: 'Nhận xét', en: 'Comment' })}>
                  <NoteCell row={row} notes={notes} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const keptWords = {
  before: { vi: 'giữ như lần trước', en: 'kept as last time' },
  register: { vi: 'giữ theo sổ hộ', en: 'kept as in the register' },
} as const

const noneWords = {
  unanswered: { vi: 'không trả lời', en: 'no answer' },
  not_asked: { vi: 'không hỏi', en: 'not asked' },
  not_listed: { vi: 'không có trong phiếu', en: 'not in the form' },
} as const

function Answer({ of, strong }: { of: Told; strong?: boolean }) {
  if ('none' in of) return <span class="quiet">{say(noneWords[of.none])}</span>
  return strong ? <strong>{of.text}</strong> : of.text
}

function NoteCell({ row, notes }: { row: AnswerRow; notes: Notes }) {
  const at = { question: row.question.id, person: row.person }
  const text = notes.textAt(at)
  const [opened, setOpen] = useState(false)
  const open = opened || text !== ''
  const about = [row.personName, say(row.question.asks)].filter(Boolean).join(', ')
  if (!open) {
    return (
      <button type="button" class="surveys-why" onClick={() => setOpen(true)}>
        {say({ vi: 'Nhận xét', en: 'Comment' })}
        <span class="only-heard"> {about}</span>
      </button>
    )
  }
  return (
    <textarea
      aria-label={say({ vi: 'Nhận xét: {about}', en: 'Comment: {about}' }, { about })}
      autofocus={opened}
      rows={2}
      maxLength={1000}
      value={text}
      onInput={(event) => notes.write(at, event.currentTarget.value)}
    />
  )
}
