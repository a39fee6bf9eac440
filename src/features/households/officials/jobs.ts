/** Which officials live in which households is found at night, by both sealed citizen ids: neither room says its numbers to the other. */
import { Type } from 'typebox'
import { openedIds } from '#features/people/roster/identity.ts'
import { happened } from '#platform/server/handle.ts'
import { job } from '#platform/server/jobs/job.ts'
import { householdEvent } from '../events.ts'
import { link } from './queries.ts'

const officialsLinked = job(
  {
    name: 'households.officials_linked',
    says: {
      vi: 'Tìm cán bộ là thành viên hộ nào, theo số CCCD',
      en: 'Find which households officials live in, by citizen id',
    },
    did: { vi: 'Nối {linked} cán bộ với hộ, thôi nối {parted}.', en: 'Linked {linked} officials, parted {parted}.' },
    schedule: '40 2 * * *',
    input: Type.Object({}),
  },
  async ({ db, services: { keys }, nation, today }) => {
    const ids = await openedIds(db, keys)
    const found = await link(
      db,
      ids.map(({ officialId, id }) => ({ officialId, hash: keys.indexOf(id) })),
      today,
    )
    const linked = found.filter((one) => one.linked)
    const facts = { linked: linked.length, parted: found.length - linked.length }
    // At the home: the unit that keeps the official hears of no household elsewhere.
    const each = found.map(({ officialId: subject, homeId, linked }) =>
      householdEvent(linked ? 'household.official_found' : 'household.official_parted', {
        ...{ subject, area: homeId ?? nation, facts: {} },
      }),
    )
    return happened(householdEvent('household.officials_linked', { subject: nation, area: nation, facts }), null, each)
  },
)

export const officialJobs = [officialsLinked]
