/** In which household an official lives: whoever surveys, checks or decides should not do it for their own. */
import type { OfficialId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import { homeOfOfficial } from './calls.ts'

export default function HomeOf({ officialId }: { readonly officialId: OfficialId }) {
  return holds('household.read') ? <Home officialId={officialId} /> : null
}

function Home({ officialId }: { officialId: OfficialId }) {
  const read = useRead(homeOfOfficial, { officialId })
  const to = useTo()
  return (
    <Section title={{ vi: 'Hộ gia đình', en: 'Household' }}>
      <Reading of={read} rows={1}>
        {({ home }) =>
          home ? (
            <p>
              <a href={to(`/ho/${home.householdId}`)}>
                {say(
                  { vi: 'Hộ {head}, {village}', en: 'Household of {head}, {village}' },
                  {
                    head: home.headName,
                    village: home.villageName,
                  },
                )}
              </a>
              {'. '}
              {say({
                vi: 'Khi rà soát, người này không nên tự khảo sát, kiểm tra, quyết định hộ của mình.',
                en: 'In a review they should not survey, check or decide this household themselves.',
              })}
            </p>
          ) : (
            <p>
              {say({
                vi: 'Chưa thấy hộ nào của người này trong đơn vị của bạn (đối chiếu theo số CCCD mỗi đêm).',
                en: 'No household of theirs is known within your unit (compared by citizen id every night).',
              })}
            </p>
          )
        }
      </Reading>
    </Section>
  )
}
