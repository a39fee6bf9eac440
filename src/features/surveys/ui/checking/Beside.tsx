/** Two surveys of one household: what differs side by side, with who and when; a person says which stands. Both are kept. */
import { useState } from 'preact/hooks'
import type { Form } from '#features/standards/model/form.ts'
import { questionsOf } from '#features/standards/rules/form.ts'
import { useForm } from '#features/standards/ui/law.ts'
import { classWords } from '#kernel/classes.ts'
import { showDate, showInstant } from '#kernel/dates.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { chooseSurvey } from '../../desk/ui/calls.ts'
import type { CaseAnswer } from '../answers.ts'
import { shown } from './rows.ts'

type Later = CaseAnswer['beside'][number]

export function Beside({ of }: { of: CaseAnswer }) {
  const read = useForm(of.form.hash)
  if (of.beside.length === 0) return null
  return (
    <Reading of={read} rows={4}>
      {(form) => of.beside.map((later) => <Two key={later.surveyId} form={form} of={of} later={later} />)}
    </Reading>
  )
}

function Two({ form, of, later }: { form: Form; of: CaseAnswer; later: Later }) {
  const [open, setOpen] = useState<boolean | null>(null)
  const { survey, stands: standing, case: one } = of
  if (!survey) return null
  const may = of.can.includes('accept')
  return (
    <Section title={{ vi: 'Hộ này có hai phiếu: chọn phiếu đúng', en: 'Two surveys of this household: choose' }}>
      <p class="notice waits" role="note">
        {say(
          {
            vi: 'Phiếu thứ hai của {by} đến lúc {at}, khi đã có phiếu của {other}. Cả hai đều được giữ.',
            en: 'A second survey by {by} arrived at {at}, when that of {other} stood. Both are kept.',
          },
          { by: whoOf(later), at: showInstant(later.receivedAt), other: standing ? whoOf(standing) : survey.by },
        )}
      </p>
      <div class="table-frame whole surveys-answers">
        <table>
          <caption class="only-heard">{say({ vi: 'Những câu khác nhau', en: 'Answers that differ' })}</caption>
          <thead>
            <tr>
              <th scope="col">{say({ vi: 'Câu hỏi', en: 'Question' })}</th>
              <th scope="col">
                {say({ vi: 'Đang có', en: 'Stands' })}: {survey.by}, {showDate(survey.surveyedOn)}
                {standing && <small class="hint">{fromOf(standing)}</small>}
                <small class="hint">{cameOutAs(one.opens)}</small>
              </th>
              <th scope="col">
                {say({ vi: 'Đến sau', en: 'Came later' })}: {later.by}, {showDate(later.surveyedOn)}
                <small class="hint">{fromOf(later)}</small>
                <small class="hint">{cameOutAs(later.opens)}</small>
              </th>
            </tr>
          </thead>
          <tbody>
            {later.differences.map((row) => (
              <tr key={`${row.question} ${row.person ?? ''}`}>
                <th scope="row">
                  {row.personName && <span class="surveys-whose">{row.personName}</span>}
                  {asksOf(form, row.question)}
                </th>
                <td data-head={say({ vi: 'Đang có', en: 'Stands' })}>{answer(form, row.question, row.before)}</td>
                <td data-head={say({ vi: 'Đến sau', en: 'Came later' })}>{answer(form, row.question, row.now)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {may && (
        <div class="form-actions">
          <Button onClick={() => setOpen(false)}>{say(keepWords)}</Button>
          <Button onClick={() => setOpen(true)}>{say(takeWords)}</Button>
        </div>
      )}
      {open !== null && <Choose of={of} later={later} take={open} onClose={() => setOpen(null)} />}
    </Section>
  )
}

const keepWords: Words = { vi: 'Giữ phiếu đang có', en: 'Keep what stands' }
const takeWords: Words = { vi: 'Lấy phiếu đến sau', en: 'Take the later one' }

type ChooseProps = {
  readonly of: CaseAnswer
  readonly later: Later
  readonly take: boolean
  readonly onClose: () => void
}

/** Asked once, with what either came out as; why is kept with the case. */
function Choose({ of: { survey, stands, case: one }, later, take, onClose }: ChooseProps) {
  const draft = useDraft('surveys.choose', `${one.caseId} ${later.surveyId}`)
  const choosing = useChange(chooseSurvey, { draft })
  const mine = stands ? saidSent({ ...stands, opens: one.opens }) : ''
  const other = saidSent(later)
  const give = async (because: string) => {
    if (!survey) return
    const { householdId, caseId } = one
    const chosen = { surveyId: survey.surveyId, laterId: later.surveyId, take, because }
    if (await choosing.run({ householdId, caseId, ...chosen })) onClose()
  }
  return (
    <ReasonDialog
      title={take ? takeWords : keepWords}
      what={say(
        {
          vi: 'Diện hộ sẽ tính theo phiếu được chọn: {kept}. Phiếu không chọn: {left}. Chọn rồi không đổi lại được; phiếu không chọn vẫn được lưu.',
          en: 'The class is reckoned on the one chosen: {kept}. Left: {left}. This cannot be turned back; the other is kept.',
        },
        take ? { kept: other, left: mine } : { kept: mine, left: other },
      )}
      deed={take ? takeWords : keepWords}
      draft={draft}
      pending={choosing.pending}
      problem={choosing.problem}
      onGive={(because) => void give(because)}
      onClose={onClose}
    />
  )
}

/** What stands was sent by somebody who had the household before: accepting or returning it is the choice. */
export function FromOtherHands({ of: { survey, stands, case: one, can } }: { of: CaseAnswer }) {
  if (!survey || !stands?.cameFrom) return null
  const facts = { by: stands.by, place: stands.cameFrom, day: showDate(survey.surveyedOn) }
  const now = { at: showInstant(stands.receivedAt), name: one.enumeratorName ?? '', here: one.villageName }
  const since = one.handedOn ? showDate(one.handedOn) : ''
  return (
    <div class="notice waits" role="note">
      <p>
        {say(
          {
            vi: 'Phiếu này do {by} nhận khi hộ ở {place}, khảo sát ngày {day}, đến máy chủ lúc {at}.',
            en: 'This survey is by {by}, who had the household in {place}; taken on {day}, received at {at}.',
          },
          { ...facts, ...now },
        )}{' '}
        {one.enumeratorName &&
          say(
            since
              ? {
                  vi: 'Từ {since} hộ ở {here}, giao cho {name}.',
                  en: 'Since {since} it is in {here}, given to {name}.',
                }
              : { vi: 'Nay hộ ở {here}, giao cho {name}.', en: 'Now it is in {here}, given to {name}.' },
            { ...now, since },
          )}
      </p>
      {can.includes('accept') && (
        <p>
          {say({
            vi: 'Nhà ở, nước, vệ sinh có thể đã khác ở nơi mới. Còn đúng thì chấp nhận; chưa chắc thì trả lại để người đang nhận hộ khảo sát tiếp, câu trả lời vẫn giữ nguyên.',
            en: 'House, water and sanitation may differ in the new place. Accept what still holds; otherwise return it: who has the household now goes on with these answers.',
          })}
        </p>
      )}
    </div>
  )
}

/** The trace of a choice between two surveys. */
export function Choices({ of }: { of: CaseAnswer }) {
  if (of.choices.length === 0) return null
  return (
    <Section title={{ vi: 'Đã chọn giữa hai phiếu', en: 'Chosen between two surveys' }}>
      <ul class="bullets">
        {of.choices.map(({ kept, left, because, by, at }) => (
          <li key={at}>
            {say(
              {
                vi: '{by} chọn lúc {at}. Lấy phiếu: {kept}. Không lấy phiếu: {left}. Lý do: {because}',
                en: '{by} chose at {at}. Taken: {kept}. Left: {left}. Why: {because}',
              },
              { by, at: showInstant(at), kept: saidSent(kept), left: saidSent(left), because },
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

type Sent = NonNullable<CaseAnswer['stands']>
const whoOf = ({ by, where }: Sent): string => (where ? `${by} (${say(where)})` : by)
const fromOf = ({ where, receivedAt, cameFrom }: Sent): string =>
  [
    say({ vi: 'gửi lúc {at}', en: 'sent at {at}' }, { at: showInstant(receivedAt) }),
    where && say(where),
    cameFrom && say({ vi: 'nhận hộ khi ở {place}', en: 'had the household in {place}' }, { place: cameFrom }),
  ]
    .filter(Boolean)
    .join(', ')

type Line = CaseAnswer['case']['opens']

/** "hộ nghèo; B1 140, B2 30", as far as it is known. */
function cameOutAs(line: Line): string {
  if (!line) return say({ vi: 'chưa xếp loại', en: 'not classed' })
  const points = [
    line.b1 === null ? '' : `B1 ${showNumber(line.b1)}`,
    line.b2 === null ? '' : `B2 ${showNumber(line.b2)}`,
  ].filter(Boolean)
  const named = line.class ? say(classWords[line.class]) : say({ vi: 'diện còn để mở', en: 'class open' })
  return [named, points.join(', ')].filter(Boolean).join('; ')
}

/** "Mai (thôn 1), gửi lúc ..., hộ nghèo; B2 30". */
const saidSent = (sent: Sent & { readonly opens: Line }): string =>
  `${sent.by}, ${fromOf(sent)}, ${cameOutAs(sent.opens)}`

const questionIn = (form: Form, id: string) => questionsOf(form).find((one) => one.id === id)
const asksOf = (form: Form, id: string): string => say(questionIn(form, id)?.asks ?? id)

function answer(form: Form, id: string, value: unknown): string {
  const question = questionIn(form, id)
  return (question && shown(question, value)) ?? say({ vi: 'không trả lời', en: 'no answer' })
}
