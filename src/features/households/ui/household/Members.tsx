/** The members of the day as a list; one opens at the side. Those who left stand folded below. */
import { useState } from 'preact/hooks'
import { showDate } from '#kernel/dates.ts'
import { Badge } from '#platform/web/kit/Badge.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { WhyPanel } from '#platform/web/kit/WhyPanel.tsx'
import { say } from '#platform/web/language.ts'
import { ethnicName } from '../../model/ethnicity.ts'
import { birthText, leaveWords, relationWords, sexWords } from '../../model/words.ts'
import type { HouseholdAnswer, MemberAnswer } from '../answers.ts'
import { MemberDialog } from './MemberDialog.tsx'

const base = [
  { key: 'name', head: { vi: 'Họ và tên', en: 'Name' }, cell: (m: MemberAnswer) => m.name },
  {
    key: 'relation',
    head: { vi: 'Quan hệ', en: 'Relation' },
    cell: (m: MemberAnswer) =>
      m.relation === 'head' ? <Badge look="done">{relationWords.head}</Badge> : say(relationWords[m.relation]),
  },
  { key: 'sex', head: { vi: 'Giới tính', en: 'Sex' }, cell: (m: MemberAnswer) => say(sexWords[m.sex]) },
  { key: 'birth', head: { vi: 'Ngày sinh', en: 'Birth' }, cell: (m: MemberAnswer) => birthText(m.birth) },
  { key: 'ethnicity', head: { vi: 'Dân tộc', en: 'Ethnic group' }, cell: (m: MemberAnswer) => ethnicName(m.ethnicity) },
]
const now = [
  ...base,
  {
    key: 'citizenId',
    head: { vi: 'Số CCCD', en: 'Citizen id' },
    cell: (m: MemberAnswer) => <span class="tabular">{m.citizenId ?? ''}</span>,
  },
]
const past = [...base, { key: 'left', head: { vi: 'Rời hộ', en: 'Left' }, cell: leftOf }]

function leftOf({ leftOn, leaveReason, joinedOn }: MemberAnswer): string {
  if (leftOn === null || leaveReason === null)
    return say({ vi: 'vào hộ sau ngày này ({day})', en: 'joined later ({day})' }, { day: showDate(joinedOn) })
  const reason = say(leaveWords[leaveReason])
  return leftOn === joinedOn ? reason : `${reason}, ${showDate(leftOn)}`
}

const Nobody = () => (
  <Empty
    title={{ vi: 'Không có thành viên nào trong ngày đang xem.', en: 'No member on the day looked at.' }}
    why={{ vi: 'Đổi ngày ở đầu trang để xem khi khác.', en: 'Change the day above to see another time.' }}
  />
)

export function Members({ of }: { of: HouseholdAnswer }) {
  const [openId, setOpenId] = useState<string | null>(null)
  const open = [...of.members, ...of.others].find((member) => member.memberId === openId)
  const common = {
    rowKey: (member: MemberAnswer) => member.memberId,
    onOpen: (member: MemberAnswer) => setOpenId(member.memberId),
    openKey: openId,
    empty: <Nobody />,
  }
  return (
    <>
      <Section title={{ vi: 'Thành viên', en: 'Members' }}>
        <Listing<MemberAnswer>
          {...common}
          name="members"
          caption={{ vi: 'Thành viên', en: 'Members' }}
          columns={now}
          rows={of.members}
        />
      </Section>
      {of.others.length > 0 && (
        <WhyPanel
          label={{
            vi: `Không còn hoặc chưa ở trong hộ (${of.others.length})`,
            en: `Left or not yet in the household (${of.others.length})`,
          }}
        >
          <Listing<MemberAnswer>
            {...common}
            name="members-left"
            caption={{ vi: 'Không ở trong hộ trong ngày này', en: 'Not in the household on this day' }}
            columns={past}
            rows={of.others}
          />
        </WhyPanel>
      )}
      {open && <MemberDialog household={of} member={open} onClose={() => setOpenId(null)} />}
    </>
  )
}
