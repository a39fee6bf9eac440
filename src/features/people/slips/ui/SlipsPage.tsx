/** Slips that let field staff in without a password: who has one, giving, printing, withdrawing. */

import { useState } from 'preact/hooks'
import type { AreaId, SignInSlipId } from '#kernel/ids.ts'
import { useFilter, usePageNumber, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { href } from '#platform/web/calls.ts'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { Confirm } from '#platform/web/kit/Dialog.tsx'
import { FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { FilterText } from '#platform/web/kit/FilterText.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { slipColumns } from '../columns.ts'
import { type Slip, type SlipState, slipStateNames, slipStates } from '../model.ts'
import { listSlips, slipsFile, slipsPdf, withdrawSlip } from './calls.ts'
import { GiveSlipsDialog } from './GiveSlipsDialog.tsx'

const title = { vi: 'Giấy vào máy của rà soát viên', en: 'Slips of enumerators' }

export default function SlipsPage() {
  const { areaId } = useArea()
  return areaId ? (
    <SlipsOf areaId={areaId} />
  ) : (
    <Page title={title}>
      <NoPermission right="account.manage" />
    </Page>
  )
}

function SlipsOf({ areaId }: { areaId: AreaId }) {
  const [page] = usePageNumber()
  const [state] = useFilter('giay')
  const [q] = useFilter('q')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [giving, setGiving] = useState<readonly Slip[] | null>(null)
  const to = useTo()
  const asked = { areaId, ...(state && { state: state as SlipState }), ...(q && { q }) }
  const read = useRead(listSlips, { ...asked, page })
  const { data } = read
  const done = () => {
    setGiving(null)
    setChosen(new Set())
  }
  return (
    <Page
      title={title}
      above={
        <Crumbs of={[{ label: { vi: 'Ai có quyền', en: 'Who has access' }, href: to('/quyen') }, { label: title }]} />
      }
      state={say({
        vi: 'Người chỉ làm rà soát viên quét mã trên giấy là vào được điện thoại khảo sát, một lần, không cần mật khẩu. Quên mã PIN cũng vào lại bằng giấy mới: phiếu trên máy vẫn còn.',
        en: 'Who is an enumerator and nothing else scans the code and is in, once, without a password. A new slip also helps who forgot the PIN: what lies on the phone stays.',
      })}
      action={
        data &&
        data.open > 0 && (
          <LinkButton href={href(slipsPdf, { areaId })} download>
            {say(
              { vi: 'In giấy còn dùng được ({n})', en: 'Print those that let in ({n})' },
              { n: showNumber(data.open) },
            )}
          </LinkButton>
        )
      }
    >
      <Filters>
        <FilterText name="q" label={{ vi: 'Tìm theo tên', en: 'Search by name' }} />
        <FilterChoice
          name="giay"
          label={{ vi: 'Tình trạng giấy', en: 'State of the slip' }}
          choices={slipStateNames.map((value) => ({ value, label: slipStates[value] }))}
        />
      </Filters>
      <Reading of={read} rows={8}>
        {(answer) => (
          <Listing<Slip>
            name="slips"
            caption={title}
            rows={answer.rows}
            total={answer.total}
            rowKey={(row) => row.accountId}
            file={listAs(slipsFile, asked)}
            columns={[
              ...shown(slipColumns, {}),
              {
                key: 'do',
                head: { vi: 'Việc', en: 'Deeds' },
                act: true,
                cell: (row) => <Deeds of={row} areaId={areaId} onGive={() => setGiving([row])} />,
              },
            ]}
            selection={{
              chosen,
              onChange: setChosen,
              actions: [
                {
                  label: { vi: 'Cấp giấy vào máy', en: 'Give slips' },
                  run: (keys) => setGiving(answer.rows.filter(({ accountId }) => keys.includes(accountId))),
                },
              ],
            }}
            empty={
              <Empty
                title={{ vi: 'Không có rà soát viên nào.', en: 'There is no enumerator.' }}
                why={{
                  vi: 'Tạo tài khoản rà soát viên cho trưởng thôn ở trang "Ai có quyền"; người giữ thêm quyền khác thì vào bằng mật khẩu.',
                  en: 'Create accounts of enumerators on the page "Who has access"; who holds another role too comes in by a password.',
                }}
              />
            }
          />
        )}
      </Reading>
      {giving && <GiveSlipsDialog areaId={areaId} to={giving} onDone={done} onClose={() => setGiving(null)} />}
    </Page>
  )
}

function Deeds({ of, areaId, onGive }: { of: Slip; areaId: AreaId; onGive: () => void }) {
  const withdrawing = useChange(withdrawSlip)
  const [asks, setAsks] = useState(false)
  const slipId = of.slipId as SignInSlipId
  return (
    <>
      {of.state !== 'open' && (
        <Button look="quiet" onClick={onGive}>
          {say({ vi: 'Cấp giấy', en: 'Give one' })}
          <span class="only-heard"> {of.name}</span>
        </Button>
      )}
      {of.can.includes('print') && (
        <LinkButton look="quiet" href={href(slipsPdf, { areaId, slipId })} download>
          {say({ vi: 'In', en: 'Print' })}
          <span class="only-heard"> {of.name}</span>
        </LinkButton>
      )}
      {of.can.includes('withdraw') && (
        <Button look="quiet" onClick={() => setAsks(true)}>
          {say({ vi: 'Rút', en: 'Withdraw' })}
          <span class="only-heard"> {of.name}</span>
        </Button>
      )}
      {asks && (
        <Confirm
          title={{ vi: `Rút giấy vào máy của ${of.name}?`, en: `Withdraw the slip of ${of.name}?` }}
          deed={{ vi: 'Rút giấy', en: 'Withdraw it' }}
          danger
          pending={withdrawing.pending}
          problem={withdrawing.problem}
          onConfirm={() => void withdrawing.run({ slipId }).then((done) => done && setAsks(false))}
          onClose={() => setAsks(false)}
        >
          <p>
            {say({
              vi: 'Tờ đã in không vào được nữa. Cấp lại được lúc nào cũng được.',
              en: 'The printed slip lets nobody in any more. Another can be given at any time.',
            })}
          </p>
        </Confirm>
      )}
    </>
  )
}
