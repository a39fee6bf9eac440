/** On the page of an official: the classes that they completed. */
import type { OfficialPanel } from '#features/people/roster/ui/panel.ts'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import { ownTurnColumns } from '../columns.ts'
import type { OwnTurn } from '../model.ts'
import { officialTurns, officialTurnsFile } from './calls.ts'

const title = { vi: 'Lượt học: lớp đã hoàn thành', en: 'Turns: classes completed' }

const TurnsPanel: OfficialPanel = ({ officialId }) => {
  const read = useRead(officialTurns, holds('training.read') ? { officialId } : null)
  if (!holds('training.read')) return null
  return (
    <Reading of={read} rows={3}>
      {({ turns }) => (
        <Section title={title}>
          <Listing<OwnTurn>
            name="official-turns"
            pageName="trang-luot"
            caption={title}
            rows={turns}
            rowKey={(row) => row.trainingClassId}
            file={listAs(officialTurnsFile, { officialId })}
            columns={shown(ownTurnColumns)}
            empty={<Empty title={{ vi: 'Chưa hoàn thành lớp nào.', en: 'No class completed yet.' }} />}
          />
        </Section>
      )}
    </Reading>
  )
}
export default TurnsPanel
