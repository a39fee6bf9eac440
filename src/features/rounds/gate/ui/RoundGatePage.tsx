/** Who of a round holds no valid credential, and who was let survey all the same. */
import { useState } from 'preact/hooks'
import { gateModes, gateSaid } from '#features/credentials/gate/model.ts'
import { holdsSaid, isHolder } from '#features/credentials/gate/rules.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { RoundId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { Badge } from '#platform/web/kit/Badge.tsx'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { roundPath, roundsPath } from '../../ui/addresses.ts'
import { gatePeopleColumns } from '../columns.ts'
import type * as contract from '../contract.ts'
import type { GatePerson } from '../model.ts'
import { gatePeopleFile, showGate } from './calls.ts'
import { OpenGateDialog } from './OpenGateDialog.tsx'
import { Overrides, overridesTitle } from './Overrides.tsx'

const title = { vi: 'Chứng nhận của người khảo sát', en: 'Credentials of who surveys' }
type GateAnswer = OutputOf<typeof contract.showGate>

export default function RoundGatePage({ params: { roundId } }: { params: { roundId: RoundId } }) {
  const read = useRead(showGate, { roundId })
  const { areaId } = useArea()
  const to = useTo()
  const { data } = read
  return (
    <Page
      title={title}
      above={
        <Crumbs
          of={[
            { label: { vi: 'Rà soát', en: 'Reviews' }, href: to(roundsPath) },
            { label: data?.round ?? { vi: 'Kỳ rà soát', en: 'Round' }, href: to(roundPath(roundId)) },
            { label: title },
          ]}
        />
      }
      state={
        data &&
        say(
          {
            vi: 'Kỳ áp dụng: {standard}. Cách làm của tỉnh khi mở kỳ: {mode}, {says}.',
            en: 'The round goes by: {standard}. As laid down when it was opened: {mode}, {says}.',
          },
          { standard: say(data.standard), mode: say(gateModes[data.gate]), says: say(gateSaid[data.gate]) },
        )
      }
    >
      <Reading of={read} rows={6}>
        {(gate) => <People of={gate} />}
      </Reading>
      {areaId && (
        <Section title={overridesTitle}>
          <Overrides areaId={areaId} roundId={roundId} />
        </Section>
      )}
    </Page>
  )
}

function People({ of }: { of: GateAnswer }) {
  const [opening, setOpening] = useState<GatePerson | null>(null)
  const acts = {
    key: 'act',
    head: { vi: 'Việc', en: 'Act' },
    act: true as const,
    cell: (row: GatePerson) =>
      row.mayOpen && (
        <Button look="quiet" onClick={() => setOpening(row)}>
          {say({ vi: 'Cho phép', en: 'Let through' })}
          <span class="only-heard"> {row.name}</span>
        </Button>
      ),
  }
  return (
    <>
      <Listing<GatePerson>
        name="gate-people"
        caption={title}
        rows={of.people}
        rowKey={(row) => row.accountId}
        file={listAs(gatePeopleFile, { roundId: of.roundId })}
        columns={[
          ...shown(gatePeopleColumns, {
            holds: ({ holds, opened }) => (
              <Badge look={isHolder(holds) ? 'done' : opened ? 'waits' : 'late'}>{holdsSaid(holds)}</Badge>
            ),
          }),
          ...(of.people.some(({ mayOpen }) => mayOpen) ? [acts] : []),
        ]}
        empty={<Empty title={{ vi: 'Chưa có ai khảo sát trong kỳ này.', en: 'Nobody surveys in this round yet.' }} />}
      />
      {opening && <OpenGateDialog gate={of} of={opening} onClose={() => setOpening(null)} />}
    </>
  )
}
