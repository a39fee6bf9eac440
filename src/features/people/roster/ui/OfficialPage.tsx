/** One official: the posts of all times, and the particulars for who opens them, which the audit hears. */
import { useState } from 'preact/hooks'
import type { OfficialId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { href } from '#platform/web/calls.ts'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say } from '#platform/web/language.ts'
import type { WebProblem } from '#platform/web/problem.ts'
import { useRead } from '#platform/web/reads.ts'
import { useBrought } from '#platform/web/room.ts'
import { AccountOf } from '../../accounts/ui/AccountOf.tsx'
import { GiveDialog } from '../../handover/ui/GiveDialog.tsx'
import { AlikeNote } from '../../joining/ui/AlikeNote.tsx'
import { FormerRecords } from '../../joining/ui/FormerRecords.tsx'
import { Moves } from '../../moves/ui/Moves.tsx'
import { officialPersonnel } from '../../personnel/ui/calls.ts'
import { AskedOf } from '../../required/ui/AskedOf.tsx'
import { AnswersFor } from '../../responsible/ui/AnswersFor.tsx'
import { AppointDialog } from './AppointDialog.tsx'
import { ChangeForm } from './ChangeForm.tsx'
import { openOfficial, showOfficial } from './calls.ts'
import { factsOf, type OfficialAnswer, type Opened as OpenedAnswer, pathOf } from './official.ts'
import { Posts } from './Posts.tsx'
import { officialPanels } from './panel.ts'
import { Qualifications } from './Qualifications.tsx'

export default function OfficialPage({ params: { officialId } }: { params: { officialId: OfficialId } }) {
  const read = useRead(showOfficial, { officialId })
  const to = useTo()
  const [appointing, setAppointing] = useState(false)
  const [giving, setGiving] = useState(false)
  const name = read.data?.name ?? ''
  return (
    <Page
      title={read.data ? { vi: name, en: name } : { vi: 'Cán bộ', en: 'Official' }}
      above={
        <Crumbs
          of={[{ label: { vi: 'Cán bộ', en: 'Officials' }, href: to('/can-bo') }, { label: { vi: name, en: name } }]}
        />
      }
      state={
        read.data &&
        [
          say({ vi: 'Hồ sơ do {unit} giữ.', en: 'Record kept by {unit}.' }, { unit: read.data.unitName }),
          ...(hasDied(read.data) ? [`${say(died)}.`] : []),
        ].join(' ')
      }
      action={
        read.data?.can.includes('write') && (
          <>
            <LinkButton href={to(`${pathOf(officialId)}/gop`)}>
              {say({ vi: 'Gộp hồ sơ', en: 'Join records' })}
            </LinkButton>
            <Button look="quiet" onClick={() => setGiving(true)}>
              {say({ vi: 'Bàn giao hồ sơ', en: 'Hand over' })}
            </Button>
            <Button look="primary" whyNot={hasDied(read.data) ? died : null} onClick={() => setAppointing(true)}>
              {say({ vi: 'Giao chức danh', en: 'Appoint' })}
            </Button>
          </>
        )
      }
    >
      <Reading of={read} rows={6}>
        {(data) => (
          <>
            <AlikeNote officialId={data.officialId} />
            <FormerRecords officialId={data.officialId} />
            <AnswersFor of={data} />
            <Posts of={data} />
            <Moves of={data} />
            <Qualifications of={data} />
            <AskedOf officialId={data.officialId} />
            <Brought officialId={data.officialId} />
            <AccountOf officialId={data.officialId} name={data.name} />
            <Opened of={data} />
            {appointing && <AppointDialog of={data} onClose={() => setAppointing(false)} />}
            {giving && (
              <GiveDialog
                officialIds={[data.officialId]}
                who={data.name}
                onDone={() => setGiving(false)}
                onClose={() => setGiving(false)}
              />
            )}
          </>
        )}
      </Reading>
      <Led problem={read.problem} />
    </Page>
  )
}

const died = { vi: 'Đã qua đời', en: 'Has died' }
const hasDied = ({ appointments }: OfficialAnswer) => appointments.some(({ because }) => because === 'died')

/** From a record that went into another to that one. */
function Led({ problem }: { problem: WebProblem | null }) {
  const to = useTo()
  if (problem?.code !== 'official.went') return null
  const { into, name } = problem.facts as { into: OfficialId; name: string }
  return (
    <p>
      <a href={to(pathOf(into))}>{say({ vi: 'Mở hồ sơ của {name}', en: 'Open the record of {name}' }, { name })}</a>
    </p>
  )
}

/** What rooms above have of the person. */
const Brought = ({ officialId }: { officialId: OfficialId }) => (
  <>
    {useBrought(officialPanels).map((Panel, at) => (
      <Panel key={at} officialId={officialId} />
    ))}
  </>
)

/** Closed until somebody opens them; gone again when the page is left. */
function Opened({ of }: { of: OfficialAnswer }) {
  const [opened, setOpened] = useState<OpenedAnswer | null>(null)
  const [changing, setChanging] = useState(false)
  const opening = useChange(openOfficial, { refresh: [] })
  const whyNot = of.can.includes('open')
    ? null
    : { vi: 'Bạn chưa được giao quyền mở lý lịch.', en: 'You have not been given the right to open them.' }
  const open = async () => setOpened(await opening.run({ officialId: of.officialId }))
  return (
    <Section title={{ vi: 'Lý lịch công tác', en: 'Particulars' }}>
      <ProblemNote of={opening.problem} />
      {of.can.includes('open') && (
        <div class="form-actions">
          <LinkButton href={href(officialPersonnel, { officialId: of.officialId })} download>
            {say({ vi: 'Xuất cho hệ thống nhân sự (ghi nhật ký)', en: 'For the personnel system (audited)' })}
          </LinkButton>
        </div>
      )}
      {opened ? (
        <>
          <FactList of={factsOf(opened)} />
          {of.can.includes('write') && (
            <Button onClick={() => setChanging(true)}>{say({ vi: 'Sửa lý lịch', en: 'Change' })}</Button>
          )}
        </>
      ) : (
        <Button pending={opening.pending} whyNot={whyNot} onClick={open}>
          {say({ vi: 'Mở lý lịch (ghi nhật ký)', en: 'Open (audited)' })}
        </Button>
      )}
      {changing && opened && (
        <Dialog title={{ vi: 'Sửa lý lịch', en: 'Change the particulars' }} onClose={() => setChanging(false)}>
          <ChangeForm
            officialId={of.officialId}
            of={opened}
            onDone={() => {
              // What stands now is read by who opens it again.
              setOpened(null)
              setChanging(false)
            }}
          />
        </Dialog>
      )}
    </Section>
  )
}
