import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { NumberField } from '#platform/web/kit/NumberField.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { mayClose } from '../rules.ts'
import { countHeads } from './calls.ts'
import type { SessionAnswer } from './session.ts'

/** Heads in the room beside marks: where they agree, or it is said why not, the session closes. */
export function CountDialog({ of, onClose }: { of: SessionAnswer; onClose: () => void }) {
  const { classSessionId } = of
  const draft = useDraft('attendance.count', classSessionId)
  const seen = useSeen(draft, 'seen', of.there)
  const [heads, setHeads] = useTyped<number | null>(draft, 'heads', of.heads)
  const [because, setBecause] = useTyped(draft, 'because', '')
  const counting = useChange(countHeads, { draft })
  const why = because.trim()
  const counted = heads === null ? { vi: 'Ghi số người đếm được.', en: 'Write how many heads there are.' } : null
  const differs =
    heads !== null && !mayClose(heads, seen, why)
      ? { vi: 'Số đếm khác số có mặt: ghi lý do mới chốt được.', en: 'Heads and marks differ: say why.' }
      : null
  const send = async (closes: boolean) => {
    if (heads === null || (closes && differs)) return
    if (await counting.run({ classSessionId, heads, seen, closes, ...(why && { because: why }) })) onClose()
  }
  return (
    <Dialog title={{ vi: 'Đếm người, chốt buổi', en: 'Count heads and close' }} onClose={onClose}>
      <Form
        draft={draft}
        onSubmit={() => void send(true)}
        problem={counting.problem}
        actions={
          <>
            <Button look="primary" submit pending={counting.pending} whyNot={counted ?? differs}>
              {say({ vi: 'Chốt buổi', en: 'Close the session' })}
            </Button>
            <Button pending={counting.pending} whyNot={counted} onClick={() => void send(false)}>
              {say({ vi: 'Chỉ ghi số đếm', en: 'Keep the count only' })}
            </Button>
          </>
        }
      >
        <p>
          {say({ vi: 'Đã điểm danh có mặt: {n} người.', en: '{n} are marked as present.' }, { n: showNumber(seen) })}
        </p>
        <NumberField
          at="heads"
          label={{ vi: 'Đếm được trong phòng', en: 'Heads in the room' }}
          required
          max={5000}
          value={heads}
          onChange={setHeads}
        />
        <TextField
          at="because"
          label={{ vi: 'Lý do lệch', en: 'Why they differ' }}
          required={differs !== null}
          lines={2}
          maxLength={500}
          value={because}
          onChange={setBecause}
        />
        {of.unmarked > 0 && (
          <Notice look="waits">
            {say(
              {
                vi: 'Còn {n} người chưa điểm danh: chốt xong thì coi là vắng không phép.',
                en: '{n} are not marked: once it is closed they are absent without leave.',
              },
              { n: showNumber(of.unmarked) },
            )}
          </Notice>
        )}
      </Form>
    </Dialog>
  )
}
