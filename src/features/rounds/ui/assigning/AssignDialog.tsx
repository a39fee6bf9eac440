import { useState } from 'preact/hooks'
import { holdsSaid, isHolder } from '#features/credentials/gate/rules.ts'
import type { AccountId, AreaId, HouseholdId, RoundId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { useEdit } from '#platform/web/edits.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Decide } from '#platform/web/kit/Decide.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { assignVillages } from '../../assigning/ui/calls.ts'
import { assign, listEnumerators } from '../../list/ui/calls.ts'
import type { EnumeratorRow } from '../answers.ts'
import { chooseHouseholds, chooseVillages, givenWords } from './given.ts'

type Household = {
  readonly householdId: HouseholdId
  readonly villageId: AreaId
  readonly headName: string
  readonly enumeratorId: AccountId | null
}
type Village = { readonly villageId: AreaId; readonly name: string; readonly enumeratorId: AccountId | null }

/** Whole villages, with what is added to them later, or single households. */
export type Given = { readonly villages: readonly Village[] } | { readonly households: readonly Household[] }

type Props = {
  readonly roundId: RoundId
  readonly what: Given
  readonly onDone: () => void
  readonly onClose: () => void
}

const villagesOf = (what: Given): AreaId[] =>
  'villages' in what ? what.villages.map((v) => v.villageId) : [...new Set(what.households.map((h) => h.villageId))]

function nameOf(what: Given): string {
  const names = 'villages' in what ? what.villages.map((v) => v.name) : what.households.map((h) => h.headName)
  const [first = ''] = names
  if (names.length === 1) return 'villages' in what ? first : say({ vi: 'hộ {first}', en: '{first}' }, { first })
  const many = 'villages' in what ? { vi: '{n} thôn', en: '{n} villages' } : { vi: '{n} hộ', en: '{n} households' }
  return say(many, { n: showNumber(names.length) })
}

export function AssignDialog(props: Props) {
  const { roundId, what, onClose } = props
  const read = useRead(listEnumerators, { roundId })
  const wanted = villagesOf(what)
  const title = say({ vi: 'Giao {what} cho ai?', en: 'Assign {what} to whom?' }, { what: nameOf(what) })
  return (
    <Dialog title={title} onClose={onClose}>
      <Reading of={read} rows={4}>
        {({ enumerators }) => (
          <AssignForm
            {...props}
            fitting={enumerators.filter((one) => wanted.every((village) => one.villages.includes(village)))}
          />
        )}
      </Reading>
    </Dialog>
  )
}

function AssignForm({ roundId, what, fitting, onDone }: Props & { fitting: readonly EnumeratorRow[] }) {
  const [accountId, setAccountId] = useState<AccountId | null>(null)
  // As it was when the dialog opened: what is given rests on this.
  const [seen] = useState(what)
  const villages = useEdit(useChange(assignVillages), chooseVillages)
  const households = useEdit(useChange(assign), chooseHouseholds)
  const assigning = 'villages' in seen ? villages : households
  if (fitting.length === 0) return <Nobody />
  const whyNot = accountId ? null : { vi: 'Chọn một rà soát viên.', en: 'Choose an enumerator.' }
  const give = async () => {
    if (!accountId) return
    const given =
      'villages' in seen
        ? await villages.run({ roundId, ...givenTo(seen.villages, accountId) })
        : await households.run({ roundId, accountId, ...askedOf(seen.households) })
    if (given) onDone()
  }
  return (
    <>
      <Form
        onSubmit={() => void give()}
        draft={null}
        problem={assigning.problem}
        actions={
          <Button look="primary" submit pending={assigning.pending} whyNot={whyNot}>
            {say({ vi: 'Giao việc', en: 'Assign' })}
          </Button>
        }
      >
        <ChoiceField<AccountId>
          label={{ vi: 'Rà soát viên', en: 'Enumerator' }}
          required
          as="rows"
          choices={fitting.map((one) => ({ value: one.accountId, label: one.name, hint: hintOf(one) }))}
          value={accountId}
          onChange={setAccountId}
        />
      </Form>
      <Decide<unknown>
        of={assigning}
        about={nameOf(seen)}
        words={givenWords((id) => nameIn(seen, id))}
        onDone={onDone}
      />
    </>
  )
}

/** All of them to one, beside who had each as it was seen. */
const givenTo = (villages: readonly Village[], accountId: AccountId) => ({
  given: villages.map(({ villageId }) => ({ villageId, accountId })),
  was: { holders: villages.map(({ villageId, enumeratorId }) => ({ villageId, accountId: enumeratorId })) },
})
const askedOf = (households: readonly Household[]) => ({
  householdIds: households.map((row) => row.householdId),
  was: { holders: households.map((row) => ({ householdId: row.householdId, accountId: row.enumeratorId })) },
})

const nameIn = (what: Given, id: string): string =>
  'villages' in what
    ? (what.villages.find((one) => one.villageId === id)?.name ?? '')
    : (what.households.find((one) => one.householdId === id)?.headName ?? '')

const hintOf = (one: EnumeratorRow): string =>
  `${say({ vi: 'Đang nhận {n} hộ', en: 'Has {n} households' }, { n: showNumber(one.assigned) })}. ${say(holdsSaid(one.holds))}.${backSaid(one)}`

/** What the gate of the round does with them, where it does something. */
function backSaid({ heldBack, opened, holds }: EnumeratorRow): string {
  if (heldBack)
    return ` ${say({ vi: 'Kỳ này chưa giao được cho người này.', en: 'Not given work in this round yet.' })}`
  if (opened && !isHolder(holds)) return ` ${say({ vi: 'Đã được cho phép.', en: 'Let through.' })}`
  return ''
}

function Nobody() {
  const to = useTo()
  return (
    <Empty
      title={{
        vi: 'Chưa có rà soát viên nào phụ trách các thôn này.',
        en: 'Nobody is an enumerator of these villages.',
      }}
      why={{
        vi: 'Người quản trị giao vai trò rà soát viên tại thôn, rồi giao việc ở đây.',
        en: 'An administrator gives the enumerator role over the village; then assign here.',
      }}
    >
      <a href={to('/quyen')}>{say({ vi: 'Xem ai có quyền', en: 'See who has access' })}</a>
    </Empty>
  )
}
