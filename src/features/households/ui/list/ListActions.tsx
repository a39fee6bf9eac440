import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { AreaId } from '#kernel/ids.ts'
import { useFilter, useTo } from '#platform/web/address.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { say } from '#platform/web/language.ts'
import type { ListAnswer } from '../answers.ts'
import { CitizenIdDialog } from './CitizenIdDialog.tsx'

type Props = { readonly can: ListAnswer['can']; readonly areaId: AreaId }

/** Entering needs the right to write here; finding by citizen id only that to read. */
export function ListActions({ can, areaId }: Props) {
  const [seeking, setSeeking] = useState(false)
  const { route } = useLocation()
  const to = useTo()
  const [village] = useFilter('thon')
  const mayWrite = can.includes('change')
  return (
    <>
      <Button onClick={() => setSeeking(true)}>{say({ vi: 'Tìm theo số CCCD', en: 'Find by citizen id' })}</Button>
      {mayWrite && (
        <LinkButton href={to('/ho/dien-thoai', { thon: village })}>
          {say({ vi: 'Ghi số điện thoại', en: 'Write down phones' })}
        </LinkButton>
      )}
      {mayWrite && <LinkButton href={to('/ho/nhap')}>{say({ vi: 'Nhập danh sách', en: 'Import a list' })}</LinkButton>}
      {mayWrite && (
        <Button look="primary" onClick={() => route(to('/ho/moi', { noi: areaId }))}>
          {say({ vi: 'Ghi hộ mới', en: 'Enter a household' })}
        </Button>
      )}
      {seeking && <CitizenIdDialog onClose={() => setSeeking(false)} />}
    </>
  )
}
