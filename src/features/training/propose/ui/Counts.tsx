import { useTo } from '#platform/web/address.ts'
import { Stat } from '#platform/web/kit/Stat.tsx'
import type { Words } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { countsOf, type ProposalAnswer, type useAsked } from './proposal.ts'
import type { Editing } from './useEditing.ts'

type CountsProps = {
  readonly of: ProposalAnswer
  readonly query: ReturnType<typeof useAsked>['query']
  readonly editing: Editing
}

/** As changed here, with the number of the proposal beside what was changed; the list of its people is that of the proposal. */
export function Counts({ of, query, editing }: CountsProps) {
  const to = useTo()
  const people = (state: string) => to('/nhu-cau-dao-tao/de-xuat/nguoi', { ...query, 'tinh-trang': state })
  const now = countsOf(of, editing.classes)
  const stat = (label: Words, { value, was, href }: { value: number; was: number; href: string }) => (
    <Stat
      label={label}
      value={value}
      {...(value === was
        ? { href }
        : { note: { vi: `Đề xuất: ${showNumber(was)}`, en: `Proposed: ${showNumber(was)}` } })}
    />
  )
  return (
    <div class="stats">
      {stat({ vi: 'Lượt có lớp', en: 'Seats' }, { value: now.seated, was: of.seated, href: people('seated') })}
      {stat(
        { vi: 'Lượt chưa có lớp', en: 'Needs in no class' },
        { value: now.uncovered, was: of.uncovered, href: people('uncovered') },
      )}
      <Stat
        label={{
          vi: 'Đã có chỗ trong kế hoạch của năm, không đề xuất lại',
          en: 'Seated in a plan of the year already',
        }}
        value={of.planned}
        href={people('planned')}
      />
      {of.covered > 0 && (
        <Stat
          label={{
            vi: 'Đã có chỗ trong kế hoạch năm khác (dự thảo hoặc đã phê duyệt), không đề xuất lại',
            en: 'Seated in a plan of another year, a draft or approved',
          }}
          value={of.covered}
          href={people('covered')}
        />
      )}
      <Stat
        label={{ vi: 'Số lớp', en: 'Classes' }}
        value={now.classes}
        note={
          now.classes === of.classes.length
            ? {
                vi: `Ít nhất ${showNumber(of.least)}: số người chia sĩ số lớn nhất`,
                en: `${showNumber(of.least)} at least: people by the largest class`,
              }
            : {
                vi: `Đề xuất: ${showNumber(of.classes.length)}, ít nhất ${showNumber(of.least)}`,
                en: `Proposed: ${showNumber(of.classes.length)}, ${showNumber(of.least)} at least`,
              }
        }
      />
    </div>
  )
}
