/** Survey and register side by side: what the register changed since, and what the survey learned, to be recorded there. */
import { useState } from 'preact/hooks'
import { showHousehold } from '#features/households/ui/calls.ts'
import { AddMemberForm } from '#features/households/ui/changes/AddMemberForm.tsx'
import { HeadForm } from '#features/households/ui/changes/HeadForm.tsx'
import { LeaveForm } from '#features/households/ui/changes/LeaveForm.tsx'
import { draftFrom } from '#features/households/ui/personDraft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import type { CaseAnswer } from '../answers.ts'

type Learned = CaseAnswer['learned'][number]

const changedWords: Record<CaseAnswer['registered'][number]['what'], Words> = {
  joined: { vi: '{name} vào hộ', en: '{name} joined' },
  left: { vi: '{name} rời hộ', en: '{name} left' },
  corrected: { vi: 'Thông tin của {name} được sửa', en: 'What is known of {name} was corrected' },
}
const learnedWords: Record<Learned['what'], { readonly says: Words; readonly deed: Words }> = {
  joined: {
    says: { vi: '{name} có trong phiếu, chưa có trong sổ hộ', en: '{name} is in the survey, not in the register' },
    deed: { vi: 'Ghi vào hộ', en: 'Record joining' },
  },
  left: {
    says: { vi: '{name} có trong sổ hộ, không có trong phiếu', en: '{name} is in the register, not in the survey' },
    deed: { vi: 'Ghi rời hộ', en: 'Record leaving' },
  },
  head: {
    says: { vi: 'Theo phiếu, chủ hộ là {name}', en: 'By the survey, {name} is the head' },
    deed: { vi: 'Ghi thay chủ hộ', en: 'Record the new head' },
  },
}

export function Register({ of }: { of: CaseAnswer }) {
  const [open, setOpen] = useState<Learned | null>(null)
  if (of.registered.length === 0 && of.learned.length === 0) return null
  return (
    <Section title={{ vi: 'Phiếu và sổ hộ', en: 'Survey and register' }}>
      {of.registered.length > 0 && (
        <>
          <p>
            {say({ vi: 'Sổ hộ đã thay đổi sau khi gửi phiếu:', en: 'The register changed since the survey was sent:' })}
          </p>
          <ul class="bullets close">
            {of.registered.map(({ what, person, name }) => (
              <li key={`${what} ${person}`}>{say(changedWords[what], { name })}</li>
            ))}
          </ul>
        </>
      )}
      {of.learned.length > 0 && (
        <>
          <p>
            {say({
              vi: 'Phiếu nói khác sổ hộ. Đúng thì ghi vào sổ; phần mềm không tự ghi.',
              en: 'The survey says otherwise than the register. Record what is right; nothing is recorded by itself.',
            })}
          </p>
          <ul class="surveys-learned">
            {of.learned.map((one) => (
              <li key={`${one.what} ${one.memberId} ${one.name}`}>
                <span>{say(learnedWords[one.what].says, { name: one.name })}</span>
                <Button look="quiet" whyNot={of.mayRegister ? null : notMine} onClick={() => setOpen(one)}>
                  {say(learnedWords[one.what].deed)}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {open && <Apply of={of} learned={open} onClose={() => setOpen(null)} />}
    </Section>
  )
}

const notMine: Words = { vi: 'Chỉ công chức xã phụ trách ghi được.', en: 'Only the commune official in charge may.' }

type ApplyProps = { readonly of: CaseAnswer; readonly learned: Learned; readonly onClose: () => void }

/** The form of the register itself, with what the survey says filled in. */
function Apply({ of, learned, onClose }: ApplyProps) {
  const read = useRead(showHousehold, { householdId: of.case.householdId })
  return (
    <Dialog title={learnedWords[learned.what].deed} onClose={onClose}>
      <p>{say(learnedWords[learned.what].says, { name: learned.name })}</p>
      <Reading of={read} rows={4}>
        {(household) => {
          const member = household.members.find((one) => one.memberId === learned.memberId)
          if (learned.what === 'joined')
            return (
              <AddMemberForm household={household} onDone={onClose} begin={draftFrom(learned.answers ?? { id: '' })} />
            )
          if (learned.what === 'head')
            return <HeadForm household={household} onDone={onClose} begin={learned.memberId} />
          return member ? <LeaveForm household={household} member={member} onDone={onClose} /> : null
        }}
      </Reading>
    </Dialog>
  )
}
