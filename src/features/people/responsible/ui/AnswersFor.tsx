/** Of one official, the units and villages they answer for on the day looked at, post by post. */
import { showDate } from '#kernel/dates.ts'
import { useTo } from '#platform/web/address.ts'
import { useDay } from '#platform/web/day.ts'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { say } from '#platform/web/language.ts'
import { postSaid } from '../../roster/columns.ts'
import type { OfficialAnswer } from '../../roster/ui/official.ts'

type Held = OfficialAnswer['appointments'][number]

export function AnswersFor({ of: { appointments, died } }: { of: OfficialAnswer }) {
  const { facts: day } = useDay()
  const to = useTo()
  const held = appointments.filter(
    ({ from, until, unplacedFrom }) =>
      from <= day && (until === null || day < until) && (unplacedFrom === null || day < unplacedFrom),
  )
  const byPost = new Map<string, Held[]>()
  for (const one of held) byPost.set(say(postSaid(one)), [...(byPost.get(say(postSaid(one))) ?? []), one])
  return (
    <Section title={{ vi: `Phụ trách ngày ${showDate(day)}`, en: `Answers for on ${showDate(day)}` }}>
      {died && died < day ? (
        <p>{say({ vi: 'Đã qua đời {day}.', en: 'Died on {day}.' }, { day: showDate(died) })}</p>
      ) : held.length === 0 ? (
        <p class="quiet">{say({ vi: 'Ngày này không giữ chức danh nào.', en: 'Holds no post on this day.' })}</p>
      ) : (
        <FactList
          of={[...byPost].map(([post, all]) => ({
            label: { vi: post, en: post },
            value: (
              <>
                {all.map((one, at) => (
                  <span key={one.appointmentId}>
                    {at > 0 && '; '}
                    <a href={to(`/don-vi/${one.areaId}`, { the: 'phu-trach' })}>{one.place}</a>
                  </span>
                ))}
              </>
            ),
          }))}
        />
      )}
    </Section>
  )
}
