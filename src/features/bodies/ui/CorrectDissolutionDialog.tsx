/** A dissolution was entered wrongly: another last day, or none. */
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { YesNo } from '#platform/web/kit/YesNo.tsx'
import { say } from '#platform/web/language.ts'
import { correctDissolution } from './calls.ts'
import { EndFields, useEnd } from './EndDialogs.tsx'
import { type BodyAnswer, lastOf } from './typed.ts'

const follows = {
  vi: 'Ai thôi cùng Ban thì thôi theo ngày mới; nếu Ban không giải thể thì họ lại là thành viên đến hết thời hạn của mình.',
  en: 'Whoever ended with the body ends on the new day; if it was not dissolved they are members again to the end of their terms.',
}

export function CorrectDissolutionDialog({ of, onClose }: { of: BodyAnswer; onClose: () => void }) {
  const draft = useDraft('bodies.correct_dissolution', of.bodyId)
  const seen = useSeen(draft, 'seen', of.until)
  const typed = useEnd(draft, lastOf(seen))
  const [goesOn, setGoesOn] = useTyped<boolean | null>(draft, 'goesOn', null)
  const correcting = useChange(correctDissolution, { draft })
  const last = goesOn ? null : typed.day
  const because = typed.because.trim()
  const whyNot =
    goesOn !== null && (goesOn || last) && because
      ? null
      : {
          vi: 'Cần cho biết Ban có giải thể không, ngày cuối và lý do.',
          en: 'Say whether it was dissolved, the last day, and why.',
        }
  const correct = async () => {
    if (whyNot || !seen) return
    if (await correcting.run({ bodyId: of.bodyId, last, because, seen })) onClose()
  }
  return (
    <Dialog title={{ vi: 'Sửa việc giải thể', en: 'Correct the dissolution' }} onClose={onClose}>
      <p>
        {of.name}. {say({ vi: 'Lý do đã ghi', en: 'Reason as recorded' })}: {of.dissolvedBecause}. {say(follows)}
      </p>
      <Form
        onSubmit={correct}
        draft={draft}
        problem={correcting.problem}
        actions={
          <Button look="primary" submit pending={correcting.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi sửa', en: 'Correct' })}
          </Button>
        }
      >
        <YesNo
          label={{ vi: 'Thật ra Ban không giải thể?', en: 'Was it not dissolved?' }}
          required
          value={goesOn}
          onChange={setGoesOn}
        />
        <EndFields of={typed} noDay={goesOn === true} />
      </Form>
    </Dialog>
  )
}
