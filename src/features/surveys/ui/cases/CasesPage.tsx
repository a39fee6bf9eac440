/** The households of a round: the list to review, the queue to check, and any slice a figure leads to. */
import { useState } from 'preact/hooks'
import { casePath, roundPath, roundsPath } from '#features/rounds/ui/addresses.ts'
import type { RoundAnswer } from '#features/rounds/ui/answers.ts'
import { showRound } from '#features/rounds/ui/calls.ts'
import { DrawListButton } from '#features/rounds/ui/round/DrawListButton.tsx'
import { notMine } from '#features/rounds/ui/sayings.ts'
import type { RoundId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { casesFile, listCases } from '../../list/ui/calls.ts'
import type { CaseRow } from '../../model.ts'
import { AddHouseholdDialog } from './AddHouseholdDialog.tsx'
import { CaseFilters } from './CaseFilters.tsx'
import { CaseList } from './CaseList.tsx'
import { useCaseFilter } from './caseFilter.ts'
import '../checking/checking.css'

export default function CasesPage({ params: { roundId } }: { params: { roundId: RoundId } }) {
  const round = useRead(showRound, { roundId })
  const filter = useCaseFilter()
  const read = useRead(listCases, { roundId, ...filter.input })
  const to = useTo()
  return (
    <Page
      above={<Above of={round.data} roundId={roundId} />}
      title={{ vi: 'Hộ của kỳ rà soát', en: 'Households of the round' }}
      state={read.data && say(filter.any ? ofFilter : ofAll, { n: showNumber(read.data.total) })}
      action={round.data && <Actions of={round.data} />}
    >
      {round.data && <CaseFilters of={round.data} filter={filter} />}
      <Reading of={read} rows={12}>
        {(data) => (
          <>
            {data.unseen > 0 && (
              <Notice>{say(unseenNote, { n: showNumber(data.unseen), place: data.unseenIn })}</Notice>
            )}
            <CaseList
              data={data}
              round={round.data}
              filtered={filter.any}
              file={listAs(casesFile, { roundId, ...withoutPage(filter.input) })}
              href={(row: CaseRow) => to(casePath(row), { 'tinh-trang': filter.input.state })}
            />
          </>
        )}
      </Reading>
    </Page>
  )
}

const unseenNote = {
  vi: '{n} hộ của kỳ nay thuộc {place}, không hiện ở đây.',
  en: '{n} households of the round live in {place} today and are not shown here.',
}
const ofAll = { vi: '{n} hộ trong danh sách.', en: '{n} households on the list.' }
const ofFilter = { vi: '{n} hộ theo bộ lọc này.', en: '{n} households by this filter.' }

const withoutPage = <I extends { page?: number }>({ page: _page, ...asked }: I) => asked

function Actions({ of }: { of: RoundAnswer }) {
  const [adding, setAdding] = useState(false)
  const { can, round } = of
  return (
    <>
      {can.includes('draw') && round.kind === 'annual' && <DrawListButton of={of} />}
      <Button look="primary" whyNot={whyNotAdd(of)} onClick={() => setAdding(true)}>
        {say({ vi: 'Thêm hộ có giấy đề nghị', en: 'Add households by request' })}
      </Button>
      {adding && <AddHouseholdDialog of={of} onClose={() => setAdding(false)} />}
    </>
  )
}

const closedSteps = ['completed', 'cancelled', 'deciding', 'certificates']

const whyNotAdd = ({ can, round }: RoundAnswer) => {
  if (can.includes('request')) return null
  return closedSteps.includes(round.state)
    ? { vi: 'Danh sách của kỳ này đã chốt.', en: 'The list of this round is closed.' }
    : notMine
}

function Above({ of, roundId }: { of: RoundAnswer | null; roundId: RoundId }) {
  const to = useTo()
  return (
    <Crumbs
      of={[
        { label: { vi: 'Rà soát', en: 'Reviews' }, href: to(roundsPath) },
        { label: of?.round.name ?? { vi: 'Kỳ rà soát', en: 'Round' }, href: to(roundPath(roundId)) },
        { label: { vi: 'Danh sách hộ', en: 'Households' } },
      ]}
    />
  )
}
