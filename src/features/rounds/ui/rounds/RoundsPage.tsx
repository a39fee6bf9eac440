/** The rounds of the area I look at, the present ones first. */

import { useState } from 'preact/hooks'
import { InsteadOf } from '#features/areas/ui/NotThatDay.tsx'
import type { AreaId } from '#kernel/ids.ts'
import { useFilter, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { Badge } from '#platform/web/kit/Badge.tsx'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { roundColumns } from '../../columns.ts'
import { roundKinds, roundStateWords } from '../../model.ts'
import { askedIn, sentIn } from '../../rules/progress.ts'
import { newRoundName, roundPath } from '../addresses.ts'
import type { RoundRow } from '../answers.ts'
import { listRounds, listRoundsFile } from '../calls.ts'
import { notMine } from '../sayings.ts'
import { NewRoundDialog } from './NewRoundDialog.tsx'
import '../rounds.css'

const ended = (round: RoundRow): boolean => round.state === 'completed' || round.state === 'cancelled'

export default function RoundsPage() {
  const { areaId } = useArea()
  const read = useRead(listRounds, areaId ? { areaId } : null)
  // Another page may lead here to open one.
  const [asked, setAsked] = useFilter(newRoundName)
  const [opening, setOpening] = useState(asked !== '')
  const may = read.data?.can.includes('create') ?? false
  return (
    <Page
      title={{ vi: 'Rà soát hộ nghèo, hộ cận nghèo', en: 'Poverty reviews' }}
      state={read.data && stateOf(read.data.rounds)}
      action={
        read.data && (
          <Button look="primary" whyNot={may ? null : notMine} onClick={() => setOpening(true)}>
            {say({ vi: 'Mở kỳ rà soát', en: 'Open a round' })}
          </Button>
        )
      }
    >
      {areaId ? (
        <>
          <InsteadOf areaId={areaId} />
          <Reading of={read} rows={6}>
            {({ rounds }) => <Rounds areaId={areaId} rounds={rounds} mayOpen={may} />}
          </Reading>
        </>
      ) : (
        <NoPermission right="round.read" />
      )}
      {opening && may && areaId && (
        <NewRoundDialog
          areaId={areaId as AreaId}
          taken={read.data?.rounds.map(({ name }) => name) ?? []}
          kind={roundKinds.find((kind) => kind === asked)}
          onClose={() => {
            setOpening(false)
            setAsked(null)
          }}
        />
      )}
    </Page>
  )
}

function stateOf(rounds: readonly RoundRow[]): string {
  const open = rounds.filter((round) => !ended(round))
  const late = open.filter((round) => round.late).length
  const facts = { open: showNumber(open.length), late: showNumber(late), all: showNumber(rounds.length) }
  return late > 0
    ? say({ vi: '{open} kỳ đang làm; {late} kỳ trễ.', en: '{open} rounds under way; {late} late.' }, facts)
    : say({ vi: '{open} kỳ đang làm, tất cả {all} kỳ.', en: '{open} rounds under way, {all} in all.' }, facts)
}

const whichRounds = [
  { value: 'all', label: { vi: 'Tất cả', en: 'All' } },
  { value: 'open', label: { vi: 'Đang làm', en: 'Under way' } },
  { value: 'ended', label: { vi: 'Đã kết thúc', en: 'Ended' } },
]

type Props = { readonly areaId: AreaId; readonly rounds: readonly RoundRow[]; readonly mayOpen: boolean }

function Rounds({ areaId, rounds, mayOpen }: Props) {
  const [which, setWhich] = useFilter('ky', 'all')
  const to = useTo()
  const found = rounds.filter((round) => which === 'all' || (which === 'ended') === ended(round))
  return (
    <Listing
      name="rounds"
      caption={{ vi: 'Các kỳ rà soát', en: 'Rounds' }}
      rows={found}
      rowKey={(round) => round.roundId}
      href={(round) => to(roundPath(round.roundId))}
      file={listAs(listRoundsFile, { areaId, ...((which === 'open' || which === 'ended') && { which }) })}
      columns={shown(roundColumns, {
        state: (round) => <StateOf round={round} />,
        progress: (round) => <Progress round={round} />,
      })}
      filters={
        rounds.length > 0 && (
          <ChoiceField
            label={{ vi: 'Kỳ nào', en: 'Which' }}
            required
            as="select"
            choices={whichRounds}
            value={which}
            onChange={setWhich}
          />
        )
      }
      empty={
        <Empty
          title={{ vi: 'Chưa có kỳ rà soát nào ở đây.', en: 'No round here yet.' }}
          why={
            mayOpen
              ? { vi: 'Mở kỳ đầu tiên bằng nút phía trên.', en: 'Open the first one with the button above.' }
              : {
                  vi: 'Kỳ rà soát do công chức xã mở cho cả xã. Đang xem một thôn thì chọn xã ở đầu trang.',
                  en: 'Rounds are opened for a commune by its official. From a village, choose the commune above.',
                }
          }
        />
      }
    />
  )
}

const StateOf = ({ round }: { round: RoundRow }) =>
  round.late ? (
    <span>
      {say(roundStateWords[round.state])} <Badge look="late">{{ vi: 'trễ', en: 'late' }}</Badge>
    </span>
  ) : (
    say(roundStateWords[round.state])
  )

const Progress = ({ round: { counts } }: { round: RoundRow }) => (
  <span class="rounds-progress-cell tabular">
    <progress
      aria-label={say({ vi: 'Phiếu đã gửi', en: 'Surveys sent' })}
      value={sentIn(counts)}
      max={Math.max(1, askedIn(counts))}
    />
    {showNumber(sentIn(counts))} / {showNumber(askedIn(counts))}
  </span>
)
