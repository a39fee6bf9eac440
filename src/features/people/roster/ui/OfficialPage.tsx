/** One official: the posts of all times, and the particulars for who opens them, which the audit hears. */
import { useState } from 'preact/hooks'
import type { OfficialId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { useBrought } from '#platform/web/room.ts'
import { AccountOf } from '../../accounts/ui/AccountOf.tsx'
import { GiveDialog } from '../../handover/ui/GiveDialog.tsx'
import { Moves } from '../../moves/ui/Moves.tsx'
import { AskedOf } from '../../required/ui/AskedOf.tsx'
import { AppointDialog } from './AppointDialog.tsx'
import { ChangeForm } from './ChangeForm.tsx'
import { openOfficial, showOfficial } from './calls.ts'
import { factsOf, type OfficialAnswer, type Opened as OpenedAnswer } from './official.ts'
import { Posts } from './Posts.tsx'
import { officialParts } from './panel.ts'
import { Qualifications } from './Qualifications.tsx'

export default function OfficialPage({ params: { officialId } }: { params: { officialId: OfficialId } }) {
  const read = useRead(showOfficial, { officialId })
  const to = useTo()
  const parts = useBrought(officialParts)
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
        read.data && say({ vi: 'Hồ sơ do {unit} giữ.', en: 'Record kept by {unit}.' }, { unit: read.data.unitName })
      }
      action={
        read.data?.can.includes('write') && (
          <>
            <Button look="quiet" onClick={() => setGiving(true)}>
              {say({ vi: 'Bàn giao hồ sơ', en: 'Hand over' })}
            </Button>
            <Button look="primary" onClick={() => setAppointing(true)}>
              {say({ vi: 'Giao chức danh', en: 'Appoint' })}
            </Button>
          </>
        )
      }
    >
      <Reading of={read} rows={6}>
        {(data) => (
          <>
            <Posts of={data} />
            <Moves of={data} />
            <Qualifications of={data} />
            <AskedOf officialId={data.officialId} />
            <Opened of={data} />
            <AccountOf officialId={data.officialId} name={data.name} />
            {parts.map((Part, at) => (
              <Part key={at} officialId={data.officialId} />
            ))}
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
    </Page>
  )
}

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
