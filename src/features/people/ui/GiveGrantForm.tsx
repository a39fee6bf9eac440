import { useState } from 'preact/hooks'
import { type Authority, type Role, roles } from '#kernel/access.ts'
import { addDays, findPlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { today } from '#platform/web/day.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { say } from '#platform/web/language.ts'
import { AreasField, type Unit, unitsGiven } from './AreasField.tsx'
import { AuthorityField } from './AuthorityField.tsx'
import { giveGrant } from './calls.ts'
import { RoleField } from './RoleField.tsx'

const nowhere: readonly Unit[] = []

function givenSaid(role: Role, units: readonly Unit[]): string {
  const names = units.map(({ name }) => name).join(', ') || say({ vi: 'đơn vị đang xem', en: 'the unit looked at' })
  return say(
    { vi: 'Đã giao: {role} tại {names}.', en: 'Given: {role} over {names}.' },
    { role: say(roles[role]), names },
  )
}

type Props = { readonly accountId: AccountId; readonly areaId: AreaId }
/** Begins anew after each: who presses twice gives nothing twice, and no other thing. */
export function GiveGrantForm(props: Props) {
  const [given, setGiven] = useState<readonly string[]>([])
  return (
    <>
      {given.map((said) => (
        <Notice key={said}>{said}</Notice>
      ))}
      <GrantFields key={given.length} {...props} onGiven={(said) => setGiven([...given, said])} />
    </>
  )
}

/** People say the last day of a grant; the record holds the first day it no longer stands. */
function GrantFields({ accountId, areaId, onGiven }: Props & { readonly onGiven: (said: string) => void }) {
  const draft = useDraft('people.grant', `${accountId} ${areaId}`)
  const [role, setRole] = useTyped<Role | null>(draft, 'role', null)
  const [authority, setAuthority] = useTyped<Authority>(draft, 'authority', 'own')
  const [from, setFrom] = useTyped<string | null>(draft, 'from', today())
  const [last, setLast] = useTyped<string | null>(draft, 'last', null)
  const [units, setUnits] = useTyped<readonly Unit[]>(draft, 'units', nowhere)
  const giving = useChange(giveGrant, { draft })
  const whyNot = role && from ? null : { vi: 'Chọn vai trò và ngày bắt đầu.', en: 'Choose a role and the first day.' }

  const give = async () => {
    const first = findPlainDate(from ?? '')
    const lastDay = findPlainDate(last ?? '')
    if (!role || !first) return
    const until = lastDay && addDays(lastDay, 1)
    const signs = role === 'commune_chair' ? { authority } : {}
    const areaIds = unitsGiven(units, areaId)
    if (await giving.run({ accountId, role, ...signs, areaIds, from: first, until })) onGiven(givenSaid(role, units))
  }
  return (
    <Form
      onSubmit={give}
      draft={draft}
      problem={giving.problem}
      actions={
        <Button submit pending={giving.pending} whyNot={whyNot}>
          {units.length > 1
            ? say(
                { vi: 'Giao vai trò tại {n} đơn vị', en: 'Give the role over {n} {n:unit|units}' },
                { n: units.length },
              )
            : say({ vi: 'Giao vai trò', en: 'Give the role' })}
        </Button>
      }
    >
      <RoleField value={role} onChange={setRole} />
      <AreasField here={areaId} role={role} value={units} onChange={setUnits} />
      <AuthorityField role={role} value={authority} onChange={setAuthority} />
      <DayField label={{ vi: 'Từ ngày', en: 'From' }} at="from" required value={from} onChange={setFrom} />
      <DayField label={{ vi: 'Đến hết ngày', en: 'To the end of' }} at="until" value={last} onChange={setLast} />
    </Form>
  )
}
