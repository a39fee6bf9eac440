/** A question on its screen: the control, where its answer came from, its mark, what a checker said of it, what is asked again. */
import { useRef, useState } from 'preact/hooks'
import { Button } from '#platform/web/kit/Button.tsx'
import { MarkNote } from '#platform/web/kit/MarkNote.tsx'
import { focusOn } from '#platform/web/kit/trying.ts'
import { AskedOf } from '#platform/web/kit/unread.ts'
import { say } from '#platform/web/language.ts'
import type { Question as Asked } from '../../model/form.ts'
import { answerAt, withAnswer } from '../../rules/form.ts'
import { faultWords } from './faultWords.ts'
import { OddNote } from './OddNote.tsx'
import { QuestionField } from './QuestionField.tsx'
import type { Sheet } from './sheet.ts'
import { nameOfAsked } from './walk.ts'

type Props = { readonly sheet: Sheet; readonly question: Asked; readonly person: string | null; readonly mark: boolean }

/** `members[p1].name`, as faults have it. */
const pathAt = (path: string, person: string | null): string => path.replace('[]', () => `[${person}]`)

export function Question({ sheet, question, person, mark }: Props) {
  const { facts, day, lists, notes, change, originOf, missing, odd, faults, beSure } = sheet
  const [typing, setTyping] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const who = person === null ? {} : { person }
  const value = answerAt(facts, question.path, person ?? undefined)
  const origin = value === undefined ? null : originOf(question.path, person)
  const set = (next: unknown) => change(withAnswer(facts, { path: question.path, ...who }, next))
  const said = notes.filter((note) => note.question === question.id && note.person === person)
  // Of a birth its own boxes speak.
  const wrong = faults.find(({ path }) => question.kind === 'text' && path === pathAt(question.path, person))
  // Counted as missing, so not called optional: a class waits for it.
  const waited = missing.some((one) => one.question === question.id && (one.person ?? null) === person)
  const asked = odd.filter((one) => one.path === question.path && one.person === person)
  const takeBack = value !== undefined && !question.required && ['choice', 'yes_no'].includes(question.kind)
  return (
    <div
      class="standards-question"
      ref={box}
      data-odd={asked.length > 0 || undefined}
      onInput={() => setTyping(true)}
      onFocusOut={() => setTyping(false)}
    >
      {said.map((note) => (
        <p key={note.note} class="remark">
          <strong>{note.by}:</strong> {note.note}
        </p>
      ))}
      <AskedOf.Provider value={nameOfAsked(question.id, person)}>
        <QuestionField
          question={waited ? { ...question, required: true } : question}
          value={value}
          onChange={set}
          day={day}
          lists={lists}
          fault={wrong ? faultWords[wrong.code] : null}
        />
      </AskedOf.Provider>
      {!typing &&
        asked.map((one) => (
          <OddNote key={one.said.vi} odd={one} sure={beSure} onMend={() => focusOn(box.current ?? undefined)} />
        ))}
      {(origin || mark || takeBack) && (
        <p class="standards-question-about">
          {origin && <span class="standards-origin">{say(origin)}</span>}
          {mark && <MarkNote mark={question.mark} />}
          {takeBack && (
            <Button look="quiet" onClick={() => set(undefined)}>
              {say({ vi: 'Bỏ câu trả lời', en: 'Take the answer back' })}
            </Button>
          )}
        </p>
      )}
    </div>
  )
}
