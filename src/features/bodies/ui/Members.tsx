/** Who sits in a body on a day, and what the law says of them. */

import { useState } from 'preact/hooks'
import { useFilter, useTo } from '#platform/web/address.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { type Column, listAs } from '#platform/web/kit/listingProps.ts'
import { MarkNote } from '#platform/web/kit/MarkNote.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { memberColumns } from '../columns.ts'
import type { BodyMember } from '../model.ts'
import { membersFile } from './calls.ts'
import { CorrectEndDialog, LeaveDialog } from './EndDialogs.tsx'
import { JoinDialog } from './JoinDialog.tsx'
import type { BodyAnswer } from './typed.ts'

/** In the address: whether those of all days are shown. */
export const membersFilter = 'thanh-vien'

export function Members({ of }: { of: BodyAnswer }) {
  const [joining, setJoining] = useState(false)
  const [ending, setEnding] = useState<BodyMember | null>(null)
  const [all] = useFilter(membersFilter)
  const to = useTo()
  const writes = of.can.includes('write')
  const deeds: Column<BodyMember> = {
    key: 'do',
    head: { vi: 'Việc', en: 'Deeds' },
    act: true,
    cell: (row) => (
      <Button look="quiet" onClick={() => setEnding(row)}>
        {say(row.because === null ? { vi: 'Thôi', en: 'End' } : { vi: 'Sửa việc thôi', en: 'Correct the end' })}
        <span class="only-heard"> {row.name}</span>
      </Button>
    ),
  }
  return (
    <Section title={{ vi: 'Thành viên', en: 'Members' }}>
      <Filters>
        <FilterChoice
          name={membersFilter}
          label={{ vi: 'Thời gian', en: 'Time' }}
          all={{ vi: 'Trong ngày đang xem', en: 'On this day' }}
          choices={[{ value: 'moi-ngay', label: { vi: 'Cả người đã thôi', en: 'Those who left too' } }]}
        />
      </Filters>
      <Listing<BodyMember>
        name="body-members"
        caption={{ vi: 'Thành viên', en: 'Members' }}
        rows={of.members}
        rowKey={(row) => row.bodyMemberId}
        href={(row) => to(`/can-bo/${row.officialId}`)}
        file={listAs(membersFile, { bodyId: of.bodyId, day: of.day, ...(all && { allMembers: true }) })}
        columns={[...shown(memberColumns, {}), ...(writes ? [deeds] : [])]}
        empty={
          <Empty
            title={{ vi: 'Ngày này chưa có thành viên nào.', en: 'There is no member on this day.' }}
            why={{ vi: 'Thành viên lấy từ sổ cán bộ.', en: 'Members come from the roster.' }}
          />
        }
      />
      {of.members.map((row) => row.died && <Died key={row.bodyMemberId} of={row} onEnd={writes ? setEnding : null} />)}
      {writes && (
        <Button onClick={() => setJoining(true)}>{say({ vi: 'Ghi thành viên', en: 'Enter a member' })}</Button>
      )}
      <Rules of={of} />
      {joining && <JoinDialog of={of} onClose={() => setJoining(false)} />}
      {ending?.because === null && <LeaveDialog of={ending} onClose={() => setEnding(null)} />}
      {ending?.because && <CorrectEndDialog of={ending} onClose={() => setEnding(null)} />}
    </Section>
  )
}

/** The roster says it; the body does not yet. */
const Died = ({ of, onEnd }: { of: BodyMember; onEnd: ((of: BodyMember) => void) | null }) => (
  <Notice look="waits">
    {say(
      {
        vi: 'Sổ cán bộ ghi {name} đã qua đời; việc thôi là thành viên chưa được ghi. Giấy mời và biên bản không còn tên người này.',
        en: 'By the roster {name} has died; no end of the membership is recorded. Invitations and minutes leave the name out.',
      },
      { name: of.name },
    )}{' '}
    {onEnd && of.because === null && (
      <Button look="quiet" onClick={() => onEnd(of)}>
        {say({ vi: 'Ghi thôi', en: 'Record the end' })}
        <span class="only-heard"> {of.name}</span>
      </Button>
    )}
  </Notice>
)

const Rules = ({ of: { rules } }: { of: BodyAnswer }) =>
  rules.length === 0 ? null : (
    <details open={rules.some((one) => one.broken !== null)}>
      <summary>{say({ vi: 'Quy định về thành viên', en: 'Rules for members' })}</summary>
      <ul>
        {rules.map((one) => (
          <li key={one.rule}>
            {say(one.said)}
            {one.broken && <strong>: {say(one.broken)}</strong>}{' '}
            <small>
              {one.legalBasis} <MarkNote mark={one.mark} />
            </small>
          </li>
        ))}
      </ul>
    </details>
  )
