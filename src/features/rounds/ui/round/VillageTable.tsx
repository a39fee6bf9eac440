import type { ComponentChildren } from 'preact'
import { useTo } from '#platform/web/address.ts'
import { Badge } from '#platform/web/kit/Badge.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { type Column, listAs } from '#platform/web/kit/listingProps.ts'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useBrought } from '#platform/web/room.ts'
import { villageColumns } from '../../columns.ts'
import { villageStanding, villageStandingWords } from '../../rules/progress.ts'
import { assignPath, casesPath, standingQuery } from '../addresses.ts'
import type { CaseCounts, RoundAnswer, RoundVillage } from '../answers.ts'
import { villagesFile } from '../calls.ts'
import { roundParts } from '../panel.ts'

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

/** How far each village is; every number leads to its households, or to what a room above counts there. */
export function VillageTable({ of }: { of: RoundAnswer }) {
  const brought = useBrought(roundParts).flatMap(({ columns = [] }) => columns)
  const draw = brought.reduce<(columns: readonly Column<RoundVillage>[]) => ComponentChildren>(
    (inner, Columns) => (others) => <Columns of={of}>{(own) => inner([...own, ...others])}</Columns>,
    (others) => <Table of={of} others={others} />,
  )
  return <>{draw([])}</>
}

type TableProps = { readonly of: RoundAnswer; readonly others: readonly Column<RoundVillage>[] }

function Table({ of, others }: TableProps) {
  const to = useTo()
  const { roundId, late } = of.round
  const cases = (villageId: string, state?: string) => to(casesPath(roundId), standingQuery({ villageId, state }))
  const columns = shown(villageColumns(late), {
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
  })
  return (
    <Listing
      name="round-villages"
      caption={{ vi: 'Các thôn của kỳ', en: 'Villages of the round' }}
      rows={of.villages}
      rowKey={(village) => village.villageId}
      href={(village) => cases(village.villageId)}
      file={listAs(villagesFile, { roundId })}
      columns={[...columns.slice(0, -1), ...others, ...columns.slice(-1)]}
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
