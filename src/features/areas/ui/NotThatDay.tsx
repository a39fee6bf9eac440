/** A unit that is not there yet, or no longer, on the day: said with what stood on its ground then, never as nothing. */
import { useLocation } from 'preact-iso'
import { showDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { today, useDay } from '#platform/web/day.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { account } from '#platform/web/session.ts'
import type { AreaAnswer } from './answers.ts'
import { showArea } from './calls.ts'
import { pathOf } from './sayings.ts'

type Props = {
  readonly of: Pick<AreaAnswer, 'name' | 'day' | 'stood'>
  readonly areaId: AreaId
  /** The page of a unit of that day; its own page where nothing is said. */
  readonly href?: ((areaId: AreaId) => string) | undefined
}

export function NotThatDay({ of, areaId, href }: Props) {
  const to = useTo()
  const said = { name: of.name, day: showDate(of.day) }
  return (
    <Notice look="waits">
      <div class="told">
        <p>
          {say(
            of.stood.length > 0
              ? {
                  vi: 'Ngày {day} chưa có hoặc không còn {name}. Địa bàn này ngày ấy là:',
                  en: 'On {day} {name} is not there yet, or no longer. On its ground stood:',
                }
              : {
                  vi: 'Ngày {day} chưa có hoặc không còn {name}; danh mục chưa ghi ngày ấy là đơn vị nào.',
                  en: 'On {day} {name} is not there yet, or no longer; the register does not say what stood there.',
                },
            said,
          )}
        </p>
        {of.stood.length > 0 && (
          <ul class="bullets">
            {of.stood.map((one) => (
              <li key={one.areaId}>
                <a href={href?.(one.areaId) ?? to(pathOf(one.areaId))}>{one.name}</a>
                {one.within && <small class="quiet"> {one.within}</small>}
              </li>
            ))}
          </ul>
        )}
        <p>
          <a href={to(pathOf(areaId), { the: 'lich-su' })}>
            {say({ vi: 'Lịch sử của {name}', en: 'History of {name}' }, said)}
          </a>
        </p>
      </div>
    </Notice>
  )
}

/** Of a unit that somebody's role is over: that it stands no more, and what to do about the role. */
export function OwnUnitEnded({ areaId }: { areaId: AreaId }) {
  const { data } = useRead(showArea, { areaId, day: today() })
  if (!data || data.area) return null
  // Who has a role over what came of it has nothing to ask for.
  if (data.stood.some((one) => account.value?.grants.some((grant) => grant.areaId === one.areaId))) return null
  return (
    <>
      <NotThatDay of={data} areaId={areaId} />
      <p>
        {say(
          {
            vi: 'Quyền của bạn vẫn ghi tại {name}: hãy hỏi người quản trị để được giao lại tại đơn vị mới. Việc đang làm dở không mất.',
            en: 'Your role is still over {name}: ask the administrator to give it over the new unit. Nothing that was begun is lost.',
          },
          { name: data.name },
        )}
      </p>
    </>
  )
}

/** What stands where a unit stood, in one line, each opening the same page of it. */
export function StoodLinks({ areaId, page }: { areaId: AreaId; page: string }) {
  const to = useTo()
  const { units } = useDay()
  const { data } = useRead(showArea, { areaId, day: units })
  if (!data || data.area || data.stood.length === 0) return null
  return (
    <p>
      {say({ vi: 'Địa bàn này nay là: ', en: 'On its ground stand: ' })}
      {data.stood.map((one, at) => (
        <>
          {at > 0 && ', '}
          <a href={to(page, { noi: one.areaId })}>{one.name}</a>
        </>
      ))}
    </p>
  )
}

/** The same for any page about the unit I look at, on a day on which it does not stand: the other opens on that page. */
export function InsteadOf({ areaId }: { areaId: AreaId }) {
  const to = useTo()
  const { path } = useLocation()
  const { units } = useDay()
  const { data } = useRead(showArea, { areaId, day: units })
  if (!data || data.area) return null
  return <NotThatDay of={data} areaId={areaId} href={(other) => to(path, { noi: other })} />
}
