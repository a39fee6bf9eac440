/** One member at the side: what is known, the full numbers for who may see them, and what can be done. */

import { useState } from 'preact/hooks'
import { showDate } from '#kernel/dates.ts'
import { ethnicName } from '#kernel/ethnicity.ts'
import { birthText, sexWords } from '#kernel/persons.ts'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { useStepBack } from '#platform/web/kit/dialogHistory.ts'
import { type Fact, FactList } from '#platform/web/kit/FactList.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { say, type Words } from '#platform/web/language.ts'
import {
  disabilityWords,
  jobWords,
  joinWords,
  leaveWords,
  relationWords,
  schoolWords,
  unknownRelation,
  yesNoFacts,
  yesNoWords,
} from '../../model/words.ts'
import type { HouseholdAnswer, MemberAnswer } from '../answers.ts'
import { revealMember } from '../calls.ts'
import { ChangeMemberForm } from '../changes/ChangeMemberForm.tsx'
import { JoinForm } from '../changes/JoinForm.tsx'
import { LeaveForm } from '../changes/LeaveForm.tsx'

type Props = { readonly household: HouseholdAnswer; readonly member: MemberAnswer; readonly onClose: () => void }

const deedWords = {
  change: { vi: 'sửa thông tin', en: 'change' },
  leave: { vi: 'rời hộ', en: 'leaves' },
  join: { vi: 'đã ghi hai lần', en: 'entered twice' },
} as const

export function MemberDialog({ household, member, onClose }: Props) {
  const [doing, setDoing] = useState<keyof typeof deedWords | null>(null)
  useStepBack(doing !== null, () => setDoing(null))
  const mayWrite = household.can.includes('change') && member.leftOn === null && household.endedOn === null
  return (
    <Dialog side title={doing ? `${member.name}: ${say(deedWords[doing])}` : member.name} onClose={onClose}>
      {doing === 'change' && <ChangeMemberForm household={household} member={member} onDone={() => setDoing(null)} />}
      {doing === 'leave' && <LeaveForm household={household} member={member} onDone={onClose} />}
      {doing === 'join' && <JoinForm household={household} member={member} onDone={onClose} />}
      {doing === null && (
        <div class="households-member-facts">
          <FactList of={factsOf(member)} />
          <Numbers household={household} member={member} />
          {mayWrite && (
            <div class="form-actions">
              <Button look="primary" onClick={() => setDoing('change')}>
                {say({ vi: 'Sửa thông tin', en: 'Change' })}
              </Button>
              <Button onClick={() => setDoing('leave')}>{say({ vi: 'Rời hộ', en: 'Leaves' })}</Button>
              <Button onClick={() => setDoing('join')}>{say({ vi: 'Đã ghi hai lần', en: 'Entered twice' })}</Button>
            </div>
          )}
        </div>
      )}
    </Dialog>
  )
}

const yesOrNo = (value: boolean): Words => (value ? { vi: 'Có', en: 'Yes' } : { vi: 'Không', en: 'No' })

function factsOf(m: MemberAnswer): Fact[] {
  const { disability, studying, finished, job } = m.facts
  const known: [Words, Words | undefined][] = [
    [{ vi: 'Khuyết tật', en: 'Disability' }, disability && disabilityWords[disability]],
    [{ vi: 'Đang học', en: 'Attends' }, studying && schoolWords[studying]],
    [{ vi: 'Cấp học cao nhất đã tốt nghiệp', en: 'Highest level finished' }, finished && schoolWords[finished]],
    [{ vi: 'Việc làm', en: 'Work' }, job && jobWords[job]],
    ...yesNoFacts.map((key): [Words, Words | undefined] => {
      const value = m.facts[key]
      return [yesNoWords[key], value === undefined ? undefined : yesOrNo(value)]
    }),
  ]
  const joined = `${say(joinWords[m.joinReason])}, ${showDate(m.joinedOn)}`
  const left = m.leftOn && m.leaveReason ? `${say(leaveWords[m.leaveReason])}, ${showDate(m.leftOn)}` : null
  return [
    {
      label: { vi: 'Quan hệ với chủ hộ', en: 'Relation to the head' },
      value: say(m.relationOnDay ? relationWords[m.relationOnDay] : unknownRelation),
    },
    { label: { vi: 'Giới tính', en: 'Sex' }, value: say(sexWords[m.sex]) },
    { label: { vi: 'Ngày sinh', en: 'Birth' }, value: birthText(m.birth) },
    { label: { vi: 'Dân tộc', en: 'Ethnic group' }, value: ethnicName(m.ethnicity) },
    { label: { vi: 'Vào hộ', en: 'Joined' }, value: joined },
    ...(left ? [{ label: { vi: 'Rời hộ', en: 'Left' }, value: left }] : []),
    ...known.map(([label, value]) => ({
      label,
      value: value ? say(value) : <span class="quiet">{say({ vi: 'chưa biết', en: 'not known' })}</span>,
    })),
  ]
}

/** Masked; the whole numbers on demand, gone again when the dialog closes. */
function Numbers({ household, member }: Omit<Props, 'onClose'>) {
  const [shown, setShown] = useState<{ citizenId: string | null; insuranceNo: string | null } | null>(null)
  const revealing = useChange(revealMember, { refresh: [] })
  const { householdId } = household
  const none = member.citizenId === null && !member.hasInsuranceNo
  const masked = member.hasInsuranceNo ? say({ vi: 'đã ghi, đang che', en: 'held, hidden' }) : null
  const whyNot = household.can.includes('reveal')
    ? none
      ? { vi: 'Chưa ghi số nào.', en: 'No number is held.' }
      : null
    : { vi: 'Bạn chưa được giao quyền xem số đầy đủ.', en: 'You have not been given the right to see it in full.' }
  return (
    <section class="households-person-box">
      <FactList
        of={[
          { label: { vi: 'Số CCCD', en: 'Citizen id' }, value: shown?.citizenId ?? member.citizenId },
          { label: { vi: 'Số BHXH/BHYT', en: 'Insurance number' }, value: shown?.insuranceNo ?? masked },
        ]}
      />
      <ProblemNote of={revealing.problem} />
      {!shown && (
        <Button
          pending={revealing.pending}
          whyNot={whyNot}
          onClick={async () => setShown(await revealing.run({ householdId, memberId: member.memberId }))}
        >
          {say({ vi: 'Xem số đầy đủ (ghi nhật ký)', en: 'See in full (audited)' })}
        </Button>
      )}
    </section>
  )
}
