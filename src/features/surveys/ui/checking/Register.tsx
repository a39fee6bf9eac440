/** Survey and register side by side: what the register changed since, and every person in whom they differ, each to be settled. */
import { useState } from 'preact/hooks'
import { showHousehold } from '#features/households/ui/calls.ts'
import { AddMemberForm } from '#features/households/ui/changes/AddMemberForm.tsx'
import { ChangeMemberForm } from '#features/households/ui/changes/ChangeMemberForm.tsx'
import { HeadForm } from '#features/households/ui/changes/HeadForm.tsx'
import { LeaveForm } from '#features/households/ui/changes/LeaveForm.tsx'
import { draftFrom } from '#features/households/ui/personDraft.ts'
import { timelineOf } from '#features/households/ui/sayings.ts'
import { showInstant } from '#kernel/dates.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { explainApart } from '../../desk/ui/calls.ts'
import { saidApart } from '../../rules/apartWords.ts'
import type { ApartKind } from '../../rules/learned.ts'
import type { CaseAnswer } from '../answers.ts'
import { PhoneSaid } from './PhoneSaid.tsx'

type Apart = CaseAnswer['apart'][number]

const changedWords: Record<CaseAnswer['registered'][number]['what'], Words> = {
  joined: { vi: '{name} vào hộ', en: '{name} joined' },
  left: { vi: '{name} rời hộ', en: '{name} left' },
  corrected: { vi: 'Thông tin của {name} được sửa', en: 'What is known of {name} was corrected' },
}
const deeds: Record<ApartKind, Words> = {
  joined: { vi: 'Ghi vào hộ', en: 'Record joining' },
  left: { vi: 'Ghi rời hộ', en: 'Record leaving' },
  corrected: { vi: 'Sửa trong sổ hộ', en: 'Correct the register' },
  head: { vi: 'Ghi thay chủ hộ', en: 'Record the new head' },
  headless: { vi: 'Ghi thay chủ hộ', en: 'Record the new head' },
}

type Open = { readonly apart: Apart; readonly deed: 'record' | 'explain' }

export function Register({ of }: { of: CaseAnswer }) {
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  // What makes a difference is said there, with what is to be done.
  const changed = of.registered.filter(({ person }) => !of.apart.some((one) => one.person === person))
  if (changed.length === 0 && of.apart.length === 0 && !of.phoneSaid) return null
  return (
    <Section title={{ vi: 'Phiếu và sổ hộ', en: 'Survey and register' }}>
      {changed.length > 0 && (
        <>
          <p>
            {say({ vi: 'Sổ hộ đã thay đổi sau khi gửi phiếu:', en: 'The register changed since the survey was sent:' })}
          </p>
          <ul class="bullets close">
            {changed.map(({ what, person, name }) => (
              <li key={`${what} ${person}`}>{say(changedWords[what], { name })}</li>
            ))}
          </ul>
        </>
      )}
      {of.apart.length > 0 && (
        <>
          <p>
            {say({
              vi: 'Phiếu và sổ hộ khác nhau ở những điểm dưới đây. Điểm nào phiếu đúng thì ghi vào sổ; điểm nào để khác thì nêu lý do. Diện hộ tính theo phiếu, giấy tờ in theo sổ hộ.',
              en: 'Survey and register differ as below. Record what the survey has right; say why where it stays so. The class is reckoned on the survey, papers are printed from the register.',
            })}
          </p>
          {!of.mayRegister && <p class="quiet">{say(notMine)}</p>}
          <ul class="surveys-learned">
            {of.apart.map((one) => (
              <Line
                key={`${one.what} ${one.person}`}
                of={of}
                one={one}
                onOpen={(deed) => setOpen({ apart: one, deed })}
              />
            ))}
          </ul>
        </>
      )}
      <PhoneSaid of={of} />
      {open?.deed === 'record' && <Apply of={of} apart={open.apart} onClose={close} />}
      {open?.deed === 'explain' && <Explain of={of} apart={open.apart} onClose={close} />}
    </Section>
  )
}

/** Said once for all lines. */
const notMine: Words = {
  vi: 'Chỉ công chức xã phụ trách ghi được những điểm này.',
  en: 'Only the commune official in charge may record these.',
}
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

type LineProps = { readonly of: CaseAnswer; readonly one: Apart; readonly onOpen: (deed: Open['deed']) => void }

