/** A unit comments on a draft: on the whole of it or on a line, or says that it has nothing to add. */
import type { AreaId, PlanCommentId, PlanLineId, PlanSendingId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { lineSaid } from '../../plan/rules/lines.ts'
import type { PlanAnswer } from '../../plan/ui/plan.ts'
import { giveComment } from './calls.ts'
import type { CommentsAnswer } from './comment.ts'

type Props = {
  readonly of: PlanAnswer
  readonly sending: PlanSendingId
  readonly mine: CommentsAnswer['mine']
  readonly onClose: () => void
}
const whole = 'whole'

export function CommentDialog({ of, sending: planSendingId, mine, onClose }: Props) {
  const draft = useDraft('comments.give', planSendingId)
  const only = mine.length === 1 ? (mine[0]?.unitId ?? null) : null
  const [chosen, setUnit] = useTyped<AreaId | null>(draft, 'unitId', null)
  const [kind, setKind] = useTyped<'says' | 'agrees'>(draft, 'kind', 'says')
  const [about, setAbout] = useTyped<string>(draft, 'about', whole)
  const [says, setSays] = useTyped(draft, 'says', '')
  const planCommentId = useMade(draft, 'planCommentId', () => newId<'plan_comment'>() as PlanCommentId)
  const giving = useChange(giveComment, { draft })
  const unitId = only ?? chosen
  const agrees = kind === 'agrees'
  const whyNot =
    unitId && (agrees || says.trim()) ? null : { vi: 'Ghi ý kiến của đơn vị.', en: 'Say what the unit says.' }
  const give = async () => {
    if (!unitId || whyNot) return
    const planLineId = about === whole ? null : (about as PlanLineId)
    if (await giving.run({ planSendingId, planCommentId, unitId, planLineId, agrees, says: agrees ? '' : says.trim() }))
      onClose()
  }
  return (
    <Dialog title={{ vi: 'Góp ý cho bản thảo', en: 'Comment on the draft' }} onClose={onClose}>
      <Form
        onSubmit={give}
        draft={draft}
        problem={giving.problem}
        actions={
          <Button look="primary" submit pending={giving.pending} whyNot={whyNot}>
            {say({ vi: 'Gửi góp ý', en: 'Give the comment' })}
          </Button>
        }
      >
        {only ? (
          <p>{say({ vi: 'Đơn vị góp ý: {unit}', en: 'Unit: {unit}' }, { unit: mine[0]?.unitName ?? '' })}</p>
        ) : (
          <ChoiceField<AreaId>
            as="select"
            at="unitId"
            label={{ vi: 'Đơn vị góp ý', en: 'Unit' }}
            required
            choices={mine.map(({ unitId: value, unitName }) => ({ value, label: { vi: unitName, en: unitName } }))}
            value={chosen}
            onChange={setUnit}
          />
        )}
        <ChoiceField<'says' | 'agrees'>
          at="agrees"
          label={{ vi: 'Đơn vị', en: 'The unit' }}
          required
          choices={[
            { value: 'says', label: { vi: 'Có ý kiến góp ý', en: 'Has a comment' } },
            { value: 'agrees', label: { vi: 'Nhất trí, không có ý kiến thêm', en: 'Agrees, with nothing to add' } },
          ]}
          value={kind}
          onChange={setKind}
        />
        {!agrees && (
          <>
            <ChoiceField<string>
              as="select"
              at="planLineId"
              label={{ vi: 'Góp ý về', en: 'About' }}
              required
              choices={[
                { value: whole, label: { vi: 'Cả kế hoạch', en: 'The whole plan' } },
                ...of.lineList.map((line) => {
                  const { vi, en } = lineSaid(line, of.lineList)
                  return {
                    value: line.planLineId as string,
                    label: { vi: `${vi} ${line.title}`, en: `${en} ${line.title}` },
                  }
                }),
              ]}
              value={about}
              onChange={setAbout}
            />
            <TextField
              at="says"
              label={{ vi: 'Nội dung góp ý', en: 'Comment' }}
              required
              lines={5}
              maxLength={4000}
              value={says}
              onChange={setSays}
            />
          </>
        )}
      </Form>
    </Dialog>
  )
}
