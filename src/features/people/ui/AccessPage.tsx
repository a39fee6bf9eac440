/** Who has access to the area I look at, since when, given by whom. */

import { useState } from 'preact/hooks'
import { InsteadOf } from '#features/areas/ui/NotThatDay.tsx'
import { addDays, showDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { useFilter, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { Badge } from '#platform/web/kit/Badge.tsx'
import { Button } from '#platform/web/kit/Button.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { type Read, useRead } from '#platform/web/reads.ts'
import { grantColumns } from '../columns.ts'
import { AccountDialog } from './AccountDialog.tsx'
import type { AccessAnswer } from './access.ts'
import { accessFile, whoHasAccess } from './calls.ts'
import { NewAccountDialog } from './NewAccountDialog.tsx'

export default function AccessPage() {
  const { areaId } = useArea()
  const [ended, setEnded] = useFilter('het')
  const [here, setHere] = useFilter('tai-day')
  const only = { ...(ended && { ended: true }), ...(here && { here: true }) }
  const read = useRead(whoHasAccess, areaId ? { areaId, ...only } : null)
  const [adding, setAdding] = useState(false)
  const to = useTo()
  const mayManage = read.data?.can.includes('manage') ?? false
  const whyNot = mayManage
    ? null
    : { vi: 'Chỉ người quản trị của đơn vị này tạo được.', en: 'Only an administrator of this unit may.' }

  return (
    <Page
      title={{ vi: 'Ai có quyền tại đơn vị này', en: 'Who has access to this unit' }}
      state={stateOf(read)}
      action={
        read.data && (
          <>
            {mayManage && (
              <>
                <LinkButton href={to('/quyen/giay-vao-may')}>
                  {say({ vi: 'Giấy vào máy cho rà soát viên', en: 'Slips for enumerators' })}
                </LinkButton>
                <LinkButton href={to('/quyen/khoa-may')}>
                  {say({ vi: 'Thời gian điện thoại tự khóa', en: 'After how long phones lock' })}
                </LinkButton>
              </>
            )}
            <Button look="primary" whyNot={whyNot} onClick={() => setAdding(true)}>
              {say({ vi: 'Tạo tài khoản', en: 'Create an account' })}
            </Button>
          </>
        )
      }
    >
      {areaId ? (
        <>
          <InsteadOf areaId={areaId} />
          <Reading of={read} rows={8}>
            {(data) => (
              <>
                {ended && <Only of={left} onAll={() => setEnded(null)} />}
                {here && <Only of={given} onAll={() => setHere(null)} />}
                <Grants data={data} areaId={areaId} mayManage={mayManage} only={only} />
              </>
            )}
          </Reading>
        </>
      ) : (
        <NoPermission right="grant.read" />
      )}
      {adding && areaId && <NewAccountDialog areaId={areaId} onClose={() => setAdding(false)} />}
    </Page>
  )
}

function stateOf({ data }: Read<AccessAnswer>): string | null {
  if (!data) return null
  const people = new Set(data.grants.map((grant) => grant.accountId)).size
  return say({ vi: '{n} người có quyền.', en: '{n} {n:person has|people have} access.' }, { n: people })
}

const left: Words = {
  vi: 'Chỉ các quyền tại đơn vị đã hết: mở từng người, “Giao thêm vai trò” tại đơn vị mới, rồi thu hồi quyền cũ.',
  en: 'Only grants over units that ended: open each, give the role over the new unit, then end the old one.',
}
const given: Words = { vi: 'Chỉ các quyền giao tại chính đơn vị này.', en: 'Only grants given at this very unit.' }

const Only = ({ of, onAll }: { of: Words; onAll: () => void }) => (
  <Notice look="waits">
    {say(of)}{' '}
    <Button look="quiet" onClick={onAll}>
      {say({ vi: 'Xem tất cả', en: 'See all' })}
    </Button>
  </Notice>
)

const nobodyYet = {
  title: { vi: 'Chưa ai có quyền tại đơn vị này.', en: 'Nobody has access to this unit yet.' },
  why: { vi: 'Tạo tài khoản đầu tiên để bắt đầu.', en: 'Create the first account to begin.' },
}
const noneLeft = {
  title: { vi: 'Không còn quyền nào tại đơn vị đã hết.', en: 'No grant is over a unit that ended.' },
  why: { vi: 'Bấm “Xem tất cả” để xem mọi quyền.', en: 'See all grants by “See all”.' },
}

type GrantsProps = {
  readonly data: AccessAnswer
  readonly areaId: AreaId
  readonly mayManage: boolean
  readonly only: { readonly ended?: boolean; readonly here?: boolean }
}
function Grants({ data, areaId, mayManage, only }: GrantsProps) {
  const [openId, setOpenId] = useState<string | null>(null)
  const open = data.grants.find((grant) => grant.grantId === openId)
  return (
    <>
      <Listing
        name="access"
        caption={{ vi: 'Các quyền tại đơn vị này', en: 'Grants over this unit' }}
        rows={data.grants}
        rowKey={(grant) => grant.grantId}
        onOpen={(grant) => setOpenId(grant.grantId)}
        openKey={openId}
        file={listAs(accessFile, { areaId, ...only })}
        columns={shown(grantColumns, {
          until: ({ until }) =>
            until ? showDate(addDays(until, -1)) : <Badge>{{ vi: 'không thời hạn', en: 'no end' }}</Badge>,
        })}
        empty={<Empty {...(only.ended ? noneLeft : nobodyYet)} />}
      />
      {open && <AccountDialog of={open} areaId={areaId} mayManage={mayManage} onClose={() => setOpenId(null)} />}
    </>
  )
}
