/** One round: where it stands, what stands in the way, what comes next, its figures and its villages. */
import type { RoundId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Tabs } from '#platform/web/kit/Tabs.tsx'
import { useRead } from '#platform/web/reads.ts'
import { roundsPath } from '../addresses.ts'
import type { RoundAnswer } from '../answers.ts'
import { BlockList } from '../BlockList.tsx'
import { showRound } from '../calls.ts'
import { roundSentence } from '../sayings.ts'
import { OtherActions } from './OtherActions.tsx'
import { RoundAction } from './RoundAction.tsx'
import { RoundFacts } from './RoundFacts.tsx'
import { RoundFigures } from '#features/decisions/ui/round/RoundFigures.tsx'
import { RoundSteps } from './RoundSteps.tsx'
import { RoundWays } from './RoundWays.tsx'
import { VillageTable } from './VillageTable.tsx'
import '../rounds.css'

const tabs = [
  { key: 'tien-do', label: { vi: 'Tiến độ', en: 'Progress' } },
  { key: 'so-lieu', label: { vi: 'Số liệu', en: 'Figures' } },
  { key: 'chuan', label: { vi: 'Chuẩn áp dụng', en: 'Standards' } },
]

export default function RoundPage({ params }: { params: { roundId: RoundId } }) {
  const read = useRead(showRound, { roundId: params.roundId })
  const { data } = read
  return (
    <Page
      above={<Above of={data} />}
      title={data?.round.name ?? { vi: 'Kỳ rà soát', en: 'Review round' }}
      state={data && `${data.round.areaName}. ${roundSentence(data)}`}
      action={data && <RoundAction of={data} />}
    >
      <Reading of={read} rows={10}>
        {(answer) => (
          <>
            <BlockList
              of={answer.blocked}
              roundId={params.roundId}
              intro={{ vi: 'Bước này chưa kết thúc được vì:', en: 'This step cannot be finished because:' }}
            />
            <BlockList
              of={undecidableOf(answer)}
              roundId={params.roundId}
              intro={{
                vi: 'Với kết quả hiện nay, kỳ này chưa ra quyết định được:',
                en: 'As the verdicts stand now this round could not be decided:',
              }}
            />
            <RoundWays of={answer} />
            <Tabs label={{ vi: 'Các phần của kỳ', en: 'Parts of the round' }} tabs={tabs}>
              {(key) => <Part which={key} of={answer} />}
            </Tabs>
          </>
        )}
      </Reading>
    </Page>
  )
}

/** What would stand in the way of a decision and is not said already. */
const undecidableOf = ({ undecidable, blocked }: RoundAnswer) =>
  undecidable.filter((block) => !blocked.some((one) => one.code === block.code))

function Part({ which, of }: { which: string; of: RoundAnswer }) {
  if (which === 'so-lieu')
    return <RoundFigures roundId={of.round.roundId} decisionId={of.decision?.decisionId ?? null} />
  if (which === 'chuan') return <RoundFacts of={of} />
  return (
    <div class="rounds-progress">
      <Section title={{ vi: 'Các bước', en: 'Steps' }}>
        <RoundSteps of={of} />
        <OtherActions of={of} />
      </Section>
      <Section title={{ vi: 'Các thôn', en: 'Villages' }}>
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
