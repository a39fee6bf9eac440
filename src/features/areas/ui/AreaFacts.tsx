import { useTo } from '#platform/web/address.ts'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { MarkNote } from '#platform/web/kit/MarkNote.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { say } from '#platform/web/language.ts'
import { kinds, levelWords } from '../words.ts'
import type { AreaAnswer, AreaState } from './answers.ts'
import { pathOf, saySettlement, saySpan } from './sayings.ts'

/** A village is rural or urban as its commune is, so only a commune says it. */
export function AreaFacts({ area, crumbs }: { area: AreaState; crumbs: AreaAnswer['crumbs'] }) {
  const to = useTo()
  const parent = crumbs.find((crumb) => crumb.areaId === area.parentId)
  return (
    <Section title={{ vi: 'Trong ngày đang xem', en: 'On the day looked at' }}>
      <FactList
        of={[
          { label: { vi: 'Cấp', en: 'Level' }, value: say(levelWords[area.level]) },
          { label: { vi: 'Loại', en: 'Kind' }, value: say(kinds[area.kind]) },
          { label: { vi: 'Mã', en: 'Code' }, value: area.code && <span class="tabular">{area.code}</span> },
          {
            label: { vi: 'Thuộc', en: 'Under' },
            value: parent && <a href={to(pathOf(parent.areaId))}>{parent.name}</a>,
          },
          ...(area.level === 'commune'
            ? [{ label: { vi: 'Khu vực', en: 'Settlement' }, value: saySettlement(area.settlement) }]
            : []),
          { label: { vi: 'Hiệu lực', en: 'Holds' }, value: saySpan(area) },
          { label: { vi: 'Nguồn', en: 'Source' }, value: <Source mark={area.mark} /> },
        ]}
      />
    </Section>
  )
}

const sources = {
  text: { vi: 'Đọc trong văn bản', en: 'Read in the text' },
  secondary: { vi: 'Theo nguồn thứ cấp', en: 'From a secondary source' },
  recalled: { vi: 'Theo trí nhớ', en: 'From memory' },
  illustrative: { vi: 'Minh hoạ', en: 'An illustration' },
  invented: { vi: 'Dữ liệu trình diễn', en: 'Demo data' },
} as const

export const Source = ({ mark }: { mark: keyof typeof sources }) => (
  <>
    {say(sources[mark])} <MarkNote mark={mark} />
  </>
)
