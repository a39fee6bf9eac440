/** One round: where it stands, what stands in the way, what comes next, its villages, and what rooms above bring. */
import { showDate } from '#kernel/dates.ts'
import type { RoundId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Tabs } from '#platform/web/kit/Tabs.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { useBrought } from '#platform/web/room.ts'
import { holds } from '#platform/web/session.ts'
import { ConflictsNote } from '../../conflicts/ui/ConflictsNote.tsx'
import { roundStateWords } from '../../model.ts'
import { isOfStep } from '../../rules/steps.ts'
import { roundPath, roundsPath } from '../addresses.ts'
import type { RoundAnswer } from '../answers.ts'
import { BlockList } from '../BlockList.tsx'
import { showRound } from '../calls.ts'
import { roundParts } from '../panel.ts'
import { roundSentence } from '../sayings.ts'
import { Arrivals } from './Arrivals.tsx'
import { OtherActions } from './OtherActions.tsx'
import { RoundAction } from './RoundAction.tsx'
import { RoundFacts } from './RoundFacts.tsx'
import { RoundSteps } from './RoundSteps.tsx'
import { RoundWays } from './RoundWays.tsx'
import { VillageTable } from './VillageTable.tsx'
import '../rounds.css'

const progress = { key: 'tien-do', label: { vi: 'Tiến độ', en: 'Progress' }, panel: Progress }
const standards = { key: 'chuan', label: { vi: 'Chuẩn áp dụng', en: 'Standards' }, panel: RoundFacts }

export default function RoundPage({ params }: { params: { readonly roundId: RoundId } }) {
  const parts = useBrought(roundParts)
  const tabs = [progress, ...parts.flatMap((one) => one.tabs), standards]
  const read = useRead(showRound, { roundId: params.roundId })
  const { data } = read
  const to = useTo()
  return (
    <Page
      above={<Above of={data} />}
      title={data?.round.name ?? { vi: 'Kỳ rà soát', en: 'Review round' }}
      state={data && `${data.round.areaName}. ${roundSentence(data)}`}
      action={
        data && (
          <>
            {parts
              .flatMap((one) => one.actions)
              .map((Action, at) => (
                <Action key={at} of={data} />
              ))}
            <RoundAction of={data} />
          </>
        )
      }
    >
      <Reading of={read} rows={10}>
        {(answer) => (
          <>
            <Cancelled of={answer.cancelled} />
            {!answer.own && (
              <Notice>
                {say(isOfStep(answer.round.state, 'hand_over') ? notOwn : decidedElsewhere, {
                  area: answer.round.areaName,
                })}
              </Notice>
            )}
            <BlockList
              of={answer.own ? answer.blocked : []}
              roundId={params.roundId}
              intro={{ vi: 'Bước này chưa kết thúc được vì:', en: 'This step cannot be finished because:' }}
            />
            {parts
              .flatMap((one) => one.notices)
              .map((Notice, at) => (
                <Notice key={at} of={answer} />
              ))}
            <ConflictsNote roundId={params.roundId} />
            {holds('gate.open') && (
              <p>
                <a href={to(`${roundPath(params.roundId)}/chung-nhan`)}>
                  {say({ vi: 'Chứng nhận của người khảo sát', en: 'Credentials of who surveys' })}
                </a>
              </p>
            )}
            <Arrivals of={answer} />
            <RoundWays of={answer} />
            <Tabs label={{ vi: 'Các phần của kỳ', en: 'Parts of the round' }} tabs={tabs}>
              {(key) => {
                const { panel: Panel } = tabs.find((tab) => tab.key === key) ?? progress
                return <Panel of={answer} />
              }}
            </Tabs>
          </>
        )}
      </Reading>
    </Page>
  )
}

/** Who gave the round up, when and why. */
function Cancelled({ of }: { of: RoundAnswer['cancelled'] }) {
  if (!of) return null
  const { step, day, by, because } = of
  const at = { step: say(roundStateWords[step]), day: showDate(day), by: by ?? '–', because: because ?? '–' }
  return <Notice>{say(cancelledNote, at)}</Notice>
}

const cancelledNote = {
  vi: 'Đã hủy ngày {day} ở bước “{step}”, người hủy: {by}. Lý do: {because}',
  en: 'Cancelled on {day} at the step “{step}” by {by}. Reason: {because}',
}

const notOwn = {
  vi: 'Kỳ này của {area}, do {area} làm; hộ nay thuộc xã mình ở trong kỳ này cho đến khi được bàn giao.',
  en: 'This round is of {area}, which carries it out; households that are ours now stand in it until they are handed over.',
}

/** From its decision on nothing is handed over any more. */
const decidedElsewhere = {
  vi: 'Kỳ này của {area}, do {area} làm; trong kỳ có hộ nay thuộc xã mình.',
  en: 'This round is of {area}, which carries it out; households of it are ours now.',
}

const unseenNote = {
  vi: 'Các số dưới đây gồm cả {n} hộ của kỳ nay thuộc {place}; danh sách mở ra không hiện các hộ ấy.',
  en: 'These numbers count {n} households that live in {place} today; the lists that they open do not show them.',
}

function Progress({ of }: { of: RoundAnswer }) {
  return (
    <div class="rounds-progress">
      <Section title={{ vi: 'Các bước', en: 'Steps' }}>
        <RoundSteps of={of} />
        <OtherActions of={of} />
      </Section>
      <Section title={{ vi: 'Các thôn', en: 'Villages' }}>
        {of.unseen > 0 && <Notice>{say(unseenNote, { n: showNumber(of.unseen), place: of.unseenIn })}</Notice>}
        <VillageTable of={of} />
      </Section>
    </div>
  )
}

function Above({ of }: { of: RoundAnswer | null }) {
  const to = useTo()
  return (
    <Crumbs
      of={[
        { label: { vi: 'Rà soát', en: 'Reviews' }, href: to(roundsPath) },
        { label: of?.round.name ?? { vi: 'Kỳ rà soát', en: 'Round' } },
      ]}
    />
  )
}
