import { useState } from 'preact/hooks'
import { searchHouseholds } from '#features/households/ui/calls.ts'
import { addToList } from '#features/rounds/list/ui/calls.ts'
import { SureField, sureInput } from '#features/rounds/ui/SureField.tsx'
import type { AreaId, HouseholdId, RoundId } from '#kernel/ids.ts'
import { send } from '#platform/web/calls.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { type Option, Picker } from '#platform/web/kit/Picker.tsx'
import { say } from '#platform/web/language.ts'

type Props = { readonly roundId: RoundId; readonly areaId: AreaId; readonly onClose: () => void }

/** A household that asked to be reviewed, found in the register by name. */
export function AddHouseholdDialog({ roundId, areaId, onClose }: Props) {
  const draft = useDraft('rounds.add', roundId)
  const [chosen, setChosen] = useTyped<Option<HouseholdId> | null>(draft, 'chosen', null)
  const [added, setAdded] = useState<string | null>(null)
  const [because, setBecause] = useTyped(draft, 'because', '')
  const adding = useChange(addToList, { draft })
  const whyNot = chosen ? null : { vi: 'Chọn hộ.', en: 'Choose the household.' }
  const add = async () => {
    if (!chosen || !(await adding.run({ roundId, householdId: chosen.value, ...sureInput(because) }))) return
    setBecause('')
    setAdded(chosen.label)
    setChosen(null)
  }
  return (
    <Dialog title={{ vi: 'Thêm hộ có giấy đề nghị', en: 'Add a household by its request' }} onClose={onClose}>
      {added && (
        <Notice>
          <span role="status">
            {say(
              { vi: 'Đã thêm hộ {name}. Có thể thêm hộ khác.', en: '{name} added. You may add another.' },
              { name: added },
            )}
          </span>
        </Notice>
      )}
      <Form
        onSubmit={() => void add()}
        draft={draft}
        problem={adding.problem}
        actions={
          <Button look="primary" submit pending={adding.pending} whyNot={whyNot}>
            {say({ vi: 'Thêm vào danh sách', en: 'Add to the list' })}
          </Button>
        }
      >
        <Picker<HouseholdId>
          label={{ vi: 'Hộ', en: 'Household' }}
          hint={{
            vi: 'Gõ tên chủ hộ, thành viên hoặc số hộ, có dấu hay không dấu.',
            en: 'Type a name or number, with or without tone marks.',
          }}
          required
          chosen={chosen?.label ?? null}
          load={async (q, signal) => {
            const { households } = await send(searchHouseholds, { q, areaId }, { signal })
            return households.map((one) => ({
              value: one.householdId,
              label: one.headName,
              detail: [one.villageName, one.address].filter(Boolean).join(', '),
            }))
          }}
          onChoose={(option) => {
            setAdded(null)
            adding.clear()
            setBecause('')
            setChosen(option)
          }}
        />
        <SureField problem={adding.problem} value={because} onChange={setBecause} />
      </Form>
    </Dialog>
  )
}
