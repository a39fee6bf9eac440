/** Two who may be one, field by field: what both say, what only the other knows, and what stays where they differ. */
import { same } from '#kernel/revisions.ts'
import { ChoicesField } from '#platform/web/kit/ChoiceField.tsx'
import { say } from '#platform/web/language.ts'
import type { MemberFacts, Takeable } from '../../model.ts'
import type { MemberAnswer } from '../answers.ts'
import { fieldNames, shownValue } from '../fieldWords.ts'

type Props = {
  readonly kept: MemberAnswer
  readonly other: MemberAnswer
  /** What the kept one lacks. */
  readonly lacked: readonly Takeable[]
  readonly taken: readonly Takeable[]
  readonly onTaken: (taken: readonly Takeable[]) => void
}

const otherOne = { vi: 'Người kia', en: 'The other' }

export const SideBySide = (props: Props) => (
  <>
    <Table {...props} />
    {props.lacked.length > 0 && <Offered {...props} />}
  </>
)

function Table({ kept, other, lacked }: Props) {
  const cell = (member: MemberAnswer, field: string) =>
    shown(member, field) || <span class="quiet">{say({ vi: '(chưa ghi)', en: '(nothing)' })}</span>
  const stays = (field: string) => !isLacked(lacked, field) && differs(kept, other, field)
  return (
    <div class="table-frame whole">
      <table>
        <caption class="only-heard">{say({ vi: 'Hai người, từng mục', en: 'The two, field by field' })}</caption>
        <thead>
          <tr>
            <th scope="col">{say({ vi: 'Mục', en: 'What' })}</th>
            <th scope="col">{say(keptOne)}</th>
            <th scope="col">{say(otherOne)}</th>
          </tr>
        </thead>
        <tbody>
          {fieldsOf(kept, other).map((field) => (
            <tr key={field}>
              <th scope="row">{say(fieldNames[field] ?? '')}</th>
              <td data-head={say(keptOne)}>
                {cell(kept, field)}
                {stays(field) && <small class="hint">{say(staysWords)}</small>}
              </td>
              <td data-head={say(otherOne)}>{cell(other, field)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const keptOne = { vi: 'Người được giữ', en: 'Who is kept' }
const staysWords = { vi: 'Mục này được giữ', en: 'This one stays' }

const Offered = ({ kept, other, lacked, taken, onTaken }: Props) => (
  <ChoicesField<Takeable>
    at="taken"
    label={{ vi: 'Lấy từ người kia', en: 'Taken over from the other' }}
    hint={{
      vi: `${kept.name} chưa có những mục này. Bỏ chọn mục nào thì mục ấy vẫn để như cũ.`,
      en: `${kept.name} lacks these. What is not chosen stays as it was.`,
    }}
    choices={lacked.map((field) => ({
      value: field,
      label: fieldNames[field] ?? '',
      hint: shown(other, field),
    }))}
    values={taken}
    onChange={onTaken}
  />
)

const isLacked = (lacked: readonly Takeable[], field: string): boolean => lacked.some((one) => one === field)

/** Who they are, their numbers, and what else is known of either. */
const fieldsOf = (kept: MemberAnswer, other: MemberAnswer): string[] => [
  ...['name', 'sex', 'birth', 'ethnicity', 'citizenId', 'insuranceNo'],
  ...Object.keys({ ...kept.facts, ...other.facts }).map((name) => `facts.${name}`),
]

function saidOf(member: MemberAnswer, field: string): unknown {
  const [group, fact] = field.split('.', 2)
  if (group === 'facts' && fact) return member.facts[fact as keyof MemberFacts]
  return field === 'insuranceNo' ? member.hasInsuranceNo || null : member[field as 'name']
}

/** A number that is hidden is shown as held. */
function shown(member: MemberAnswer, field: string): string {
  const value = saidOf(member, field)
  if (value === undefined || value === null) return ''
  return field === 'insuranceNo' ? say({ vi: 'đã ghi, đang che', en: 'held, hidden' }) : shownValue(field, value)
}

/** Both say something, and not the same; of hidden numbers nobody sees whether they are one. */
function differs(kept: MemberAnswer, other: MemberAnswer, field: string): boolean {
  const [one, two] = [saidOf(kept, field), saidOf(other, field)]
  if ([one, two].some((value) => value === undefined || value === null)) return false
  return field === 'insuranceNo' || !same(one, two)
}
