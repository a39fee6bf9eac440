/** The moves of one official: planned, over, what came of them. */
import { useState } from 'preact/hooks'
import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import type { OfficialAnswer } from '../../roster/ui/official.ts'
import { ownMoveColumns } from '../columns.ts'
import type { Move } from '../model.ts'
import { ChangeMoveDialog } from './ChangeMoveDialog.tsx'
import { officialMovesFile, showMoves, takeMoveAway } from './calls.ts'
import { CorrectMoveEndDialog, EndMoveDialog } from './EndMoveDialog.tsx'
import { MoveDialog } from './MoveDialog.tsx'

type Doing = { readonly what: 'change' | 'end' | 'correct' | 'take'; readonly of: Move } | { readonly what: 'move' }

export function Moves({ of }: { of: OfficialAnswer }) {
  const { officialId, can, appointments } = of
  const read = useRead(showMoves, { officialId })
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)
  const writes = can.includes('write')
  /** Asked where it leads to. */
  const ofMove = ({ to }: Move) => appointments.some((one) => one.areaId === to.areaId && one.can.includes('write'))
  const deeds = {
    ...{ key: 'deeds', head: { vi: 'Việc', en: 'Work' }, act: true as const },
    cell: (row: Move) => ofMove(row) && <Deeds of={row} onDo={setDoing} />,
  }
  const holdsNone = appointments.every(({ because }) => because !== null)
  return (
    <Section title={{ vi: 'Luân chuyển, biệt phái', en: 'Rotation and secondment' }}>
      {writes && (
        <Button
          onClick={() => setDoing({ what: 'move' })}
          whyNot={holdsNone ? { vi: 'Chưa giữ chức danh nào để đi.', en: 'Holds no post to leave.' } : null}
        >
          {say({ vi: 'Ghi luân chuyển, biệt phái', en: 'Record a move' })}
        </Button>
      )}
      <Reading of={read} rows={2}>
        {({ moves }) => (
          <Listing<Move>
            name="official-moves"
            caption={{ vi: 'Luân chuyển, biệt phái', en: 'Rotation and secondment' }}
            rows={moves}
            rowKey={(row) => row.moveId}
            file={listAs(officialMovesFile, { officialId })}
            columns={[...shown(ownMoveColumns, {}), ...(moves.some(ofMove) ? [deeds] : [])]}
            empty={
              <Empty
                title={{ vi: 'Chưa được luân chuyển, biệt phái.', en: 'Was never moved for a time.' }}
                why={{
                  vi: 'Ghi khi có quyết định, từ một chức danh đang giữ.',
                  en: 'Recorded from a post that is held.',
                }}
              />
            }
          />
        )}
      </Reading>
      {doing?.what === 'move' && <MoveDialog of={of} onClose={close} />}
      {doing?.what === 'change' && <ChangeMoveDialog of={doing.of} onClose={close} />}
      {doing?.what === 'end' && <EndMoveDialog of={doing.of} onClose={close} />}
      {doing?.what === 'correct' && <CorrectMoveEndDialog of={doing.of} onClose={close} />}
      {doing?.what === 'take' && <TakeMoveDialog of={doing.of} onClose={close} />}
    </Section>
  )
}

const Deeds = ({ of, onDo }: { of: Move; onDo: (doing: Doing) => void }) => (
  <>
    {of.outcome === null ? (
      <Button look="quiet" onClick={() => onDo({ what: 'end', of })}>
        {say({ vi: 'Kết thúc', en: 'End' })}
      </Button>
    ) : (
      <Button look="quiet" onClick={() => onDo({ what: 'correct', of })}>
        {say({ vi: 'Sửa kết thúc', en: 'Correct the end' })}
      </Button>
    )}
    <Button look="quiet" onClick={() => onDo({ what: 'change', of })}>
      {say({ vi: 'Sửa kế hoạch', en: 'Change the plan' })}
    </Button>
    <Button look="quiet" onClick={() => onDo({ what: 'take', of })}>
      {say({ vi: 'Bỏ, ghi nhầm', en: 'Take away' })}
    </Button>
  </>
)

function TakeMoveDialog({ of, onClose }: { of: Move; onClose: () => void }) {
  const draft = useDraft('moves.take', of.moveId)
  const taking = useChange(takeMoveAway, { draft })
  const take = async (because: string) => {
    if (await taking.run({ moveId: of.moveId, because })) onClose()
  }
  return (
    <ReasonDialog
      title={{ vi: 'Bỏ luân chuyển, biệt phái ghi nhầm', en: 'Take a wrong move away' }}
      what={{
        vi: `Coi như chưa từng đi. Chức danh tại ${of.to.areaName} được ghi là ghi nhầm, trừ khi đã ghi thôi giữ.`,
        en: `It never was. The post at ${of.to.areaName} is recorded as a mistake, unless its end was recorded.`,
      }}
      deed={{ vi: 'Bỏ', en: 'Take away' }}
      danger
      draft={draft}
      pending={taking.pending}
      problem={taking.problem}
      onGive={take}
      onClose={onClose}
    />
  )
}
