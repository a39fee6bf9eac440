/** The open rounds of all places I see, those behind first: who is late, how far each is. */

import { useFilter, useTo } from '#platform/web/address.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import { progressColumns } from '../../columns.ts'
import { paces, paceWords } from '../../model.ts'
import { progressFile, roundProgress } from '../../progress/ui/calls.ts'
import { askedIn, sentIn } from '../../rules/progress.ts'
import { roundPath } from '../addresses.ts'
import type { ProgressAnswer, ProgressRow } from '../answers.ts'
import { daysSentence } from '../sayings.ts'
import { PaceMark } from './RoundLine.tsx'
import '../rounds.css'

export default function ProgressPage() {
  const [text, setPart] = useFilter('phan', '1')
  const part = Math.max(1, Math.floor(Number(text)) || 1)
  const read = useRead(roundProgress, { page: part })
  return (
    <Page title={{ vi: 'Tiến độ rà soát', en: 'Progress of the reviews' }} state={read.data && stateOf(read.data)}>
      <Reading of={read} rows={10}>
        {(data) => (
          <>
            <Rounds of={data} />
            <Parts of={data} part={part} onPart={(next) => setPart(String(next))} />
          </>
        )}
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

function stateOf({ rounds, total, late, from }: ProgressAnswer): string {
  const sum = (figure: (row: ProgressRow) => number) => rounds.reduce((all, row) => all + figure(row), 0)
  const slow = rounds.filter((row) => row.pace === 'slow').length
  const facts = {
    n: showNumber(total),
    late: showNumber(late),
    from: showNumber(from + 1),
    to: showNumber(from + rounds.length),
    sent: showNumber(sum((row) => sentIn(row.counts))),
    asked: showNumber(sum((row) => askedIn(row.counts))),
    slow: showNumber(slow),
  }
  return say(rounds.length < total ? ofSome : ofAll, facts)
}

const ofAll = {
  vi: '{n} kỳ đang làm; đã gửi {sent} trên {asked} phiếu; {late} kỳ trễ hạn, {slow} kỳ chậm.',
  en: '{n} rounds under way; {sent} of {asked} surveys sent; {late} late, {slow} slow.',
}
const ofSome = {
  vi: '{n} kỳ đang làm, {late} kỳ trễ hạn. Ở đây là kỳ {from} - {to} theo ngày cuối: đã gửi {sent} trên {asked} phiếu, {slow} kỳ chậm.',
  en: '{n} rounds under way, {late} late. Here are {from} - {to} by their last day: {sent} of {asked} surveys sent, {slow} slow.',
}

/** Of so many rounds that they come in parts, the one before and the one after. */
function Parts({ of, part, onPart }: { of: ProgressAnswer; part: number; onPart: (part: number) => void }) {
  if (part === 1 && !of.more) return null
  return (
    <nav class="pager" aria-label={say({ vi: 'Các phần', en: 'Parts' })}>
      {part > 1 && (
        <Button look="quiet" onClick={() => onPart(part - 1)}>
          {say({ vi: '‹ Các kỳ đến hạn trước', en: '‹ Those that end sooner' })}
        </Button>
      )}
      {of.more && (
        <Button look="quiet" onClick={() => onPart(part + 1)}>
          {say({ vi: 'Các kỳ đến hạn sau ›', en: 'Those that end later ›' })}
        </Button>
      )}
    </nav>
  )
}
