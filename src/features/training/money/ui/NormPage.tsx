/** One value of a norm of spending, and all values of its item over time. */
import { useState } from 'preact/hooks'
import { showDate } from '#kernel/dates.ts'
import type { SpendingNormId } from '#kernel/ids.ts'
import { withMark } from '#kernel/marks.ts'
import { useTo } from '#platform/web/address.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { say } from '#platform/web/language.ts'
import { showMoney } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { lastSaid, valueColumns } from '../columns.ts'
import { countedBys, type Norm, normStates } from '../model.ts'
import { ChangeNormDialog } from './ChangeNormDialog.tsx'
import { showNorm, valuesFile } from './calls.ts'
import { EndNormDialog } from './EndNormDialog.tsx'
import { type NormAnswer, pathOf } from './norm.ts'
import { RaiseDialog } from './RaiseDialog.tsx'

export default function NormPage({ params: { spendingNormId } }: { params: { spendingNormId: string } }) {
  const read = useRead(showNorm, { spendingNormId: spendingNormId as SpendingNormId })
  const to = useTo()
  const item = read.data?.item ?? ''
  return (
    <Page
      title={read.data ? { vi: item, en: item } : { vi: 'Định mức chi', en: 'Norm of spending' }}
      above={
        <Crumbs
          of={[
            { label: { vi: 'Định mức chi', en: 'Norms of spending' }, href: to('/dinh-muc-chi') },
            { label: { vi: item, en: item } },
          ]}
        />
      }
      state={
        read.data &&
        `${showMoney(read.data.dong)} / ${say(countedBys[read.data.countedBy])}. ${say(normStates[read.data.state])}.`
      }
      action={read.data && <Deeds of={read.data} />}
    >
      <Reading of={read} rows={6}>
        {(data) => (
          <>
            <Facts of={data} />
            <Section title={{ vi: 'Các mức theo thời gian', en: 'Values over time' }}>
              <Listing<Norm>
                name="norm-values"
                caption={{ vi: 'Các mức của nội dung chi này', en: 'Values of this item' }}
                rows={data.values}
                rowKey={(row) => row.spendingNormId}
                href={(row) => (row.spendingNormId === data.spendingNormId ? null : to(pathOf(row.spendingNormId)))}
                file={listAs(valuesFile, { spendingNormId: data.spendingNormId })}
                columns={shown(valueColumns)}
                empty={null}
              />
            </Section>
          </>
        )}
      </Reading>
    </Page>
  )
}

const Facts = ({ of }: { of: NormAnswer }) => (
  <FactList
    of={[
      { label: { vi: 'Tỉnh', en: 'Province' }, value: of.areaName },
      { label: { vi: 'Áp dụng từ ngày', en: 'From' }, value: showDate(of.from) },
      {
        label: { vi: 'Đến hết ngày', en: 'Last day' },
        value: say(lastSaid(of)),
      },
      ...(of.endedBecause ? [{ label: { vi: 'Lý do hết', en: 'Why it ended' }, value: of.endedBecause }] : []),
      { label: { vi: 'Căn cứ', en: 'Legal basis' }, value: say(withMark(of.legalReference, of.mark)) },
      ...(of.note ? [{ label: { vi: 'Ghi chú', en: 'Note' }, value: of.note }] : []),
    ]}
  />
)

type Deed = NormAnswer['can'][number]

function Deeds({ of }: { of: NormAnswer }) {
  const [open, setOpen] = useState<Deed | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      {of.can.includes('change') && (
        <Button look="quiet" onClick={() => setOpen('change')}>
          {say({ vi: 'Sửa chỗ ghi sai', en: 'Put right' })}
        </Button>
      )}
      {of.can.includes('end') && (
        <Button look="quiet" onClick={() => setOpen('end')}>
          {say(of.until ? { vi: 'Sửa ngày hết', en: 'Put the end right' } : { vi: 'Hết hiệu lực', en: 'End' })}
        </Button>
      )}
      {of.can.includes('raise') && (
        <Button look="primary" onClick={() => setOpen('raise')}>
          {say({ vi: 'Ghi mức mới', en: 'New value' })}
        </Button>
      )}
      {open === 'change' && <ChangeNormDialog of={of} onClose={close} />}
      {open === 'end' && <EndNormDialog of={of} onClose={close} />}
      {open === 'raise' && <RaiseDialog of={of} onClose={close} />}
    </>
  )
}
