/** Decisions that extend credentials: what each says, for how many, and what it said before it was put right. */
import { useState } from 'preact/hooks'
import { Decided } from '#features/training/ui/Decided.tsx'
import { usePageNumber, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { extensionColumns } from '../columns.ts'
import type { Extension } from '../model.ts'
import { CorrectExtensionDialog } from './CorrectExtensionDialog.tsx'
import { extensionsFile, listExtensions } from './calls.ts'
import { WithdrawExtensionDialog } from './WithdrawExtensionDialog.tsx'

const title = { vi: 'Quyết định gia hạn chứng nhận', en: 'Decisions that extend credentials' }
type Deed = Extension['can'][number]
const deeds: Readonly<Record<Deed, { vi: string; en: string }>> = {
  correct: { vi: 'Đính chính', en: 'Correct' },
  withdraw: { vi: 'Rút', en: 'Withdraw' },
}
const dialogs = { correct: CorrectExtensionDialog, withdraw: WithdrawExtensionDialog }

export default function ExtensionsPage() {
  const [page] = usePageNumber()
  const { areaId } = useArea()
  const [open, setOpen] = useState<{ deed: Deed; of: Extension } | null>(null)
  const to = useTo()
  const asked = areaId ? { areaId } : {}
  const read = useRead(listExtensions, { ...asked, page })
  const acts = {
    key: 'act',
    head: { vi: 'Việc', en: 'Act' },
    act: true as const,
    cell: (row: Extension) =>
      row.can.map((deed) => (
        <Button key={deed} look="quiet" onClick={() => setOpen({ deed, of: row })}>
          {say(deeds[deed])}
        </Button>
      )),
  }
  const Open = open && dialogs[open.deed]
  return (
    <Page
      title={title}
      above={
        <Crumbs
          of={[{ label: { vi: 'Chứng nhận tập huấn', en: 'Credentials' }, href: to('/chung-nhan') }, { label: title }]}
        />
      }
      state={say({
        vi: 'Chọn chứng nhận ở danh sách rồi gia hạn nhiều người bằng một quyết định.',
        en: 'Choose credentials in their list, then extend many by one decision.',
      })}
    >
      <Reading of={read} rows={4}>
        {(data) => (
          <Listing<Extension>
            name="credential-extensions"
            caption={title}
            rows={data.rows}
            rowKey={(row) => row.credentialExtensionId}
            total={data.total}
            file={listAs(extensionsFile, asked)}
            columns={[
              ...shown(extensionColumns, {
                number: ({ number, decidedOn: day, issuer, earlier }) => (
                  <Decided of={{ number, day, issuer }} earlier={earlier} />
                ),
              }),
              ...(data.rows.some(({ can }) => can.length > 0) ? [acts] : []),
            ]}
            empty={<Empty title={{ vi: 'Chưa có quyết định nào.', en: 'No decision yet.' }} />}
          />
        )}
      </Reading>
      {open && Open && <Open of={open.of} onClose={() => setOpen(null)} />}
    </Page>
  )
}