function Line({ of, one, onOpen }: LineProps) {
  const to = useTo()
  return (
    <li>
      <span>
        {sentence(say(saidApart(one)))}
        {one.since && (
          <small class="hint">
            {say({ vi: 'sổ hộ thay đổi sau khi gửi phiếu', en: 'the register changed since' })}
          </small>
        )}
        {one.gone && (
          <small class="hint">
            {say({ vi: 'Sổ hộ ghi sai thì', en: 'If the register is wrong,' })}{' '}
            <a href={to(timelineOf(of.case.householdId))}>
              {say({ vi: 'mở hộ để hoàn tác việc ấy', en: 'open the household and undo it' })}
            </a>
            {say({ vi: '; đừng ghi thành người mới.', en: '; do not enter a new person.' })}
          </small>
        )}
        {one.explained && (
          <small class="hint">
            {say(
              { vi: 'Để khác, vì: {because} ({by}, {at})', en: 'Stays so: {because} ({by}, {at})' },
              { ...one.explained, at: showInstant(one.explained.at) },
            )}
          </small>
        )}
      </span>
      {/* What the register learned since is not taken back there on the word of an older survey. */}
      {of.mayRegister && !one.since && !one.gone && (
        <Button look="quiet" onClick={() => onOpen('record')}>
          {say(deeds[one.what])}
        </Button>
      )}
      {!one.explained && of.can.includes('explain') && (
        <Button look="quiet" onClick={() => onOpen('explain')}>
          {say({ vi: 'Để khác, nêu lý do', en: 'Leave it so, say why' })}
        </Button>
      )}
    </li>
  )
}

type DeedProps = { readonly of: CaseAnswer; readonly apart: Apart; readonly onClose: () => void }

function Explain({ of, apart, onClose }: DeedProps) {
  const { caseId, householdId, surveyId } = of.case
  const draft = useDraft('surveys.explain', `${caseId} ${apart.what} ${apart.person}`)
  const explaining = useChange(explainApart, { draft })
  const give = async (because: string) => {
    const { what, person } = apart
    if (surveyId && (await explaining.run({ householdId, caseId, surveyId, what, person, because }))) onClose()
  }
  return (
    <ReasonDialog
      title={sentence(say(saidApart(apart)))}
      what={{
        vi: 'Phiếu ghi sai, hoặc khác sổ hộ mà vẫn đúng: lý do được giữ cùng phiếu và hiện trên trang này. Nếu phải hỏi lại gia đình, hãy trả lại phiếu.',
        en: 'The survey is wrong, or right although it differs: the reason is kept with it and shown here. Return the survey where the family must be asked again.',
      }}
      deed={{ vi: 'Giữ lý do', en: 'Keep the reason' }}
      draft={draft}
      pending={explaining.pending}
      problem={explaining.problem}
      onGive={(because) => void give(because)}
      onClose={onClose}
    />
  )
}

/** What else the survey says of a person whom the register knows stays there. */
const whoOf = ({ answers }: Apart): NonNullable<Apart['answers']> => ({
  id: '',
  ...(answers?.name && { name: answers.name }),
  ...(answers?.sex && { sex: answers.sex }),
  ...(answers?.birth && { birth: answers.birth }),
  ...(answers?.ethnicity && { ethnicity: answers.ethnicity }),
})

/** The form of the register itself, with what the survey says filled in. */
function Apply({ of, apart, onClose }: DeedProps) {
  const read = useRead(showHousehold, { householdId: of.case.householdId })
  return (
    <Dialog title={deeds[apart.what]} onClose={onClose}>
      <p>{sentence(say(saidApart(apart)))}</p>
      <Reading of={read} rows={4}>
        {(household) => {
          const member = household.members.find((one) => one.memberId === apart.memberId)
          const said = draftFrom(apart.what === 'corrected' ? whoOf(apart) : (apart.answers ?? { id: '' }))
          if (apart.what === 'joined') return <AddMemberForm household={household} onDone={onClose} begin={said} />
          if (apart.what === 'head' || apart.what === 'headless')
            return <HeadForm household={household} onDone={onClose} begin={apart.memberId} />
          if (!member) return null
          return apart.what === 'corrected' ? (
            <ChangeMemberForm household={household} member={member} onDone={onClose} begin={said} />
          ) : (
            <LeaveForm
              household={household}
              member={member}
              onDone={onClose}
              {...(apart.heard && { begin: apart.heard })}
            />
          )
        }}
      </Reading>
    </Dialog>
  )
}
