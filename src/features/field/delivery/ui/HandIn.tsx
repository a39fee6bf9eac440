/** Where a file of a phone without a line is brought in, at the office or on a colleague's phone. */
import { useState } from 'preact/hooks'
import { Button } from '#platform/web/kit/Button.tsx'
import { FileField } from '#platform/web/kit/FileField.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { type HandedIn, handIn } from './handIn.ts'

/** Some thousand forms. */
const mostBytes = 50_000_000

type State = { readonly done: number; readonly of: number } | { readonly result: HandedIn | null } | null

export function HandIn() {
  const [file, setFile] = useState<File | null>(null)
  const [state, setState] = useState<State>(null)
  const choose = (chosen: File | null) => {
    setFile(chosen)
    setState(null)
  }
  const bring = async () => {
    if (!file) return
    setState({ done: 0, of: 0 })
    const result = await handIn(await file.text(), (done, of) => setState({ done, of }))
    setState({ result })
    // Wholly taken: the field is free for the next phone's file.
    if (result && result.left + result.broken === 0 && !result.problem) setFile(null)
  }
  const busy = state !== null && 'done' in state
  return (
    <>
      <FileField
        label={{ vi: 'Tệp phiếu của một điện thoại (.nangbuoc)', en: 'File of a phone (.nangbuoc)' }}
        hint={{
          vi: 'Nộp bao nhiêu lần cũng được: phiếu đã nhận thì không nhận lần nữa. Người nộp không đọc được phiếu.',
          en: 'It may be brought in any number of times: what was taken is not taken again. Who brings it cannot read it.',
        }}
        required
        kinds={['forms']}
        maxBytes={mostBytes}
        value={file}
        onChange={choose}
      />
      <Button
        pending={busy}
        whyNot={file ? null : { vi: 'Chọn tệp trước.', en: 'Choose a file first.' }}
        onClick={() => void bring()}
      >
        {say({ vi: 'Nộp phiếu trong tệp', en: 'Bring in the forms' })}
      </Button>
      {state !== null && 'done' in state && state.of > 0 && (
        <p class="quiet">
          {say(
            { vi: 'Đã nộp {done} trên {of} phiếu.', en: '{done} of {of} forms.' },
            { done: showNumber(state.done), of: showNumber(state.of) },
          )}
        </p>
      )}
      {state !== null && 'result' in state && <Result of={state.result} />}
    </>
  )
}

function Result({ of }: { of: HandedIn | null }) {
  if (!of)
    return (
      <Notice look="waits">
        {say({
          vi: 'Đây không phải tệp phiếu của Nâng Bước. Chọn tệp có đuôi .nangbuoc mà điện thoại đã tạo.',
          en: 'This is no file of forms. Choose the one ending in .nangbuoc that the phone made.',
        })}
      </Notice>
    )
  const { taken, refused, left, broken, problem } = of
  return (
    <>
      <Notice look={refused.length + left + broken > 0 ? 'waits' : 'plain'}>
        <div>
          <p>
            {say(
              { vi: 'Máy chủ đã nhận {n} phiếu.', en: 'The server has taken {n} {n:form|forms}.' },
              { n: showNumber(taken) },
            )}
          </p>
          {refused.length > 0 && (
            <ul>
              {refused.map(({ at, title }) => (
                <li key={at}>
                  {say(
                    { vi: 'Phiếu thứ {at}: {why}', en: 'Form {at}: {why}' },
                    { at: showNumber(at), why: say(title) },
                  )}
                </li>
              ))}
            </ul>
          )}
          {left > 0 && (
            <p>
              {say(
                {
                  vi: '{n} phiếu chưa được trả lời: hãy nộp lại tệp này.',
                  en: '{n} not answered: bring the file in again.',
                },
                { n: showNumber(left) },
              )}
            </p>
          )}
          {broken > 0 && (
            <p>
              {say(
                {
                  vi: '{n} phiếu trong tệp bị cắt hỏng: xin lại tệp từ điện thoại.',
                  en: '{n} in the file are damaged: ask for it anew.',
                },
                { n: showNumber(broken) },
              )}
            </p>
          )}
        </div>
      </Notice>
      <ProblemNote of={problem} />
    </>
  )
}
