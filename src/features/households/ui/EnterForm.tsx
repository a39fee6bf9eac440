/** The form of a household that is entered: where it lives, and everybody in it. */

import type { AreaId, HouseholdId, MemberId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { AskedOf } from '#platform/web/kit/unread.ts'
import { say, type Words } from '#platform/web/language.ts'
import { joinWords } from '../model/words.ts'
import type { Relation } from '../model.ts'
import { createHousehold } from './calls.ts'
import { DeedForm } from './changes/DeedForm.tsx'
import { PhoneField } from './changes/PhoneField.tsx'
import { type Place, PlaceFields } from './changes/PlaceFields.tsx'
import { Doubles, useAsked } from './Doubles.tsx'
import { notHead, PersonFields } from './PersonFields.tsx'
import { emptyDraft, type PersonDraft, personOf } from './personDraft.ts'
import './households.css'

type Entry = { readonly id: MemberId; readonly draft: PersonDraft }
const entry = (relation: Relation | null, known: Partial<PersonDraft> = {}): Entry => ({
  id: newId<'member'>(),
  draft: { ...emptyDraft(relation), ...known },
})
type Reason = 'listed' | 'moved_in'

type Props = {
  /** Of what the draft speaks. */
  readonly id: string
  readonly communeId: AreaId | null
  /** What is known of it before anything is typed. */
  readonly first?: {
    readonly villageId: AreaId
    readonly address: string
    readonly phone?: string | undefined
    readonly head: Partial<Pick<PersonDraft, 'name' | 'sex' | 'birth'>>
  }
  readonly onDone: (householdId: HouseholdId) => void
}

export function EnterForm({ id, communeId, first, onDone }: Props) {
  const draft = useDraft('households.new', id)
  const [place, setPlace] = useTyped<Place>(draft, 'place', {
    villageId: first?.villageId ?? null,
    address: first?.address ?? '',
    number: '',
  })
  const [phone, setPhone] = useTyped(draft, 'phone', first?.phone ?? '')
  // A household that somebody told of may have come, or was never written down: that is asked.
  const [reason, setReason] = useTyped<Reason | null>(draft, 'reason', first ? null : 'listed')
  const [entries, setEntries] = useTyped<readonly Entry[]>(draft, 'entries', () => [entry('head', first?.head)])
  const [day, setDay] = useTyped<string | null>(draft, 'day', null)
  const householdId = useMade(draft, 'householdId', () => newId<'household'>())
  const creating = useAsked(useChange(createHousehold, { draft }), draft)
  const members = membersOf(entries)
  const open = () => onDone(householdId)
  return (
    <div class="households-narrow">
      <DeedForm
        draft={draft}
        day={day}
        onDay={setDay}
        dayLabel={{ vi: 'Có trong sổ từ ngày', en: 'In the register from' }}
        pending={creating.pending}
        problem={creating.problem}
        whyNot={whyNotOf(place, reason, members.length < entries.length)}
        onSubmit={async (on) => {
          const { villageId, address, number } = place
          const where = villageId && { villageId, address, number, phone }
          if (where && reason && (await creating.run({ householdId, ...where, on, reason, members }))) open()
        }}
      >
        <PlaceFields communeId={communeId} place={place} onChange={setPlace} />
        <PhoneField value={phone} onChange={setPhone} />
        <ChoiceField<Reason>
          label={{ vi: 'Vì sao ghi?', en: 'Why is it entered?' }}
          required
          choices={reasons}
          value={reason}
          onChange={setReason}
        />
        <People entries={entries} onChange={setEntries} />
      </DeedForm>
      <Doubles of={creating} onDone={open} />
    </div>
  )
}

const membersOf = (entries: readonly Entry[]) =>
  entries.flatMap(({ id: memberId, draft }) => {
    const person = personOf(draft)
    return person && draft.relation ? [{ memberId, relation: draft.relation, person }] : []
  })

type PeopleProps = { readonly entries: readonly Entry[]; readonly onChange: (entries: readonly Entry[]) => void }

const People = ({ entries, onChange }: PeopleProps) => (
  <>
    {entries.map((one, at) => (
      <PersonBox
        key={one.id}
        entry={one}
        head={at === 0}
        at={`members.${at}.person`}
        onChange={(draft) => onChange(entries.map((other, n) => (n === at ? { ...other, draft } : other)))}
        onDrop={() => onChange(entries.filter((_, n) => n !== at))}
      />
    ))}
    <Button onClick={() => onChange([...entries, entry(null)])}>{say({ vi: 'Thêm người', en: 'Add a person' })}</Button>
  </>
)

const reasons: readonly { readonly value: Reason; readonly label: Words }[] = [
  {
    value: 'listed',
    label: { vi: 'Ở thôn từ trước, nay mới vào sổ', en: 'Lived here before, enters the register now' },
  },
  { value: 'moved_in', label: joinWords.moved_in },
]

function whyNotOf({ villageId }: Place, reason: Reason | null, unfinished: boolean): Words | null {
  if (!villageId) return { vi: 'Chọn thôn.', en: 'Choose the village.' }
  if (!reason) return { vi: 'Chọn vì sao ghi.', en: 'Choose why it is entered.' }
  return unfinished
    ? { vi: 'Mỗi người cần họ tên, giới tính, ngày sinh, quan hệ.', en: 'Each needs name, sex, birth and relation.' }
    : null
}

type BoxProps = {
  readonly entry: Entry
  readonly head: boolean
  readonly at: string
  readonly onChange: (draft: PersonDraft) => void
  readonly onDrop: () => void
}

const PersonBox = ({ entry: { id, draft }, head, at, onChange, onDrop }: BoxProps) => (
  <section class="households-person-box">
    <header>
      <h2>{head ? say({ vi: 'Chủ hộ', en: 'Head' }) : draft.name || say({ vi: 'Thành viên', en: 'Member' })}</h2>
      {!head && (
        <Button look="quiet" onClick={onDrop}>
          {say({ vi: 'Bỏ người này', en: 'Remove' })}
        </Button>
      )}
    </header>
    <AskedOf.Provider value={head ? '' : id}>
      <PersonFields at={at} draft={draft} onChange={onChange} relations={head ? [] : notHead} />
    </AskedOf.Provider>
  </section>
)
