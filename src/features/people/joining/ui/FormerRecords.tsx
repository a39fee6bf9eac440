import { showDate } from '#kernel/dates.ts'
import type { OfficialId } from '#kernel/ids.ts'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { listFormer } from './calls.ts'

/** The records that went into this one; nothing where there are none. */
export function FormerRecords({ officialId }: { officialId: OfficialId }) {
  const { data } = useRead(listFormer, { officialId })
  if (!data || data.rows.length === 0) return null
  return (
    <>
      {data.rows.map(({ formerId, name, unitName, on, by, because }) => (
        <p key={formerId} class="quiet">
          {say(
            {
              vi: 'Đã gộp hồ sơ trùng ({name}, do {unit} giữ) ngày {day}, {by}: {because}',
              en: 'Another record ({name}, kept by {unit}) went into this on {day}, {by}: {because}',
            },
            { name, unit: unitName, day: showDate(on), by, because },
          )}
        </p>
      ))}
    </>
  )
}
