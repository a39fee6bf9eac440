import { OfficialPicker } from '#features/people/roster/ui/OfficialPicker.tsx'
import type { BodyMemberId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import { memberRoles, memberRoleWords, origins, originWords } from '../model.ts'
import { addMember } from './calls.ts'
import { type BodyAnswer, joiningOf, lastOf, type TypedMember } from './typed.ts'
import { Went } from './Went.tsx'

/** Somebody of the roster sits in the body from a day on. */
export function JoinDialog({ of, onClose }: { of: BodyAnswer; onClose: () => void }) {
  const draft = useDraft('bodies.join', of.bodyId)
  const [member, setMember] = useTyped<TypedMember>(draft, 'member', () => ({
    ...{ officialId: null, name: '', role: null, comesFrom: null, from: of.from, last: lastOf(of.until) },
  }))
  const bodyMemberId = useMade(draft, 'bodyMemberId', () => newId<'body_member'>() as BodyMemberId)
  const joining = useChange(addMember, { draft })
  const put = (part: Partial<TypedMember>) => setMember({ ...member, ...part })
  const sent = joiningOf(member, of.kind)
  const whyNot = sent
    ? null
    : { vi: 'Cần người, vai trò và ngày bắt đầu.', en: 'Who, the role and the first day are needed.' }
  const join = async () => {
    if (sent && (await joining.run({ bodyId: of.bodyId, bodyMemberId, ...sent }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Ghi thành viên', en: 'Enter a member' }} onClose={onClose}>
      <Form
        onSubmit={join}
        draft={draft}
        problem={joining.problem}
        actions={
          <Button look="primary" submit pending={joining.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi thành viên', en: 'Enter' })}
          </Button>
        }
      >
        <OfficialPicker
          label={{ vi: 'Họ tên', en: 'Name' }}
          at="officialId"
          required
          chosen={member.name || null}
          onChoose={(officialId, name) => put({ officialId, name })}
        />
        <Went problem={joining.problem} />
        <MemberFields of={of} member={member} put={put} />
      </Form>
    </Dialog>
  )
}

type Fields = {
  readonly of: BodyAnswer
  readonly member: TypedMember
  readonly put: (part: Partial<TypedMember>) => void
}

const MemberFields = ({ of, member, put }: Fields) => (
  <>
    <ChoiceField
      as="select"
      label={{ vi: 'Vai trò', en: 'Role' }}
      at="role"
      required
      choices={memberRoles.map((value) => ({ value, label: memberRoleWords[value] }))}
      value={member.role}
      onChange={(role) => put({ role })}
    />
    {of.kind === 'supervision' && (
      <ChoiceField
        as="select"
        label={{ vi: 'Từ đâu đến', en: 'Comes from' }}
        at="comesFrom"
        required
        choices={origins.map((value) => ({ value, label: originWords[value] }))}
        value={member.comesFrom}
        onChange={(comesFrom) => put({ comesFrom })}
      />
    )}
    <DayField
      label={{ vi: 'Từ ngày', en: 'From' }}
      at="from"
      required
      value={member.from}
      onChange={(from) => put({ from })}
    />
    <DayField
      label={{ vi: 'Đến hết ngày', en: 'To the end of' }}
      at="until"
      hint={{ vi: 'Không sau ngày cuối của Ban.', en: 'Not after the last day of the body.' }}
      value={member.last}
      onChange={(last) => put({ last })}
    />
  </>
)
