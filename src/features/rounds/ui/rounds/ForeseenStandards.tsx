import { getStandard, listStandards } from '#features/standards/ui/calls.ts'
import { addDays, type PlainDate, showDate } from '#kernel/dates.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { closesRole, onlyRole, opensRole, StandardSummary } from './StandardSummary.tsx'

/** Which standard the round will open on the day its classes hold, and which one it will close. */
export function ForeseenStandards({ day }: { day: PlainDate }) {
  const opening = useRead(listStandards, { day })
  const before = useRead(listStandards, { day: addDays(day, -1) })
  return (
    <Reading of={opening} rows={3}>
      {({ standards }) => {
        const opens = standards.find((one) => one.holds)
        const closes = before.data?.standards.find((one) => one.holds && one.id !== opens?.id)
        if (!opens) return <NoStandard day={day} />
        return (
          <div class="pair">
            <Whole standardId={opens.id} role={closes ? opensRole : onlyRole} />
            {closes && <Whole standardId={closes.id} role={closesRole} />}
          </div>
        )
      }}
    </Reading>
  )
}

function Whole({ standardId, role }: { standardId: string; role: Words }) {
  const read = useRead(getStandard, { standardId })
  return (
    <Reading of={read} rows={3}>
      {({ standard }) => <StandardSummary role={role} standard={standard} />}
    </Reading>
  )
}

const NoStandard = ({ day }: { day: PlainDate }) => (
  <Notice look="waits">
    {say(
      {
        vi: 'Phần mềm chưa có chuẩn nghèo nào áp dụng ngày {day}: chưa mở được kỳ rà soát cho ngày này.',
        en: 'The software holds no standard for {day}: no round can be opened for that day.',
      },
      { day: showDate(day) },
    )}
  </Notice>
)
