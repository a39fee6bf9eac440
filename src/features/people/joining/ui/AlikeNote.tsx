import type { OfficialId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import { pathOf } from '../../roster/ui/official.ts'
import { listAlike } from './calls.ts'

/** That the record may be of somebody who has another, or was said to be of another person; nothing where there is none. */
export function AlikeNote({ officialId }: { officialId: OfficialId }) {
  const { data } = useRead(listAlike, { officialId })
  const to = useTo()
  if (!data || data.rows.length === 0) return null
  const waits = data.rows.some(({ because }) => because === null)
  const opens = (otherId: OfficialId) =>
    holds('roster.write') ? to(`${pathOf(officialId)}/gop`, { voi: otherId }) : to(pathOf(otherId))
  return (
    <Notice look={waits ? 'waits' : 'plain'}>
      <ul class="bullets">
        {data.rows.map(({ otherId, name, unitName, because }) => (
          <li key={otherId}>
            {because === null
              ? say({ vi: 'Có thể trùng với hồ sơ', en: 'May be the same person as' })
              : say({ vi: 'Đã nói là hai người với hồ sơ', en: 'Said to be another person than' })}{' '}
            <a href={because === null ? opens(otherId) : to(pathOf(otherId))}>
              {name}, {unitName}
            </a>
            {because !== null && `: ${because}`}
          </li>
        ))}
      </ul>
      <p>
        <a href={to('/can-bo/trung')}>{say({ vi: 'Danh sách hồ sơ trùng', en: 'Records entered twice' })}</a>
      </p>
    </Notice>
  )
}
