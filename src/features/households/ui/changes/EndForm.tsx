import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { endWords } from '../../model/words.ts'
import { endHousehold } from '../calls.ts'
import { Doubles, useAsked } from '../Doubles.tsx'
import { DeedForm } from './DeedForm.tsx'
import type { DeedProps } from './deed.ts'

/** `first`: what somebody told of it, before anything is typed. */
type Props = DeedProps & { readonly first?: { readonly reason: Reason | null; readonly day: string | null } }
type Reason = 'moved_away' | 'entered_by_mistake'
const reasons: readonly Reason[] = ['moved_away', 'entered_by_mistake']

export function EndForm({ household, onDone, first }: Props) {
  const draft = useDraft('households.end', household.householdId)
  const [reason, setReason] = useTyped<Reason | null>(draft, 'reason', first?.reason ?? null)
  const [day, setDay] = useTyped<string | null>(draft, 'day', first?.day ?? null)
  const ending = useAsked(useChange(endHousehold, { draft }), draft)
  return (
    <>
      <DeedForm
        draft={draft}
        touches={{ ...household, act: 'household.ended' }}
        day={day}
        onDay={setDay}
        dayLabel={{ vi: 'Hộ kết thúc từ ngày', en: 'The household ends on' }}
        pending={ending.pending}
        problem={ending.problem}
        whyNot={reason ? null : { vi: 'Chọn lý do.', en: 'Choose the reason.' }}
        deed={{ vi: `Kết thúc hộ ${household.headName}`, en: `End the household of ${household.headName}` }}
        onSubmit={async (on) => {
          if (reason && (await ending.run({ householdId: household.householdId, on, reason }))) onDone()
        }}
      >
        <ChoiceField<Reason>
          label={{ vi: 'Lý do', en: 'Reason' }}
          required
          choices={reasons.map((value) => ({ value, label: endWords[value] }))}
          value={reason}
          onChange={setReason}
        />
      </DeedForm>
      <Doubles of={ending} onDone={onDone} />
    </>
  )
}
