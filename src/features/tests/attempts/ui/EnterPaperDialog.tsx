import type { ClassTestId, TestAttemptId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import type { Result } from '../model.ts'
import { enterPaper } from './calls.ts'
import { PaperCells } from './PaperCells.tsx'
import { cellFault, type ResultsAnswer, sheetsIn } from './paper.ts'

type Props = {
  readonly of: ResultsAnswer
  readonly classTestId: ClassTestId
  readonly person: Result
  readonly onNext: () => void
  readonly onClose: () => void
}

/** What somebody answered on paper, typed in the order of the sheet. */
export function EnterPaperDialog({ of, classTestId, person, onNext, onClose }: Props) {
  const draft = useDraft('attempts.enterPaper', `${classTestId}/${person.officialId}`)
  const testAttemptId = useMade(draft, 'testAttemptId', () => newId<'test_attempt'>() as TestAttemptId)
  const [variant, setVariant] = useTyped<number | null>(draft, 'variant', person.variant)
  const [written, setWritten] = useTyped<readonly string[]>(draft, 'written', [])
  const entering = useChange(enterPaper, { draft })
  const sheets = variant ? sheetsIn(of, variant) : []
  const texts = sheets.map((_, at) => written[at] ?? '')
  const unread = sheets.some((sheet, at) => cellFault(sheet, texts[at] ?? ''))
  const enter = async () => {
    if (!variant || unread) return
    const sent = { classTestId, testAttemptId, officialId: person.officialId, variant, written: texts }
    if (await entering.run(sent)) onNext()
  }
  return (
    <Dialog title={{ vi: `Nhập bài giấy: ${person.name}`, en: `Enter a paper: ${person.name}` }} onClose={onClose}>
      <Form
        onSubmit={enter}
        draft={draft}
        problem={entering.problem}
        actions={
          <Button
            look="primary"
            submit
            pending={entering.pending}
            whyNot={unread ? { vi: 'Có câu không đọc được.', en: 'Some answers cannot be read.' } : null}
          >
            {say({ vi: 'Ghi và sang người tiếp theo', en: 'Record, and the next person' })}
          </Button>
        }
      >
        <p>
          {say(
            {
              vi: '{unit}. Câu không trả lời thì gõ dấu gạch (-).',
              en: '{unit}. Type a dash (-) for what was not answered.',
            },
            { unit: person.unitName },
          )}
        </p>
        <PaperCells of={of} variant={variant} written={written} onVariant={setVariant} onWritten={setWritten} />
      </Form>
    </Dialog>
  )
}
