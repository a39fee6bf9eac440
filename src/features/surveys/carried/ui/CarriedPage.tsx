/** A whole commune on the phone: who is in the register, who lives there, which class, where there is no line. */
import { useEffect, useState } from 'preact/hooks'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { AreaId } from '#kernel/ids.ts'
import { useFilter } from '#platform/web/address.ts'
import { useKeptRead } from '#platform/web/keptReads.ts'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Empty, Skeleton } from '#platform/web/kit/states.tsx'
import type * as contract from '../contract.ts'
import { carriableCommunes } from './calls.ts'
import { Finder } from './Finder.tsx'
import { OnPhone } from './OnPhone.tsx'
import { type Sheet, sheetOf } from './sheet.ts'
import { taking } from './take.ts'
import '../../ui/surveys.css'
import './carried.css'

type Commune = OutputOf<typeof contract.carriableCommunes>['communes'][number]

export default function CarriedPage() {
  const mine = useKeptRead(carriableCommunes, {})
  return (
    <Page title={{ vi: 'Cả xã trên máy này', en: 'The whole commune on this phone' }}>
      <Reading of={mine}>
        {({ data: { communes } }) => {
          const [first] = communes
          return first ? <Communes of={communes} first={first} /> : <NoCommune />
        }}
      </Reading>
    </Page>
  )
}

const NoCommune = () => (
  <Empty
    title={{ vi: 'Chưa có xã nào để mang theo.', en: 'There is no commune to carry.' }}
    why={{
      vi: 'Xã bạn được giao nay đã sáp nhập: nhờ người quản trị giao quyền tại xã mới.',
      en: 'The commune of your role was merged: ask the administrator for the role in the new one.',
    }}
  />
)

/** Most have one. */
function Communes({ of, first }: { of: readonly Commune[]; first: Commune }) {
  const [chosen, choose] = useFilter('xa')
  const commune = of.find(({ areaId }) => areaId === chosen) ?? first
  return (
    <>
      {of.length > 1 && (
        <ChoiceField<string>
          as="select"
          required
          label={{ vi: 'Xã', en: 'Commune' }}
          choices={of.map(({ areaId, name }) => ({ value: areaId, label: { vi: name, en: name } }))}
          value={commune.areaId}
          onChange={choose}
        />
      )}
      <Carried key={commune.areaId} of={commune} />
    </>
  )
}

/** Null while it is looked for, `none` where nothing is here. It stays as it is while another taking goes on. */
function useSheet(areaId: AreaId): { sheet: Sheet | 'none' | null; again: () => void } {
  const [sheet, setSheet] = useState<Sheet | 'none' | null>(null)
  const [asked, setAsked] = useState(0)
  const { value: now } = taking
  const ended = now?.areaId === areaId && now.state !== 'going' ? now : null
  useEffect(() => {
    let stands = true
    void sheetOf(areaId).then((found) => stands && setSheet(found ?? 'none'))
    return () => {
      stands = false
    }
  }, [areaId, asked, ended])
  return { sheet, again: () => setAsked((n) => n + 1) }
}

function Carried({ of }: { of: Commune }) {
  const { sheet, again } = useSheet(of.areaId)
  if (!sheet) return <Skeleton rows={4} />
  const here = sheet === 'none' ? null : sheet
  return (
    <>
      {here && <Finder areaId={of.areaId} sheet={here} />}
      <OnPhone commune={of} sheet={here} onDropped={again} />
    </>
  )
}
