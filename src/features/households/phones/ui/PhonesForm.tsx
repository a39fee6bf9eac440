/** A box for each household; what is written down goes out of the list, what is not stays with its reason. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { AreaId } from '#kernel/ids.ts'
import { phoneFault, tidyPhone } from '#kernel/phones.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { LeftOuts, leftIn } from '../../ui/LeftOuts.tsx'
import type * as contract from '../contract.ts'
import { mostPhoned } from '../rules.ts'
import { writePhones } from './calls.ts'
import '../../ui/households.css'

type Household = OutputOf<typeof contract.villagePhones>['households'][number]
type Answer = OutputOf<typeof contract.writePhones>
/** By household what is typed, and the number that stood there when typing began. */
type Typed = { readonly phone: string; readonly was: string }
type Phones = Readonly<Record<string, Typed>>

type Props = {
  readonly villageId: AreaId
  readonly households: readonly Household[]
  readonly again: () => void
}

export function PhonesForm({ villageId, households, again }: Props) {
  const draft = useDraft('households.phones', villageId)
  const [typed, setTyped, begin] = useTyped<Phones>(draft, 'phones', {})
  const [sure, setSure] = useTyped(draft, 'sure', '')
  const [all, setAll] = useState(false)
  const [done, setDone] = useState<Answer | null>(null)
  const writing = useChange(writePhones, { draft })
  const left = writing.problem ? leftIn(writing.problem.facts.left) : (done?.left ?? [])
  const phones = households.flatMap(({ householdId }) => {
    const { phone, was } = typed[householdId] ?? untyped
    return tidyPhone(phone) === was ? [] : [{ householdId, phone: tidyPhone(phone), was }]
  })
  const shown = households.filter(({ householdId, phone }) => all || phone === '' || householdId in typed)
  const whyNot = whyNotOf(phones.length)
  const save = async () => {
    if (whyNot) return
    const answer = await writing.run({
      phones: phones.map(({ householdId, phone }) => ({ householdId, phone })),
      was: { phones: phones.map(({ householdId, was: phone }) => ({ householdId, phone })) },
      ...(sure.trim() && { sure: sure.trim() }),
    })
    if (!answer) return
    setDone(answer)
    // What was not taken stays in its box.
    const stays = answer.left.map(({ householdId }) => [householdId, typed[householdId] ?? untyped])
    begin(Object.fromEntries(stays))
    again()
  }
  return (
    <div class="households-phones-page">
      <Form
        draft={draft}
        onSubmit={() => void save()}
        problem={writing.problem}
        actions={
          <Button look="primary" submit pending={writing.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi {n} số', en: 'Write down {n} numbers' }, { n: showNumber(phones.length) })}
          </Button>
        }
      >
        <p class="page-state">
          {say(
            { vi: '{n} trên {all} hộ chưa có số.', en: '{n} of {all} households have no number.' },
            {
              n: showNumber(households.filter(({ phone }) => phone === '').length),
              all: showNumber(households.length),
            },
          )}{' '}
          <Button look="quiet" onClick={() => setAll(!all)}>
            {say(all ? { vi: 'Chỉ hộ chưa có số', en: 'Only those without' } : { vi: 'Hiện mọi hộ', en: 'Show all' })}
          </Button>
        </p>
        {shown.length === 0 && <Empty title={everybody} why={seeAll} />}
        <fieldset class="households-phones" onKeyDown={toNext}>
          <legend class="only-heard">{say({ vi: 'Số của từng hộ', en: 'The number of each' })}</legend>
          {shown.map((one) => (
            <Box
              key={one.householdId}
              of={one}
              value={typed[one.householdId]?.phone ?? one.phone}
              onChange={(phone) =>
                setTyped({ ...typed, [one.householdId]: { phone, was: typed[one.householdId]?.was ?? one.phone } })
              }
            />
          ))}
        </fieldset>
        {done && <Done of={done} />}
        <LeftOuts title={staying} again={whyShared} of={left} />
        {(sure || left.some((one) => one.withReason)) && (
          <TextField
            label={{ vi: 'Vì sao các hộ này chung số', en: 'Why they have one number' }}
            at="sure"
            lines={2}
            maxLength={500}
            value={sure}
            onChange={setSure}
          />
        )}
      </Form>
    </div>
  )
}

const untyped: Typed = { phone: '', was: '' }
const staying: Words = { vi: 'Chưa ghi được:', en: 'Not written down:' }
const whyShared: Words = {
  vi: 'Đúng là chung số thì ghi lý do bên dưới rồi ghi lại.',
  en: 'If it is so, say why below.',
}
const everybody: Words = { vi: 'Mọi hộ của thôn đã có số.', en: 'All households have a number.' }
const seeAll: Words = { vi: 'Muốn sửa, bấm “Hiện mọi hộ”.', en: 'To change one, press “Show all”.' }

function whyNotOf(count: number): Words | null {
  if (count === 0) return { vi: 'Chưa nhập số nào mới.', en: 'No new number is typed yet.' }
  return count > mostPhoned
    ? { vi: `Mỗi lần nhiều nhất ${mostPhoned} hộ.`, en: `At most ${mostPhoned} households at once.` }
    : null
}

/** Takes the focus: what was written down has gone out of the list. */
function Done({ of }: { of: Answer }) {
  const box = useRef<HTMLParagraphElement>(null)
  useEffect(() => box.current?.focus(), [of])
  return (
    <p ref={box} tabIndex={-1} class="notice done" role="status">
      {say({ vi: 'Đã ghi số của {n} hộ.', en: '{n} numbers were written down.' }, { n: showNumber(of.written.length) })}
    </p>
  )
}

type BoxProps = { readonly of: Household; readonly value: string; readonly onChange: (phone: string) => void }

function Box({ of: { headName, number, address }, value, onChange }: BoxProps) {
  const numbered = number && say({ vi: 'số {number}', en: 'no. {number}' }, { number })
  const called = [headName, numbered, address].filter(Boolean).join(', ')
  return (
    <TextField
      label={{ vi: called, en: called }}
      type="tel"
      read={tidyPhone}
      fault={phoneFault(tidyPhone(value))}
      maxLength={40}
      value={value}
      onChange={onChange}
    />
  )
}

/** Enter goes on to the next household, and from the last to the button. */
function toNext(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
  event.preventDefault()
  const boxes = [...(event.currentTarget as HTMLElement).querySelectorAll('input')]
  const next = boxes[boxes.indexOf(event.target) + 1]
  const button = event.target.form?.querySelector<HTMLElement>('.form-actions button[type="submit"]')
  ;(next ?? button)?.focus()
}
