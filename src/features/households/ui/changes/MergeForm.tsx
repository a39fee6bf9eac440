import { useLocation } from 'preact-iso'
import { findPlainDate } from '#kernel/dates.ts'
import type { HouseholdId, MemberId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { useEdit } from '#platform/web/edits.ts'
import { Decide } from '#platform/web/kit/Decide.tsx'
import type { Words } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import type { Relation } from '../../model.ts'
import { mergeHousehold, showHousehold } from '../calls.ts'
import { Doubles, useAsked } from '../Doubles.tsx'
import { aboutHousehold, householdWords } from '../fieldWords.ts'
import { HouseholdPicker } from '../list/HouseholdPicker.tsx'
import { pathOf } from '../sayings.ts'
import { DeedForm } from './DeedForm.tsx'
import { type DeedProps, headIdOf } from './deed.ts'
import { Relations } from './Relations.tsx'
import { Touched } from './Touched.tsx'

type Into = { readonly householdId: HouseholdId; readonly headName: string }
/** `first`: the household that somebody told of, before another is chosen. */
type Props = DeedProps & { readonly first?: Into | null }

export function MergeForm({ household, onDone, first }: Props) {
  const draft = useDraft('households.merge', household.householdId)
  const [into, setInto] = useTyped<Into | null>(draft, 'into', first ?? null)
  const [said, setSaid] = useTyped<ReadonlyMap<MemberId, Relation>>(draft, 'said', new Map())
  const [day, setDay] = useTyped<string | null>(draft, 'day', null)
  // The head there when the first relation was said: all of them are said to that one.
  const [headId, setHeadId] = useTyped<MemberId | null>(draft, 'seenHead', null)
  const there = useRead(showHousehold, into ? { householdId: into.householdId } : null).data
  const asked = useAsked(useChange(mergeHousehold, { draft }), draft)
  const merging = useEdit(asked)
  const { route } = useLocation()
  const to = useTo()
  const whyNot = whyNotOf(into !== null, said.size < household.members.length)
  const open = () => {
    onDone()
    if (into) route(to(pathOf(into.householdId)))
  }
  const say = (id: MemberId, relation: Relation) => {
    if (headId === null && there) setHeadId(headIdOf(there) ?? null)
    setSaid(new Map(said).set(id, relation))
  }
  const choose = (householdId: HouseholdId, headName: string) => {
    setInto({ householdId, headName })
    setHeadId(null)
  }
  return (
    <>
      <DeedForm
        draft={draft}
        touches={{ ...household, act: 'household.merged' }}
        day={day}
        onDay={setDay}
        pending={merging.pending}
        problem={merging.problem}
        whyNot={whyNot}
        onSubmit={async (on) => {
          if (!into) return
          const { householdId } = household
          const relations = [...said].map(([memberId, relation]) => ({ memberId, relation }))
          const was = headId && { was: { headId } }
          if (await merging.run({ householdId, intoHouseholdId: into.householdId, on, relations, ...was })) open()
        }}
      >
        <HouseholdPicker
          label={{ vi: 'Hộ nhận', en: 'The other household' }}
          at="intoHouseholdId"
          required
          areaId={household.commune?.areaId}
          but={household.householdId}
          chosen={into?.headName ?? null}
          onChoose={choose}
        />
        {into && (
          <>
            <Touched of={{ ...into, act: 'household.merged' }} day={findPlainDate(day ?? '')} />
            <Relations
              members={household.members}
              relationOf={(member) => said.get(member.memberId) ?? null}
              onChange={say}
            />
          </>
        )}
      </DeedForm>
      <Doubles of={asked} onDone={open} />
      <Decide of={merging} about={aboutHousehold(household)} words={householdWords} onDone={open} />
    </>
  )
}

function whyNotOf(chosen: boolean, open: boolean): Words | null {
  if (!chosen) return { vi: 'Chọn hộ nhận.', en: 'Choose the other household.' }
  return open ? { vi: 'Nói rõ mỗi người là gì của chủ hộ nhận.', en: 'Say what each is to the head there.' } : null
}
