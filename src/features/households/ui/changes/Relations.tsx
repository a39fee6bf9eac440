import type { MemberId } from '#kernel/ids.ts'
import type { Relation } from '../../model.ts'
import type { MemberAnswer } from '../answers.ts'
import { notHead, RelationField } from '../PersonFields.tsx'

type Props = {
  readonly members: readonly MemberAnswer[]
  readonly relationOf: (member: MemberAnswer) => Relation | null
  readonly onChange: (memberId: MemberId, relation: Relation) => void
  readonly relations?: readonly Relation[]
}

export const relationsNeeded = {
  vi: 'Chọn quan hệ của từng người với chủ hộ.',
  en: 'Say what each is to the head.',
}

/** What each is to the head, one under another. */
export const Relations = ({ members, relationOf, onChange, relations = notHead }: Props) => (
  <div class="households-side-by-side">
    {members.map((member, at) => (
      <RelationField
        key={member.memberId}
        at={at === 0 ? 'relations' : undefined}
        label={{ vi: `${member.name} là gì của chủ hộ?`, en: `What is ${member.name} to the head?` }}
        relations={relations}
        value={relationOf(member)}
        onChange={(relation) => onChange(member.memberId, relation)}
      />
    ))}
  </div>
)
