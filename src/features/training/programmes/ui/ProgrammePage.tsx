/** One programme: its legal basis with how sure it is, its goals, its parts. What the sources do not say stays empty and is said. */
import { useState } from 'preact/hooks'
import { levelWords } from '#features/areas/words.ts'
import type { ProgrammeId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { basisSaid, goalColumns, periodSaid } from '../columns.ts'
import { factMarks, type Goal, type Programme, programmeKinds, programmeStates } from '../model.ts'
import { ChangeProgrammeDialog } from './ChangeProgrammeDialog.tsx'
import { dropGoal, goalsFile, reopenGoal, showProgramme } from './calls.ts'
import { DropProgrammeDialog } from './DropProgrammeDialog.tsx'
import { GoalDialog } from './GoalDialog.tsx'
import { MeetDialog } from './MeetDialog.tsx'
import { type ProgrammeAnswer, pathOf } from './programme.ts'
import '../../ui/training.css'

export default function ProgrammePage({ params: { programmeId } }: { params: { programmeId: string } }) {
  const read = useRead(showProgramme, { programmeId: programmeId as ProgrammeId })
  const to = useTo()
  const [doing, setDoing] = useState<'change' | 'drop' | null>(null)
  const name = read.data?.name ?? ''
  return (
    <Page
      title={read.data ? { vi: name, en: name } : { vi: 'Chương trình', en: 'Programme' }}
      above={
        <Crumbs
          of={[
            { label: { vi: 'Chương trình', en: 'Programmes' }, href: to('/chuong-trinh') },
            { label: { vi: name, en: name } },
          ]}
        />
      }
      state={
        read.data &&
        `${say(programmeKinds[read.data.kind])}, ${read.data.areaName}. ${say(programmeStates[read.data.state])}.`
      }
      action={
        read.data?.can.includes('manage') && (
          <>
            <Button onClick={() => setDoing('change')}>{say({ vi: 'Sửa', en: 'Change' })}</Button>
            {read.data.can.includes('drop') && (
              <Button look="quiet" onClick={() => setDoing('drop')}>
                {say({ vi: 'Bỏ, ghi nhầm', en: 'Drop, entered by mistake' })}
              </Button>
            )}
          </>
        )
      }
    >
      <Reading of={read} rows={8}>
        {(data) => (
          <>
            <Facts of={data} />
            <Goals of={data} />
            {data.parts.length > 0 && <Parts of={data.parts} />}
            {doing === 'change' && <ChangeProgrammeDialog of={data} onClose={() => setDoing(null)} />}
            {doing === 'drop' && <DropProgrammeDialog of={data} onClose={() => setDoing(null)} />}
          </>
        )}
      </Reading>
    </Page>
  )
}

const unsaid = { vi: 'chưa có trong nguồn', en: 'not in the sources' }

function Facts({ of }: { of: ProgrammeAnswer }) {
  const to = useTo()
  const bases =
    of.bases.length > 0 ? (
      <ul class="training-list">
        {of.bases.map((basis) => (
          <li key={say(basisSaid(basis))}>{say(basisSaid(basis))}</li>
        ))}
      </ul>
    ) : (
      say(unsaid)
    )
  return (
    <FactList
      of={[
        { label: { vi: 'Căn cứ pháp lý', en: 'Legal basis' }, value: bases },
        { label: { vi: 'Thời gian', en: 'Period' }, value: periodSaid(of) ?? say(unsaid) },
        {
          label: { vi: 'Cấp thực hiện', en: 'Levels' },
          value: of.levels.map((level) => say(levelWords[level])).join(', ') || say(unsaid),
        },
        ...(of.partOf
          ? [
              {
                label: { vi: 'Thuộc chương trình', en: 'Part of' },
                value: <a href={to(pathOf(of.partOf.programmeId))}>{of.partOf.name}</a>,
              },
            ]
          : []),
        { label: { vi: 'Nguồn', en: 'Source' }, value: `${of.source} (${say(factMarks[of.mark])})` },
        ...(of.note ? [{ label: { vi: 'Ghi chú', en: 'Note' }, value: of.note }] : []),
      ]}
    />
  )
}

type Deed = { readonly goal: Goal; readonly what: 'meet' | 'drop' | 'reopen' }

function Goals({ of }: { of: ProgrammeAnswer }) {
  const [adding, setAdding] = useState(false)
  const [deed, setDeed] = useState<Deed | null>(null)
  const may = of.can.includes('manage')
  const close = () => setDeed(null)
  return (
    <Section title={{ vi: 'Mục tiêu', en: 'Goals' }}>
      <Listing<Goal>
        name="goals"
        caption={{ vi: 'Mục tiêu theo đơn vị, năm', en: 'Goals by unit and year' }}
        rows={of.goalList}
        rowKey={(row) => row.programmeGoalId}
        file={listAs(goalsFile, { programmeId: of.programmeId })}
        columns={shown(goalColumns, {
          met: (row) => (may ? <Deeds of={row} onChoose={(what) => setDeed({ goal: row, what })} /> : undefined),
        })}
        empty={
          <Empty
            title={{ vi: 'Chưa ghi mục tiêu nào.', en: 'No goal is entered yet.' }}
            why={{
              vi: 'Chương trình được coi là đang mở đến khi mọi mục tiêu có quyết định công nhận.',
              en: 'A programme is open until every goal is met by a decision.',
            }}
          />
        }
      />
      {may && <Button onClick={() => setAdding(true)}>{say({ vi: 'Thêm mục tiêu', en: 'Add a goal' })}</Button>}
      {adding && <GoalDialog of={of} onClose={() => setAdding(false)} />}
      {deed?.what === 'meet' && <MeetDialog of={deed.goal} onClose={close} />}
      {deed?.what === 'drop' && <DropDialog of={deed.goal} onClose={close} />}
      {deed?.what === 'reopen' && <ReopenDialog of={deed.goal} onClose={close} />}
    </Section>
  )
}

const Deeds = ({ of, onChoose }: { of: Goal; onChoose: (what: Deed['what']) => void }) =>
  of.met ? (
    <>
      {goalColumns.find(({ key }) => key === 'met')?.text(of) as string}{' '}
      <Button look="quiet" onClick={() => onChoose('reopen')}>
        {say({ vi: 'Mở lại', en: 'Reopen' })}
      </Button>
    </>
  ) : (
    <>
      <Button onClick={() => onChoose('meet')}>{say({ vi: 'Ghi đạt', en: 'Record as met' })}</Button>
      <Button look="quiet" onClick={() => onChoose('drop')}>
        {say({ vi: 'Bỏ mục tiêu', en: 'Take away' })}
      </Button>
    </>
  )

function DropDialog({ of, onClose }: { of: Goal; onClose: () => void }) {
  const { programmeGoalId } = of
  const draft = useDraft('programmes.dropGoal', programmeGoalId)
  const dropping = useChange(dropGoal, { draft })
  return (
    <ReasonDialog
      title={{ vi: 'Bỏ mục tiêu', en: 'Take a goal away' }}
      what={{ vi: of.says, en: of.says }}
      deed={{ vi: 'Bỏ mục tiêu', en: 'Take it away' }}
      danger
      draft={draft}
      pending={dropping.pending}
      problem={dropping.problem}
      onGive={async (because) => {
        if (await dropping.run({ programmeGoalId, because })) onClose()
      }}
      onClose={onClose}
    />
  )
}

function ReopenDialog({ of, onClose }: { of: Goal; onClose: () => void }) {
  const { programmeGoalId } = of
  const draft = useDraft('programmes.reopenGoal', programmeGoalId)
  const reopening = useChange(reopenGoal, { draft })
  return (
    <ReasonDialog
      title={{ vi: 'Mở lại mục tiêu', en: 'Reopen a goal' }}
      what={{
        vi: `${of.says}: quyết định ${of.met?.number ?? ''} ghi nhầm; mục tiêu lại là đang mở.`,
        en: `${of.says}: decision ${of.met?.number ?? ''} was recorded by mistake; the goal is open again.`,
      }}
      deed={{ vi: 'Mở lại mục tiêu', en: 'Reopen the goal' }}
      danger
      draft={draft}
      pending={reopening.pending}
      problem={reopening.problem}
      onGive={async (because) => {
        if (await reopening.run({ programmeGoalId, number: of.met?.number ?? '', because })) onClose()
      }}
      onClose={onClose}
    />
  )
}

function Parts({ of }: { of: readonly Programme[] }) {
  const to = useTo()
  return (
    <Section title={{ vi: 'Các phần và kế hoạch thuộc chương trình', en: 'Parts and plans of it' }}>
      <ul class="training-list">
        {of.map((one) => (
          <li key={one.programmeId}>
            <a href={to(pathOf(one.programmeId))}>{one.name}</a>
            {`: ${say(programmeKinds[one.kind])}, ${one.areaName}`}
          </li>
        ))}
      </ul>
    </Section>
  )
}
