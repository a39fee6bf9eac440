import { useState } from 'preact/hooks'
import { faultOfIdText, tidyCitizenId } from '#kernel/citizenId.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import type { FoundById } from '../answers.ts'
import { findByCitizenId } from '../calls.ts'
import { pathOf, sayPlace } from '../sayings.ts'

/** By the whole number only. Each question leaves a line in the audit, and the page says so. */
export function CitizenIdDialog({ onClose }: { onClose: () => void }) {
  const [number, setNumber] = useState('')
  const [answer, setAnswer] = useState<FoundById | null>(null)
  const finding = useChange(findByCitizenId, { refresh: [] })
  const id = tidyCitizenId(number)
  const fault = faultOfIdText(id)
  const find = async () => {
    if (fault) return
    setAnswer(null)
    setAnswer(await finding.run({ citizenId: id }))
  }
  return (
    <Dialog title={{ vi: 'Tìm theo số CCCD', en: 'Find by citizen id' }} onClose={onClose}>
      <Form
        onSubmit={find}
        draft={null}
        problem={finding.problem}
        actions={
          <Button look="primary" submit pending={finding.pending} whyNot={fault}>
            {say({ vi: 'Tìm', en: 'Find' })}
          </Button>
        }
      >
        <TextField
          label={{ vi: 'Số CCCD', en: 'Citizen id' }}
          hint={{
            vi: 'Chỉ tìm được đúng cả số. Lần tìm này được ghi vào nhật ký.',
            en: 'Found by the whole number only. This search is written to the audit.',
          }}
          digits
          required
          at="citizenId"
          fault={fault}
          read={tidyCitizenId}
          value={number}
          onChange={setNumber}
          maxLength={40}
        />
      </Form>
      {answer && <Answer of={answer.household} />}
    </Dialog>
  )
}

function Answer({ of }: { of: FoundById['household'] }) {
  const to = useTo()
  if (!of)
    return (
      <Notice>
        {say({
          vi: 'Không có ai mang số này trong đơn vị bạn được xem.',
          en: 'Nobody in the areas you may see carries this number.',
        })}
      </Notice>
    )
  return (
    <p role="status">
      <a href={to(pathOf(of.householdId))}>
        {say({ vi: 'Hộ {name}', en: 'Household of {name}' }, { name: of.headName })}
      </a>
      , {sayPlace(of)}
    </p>
  )
}
