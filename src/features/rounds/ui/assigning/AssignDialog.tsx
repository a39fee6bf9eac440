import { useState } from 'preact/hooks'
import { holdsSaid } from '#features/training/model.ts'
import type { AccountId, AreaId, HouseholdId, RoundId } from '#kernel/ids.ts'
import { showNumber } from '#kernel/numbers.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { refresh, useRead } from '#platform/web/reads.ts'
import { assign, listEnumerators } from '../../list/ui/calls.ts'
import type { EnumeratorRow } from '../answers.ts'

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
  const assigning = useChange(assign, { refresh: [] })
  if (fitting.length === 0) return <Nobody />
  const whyNot = accountId ? null : { vi: 'Chọn một rà soát viên.', en: 'Choose an enumerator.' }
  const give = async () => {
    if (!accountId) return
    const parts =
      'villages' in seen
        ? seen.villages.map(({ villageId, enumeratorId }) => ({
            ...{ roundId, accountId, villageId },
            was: { accountIds: [enumeratorId] },
          }))
        : [
            {
              ...{ roundId, accountId, householdIds: seen.households.map((row) => row.householdId) },
              was: { accountIds: [...new Set(seen.households.map((row) => row.enumeratorId))] },
            },
          ]
    let given = true
    for (const part of parts) given = given && (await assigning.run(part)) !== null
    refresh()
    if (given) onDone()
  }
  return (
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
  )
}

const hintOf = (one: EnumeratorRow): string =>
  `${say({ vi: 'Đang nhận {n} hộ', en: 'Has {n} households' }, { n: showNumber(one.assigned) })}. ${say(holdsSaid[one.holds.state])}.`

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
