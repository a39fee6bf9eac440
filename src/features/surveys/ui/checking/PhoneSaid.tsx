/** The number by which the family wants to be called, where the register has another: recorded there by who checks. */
import { useState } from 'preact/hooks'
import { showHousehold } from '#features/households/ui/calls.ts'
import { MoveForm } from '#features/households/ui/changes/MoveForm.tsx'
import { spacedPhone } from '#kernel/phones.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import type { CaseAnswer } from '../answers.ts'

const deedOf = (said: string): Words =>
  said === ''
    ? { vi: 'Bỏ số điện thoại trong sổ hộ', en: 'Take the phone out of the register' }
    : { vi: 'Ghi số điện thoại vào sổ hộ', en: 'Record the phone in the register' }

/** Nothing stands against accepting: the class does not hang on it. */
export function PhoneSaid({ of }: { of: CaseAnswer }) {
  const [open, setOpen] = useState(false)
  const { phoneSaid: differs, survey } = of
  if (!differs || !survey) return null
  const { said, registered } = differs
  return (
    <>
      <ul class="surveys-learned">
        <li>
          <span>
            {said === ''
              ? say({ vi: 'Gia đình nói: không còn số điện thoại nào', en: 'The family says: no phone any more' })
              : say(
                  { vi: 'Gia đình nói số điện thoại: {said}', en: 'The family says its phone: {said}' },
                  { said: spacedPhone(said) },
                )}
            <small class="hint">
              {registered === ''
                ? say({ vi: 'sổ hộ chưa có số nào', en: 'the register has none' })
                : say({ vi: 'sổ hộ: {phone}', en: 'the register: {phone}' }, { phone: spacedPhone(registered) })}
            </small>
          </span>
          {of.mayRegister && (
            <Button look="quiet" onClick={() => setOpen(true)}>
              {say(deedOf(said))}
            </Button>
          )}
        </li>
      </ul>
      {open && <Recording of={of} phone={said} on={survey.surveyedOn} onClose={() => setOpen(false)} />}
    </>
  )
}

type Props = { readonly of: CaseAnswer; readonly phone: string; readonly on: string; readonly onClose: () => void }

function Recording({ of, phone, on, onClose }: Props) {
  const read = useRead(showHousehold, { householdId: of.case.householdId })
  return (
    <Dialog title={deedOf(phone)} onClose={onClose}>
      <Reading of={read} rows={4}>
        {(household) => <MoveForm household={household} onDone={onClose} begin={{ phone, on }} />}
      </Reading>
    </Dialog>
  )
}
