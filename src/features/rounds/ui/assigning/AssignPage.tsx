/** Which village is surveyed by whom. */
import { useState } from 'preact/hooks'
import { gateModes, gateSaid } from '#features/credentials/gate/model.ts'
import { holdsSaid, isHolder } from '#features/credentials/gate/rules.ts'
import type { RoundId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { Badge } from '#platform/web/kit/Badge.tsx'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import { proposeVillages } from '../../assigning/ui/calls.ts'
import { assigningColumns } from '../../columns.ts'
import { ConflictsNote } from '../../conflicts/ui/ConflictsNote.tsx'
import { enumeratorColumns } from '../../list/columns.ts'
import { enumeratorsFile, listEnumerators } from '../../list/ui/calls.ts'
import { casesPath, roundPath, roundsPath, standingQuery } from '../addresses.ts'
import type { RoundAnswer, RoundVillage } from '../answers.ts'
import { showRound, villagesFile } from '../calls.ts'
import { FinishStepButton } from '../round/FinishStepButton.tsx'
import { assigningSentence, notOffered } from '../sayings.ts'
import { AssignDialog } from './AssignDialog.tsx'
import { Proposal } from './Proposal.tsx'
import '../rounds.css'

export default function AssignPage({ params: { roundId } }: { params: { roundId: RoundId } }) {
  const read = useRead(showRound, { roundId })
  const proposal = useRead(proposeVillages, holds('round.manage') ? { roundId } : null)
  const { data } = read
  // Shown together: what comes later would push away what is being read.
  const waits = proposal.loading && !proposal.data
  return (
    <Page
      above={<Above of={data} roundId={roundId} />}
      title={{ vi: 'Giao việc cho rà soát viên', en: 'Assign enumerators' }}
      state={data && assigningSentence(data.round.counts)}
      action={data?.round.state === 'assigning' && <FinishStepButton of={data} />}
    >
      <Reading of={waits ? { ...read, data: null } : read} rows={10}>
        {(answer) => (
          <>
            {answer.can.includes('assign') && <Proposal of={answer} read={proposal} />}
            <Section title={{ vi: 'Đang giao', en: 'As assigned now' }}>
              <Villages of={answer} />
            </Section>
            {answer.can.includes('assign') && <People roundId={roundId} />}
          </>
        )}
      </Reading>
    </Page>
  )
}

const theirs = {
  vi: 'Thôn nay thuộc xã khác: bàn giao ở trang của kỳ.',
  en: 'Another commune has it today: hand it over on the page of the round.',
}

function Villages({ of }: { of: RoundAnswer }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [giving, setGiving] = useState<readonly RoundVillage[] | null>(null)
  const to = useTo()
  const { roundId } = of.round
  const may = of.can.includes('assign')
  const own = of.villages.filter((village) => village.nowIn === null)
  const done = () => {
    setGiving(null)
    setChosen(new Set())
  }
  return (
    <>
      <ConflictsNote roundId={roundId} />
      <Listing
        name="assign"
        caption={{ vi: 'Thôn và rà soát viên', en: 'Villages and enumerators' }}
        rows={of.villages}
        rowKey={(village) => village.villageId}
        file={listAs(villagesFile, { roundId })}
        columns={[
          ...shown(assigningColumns, {
            who: ({ enumeratorName }) =>
              enumeratorName ?? <Badge look="waits">{{ vi: 'chưa giao', en: 'nobody' }}</Badge>,
            listed: ({ villageId, counts }) => (
              <a href={to(casesPath(roundId), standingQuery({ villageId, state: 'listed' }))}>
                {showNumber(counts.listed)}
              </a>
            ),
            total: ({ villageId, counts }) => (
              <a href={to(casesPath(roundId), standingQuery({ villageId }))}>{showNumber(counts.total)}</a>
            ),
          }),
          {
            key: 'give',
            head: { vi: 'Giao', en: 'Assign' },
            act: true,
            cell: (village) => (
              <Button
                look="quiet"
                whyNot={may ? village.nowIn && theirs : notOffered(of.round.state, 'assign')}
                onClick={() => setGiving([village])}
              >
                {say(village.enumeratorId ? { vi: 'Đổi người', en: 'Change' } : { vi: 'Giao', en: 'Assign' })}
                <span class="only-heard"> {village.name}</span>
              </Button>
            ),
          },
        ]}
        selection={{
          chosen,
          onChange: setChosen,
          mayChoose: (village) => own.includes(village),
          actions: [
            {
              label: { vi: 'Giao cho rà soát viên', en: 'Assign' },
              whyNot: may ? null : notOffered(of.round.state, 'assign'),
              run: (keys) => setGiving(own.filter((village) => keys.includes(village.villageId))),
            },
          ],
        }}
        empty={<Empty title={{ vi: 'Kỳ này chưa có thôn nào.', en: 'This round has no village yet.' }} />}
      />
      {giving && (
        <AssignDialog roundId={roundId} what={{ villages: giving }} onDone={done} onClose={() => setGiving(null)} />
      )}
    </>
  )
}

/** Everybody who can survey here, with the credential that they hold. */
function People({ roundId }: { roundId: RoundId }) {
  const read = useRead(listEnumerators, { roundId })
  const to = useTo()
  return (
    <Section title={{ vi: 'Ai có thể khảo sát', en: 'Who can survey' }}>
      <Reading of={read} rows={3}>
        {({ enumerators, gate }) => (
          <>
            <Notice look={enumerators.some(({ holds }) => !isHolder(holds)) ? 'waits' : 'plain'}>
              {`${say(gateModes[gate])}: ${say(gateSaid[gate])}. `}
              <a href={to(`${roundPath(roundId)}/chung-nhan`)}>
                {say({ vi: 'Ai chưa có chứng nhận, cho phép ai', en: 'Who holds none, and whom to let through' })}
              </a>
            </Notice>
            <Listing
              name="enumerators"
              caption={{ vi: 'Rà soát viên', en: 'Enumerators' }}
              rows={enumerators}
              rowKey={(one) => one.accountId}
              file={listAs(enumeratorsFile, { roundId })}
              href={(one) => to(casesPath(roundId), standingQuery({ enumeratorId: one.accountId }))}
              columns={shown(enumeratorColumns, {
                holds: ({ holds, opened }) => (
                  <Badge look={isHolder(holds) ? 'done' : opened ? 'waits' : 'late'}>{holdsSaid(holds)}</Badge>
                ),
              })}
              empty={<Empty title={{ vi: 'Chưa có rà soát viên nào.', en: 'No enumerator yet.' }} />}
            />
          </>
        )}
      </Reading>
    </Section>
  )
}

function Above({ of, roundId }: { of: RoundAnswer | null; roundId: RoundId }) {
  const to = useTo()
  return (
    <Crumbs
      of={[
        { label: { vi: 'Rà soát', en: 'Reviews' }, href: to(roundsPath) },
        { label: of?.round.name ?? { vi: 'Kỳ rà soát', en: 'Round' }, href: to(roundPath(roundId)) },
        { label: { vi: 'Giao việc', en: 'Assigning' } },
      ]}
    />
  )
}
