import type { HouseholdId, MemberId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { type Read, useRead } from '#platform/web/reads.ts'
import type { Takeable } from '../../model.ts'
import { lackedBy } from '../../rules/joining.ts'
import type { HouseholdAnswer, MemberAnswer } from '../answers.ts'
import { joinPersons, showHousehold } from '../calls.ts'
import { HouseholdPicker } from '../list/HouseholdPicker.tsx'
import { DeedForm } from './DeedForm.tsx'
import { MemberChoice } from './MemberChoice.tsx'
import { SideBySide } from './SideBySide.tsx'

type Props = { readonly household: HouseholdAnswer; readonly member: MemberAnswer; readonly onDone: () => void }
type Chosen = { readonly householdId: HouseholdId; readonly headName: string }

/** The same person, entered twice: in this household or in another, where he or she lives or lived. */
export function JoinForm({ household, member, onDone }: Props) {
  const here: Chosen = { householdId: household.householdId, headName: household.headName }
  const draft = useDraft('households.join', member.memberId)
  const [of, setOf] = useTyped(draft, 'of', here)
  const [otherMemberId, setOther] = useTyped<MemberId | null>(draft, 'other', null)
  const [declined, setDeclined] = useTyped<readonly Takeable[]>(draft, 'declined', [])
  const [because, setBecause] = useTyped(draft, 'because', '')
  const read = useRead(showHousehold, { householdId: of.householdId })
  const there = [...(read.data?.members ?? []), ...(read.data?.others ?? [])]
  const other = there.find((one) => one.memberId === otherMemberId)
  const lacked = other ? lackedBy(member, other) : []
  const taken = lacked.filter((field) => !declined.includes(field))
  const choose = (memberId: MemberId | null) => {
    setOther(memberId)
    setDeclined([])
  }
  const joining = useChange(joinPersons, { draft })
  const whyNot = !other
    ? { vi: 'Chọn người kia.', en: 'Choose the other.' }
    : because.trim()
      ? null
      : { vi: 'Ghi lý do.', en: 'Give the reason.' }
  return (
    <DeedForm
      draft={draft}
      day={null}
      onDay={null}
      deed={{ vi: 'Ghi nhận là một người', en: 'Record as one person' }}
      pending={joining.pending}
      problem={joining.problem}
      whyNot={whyNot}
      onSubmit={async () => {
        if (!other) return
        const { householdId } = household
        const same = { otherHouseholdId: of.householdId, otherMemberId: other.memberId, taken, because: because.trim() }
        if (await joining.run({ householdId, memberId: member.memberId, ...same })) onDone()
      }}
    >
      <Notice>
        {say(
          {
            vi: '{name} được giữ lại. Người kia nếu đang ở cùng hộ này thì coi là ghi nhầm. Hoàn tác được trong phần Diễn biến.',
            en: '{name} is kept. The other, where in this same household, counts as a mistake. It can be undone in the timeline.',
          },
          { name: member.name },
        )}
      </Notice>
      <HouseholdPicker
        label={{ vi: 'Người kia ở hộ', en: 'The other is in the household of' }}
        required
        areaId={household.commune?.areaId}
        chosen={of.headName}
        onChoose={(householdId, headName) => {
          setOf({ householdId, headName })
          choose(null)
        }}
      />
      <Others of={read} but={member.memberId} value={otherMemberId} onChange={choose} />
      {other && (
        <SideBySide
          kept={member}
          other={other}
          lacked={lacked}
          taken={taken}
          onTaken={(chosen) => setDeclined(lacked.filter((field) => !chosen.includes(field)))}
        />
      )}
      <TextField
        label={{ vi: 'Vì sao là một người?', en: 'Why are they one?' }}
        required
        lines={2}
        maxLength={500}
        value={because}
        onChange={setBecause}
      />
    </DeedForm>
  )
}

type OthersProps = {
  readonly of: Read<HouseholdAnswer>
  readonly but: MemberId
  readonly value: MemberId | null
  readonly onChange: (memberId: MemberId) => void
}

/** Those who are in the household, and those who were. */
const Others = ({ of, but, value, onChange }: OthersProps) => (
  <Reading of={of} rows={3}>
    {({ members, others }) => (
      <MemberChoice
        label={{ vi: 'Người kia', en: 'The other' }}
        members={[...members, ...others].filter(({ memberId }) => memberId !== but)}
        value={value}
        onChange={onChange}
      />
    )}
  </Reading>
)
