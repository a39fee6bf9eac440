/** What provinces lay down for classes: each value from when, by which text, and how sure. */

import { useState } from 'preact/hooks'
import type { AreaId } from '#kernel/ids.ts'
import { useFilter, usePageNumber, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { choicesOf, FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { SearchWords } from '#platform/web/kit/SearchWords.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { limitColumns } from '../columns.ts'
import { type Limit, type LimitKind, type LimitState, limitKinds, limitStates } from '../model.ts'
import { limitsFile, listLimits } from './calls.ts'
import { EndLimitDialog } from './EndLimitDialog.tsx'
import { FollowDialog } from './FollowDialog.tsx'
import { NewLimitDialog } from './NewLimitDialog.tsx'
import { WithdrawLimitDialog } from './WithdrawLimitDialog.tsx'

const title = { vi: 'Giới hạn mở lớp', en: 'Limits of classes' }

export default function LimitsPage() {
  const [page] = usePageNumber()
  const [state] = useFilter('tinh-trang')
  const [kind] = useFilter('loai')
  const [province] = useFilter('tinh')
  const { areaId: here } = useArea()
  const areaId = province === 'moi' ? null : province || here
  const [q] = useFilter('q')
  const [entering, setEntering] = useState(false)
  const to = useTo()
  const asked = {
    ...(q && { q }),
    ...(state && { state: state as LimitState }),
    ...(kind && { kind: kind as LimitKind }),
    ...(areaId && { areaId: areaId as AreaId }),
  }
  const read = useRead(listLimits, { ...asked, page })
  return (
    <Page
      title={title}
      above={
        <Crumbs
          of={[
            { label: { vi: 'Nhu cầu đào tạo', en: 'Training needs' }, href: to('/nhu-cau-dao-tao') },
            { label: title },
          ]}
        />
      }
      state={
        read.data &&
        say(
          {
            vi: '{n} giá trị. Phần mềm không có sẵn giá trị nào: tỉnh ghi theo văn bản của mình.',
            en: '{n} {n:value|values}. None is ready-made: a province enters them from its own texts.',
          },
          { n: showNumber(read.data.total) },
        )
      }
      action={
        <>
          <LinkButton href={to('/nhu-cau-dao-tao/duong-di')}>
            {say({ vi: 'Nơi mở lớp, đường đi', en: 'Places and ways' })}
          </LinkButton>
          {(read.data?.mayEnterAt.length ?? 0) > 0 && (
            <Button look="primary" onClick={() => setEntering(true)}>
              {say({ vi: 'Ghi giới hạn', en: 'Enter a limit' })}
            </Button>
          )}
        </>
      }
    >
      <Filters>
        <SearchWords label={{ vi: 'Tìm theo căn cứ', en: 'Find by basis' }} />
        <FilterChoice
          name="tinh"
          label={{ vi: 'Tỉnh', en: 'Province' }}
          all={{ vi: 'Nơi đang xem', en: 'Where I look' }}
          choices={[
            { value: 'moi', label: { vi: 'Mọi tỉnh', en: 'All provinces' } },
            ...(read.data?.provinces ?? []).map(({ areaId: value, name: label }) => ({ value, label })),
          ]}
        />
        <FilterChoice name="loai" label={{ vi: 'Loại giới hạn', en: 'Kind' }} choices={choicesOf(limitKinds)} />
        <FilterChoice name="tinh-trang" label={{ vi: 'Tình trạng', en: 'State' }} choices={choicesOf(limitStates)} />
      </Filters>
      <Reading of={read} rows={8}>
        {(data) => <List rows={data.rows} total={data.total} file={listAs(limitsFile, asked)} />}
      </Reading>
      {entering && <NewLimitDialog provinces={read.data?.mayEnterAt ?? []} onClose={() => setEntering(false)} />}
    </Page>
  )
}

type Deed = Limit['can'][number]
const deeds: Readonly<Record<Deed, { vi: string; en: string }>> = {
  follow: { vi: 'Giá trị mới', en: 'New value' },
  end: { vi: 'Kết thúc', en: 'End' },
  withdraw: { vi: 'Rút', en: 'Withdraw' },
}
const deedNames = Object.keys(deeds) as Deed[]
const dialogs = { follow: FollowDialog, end: EndLimitDialog, withdraw: WithdrawLimitDialog }

type ListProps = { readonly rows: Limit[]; readonly total: number; readonly file: ReturnType<typeof listAs> }

function List({ rows, total, file }: ListProps) {
  const [open, setOpen] = useState<{ deed: Deed; of: Limit } | null>(null)
  const acts = {
    key: 'act',
    head: { vi: 'Việc', en: 'Act' },
    act: true as const,
    cell: (row: Limit) =>
      deedNames
        .filter((deed) => row.can.includes(deed))
        .map((deed) => (
          <Button key={deed} look="quiet" onClick={() => setOpen({ deed, of: row })}>
            {say(deeds[deed])}
          </Button>
        )),
  }
  const Open = open && dialogs[open.deed]
  return (
    <>
      <Listing<Limit>
        name="limits"
        caption={title}
        rows={rows}
        rowKey={(row) => row.trainingLimitId}
        total={total}
        file={file}
        columns={[...shown(limitColumns), ...(rows.some(({ can }) => can.length > 0) ? [acts] : [])]}
        empty={
          <Empty
            title={{ vi: 'Không có giới hạn nào như vậy.', en: 'No limit like that.' }}
            why={{
              vi: 'Người có quyền ở tỉnh ghi từng giới hạn theo văn bản của tỉnh.',
              en: 'Who holds the right at the province enters each from its texts.',
            }}
          />
        }
      />
      {Open && open && <Open of={open.of} onClose={() => setOpen(null)} />}
    </>
  )
}
