import { useState } from 'preact/hooks'
import type { Vnd } from '#kernel/numbers.ts'
import { ClassMark, type HouseholdClass } from '#platform/web/kit/ClassMark.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { showMoney } from '#platform/web/numbers.ts'

const classes: readonly HouseholdClass[] = ['poor', 'near_poor', 'average', 'not_poor']
const rows = Array.from({ length: 120 }, (_, at) => ({
  id: String(at),
  name: `Nguyễn Thị Hoà ${at + 1}`,
  village: `Thôn ${(at % 14) + 1}`,
  people: (at % 6) + 1,
  income: (800_000 + at * 10_000) as Vnd,
  class: classes[at % 4] ?? null,
}))

export function GalleryListing() {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(['1', '3']))
  return (
    <Section title="Danh sách">
      <Listing
        name="gallery"
        caption="Các hộ"
        rows={rows}
        rowKey={(row) => row.id}
        href={(row) => `/kit?ho=${row.id}`}
        file={null}
        selection={{ chosen, onChange: setChosen, actions: [{ label: 'Giao cho rà soát viên', run: () => {} }] }}
        empty={<Empty title="Chưa có hộ nào." />}
        columns={[
          { key: 'name', head: 'Chủ hộ', cell: (row) => row.name },
          { key: 'village', head: 'Thôn', cell: (row) => row.village },
          { key: 'people', head: 'Nhân khẩu', number: true, cell: (row) => row.people },
          { key: 'income', head: 'Thu nhập', number: true, cell: (row) => showMoney(row.income) },
          { key: 'class', head: 'Phân loại', cell: (row) => <ClassMark of={row.class} /> },
        ]}
      />
    </Section>
  )
}
