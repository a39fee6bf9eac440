/** What a list holds where nothing is wrong with it: households and members by village. */

import type { OutputOf } from '#kernel/endpoint.ts'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import type { checkImport } from '../contract.ts'

export const Found = ({ of }: { of: OutputOf<typeof checkImport> }) => (
  <>
    <p role="status">
      {say(
        {
          vi: 'Không có lỗi: {h} hộ, {m} thành viên, {v} thôn. Chưa có gì được ghi.',
          en: 'No error: {h} households, {m} members, {v} villages. Nothing is written yet.',
        },
        { h: showNumber(of.households), m: showNumber(of.members), v: of.villages.length },
      )}
    </p>
    <Listing
      name="import-villages"
      caption={{ vi: 'Theo thôn', en: 'By village' }}
      columns={[
        { key: 'name', head: { vi: 'Thôn', en: 'Village' }, cell: (v) => v.name },
        {
          key: 'households',
          head: { vi: 'Hộ', en: 'Households' },
          number: true,
          cell: (v) => showNumber(v.households),
        },
        { key: 'members', head: { vi: 'Thành viên', en: 'Members' }, number: true, cell: (v) => showNumber(v.members) },
      ]}
      rows={of.villages}
      rowKey={(v) => v.areaId}
      file={null}
      empty={null}
    />
  </>
)
