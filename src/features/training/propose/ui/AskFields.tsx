/** For which year, topics and weeks classes are proposed; it stands in the address. */

import { yearOf } from '#kernel/dates.ts'
import { useFilter } from '#platform/web/address.ts'
import { today } from '#platform/web/day.ts'
import { ChoiceField, ChoicesField } from '#platform/web/kit/ChoiceField.tsx'
import { FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { FilterText } from '#platform/web/kit/FilterText.tsx'
import { say } from '#platform/web/language.ts'
import type { OpenTopic } from '../../needs/model.ts'
import { topicChoices } from '../../needs/ui/need.ts'
import { daysFault, weeksFault, yearsToCome } from './proposal.ts'

export function AskFields({ open }: { open: readonly OpenTopic[] }) {
  const [year, setYear] = useFilter('nam', String(yearOf(today()) + 1))
  const [topics, setTopics] = useFilter('chuyen-de')
  const chosen = (topics ? topics.split(',') : []) as OpenTopic['topicId'][]
  return (
    <>
      <Filters>
        <ChoiceField<string>
          as="select"
          required
          label={{ vi: 'Năm', en: 'Year' }}
          choices={yearsToCome().map((one) => ({ value: String(one), label: { vi: String(one), en: String(one) } }))}
          value={year}
          onChange={setYear}
        />
        <FilterText
          name="tuan"
          label={{ vi: 'Trong các tuần', en: 'In weeks' }}
          hint={{ vi: 'Ví dụ 12, 14-16; trống là mọi tuần sắp tới', en: 'As in 12, 14-16; empty: all to come' }}
          faultOf={weeksFault}
        />
        <FilterText
          name="so-ngay"
          label={{ vi: 'Số ngày khi khung chưa ghi số tiết', en: 'Days where the framework says no hours' }}
          hint={{ vi: 'Trống: chuyên đề ấy chưa mở lớp được', en: 'Empty: no class of such a topic' }}
          maxLength={2}
          faultOf={daysFault}
        />
        <FilterChoice
          name="nam-khac"
          label={{ vi: 'Người đã có trong kế hoạch năm khác', en: 'Who is in a plan of another year' }}
          choices={[{ value: 'ca', label: { vi: 'Tính cả người đã có', en: 'Propose them too' } }]}
          all={{ vi: 'Không đề xuất lại', en: 'Not proposed again' }}
        />
      </Filters>
      <details>
        <summary>
          {chosen.length === 0
            ? say({ vi: 'Chuyên đề: tất cả', en: 'Topics: all' })
            : say({ vi: 'Chuyên đề: đã chọn {n}', en: 'Topics: {n} chosen' }, { n: chosen.length })}
        </summary>
        <ChoicesField
          label={{ vi: 'Chỉ đề xuất các chuyên đề', en: 'Only these topics' }}
          choices={topicChoices(open)}
          values={chosen}
          onChange={(next) => setTopics(next.join(',') || null)}
        />
      </details>
    </>
  )
}
