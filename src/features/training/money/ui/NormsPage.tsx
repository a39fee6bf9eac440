/** The norms of spending: what is paid for one of each item, from when, by which text. */

import { useState } from 'preact/hooks'
import type { AreaId } from '#kernel/ids.ts'
import { useFilter, usePageNumber, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
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
import { normColumns } from '../columns.ts'
import { type CountedBy, countedBys, type Norm, type NormState, normStates } from '../model.ts'
import { listNorms, normsFile } from './calls.ts'
import { NewNormDialog } from './NewNormDialog.tsx'
import { pathOf } from './norm.ts'

export default function NormsPage() {
  const [page] = usePageNumber()
  const [state] = useFilter('tinh-trang')
  const [countedBy] = useFilter('tinh-cho')
  const [province] = useFilter('tinh')
  const { areaId: here } = useArea()
  const areaId = province === 'moi' ? null : province || here
  const [q] = useFilter('q')
  const [entering, setEntering] = useState(false)
  const to = useTo()
  const asked = {
    ...(q && { q }),
    ...(state && { state: state as NormState }),
    ...(countedBy && { countedBy: countedBy as CountedBy }),
    ...(areaId && { areaId: areaId as AreaId }),
  }
  const read = useRead(listNorms, { ...asked, page })
  const mayEnterAt = read.data?.mayEnterAt ?? []
  return (
    <Page
      title={{ vi: 'Định mức chi', en: 'Norms of spending' }}
      state={
        read.data &&
        say(
          {
            vi: '{n} mức. Phần mềm không có sẵn mức nào: tỉnh ghi theo văn bản của mình.',
            en: '{n} {n:value|values}. None is ready-made: a province enters them from its own texts.',
          },
          { n: showNumber(read.data.total) },
        )
      }
      action={
        mayEnterAt.length > 0 && (
          <Button look="primary" onClick={() => setEntering(true)}>
            {say({ vi: 'Ghi định mức', en: 'Enter a norm' })}
          </Button>
        )
      }
    >
      <Filters>
        <SearchWords label={{ vi: 'Tìm theo nội dung chi, căn cứ', en: 'Find by item or basis' }} />
        <FilterChoice
          name="tinh"
          label={{ vi: 'Tỉnh', en: 'Province' }}
          all={{ vi: 'Nơi đang xem', en: 'Where I look' }}
          choices={[
            { value: 'moi', label: { vi: 'Mọi tỉnh', en: 'All provinces' } },
            ...(read.data?.provinces ?? []).map(({ areaId: value, name: label }) => ({ value, label })),
          ]}
        />
        <FilterChoice name="tinh-trang" label={{ vi: 'Tình trạng', en: 'State' }} choices={choicesOf(normStates)} />
        <FilterChoice name="tinh-cho" label={{ vi: 'Tính cho', en: 'Per' }} choices={choicesOf(countedBys)} />
      </Filters>
      <Reading of={read} rows={8}>
        {(data) => (
          <Listing<Norm>
            name="norms"
            caption={{ vi: 'Định mức chi đào tạo, bồi dưỡng', en: 'Norms of spending on training' }}
            rows={data.rows}
            rowKey={(row) => row.spendingNormId}
            href={(row) => to(pathOf(row.spendingNormId))}
            total={data.total}
            file={listAs(normsFile, asked)}
            columns={shown(normColumns)}
            empty={
              <Empty
                title={{ vi: 'Không có định mức nào như vậy.', en: 'No norm like that.' }}
                why={{
                  vi: 'Người có quyền ở tỉnh ghi từng mức theo nghị quyết, quyết định của tỉnh.',
                  en: 'Who holds the right at the province enters each from its resolution or decision.',
                }}
              />
            }
          />
        )}
      </Reading>
      {entering && <NewNormDialog provinces={mayEnterAt} onClose={() => setEntering(false)} />}
    </Page>
  )
}
