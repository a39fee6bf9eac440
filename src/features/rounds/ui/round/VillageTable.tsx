import { showNumber } from '#kernel/numbers.ts'
import { useTo } from '#platform/web/address.ts'
import { Badge } from '#platform/web/kit/Badge.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { assignPath, casesPath, standingQuery } from '../addresses.ts'
import type { CaseCounts, RoundAnswer, RoundVillage } from '../answers.ts'
import { askedIn, sentIn } from '../sayings.ts'

const shown = [
  { state: undefined, key: 'total', head: { vi: 'Số hộ', en: 'Households' } },
  { state: 'assigned', key: 'assigned', head: { vi: 'Chờ khảo sát', en: 'To survey' } },
  { state: 'submitted', key: 'submitted', head: { vi: 'Chờ kiểm tra', en: 'To check' } },
  { state: 'returned', key: 'returned', head: { vi: 'Trả lại', en: 'Returned' } },
  { state: 'accepted', key: 'accepted', head: { vi: 'Chấp nhận', en: 'Accepted' } },
] as const satisfies readonly { state: string | undefined; key: keyof CaseCounts; head: object }[]

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
      columns={[
        { key: 'name', head: { vi: 'Thôn', en: 'Village' }, cell: (village: RoundVillage) => village.name },
        {
          key: 'who',
          head: { vi: 'Rà soát viên', en: 'Enumerator' },
          cell: ({ enumeratorName }: RoundVillage) =>
            enumeratorName ?? <Badge look="waits">{{ vi: 'chưa giao', en: 'nobody' }}</Badge>,
        },
        ...shown.map(({ key, head, state }) => ({
          key,
          head,
          number: true,
          cell: ({ villageId, counts }: RoundVillage) =>
            counts[key] === 0 ? '0' : <a href={cases(villageId, state)}>{showNumber(counts[key])}</a>,
        })),
        {
          key: 'state',
          head: { vi: 'Tình hình', en: 'State' },
          cell: (village: RoundVillage) => <StateOf village={village} late={late} />,
        },
      ]}
      empty={
        <Empty title={{ vi: 'Kỳ này chưa có thôn nào.', en: 'This round has no village yet.' }}>
          <LinkButton href={to(assignPath(roundId))}>{say({ vi: 'Giao việc', en: 'Assign' })}</LinkButton>
        </Empty>
      }
    />
  )
}

function StateOf({ village: { counts }, late }: { village: RoundVillage; late: boolean }) {
  if (counts.total === 0) return <span class="quiet">{say({ vi: 'không có hộ', en: 'no household' })}</span>
  if (counts.accepted === askedIn(counts)) return <Badge look="done">{{ vi: 'xong', en: 'done' }}</Badge>
  if (sentIn(counts) === askedIn(counts)) return <Badge look="done">{{ vi: 'đã gửi đủ', en: 'all sent' }}</Badge>
  return late ? (
    <Badge look="late">{{ vi: 'chậm', en: 'late' }}</Badge>
  ) : (
    <Badge look="waits">{{ vi: 'đang làm', en: 'under way' }}</Badge>
  )
}
