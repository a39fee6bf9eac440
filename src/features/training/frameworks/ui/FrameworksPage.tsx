/** Training frameworks: what is taught to whom, as provinces draft and approve it and as reports tell it. */

import { useState } from 'preact/hooks'
import { useFilter, usePageNumber, useTo } from '#platform/web/address.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { choicesOf, FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
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
import { frameworkColumns } from '../columns.ts'
import { type Framework, type FrameworkFilter, frameworkFilters } from '../model.ts'
import { BeginDialog } from './BeginDialog.tsx'
import { frameworksFile, listFrameworks } from './calls.ts'
import { pathOf } from './framework.ts'

export default function FrameworksPage() {
  const [page] = usePageNumber()
  const [state] = useFilter('tinh-trang')
  const [q] = useFilter('q')
  const [beginning, setBeginning] = useState(false)
  const to = useTo()
  const asked = { ...(q && { q }), ...(state && { state: state as FrameworkFilter }) }
  const read = useRead(listFrameworks, { ...asked, page })
  const provinces = read.data?.mayBeginAt ?? []
  return (
    <Page
      title={{ vi: 'Khung đào tạo, bồi dưỡng', en: 'Training frameworks' }}
      state={
        read.data &&
        say(
          {
            vi: '{n} khung: bản thảo của tỉnh mình, khung đã phê duyệt, khung theo báo cáo.',
            en: '{n} {n:framework|frameworks}.',
          },
          { n: showNumber(read.data.total) },
        )
      }
      action={
        provinces.length > 0 && (
          <Button look="primary" onClick={() => setBeginning(true)}>
            {say({ vi: 'Soạn khung', en: 'Draft a framework' })}
          </Button>
        )
      }
    >
      <Filters>
        <SearchWords label={{ vi: 'Tìm theo tên, số quyết định', en: 'Find by name or number' }} />
        <FilterChoice
          name="tinh-trang"
          label={{ vi: 'Tình trạng', en: 'State' }}
          choices={choicesOf(frameworkFilters)}
        />
      </Filters>
      <Reading of={read} rows={8}>
        {(data) => (
          <Listing<Framework>
            name="frameworks"
            caption={{ vi: 'Khung đào tạo', en: 'Training frameworks' }}
            rows={data.rows}
            rowKey={(row) => row.frameworkId}
            href={(row) => to(pathOf(row.frameworkId))}
            total={data.total}
            file={listAs(frameworksFile, asked)}
            columns={shown(frameworkColumns, {})}
            empty={
              <Empty
                title={{ vi: 'Không có khung nào như vậy.', en: 'No framework like that.' }}
                why={{
                  vi: 'Thử gõ ít chữ hơn, hoặc bỏ bớt điều kiện lọc.',
                  en: 'Type fewer letters, or drop a filter.',
                }}
              />
            }
          />
        )}
      </Reading>
      {beginning && <BeginDialog provinces={provinces} onClose={() => setBeginning(false)} />}
    </Page>
  )
}
