/** The open rounds of all places I see, those behind first: who is late, how far each is. */
import { showNumber } from '#kernel/numbers.ts'
import { useFilter, useTo } from '#platform/web/address.ts'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import { progressColumns } from '../../columns.ts'
import { paces, paceWords } from '../../model.ts'
import { askedIn, sentIn } from '../../rules/progress.ts'
import { roundPath } from '../addresses.ts'
import type { ProgressAnswer, ProgressRow } from '../answers.ts'
import { progressFile, roundProgress } from '../calls.ts'
import { daysSentence } from '../sayings.ts'
import { PaceMark } from './RoundLine.tsx'
import '../rounds.css'

export default function ProgressPage() {
  const read = useRead(roundProgress, {})
  return (
    <Page title={{ vi: 'Tiến độ rà soát', en: 'Progress of the reviews' }} state={read.data && stateOf(read.data)}>
      <Reading of={read} rows={10}>
        {(data) => <Rounds of={data} />}
      </Reading>
    </Page>
  )
}

const choices = [
  { value: 'all', label: { vi: 'Tất cả', en: 'All' } },
  ...paces.map((value) => ({ value, label: paceWords[value] })),
]

function Rounds({ of: { rounds } }: { of: ProgressAnswer }) {
  const [loc, setLoc] = useFilter('loc', 'all')
  const to = useTo()
  const pace = paces.find((one) => one === loc)
  return (
    <Listing
      name="progress"
      caption={{ vi: 'Các kỳ đang làm, trễ và chậm trước', en: 'Rounds under way, late and slow ones first' }}
      rows={rounds.filter((round) => pace === undefined || round.pace === pace)}
      rowKey={(round) => round.roundId}
      {...(holds('round.read') && { href: (round: ProgressRow) => to(roundPath(round.roundId)) })}
      file={listAs(progressFile, pace ? { pace } : {})}
      columns={shown(progressColumns, {
        pace: (round) => <PaceMark of={round.pace} />,
        days: daysSentence,
      })}
      filters={
        rounds.length > 0 && (
          <ChoiceField
            label={{ vi: 'Tiến độ', en: 'Pace' }}
            required
            as="select"
            choices={choices}
            value={loc}
            onChange={setLoc}
          />
        )
      }
      empty={
        <Empty
          title={{ vi: 'Không có kỳ rà soát nào như vậy.', en: 'There is no such round.' }}
          why={{ vi: 'Kỳ đã kết thúc xem ở mục Kỳ rà soát.', en: 'Ended rounds stand under Reviews.' }}
        />
      }
    />
  )
}

function stateOf({ rounds, more }: ProgressAnswer): string {
  const sum = (figure: (row: ProgressRow) => number) => rounds.reduce((all, row) => all + figure(row), 0)
  return say(
    {
      vi: '{n} kỳ đang làm; đã gửi {sent} trên {asked} phiếu; {late} kỳ trễ hạn, {slow} kỳ chậm.',
      en: '{n} rounds under way; {sent} of {asked} surveys sent; {late} late, {slow} slow.',
    },
    {
      n: `${showNumber(rounds.length)}${more ? '+' : ''}`,
      sent: showNumber(sum((row) => sentIn(row.counts))),
      asked: showNumber(sum((row) => askedIn(row.counts))),
      late: showNumber(rounds.filter((row) => row.pace === 'late').length),
      slow: showNumber(rounds.filter((row) => row.pace === 'slow').length),
    },
  )
}
