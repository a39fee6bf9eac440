/** The members of the day as a list; one opens at the side. Those who left stand folded below. */
import { useState } from 'preact/hooks'
import { Badge } from '#platform/web/kit/Badge.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Section } from '#platform/web/kit/Page.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { WhyPanel } from '#platform/web/kit/WhyPanel.tsx'
import { say } from '#platform/web/language.ts'
import { goneColumns, memberColumns } from '../../columns.ts'
import { relationWords, unknownRelation } from '../../model/words.ts'
import type { HouseholdAnswer, MemberAnswer } from '../answers.ts'
import { membersFile } from '../calls.ts'
import { MemberDialog } from './MemberDialog.tsx'

const relation = (m: MemberAnswer) =>
  m.relationOnDay === 'head' ? (
    <Badge look="done">{relationWords.head}</Badge>
  ) : (
    say(m.relationOnDay ? relationWords[m.relationOnDay] : unknownRelation)
  )
const now = shown(memberColumns, { relation })
const past = shown(goneColumns, { relation })

const Nobody = () => (
  <Empty
    title={{ vi: 'Không có thành viên nào trong ngày đang xem.', en: 'No member on the day looked at.' }}
    why={{ vi: 'Đổi ngày ở đầu trang để xem khi khác.', en: 'Change the day above to see another time.' }}
  />
)

export function Members({ of }: { of: HouseholdAnswer }) {
  const { householdId, day } = of
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
          file={listAs(membersFile, { householdId, day })}
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
            file={listAs(membersFile, { householdId, day, gone: true })}
          />
        </WhyPanel>
      )}
      {open && <MemberDialog household={of} member={open} onClose={() => setOpenId(null)} />}
    </>
  )
}
