import type { MemberId } from '#kernel/ids.ts'
import { birthText } from '#kernel/persons.ts'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import type { Words } from '#platform/web/language.ts'
import { relationWords } from '../../model/words.ts'
import type { MemberAnswer } from '../answers.ts'

type Props = {
  readonly label: Words
  readonly at?: string
  readonly members: readonly MemberAnswer[]
  readonly value: MemberId | null
  readonly onChange: (memberId: MemberId) => void
}

/** One of the members, told apart by relation and birth. */
export const MemberChoice = ({ label, at = 'newHeadId', members, value, onChange }: Props) => (
  <ChoiceField<MemberId>
    as="rows"
    label={label}
    at={at}
    required
    choices={members.map((member) => ({
      value: member.memberId,
      label: member.name,
      hint: {
        vi: `${relationWords[member.relation].vi}, sinh ${birthText(member.birth)}`,
        en: `${relationWords[member.relation].en}, born ${birthText(member.birth)}`,
      },
    }))}
    value={value}
    onChange={onChange}
  />
)

export const newHeadWords: Words = { vi: 'Chủ hộ mới', en: 'The new head' }
export const newHeadNeeded: Words = { vi: 'Chọn chủ hộ mới.', en: 'Choose the new head.' }
