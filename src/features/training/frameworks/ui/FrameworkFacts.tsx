/** What stands of a framework as a whole, and its versions. */
import { showDate } from '#kernel/dates.ts'
import { useTo } from '#platform/web/address.ts'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { say } from '#platform/web/language.ts'
import { periodSaid } from '../../programmes/columns.ts'
import { factMarks } from '../../programmes/model.ts'
import { pathOf as programmePath } from '../../programmes/ui/programme.ts'
import { Decided } from '../../ui/Decided.tsx'
import { areaConditions, frameworkStates } from '../model.ts'
import { type FrameworkAnswer, pathOf } from './framework.ts'

const unsaid = { vi: 'chưa ghi', en: 'not said' }

export function FrameworkFacts({ of }: { of: FrameworkAnswer }) {
  const to = useTo()
  const { approved, source, mark, programme } = of
  return (
    <FactList
      of={[
        {
          label: { vi: 'Tỉnh', en: 'Province' },
          value: of.areaName || say({ vi: 'theo báo cáo, không của đơn vị nào', en: 'as reported, of no unit' }),
        },
        { label: { vi: 'Giai đoạn', en: 'Period' }, value: periodSaid(of) ?? say(unsaid) },
        {
          label: { vi: 'Quyết định phê duyệt', en: 'Approved by' },
          value: approved ? <Decided of={approved} earlier={of.earlier} /> : say({ vi: 'chưa có', en: 'none' }),
        },
        ...(programme
          ? [
              {
                label: { vi: 'Thuộc chương trình', en: 'Programme' },
                value: <a href={to(programmePath(programme.programmeId))}>{programme.name}</a>,
              },
            ]
          : []),
        {
          label: { vi: 'Tổng số tiết', en: 'Hours in all' },
          value:
            of.hours ?? say({ vi: 'chưa đủ: có chuyên đề chưa ghi số tiết', en: 'not known: some topic has none' }),
        },
        ...(source && mark
          ? [{ label: { vi: 'Nguồn', en: 'Source' }, value: `${source} (${say(factMarks[mark])})` }]
          : []),
        ...of.places.map(({ condition, communes }) => ({
          label: { vi: `Số ${areaConditions[condition].vi} hôm nay`, en: `Today: ${areaConditions[condition].en}` },
          value: communes ?? say({ vi: 'chưa có dữ liệu', en: 'no data yet' }),
        })),
        ...(of.note ? [{ label: { vi: 'Ghi chú', en: 'Note' }, value: of.note }] : []),
      ]}
    />
  )
}

export function Versions({ of }: { of: FrameworkAnswer }) {
  const to = useTo()
  return (
    <Section title={{ vi: 'Các phiên bản', en: 'Versions' }}>
      <ul class="training-list">
        {of.versions.map((one) => (
          <li key={one.frameworkId}>
            <a href={to(pathOf(one.frameworkId))}>
              {say({ vi: 'Phiên bản {n}', en: 'Version {n}' }, { n: one.version })}
            </a>
            {`: ${say(frameworkStates[one.state])}`}
            {one.approved && `, ${one.approved.number}, ${showDate(one.approved.day)}`}
          </li>
        ))}
      </ul>
    </Section>
  )
}
