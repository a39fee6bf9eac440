/** By which number the family is called: kept as the register has it, or corrected; it reaches the register by who checks. */
import { useState } from 'preact/hooks'
import type { Sheet } from '#features/standards/ui/form/sheet.ts'
import { spacedPhone, tidyPhone } from '#kernel/phones.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { calling } from '#platform/web/kit/calling.ts'
import { Section } from '#platform/web/kit/Page.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import type { CaseAnswer } from './caseForm.ts'
import { faultOfPhone } from './phoneSaid.ts'

type Props = { readonly of: CaseAnswer['case']; readonly sheet: Sheet }

export function HouseholdPhone({ of: { phone, headName }, sheet: { facts, change } }: Props) {
  const said = facts.phone
  const [open, setOpen] = useState(phone === null || said !== undefined)
  const keep = () => {
    const { phone: _said, ...rest } = facts
    change(rest)
    setOpen(false)
  }
  return (
    <Section title={{ vi: 'Số điện thoại của hộ', en: 'Phone of the household' }}>
      {phone !== null && (
        <p class="form-actions">
          <a class="button" {...calling(phone, headName)}>
            {say({ vi: 'Gọi hộ {phone}', en: 'Call {phone}' }, { phone: spacedPhone(phone) })}
          </a>
          {open ? (
            <Button onClick={keep}>{say({ vi: 'Giữ như sổ hộ', en: 'Keep as in the register' })}</Button>
          ) : (
            <Button label={say(changeWords)} onClick={() => setOpen(true)}>
              {say({ vi: 'Sửa', en: 'Change' })}
            </Button>
          )}
        </p>
      )}
      {open && (
        <TextField
          label={
            phone === null
              ? { vi: 'Gia đình có số nào để gọi?', en: 'By which number is the family called?' }
              : { vi: 'Số hiện nay', en: 'The number now' }
          }
          hint={
            phone === null
              ? undefined
              : { vi: 'Không còn số nào thì để trống', en: 'Leave it empty where there is none any more' }
          }
          type="tel"
          maxLength={40}
          read={tidyPhone}
          value={said ?? phone ?? ''}
          onChange={(typed) => change({ ...facts, phone: typed })}
          fault={faultOfPhone(said)}
        />
      )}
    </Section>
  )
}

const changeWords = { vi: 'Sửa số điện thoại của hộ', en: 'Change the phone of the household' }
