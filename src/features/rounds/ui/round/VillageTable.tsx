import { useTo } from '#platform/web/address.ts'
import { Badge } from '#platform/web/kit/Badge.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { villageColumns } from '../../columns.ts'
import { villageStanding, villageStandingWords } from '../../rules/progress.ts'
import { assignPath, casesPath, standingQuery } from '../addresses.ts'
import type { CaseCounts, RoundAnswer, RoundVillage } from '../answers.ts'
import { villagesFile } from '../calls.ts'

/** The counts that lead to households, by the state that narrows them to these. */
const states = {
  total: undefined,
  listed: 'listed',
  assigned: 'assigned',
  submitted: 'submitted',
  returned: 'returned',
  accepted: 'accepted',
  ended: 'ended',
} as const satisfies Record<keyof CaseCounts, string | undefined>
const looks = { none: undefined, done: 'done', sent: 'done', late: 'late', under_way: 'waits' } as const

/** How far each village is; every number leads to its households. */
export function VillageTable({ of }: { of: RoundAnswer }) {
  const to = useTo()
  const { roundId, late } = of.round
  const cases = (villageId: string, state?: string) => to(casesPath(roundId), standingQuery({ villageId, state }))
  return (
    <Listing
      name="round-villages"
      caption={{ vi: 'Các thôn của kỳ', en: 'Villages of the round' }}
      rows={of.villages}
      rowKey={(village) => village.villageId}
      href={(village) => cases(village.villageId)}
      file={listAs(villagesFile, { roundId })}
      columns={shown(villageColumns(late), {
        who: ({ enumeratorName }) => enumeratorName ?? <Badge look="waits">{{ vi: 'chưa giao', en: 'nobody' }}</Badge>,
        ...Object.fromEntries(
          Object.entries(states).map(([key, state]) => [
            key,
            ({ villageId, counts }: RoundVillage) => {
              const count = counts[key as keyof CaseCounts]
              return count === 0 ? '0' : <a href={cases(villageId, state)}>{showNumber(count)}</a>
            },
          ]),
        ),
        state: (village) => <StateOf village={village} late={late} />,
      })}
      empty={
        <Empty title={{ vi: 'Kỳ này chưa có thôn nào.', en: 'This round has no village yet.' }}>
          <LinkButton href={to(assignPath(roundId))}>{say({ vi: 'Giao việc', en: 'Assign' })}</LinkButton>
        </Empty>
      }
    />
  )
}

function StateOf({ village: { counts }, late }: { village: RoundVillage; late: boolean }) {
  const standing = villageStanding(counts, late)
  const look = looks[standing]
  const words = villageStandingWords[standing]
  return look ? <Badge look={look}>{words}</Badge> : <span class="quiet">{say(words)}</span>
}
