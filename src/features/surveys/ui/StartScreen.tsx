/** Before the first question: which household, what came back and why, what was filled in beforehand. */

import type { ComponentChildren } from 'preact'
import { caseReasonWords } from '#features/rounds/model.ts'
import { questionsOf } from '#features/standards/rules/form.ts'
import { ScreenTitle } from '#features/standards/ui/form/ScreenTitle.tsx'
import type { Sheet } from '#features/standards/ui/form/sheet.ts'
import { keyOfQuestion } from '#features/standards/ui/form/walk.ts'
import { personName } from '#features/standards/ui/form/words.ts'
import { showDate } from '#kernel/dates.ts'
import type { Said } from '#kernel/text.ts'
import { ClassMark } from '#platform/web/kit/ClassMark.tsx'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { KeptNote } from '#platform/web/kit/KeptNote.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { say, type Words } from '#platform/web/language.ts'
import type { CaseAnswer } from './caseForm.ts'
import { HouseholdPhone } from './HouseholdPhone.tsx'

type Props = {
  readonly base: CaseAnswer
  readonly sheet: Sheet
  readonly keptAt: number | null
  /** Why it will not be sent, said before anybody asks a family thirteen parts of questions. */
  readonly whyNot: Words | null
  /** At the foot: what can be done where it cannot be filled in. */
  readonly below?: ComponentChildren
}

export function StartScreen({ base, sheet, keptAt, whyNot, below }: Props) {
  const { case: row, round } = base
  return (
    <>
      <ScreenTitle>{row.headName}</ScreenTitle>
      <KeptNote at={keptAt} />
      {whyNot && <Notice look="waits">{say(whyNot)}</Notice>}
      {base.day > round.windowUntil && (
        <Notice look="waits">
          {say(
            {
              vi: 'Kỳ rà soát đã hết hạn ngày {day}. Phiếu chỉ gửi được sau khi công chức xã gia hạn.',
              en: 'The round ended on {day}. The form can be sent only after the commune official extends it.',
            },
            { day: showDate(round.windowUntil) },
          )}
        </Notice>
      )}
      <Returned base={base} sheet={sheet} />
      {/* Asked of every family: above the facts, so that it is seen on a small phone before the button. */}
      <HouseholdPhone of={row} sheet={sheet} />
      <FactList
        of={[
          { label: { vi: 'Nơi ở', en: 'Place' }, value: [row.villageName, row.address].filter(Boolean).join(', ') },
          { label: { vi: 'Số hộ', en: 'Number' }, value: row.number },
          { label: { vi: 'Kỳ rà soát', en: 'Round' }, value: round.name },
          { label: { vi: 'Vì sao rà soát', en: 'Why it is reviewed' }, value: say(caseReasonWords[row.reason]) },
          {
            label: { vi: 'Diện hiện nay', en: 'Class now' },
            value: row.classBefore ? <ClassMark of={row.classBefore} /> : say({ vi: 'chưa có', en: 'none' }),
          },
        ]}
      />
      <Filled base={base} sheet={sheet} />
      {below}
    </>
  )
}

function Returned({ base, sheet }: Pick<Props, 'base' | 'sheet'>) {
  if (base.comments.length === 0) return null
  const asks = new Map(questionsOf(sheet.form).map((question) => [question.id, question.asks]))
  return (
    <section class="attention" aria-label={say({ vi: 'Nhận xét', en: 'Comments' })}>
      <h2>{say({ vi: 'Phiếu được trả lại để sửa', en: 'Returned to be corrected' })}</h2>
      <ul class="plain-list">
        {base.comments.map((comment) => {
          const { question, person, note, by } = comment
          const key = keyOfQuestion(sheet.screens, question, person)
          const about = `${person ? `${personName(sheet.facts, person)}: ` : ''}${say(asks.get(question) ?? '')}`
          return (
            <li key={question + person + note}>
              <p>
                {about && <strong>{about} </strong>}
                {note} <span class="quiet">({by})</span>
              </p>
              {key && (
                <button type="button" class="row-link" onClick={() => sheet.go(key, true)}>
                  {say({ vi: 'Đến câu này', en: 'To this question' })}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const changeWords: Readonly<Record<CaseAnswer['changed'][number]['what'], Said>> = {
  joined: { vi: 'mới vào hộ', en: 'has joined' },
  left: { vi: 'không còn trong hộ', en: 'is no longer in the household' },
  corrected: { vi: 'thông tin đã sửa theo sổ', en: 'corrected from the register' },
}

/** A question without the hint that stands behind it in brackets. */
const bare = (text: string): string => text.replace(/ \([^)]*\)$/, '')

function Filled({ base, sheet }: Pick<Props, 'base' | 'sheet'>) {
  const asks = new Map(questionsOf(sheet.form).map((question) => [question.path, question.asks]))
  const { from, changed } = base
  const source = from
    ? say(
        { vi: 'Điền sẵn theo {name}, khảo sát ngày {day}.', en: 'Filled in from {name}, surveyed on {day}.' },
        { name: from.roundName, day: showDate(from.surveyedOn) },
      )
    : say({ vi: 'Hộ chưa có phiếu lần trước; chỉ có thông tin từ sổ hộ.', en: 'No earlier form; only the register.' })
  return (
    <Section title={{ vi: 'Đã điền sẵn', en: 'Filled in beforehand' }}>
      <p>
        {source}{' '}
        {from?.kind !== 'this_round' &&
          say({
            vi: 'Câu điền sẵn có ghi "như lần trước" hoặc "theo sổ hộ": hỏi lại và sửa nếu đã khác. Thu nhập luôn hỏi mới.',
            en: 'What is filled in says "as last time": ask again and change what differs. Income is always asked anew.',
          })}
      </p>
      {changed.length > 0 && (
        <>
          <p>
            {from?.kind === 'this_round'
              ? say({ vi: 'Sổ hộ đã đổi từ khi gửi phiếu:', en: 'The register changed since the form was sent:' })
              : say({ vi: 'Sổ hộ cho biết khác lần trước:', en: 'The register says otherwise than last time:' })}
          </p>
          <ul class="bullets">
            {changed.map((one) => (
              <li key={one.person + one.what}>
                <strong>{one.name}</strong> {say(changeWords[one.what])}
                {one.paths.length > 0 && `: ${one.paths.map((path) => bare(say(asks.get(path) ?? path))).join(', ')}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}
