/** The posts of all times; those that go on are ended here, those whose unit has ended are placed again. */
import { useState } from 'preact/hooks'
import { today } from '#platform/web/day.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Section } from '#platform/web/kit/Page.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { appointmentColumns } from '../columns.ts'
import { endingWords } from '../model.ts'
import { ChangeDecisionDialog } from './ChangeDecisionDialog.tsx'
import { CorrectEndDialog } from './CorrectEndDialog.tsx'
import { appointmentsFile } from './calls.ts'
import { EndDialog } from './EndDialog.tsx'
import type { OfficialAnswer } from './official.ts'
import { RenewDialog } from './RenewDialog.tsx'

type Appointment = OfficialAnswer['appointments'][number]
type Doing = { readonly what: 'end' | 'correct' | 'renew' | 'decision'; readonly of: Appointment }

export function Posts({ of }: { of: OfficialAnswer }) {
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)
  const besideOf = (at: Appointment) =>
    of.appointments.filter((one) => one !== at && one.because === null && !isOver(one))
  const deeds = {
    ...{ key: 'deeds', head: { vi: 'Việc', en: 'Work' }, act: true as const },
    cell: (row: Appointment) => row.can.includes('write') && <Deeds of={row} onDo={setDoing} />,
  }
  return (
    <Section title={{ vi: 'Chức danh qua các thời kỳ', en: 'Posts over time' }}>
      <Listing<Appointment>
        name="appointments"
        caption={{ vi: 'Chức danh qua các thời kỳ', en: 'Posts over time' }}
        rows={of.appointments}
        rowKey={(row) => row.appointmentId}
        file={listAs(appointmentsFile, { officialId: of.officialId })}
        columns={[
          ...shown(appointmentColumns, {
            because: (row: Appointment) => row.because && say(endingWords[row.because]),
          }),
          ...(of.appointments.some(({ can }) => can.includes('write')) ? [deeds] : []),
        ]}
        empty={
          <Empty
            title={{ vi: 'Chưa giữ chức danh nào.', en: 'Holds no post yet.' }}
            why={{ vi: 'Người học có thể không giữ chức danh.', en: 'A learner may hold none.' }}
          />
        }
      />
      {doing?.what === 'end' && (
        <EndDialog
          of={doing.of}
          beside={besideOf(doing.of).filter(({ can }) => can.includes('write'))}
          elsewhere={besideOf(doing.of).filter(({ can }) => !can.includes('write'))}
          onClose={close}
        />
      )}
      {doing?.what === 'decision' && <ChangeDecisionDialog of={doing.of} onClose={close} />}
      {doing?.what === 'correct' && <CorrectEndDialog of={doing.of} onClose={close} />}
      {doing?.what === 'renew' && (
        <RenewDialog
          of={doing.of}
          successors={of.successors.filter((one) => one.of === doing.of.areaId)}
          onClose={close}
        />
      )}
    </Section>
  )
}

/** By a last day that was entered beforehand. */
const isOver = ({ until, unplacedFrom }: Appointment) => until !== null && until <= today() && !unplacedFrom

type DeedsProps = { readonly of: Appointment; readonly onDo: (doing: Doing) => void }
const Deeds = (props: DeedsProps) => (
  <>
    {props.of.because !== 'entered_by_mistake' && (
      <Button look="quiet" onClick={() => props.onDo({ what: 'decision', of: props.of })}>
        {say({ vi: 'Sửa quyết định', en: 'Decision' })}
      </Button>
    )}
    <Endings {...props} />
  </>
)

const Endings = ({ of, onDo }: DeedsProps) =>
  (of.because !== null && !of.unplacedFrom) || isOver(of) ? (
    <Button look="quiet" onClick={() => onDo({ what: 'correct', of })}>
      {say({ vi: 'Sửa ngày thôi', en: 'Correct the end' })}
    </Button>
  ) : (
    <>
      {of.unplacedFrom && (
        <Button look="quiet" onClick={() => onDo({ what: 'renew', of })}>
          {say({ vi: 'Bố trí lại', en: 'Place again' })}
        </Button>
      )}
      <Button look="quiet" onClick={() => onDo({ what: 'end', of })}>
        {say({ vi: 'Thôi giữ', en: 'End' })}
      </Button>
    </>
  )
