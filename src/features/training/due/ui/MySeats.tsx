/** What I am to learn by approved plans: what, when, where. */
import { Section } from '#platform/web/kit/Page.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { planNamed } from '../../plan/columns.ts'
import { mySeatSaid } from '../columns.ts'
import { mySeats } from './calls.ts'

export function MySeats() {
  const read = useRead(mySeats, {})
  const seats = read.data?.seats ?? []
  if (read.problem) return <ProblemNote of={read.problem} again={read.again} />
  if (!read.data) return null
  return (
    <Section title={{ vi: 'Tôi có chỗ trong kế hoạch đào tạo', en: 'My seats in plans of training' }}>
      {seats.length === 0 ? (
        <p>
          {say({
            vi: 'Chưa có kế hoạch nào đã phê duyệt từ năm nay có tên bạn.',
            en: 'No approved plan from this year on names you.',
          })}
        </p>
      ) : (
        <ul class="plain-list">
          {seats.map((seat) => (
            <li key={seat.planSeatId}>
              <strong>{say(mySeatSaid(seat))}</strong>
              {seat.over && say({ vi: ' (đã qua)', en: ' (over)' })}
              <br />
              {say(planNamed(seat))}, {seat.unitName}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
