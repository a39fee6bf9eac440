/** What somebody answered, how each answer was marked, and every marking; a paper that was entered wrongly is entered anew. */
import { useState } from 'preact/hooks'
import { showInstant } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { TestAttemptId } from '#kernel/ids.ts'
import type { Told } from '#kernel/schema.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { ToldNote } from '#platform/web/kit/ToldNote.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import type * as contract from '../contract.ts'
import { attemptWays } from '../model.ts'
import { markSaid, pointsSaid } from '../rules.ts'
import { correctPaper, showAttempt } from './calls.ts'
import { PaperCells } from './PaperCells.tsx'
import { cellFault, type ResultsAnswer, sheetsIn } from './paper.ts'

type Attempt = OutputOf<typeof contract.showAttempt>
type Props = {
  readonly id: TestAttemptId
  readonly name: string
  readonly of: ResultsAnswer
  readonly onClose: () => void
}

export function AttemptDialog({ id, name, of, onClose }: Props) {
  const read = useRead(showAttempt, { testAttemptId: id })
  const [correcting, setCorrecting] = useState(false)
  return (
    <Dialog title={{ vi: `Bài làm của ${name}`, en: `The answers of ${name}` }} onClose={onClose}>
      <Reading of={read} rows={6}>
        {(data) =>
          correcting ? (
            <CorrectPaper id={id} attempt={data} of={of} onDone={onClose} />
          ) : (
            <>
              <Answered of={data} pass={of.pass} />
              {data.way === 'paper' && (
                <div class="form-actions">
                  <Button onClick={() => setCorrecting(true)}>
                    {say({ vi: 'Nhập lại bài này', en: 'Enter it anew' })}
                  </Button>
                </div>
              )}
            </>
          )
        }
      </Reading>
    </Dialog>
  )
}

const Answered = ({ of, pass }: { of: Attempt; pass: ResultsAnswer['pass'] }) => (
  <>
    <p>
      {say(
        { vi: 'Lần {n}, {way}, mã đề {v}.', en: 'Attempt {n}, {way}, variant {v}.' },
        { n: of.number, way: say(attemptWays[of.way]), v: of.variant },
      )}
    </p>
    <ul class="bullets">
      {of.items.map(({ number, written, sheet, num, of: whole }, at) => (
        <li key={number}>
          {at + 1}. {sheet.ask} <strong>{written || say({ vi: 'không trả lời', en: 'not answered' })}</strong>
          {num !== null &&
            whole !== null &&
            ` (${pointsSaid({ num, of: whole })} ${say({ vi: 'điểm', en: 'points' })})`}
        </li>
      ))}
    </ul>
    <ul class="bullets">
      {of.marks.map((mark) => (
        <li key={mark.at + mark.because}>
          {[showInstant(mark.at), say(markSaid(mark, pass)), mark.because, mark.by].filter(Boolean).join('; ')}
        </li>
      ))}
    </ul>
  </>
)

type CorrectProps = {
  readonly id: TestAttemptId
  readonly attempt: Attempt
  readonly of: ResultsAnswer
  readonly onDone: () => void
}

function CorrectPaper({ id, attempt, of, onDone }: CorrectProps) {
  const draft = useDraft('attempts.correctPaper', id)
  const [variant, setVariant] = useTyped<number | null>(draft, 'variant', attempt.variant)
  const [written, setWritten] = useTyped<readonly string[]>(draft, 'written', () =>
    attempt.items.map((one) => one.written || '-'),
  )
  const [because, setBecause] = useTyped(draft, 'because', '')
  const correcting = useChange(correctPaper, { draft })
  const [told, setTold] = useState<Told | null>(null)
  const sheets = variant ? sheetsIn(of, variant) : []
  const texts = sheets.map((_, at) => written[at] ?? '')
  const unread = sheets.some((sheet, at) => cellFault(sheet, texts[at] ?? ''))
  const whyNot = unread
    ? { vi: 'Có câu không đọc được.', en: 'Some answers cannot be read.' }
    : because.trim()
      ? null
      : { vi: 'Ghi lý do.', en: 'Give the reason.' }
  const correct = async () => {
    if (!variant || whyNot) return
    const sent = { testAttemptId: id, variant, written: texts, seen: attempt.marks.length, because: because.trim() }
    const done = await correcting.run(sent)
    if (!done) return
    if (done.told.held.length === 0) onDone()
    else setTold(done.told)
  }
  if (told)
    return (
      <>
        <ToldNote
          of={told}
          title={{
            vi: 'Bài đã chấm lại, người này không còn đạt. Cần có người quyết định về:',
            en: 'It was marked anew and is passed no more. For somebody to decide:',
          }}
        />
        <div class="form-actions">
          <Button onClick={onDone}>{say({ vi: 'Đóng', en: 'Close' })}</Button>
        </div>
      </>
    )
  return (
    <Form
      onSubmit={correct}
      draft={draft}
      problem={correcting.problem}
      actions={
        <Button look="primary" submit pending={correcting.pending} whyNot={whyNot}>
          {say({ vi: 'Ghi và chấm lại', en: 'Record and mark' })}
        </Button>
      }
    >
      <PaperCells of={of} variant={variant} written={written} onVariant={setVariant} onWritten={setWritten} />
      <TextField
        at="because"
        label={{ vi: 'Vì sao nhập lại', en: 'Why it is entered anew' }}
        required
        maxLength={500}
        value={because}
        onChange={setBecause}
      />
    </Form>
  )
}
