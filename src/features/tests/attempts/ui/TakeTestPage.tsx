/** A test that I take: a question a screen, saved as it is answered. A reload, Back and a second window lose nothing. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { showTime } from '#kernel/dates.ts'
import type { TestAttemptId } from '#kernel/ids.ts'
import { useFilter, useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import type { Answer } from '../../bank/model.ts'
import { Answering } from '../../bank/ui/Answering.tsx'
import { HouseholdAsked } from '../../bank/ui/HouseholdAsked.tsx'
import type { GivenAnswer, Taking } from '../model.ts'
import { type Answers, markSaid } from '../rules.ts'
import { answerSaid } from './answers.ts'
import { answerTest, myTests, sendTest, takeTest } from './calls.ts'
import '../../ui/tests.css'

export default function TakeTestPage({ params }: { params: { testAttemptId: string } }) {
  const read = useRead(takeTest, { testAttemptId: params.testAttemptId as TestAttemptId })
  const to = useTo()
  const title = read.data ? { vi: read.data.title, en: read.data.title } : { vi: 'Bài kiểm tra', en: 'Test' }
  return (
    <Page
      title={title}
      above={
        <Crumbs
          of={[{ label: { vi: 'Bài kiểm tra của tôi', en: 'My tests' }, href: to('/bai-kiem-tra') }, { label: title }]}
        />
      }
      state={read.data?.classTitle}
    >
      <Reading of={read} rows={6}>
        {(data) =>
          data.sentAt ? <Sent of={data} /> : data.elsewhere ? <Elsewhere again={read.again} /> : <Take of={data} />
        }
      </Reading>
    </Page>
  )
}

const Elsewhere = ({ again }: { again: () => void }) => (
  <Notice look="waits">
    <p>
      {say({
        vi: 'Bài này đang làm trên một máy khác. Hãy làm tiếp ở máy ấy. Không còn máy ấy thì vào Tài khoản của tôi, kết thúc phiên của nó, rồi làm tiếp ở đây. Những câu đã trả lời vẫn còn.',
        en: 'It is being answered on another device. Go on there. Without that device, end its session on the page of your account and go on here. What was answered is kept.',
      })}
    </p>
    <Button onClick={again}>{say({ vi: 'Thử lại', en: 'Try again' })}</Button>
  </Notice>
)

/** What is answered and not yet kept by the server stands on this device, and goes on by itself whenever the test is opened. */
function useAnswers(of: Taking) {
  const { testAttemptId } = of
  const draft = useDraft('attempts.take', testAttemptId)
  const [unsaved, setUnsaved] = useTyped<Answers>(draft, 'unsaved', {})
  const [saved, setSaved] = useState<Answers>(() =>
    Object.fromEntries(of.items.map(({ number, answer }) => [number, answer])),
  )
  useEffect(() => draft.watch(true), [draft])
  const now = useRef(unsaved)
  now.current = unsaved
  const saving = useChange(answerTest, { refresh: [] })
  const waiting = Object.keys(unsaved).length
  const save = async () => {
    const sent = now.current
    const answers = Object.entries(sent).map(([number, answer]) => ({ number: Number(number), answer }))
    if (answers.length === 0) return true
    if (!(await saving.run({ testAttemptId, answers }))) return false
    setSaved((before) => ({ ...before, ...sent }))
    // What was answered while this was on its way goes next.
    const left = Object.entries(now.current).filter(([number, answer]) => answer !== sent[number])
    setUnsaved(Object.fromEntries(left))
    if (left.length === 0) void draft.forget()
    return left.length === 0
  }
  // A number is typed sign by sign; a moment later it goes out whole.
  useEffect(() => {
    // What was refused is said, and not sent again by itself.
    if (waiting === 0 || saving.pending || saving.problem?.status === 409) return
    const timer = setTimeout(save, saving.problem ? 5000 : 600)
    return () => clearTimeout(timer)
  }, [unsaved, saving.pending])
  const given = { ...saved, ...unsaved }
  return {
    given,
    answer: (number: number, to: GivenAnswer) => setUnsaved({ ...unsaved, [number]: to }),
    save,
    waiting,
    saving,
  }
}

function Take({ of }: { of: Taking }) {
  const { given, answer, save, waiting, saving } = useAnswers(of)
  // Opened again, it goes on where nothing is answered yet.
  const [first] = useState(() => of.items.findIndex(({ number }) => (given[number] ?? null) === null) + 1 || 1)
  const [place, setPlace] = useFilter('cau')
  const at = Math.min(of.items.length, Math.max(1, Number(place) || first))
  const item = of.items[at - 1]
  const done = of.items.filter(({ number }) => (given[number] ?? null) !== null).length
  if (!item) return null
  const last = at === of.items.length
  return (
    <div class="tests-take">
      <p class="quiet" role="status">
        {[
          say({ vi: 'Câu {at} trên {all}', en: 'Question {at} of {all}' }, { at, all: of.items.length }),
          say({ vi: 'đã trả lời {done}', en: '{done} answered' }, { done }),
          waiting === 0
            ? say({ vi: 'đã lưu', en: 'saved' })
            : say({ vi: 'đang lưu {n} câu', en: 'saving {n}' }, { n: waiting }),
          ...(of.until ? [say({ vi: 'làm đến {at}', en: 'until {at}' }, { at: showTime(of.until) })] : []),
        ].join(', ')}
      </p>
      {saving.problem && <ProblemNote of={saving.problem} />}
      <p class="tests-ask">{item.sheet.ask}</p>
      {item.sheet.household && <HouseholdAsked of={item.sheet.household} />}
      <Answering
        key={item.number}
        of={item.sheet}
        answer={(given[item.number] ?? null) as Answer}
        onChange={(to) => answer(item.number, to as GivenAnswer)}
      />
      <div class="form-actions">
        <Button whyNot={null} onClick={() => setPlace(String(Math.max(1, at - 1)))}>
          {say({ vi: 'Câu trước', en: 'Before' })}
        </Button>
        {!last && (
          <Button look="primary" onClick={() => setPlace(String(at + 1))}>
            {say({ vi: 'Câu sau', en: 'Next' })}
          </Button>
        )}
      </div>
      <Places of={of} given={given} at={at} onGo={(to) => setPlace(String(to))} />
      <Send of={of} left={of.items.length - done} save={save} />
    </div>
  )
}

type PlacesProps = {
  readonly of: Taking
  readonly given: Answers
  readonly at: number
  readonly onGo: (place: number) => void
}

/** All questions by their places: which is answered, which is not. */
const Places = ({ of, given, at, onGo }: PlacesProps) => (
  <nav class="tests-places" aria-label={say({ vi: 'Các câu', en: 'Questions' })}>
    {of.items.map(({ number }, place) => (
      <button
        key={number}
        type="button"
        class={(given[number] ?? null) === null ? 'tests-place' : 'tests-place tests-answered'}
        aria-current={place + 1 === at ? 'step' : undefined}
        aria-label={say(
          (given[number] ?? null) === null
            ? { vi: 'Câu {n}, chưa trả lời', en: 'Question {n}, not answered' }
            : { vi: 'Câu {n}, đã trả lời', en: 'Question {n}, answered' },
          { n: place + 1 },
        )}
        onClick={() => onGo(place + 1)}
      >
        {place + 1}
      </button>
    ))}
  </nav>
)

function Send({ of: { testAttemptId }, left, save }: { of: Taking; left: number; save: () => Promise<boolean> }) {
  const [asking, setAsking] = useState(false)
  const sending = useChange(sendTest, { refresh: [takeTest, myTests] })
  const send = async () => {
    // What could not be saved for time being over is said, and the rest is sent all the same.
    await save()
    await sending.run({ testAttemptId })
  }
  return (
    <>
      {sending.problem && <ProblemNote of={sending.problem} />}
      {asking ? (
        <Notice look="waits">
          <p>
            {left > 0
              ? say(
                  {
                    vi: 'Còn {n} câu chưa trả lời. Nộp rồi không sửa được nữa.',
                    en: '{n} are not answered. What is sent is not changed any more.',
                  },
                  { n: left },
                )
              : say({ vi: 'Nộp rồi không sửa được nữa.', en: 'What is sent is not changed any more.' })}
          </p>
          <div class="form-actions">
            <Button look="primary" pending={sending.pending} onClick={send}>
              {say({ vi: 'Nộp bài', en: 'Send' })}
            </Button>
            <Button onClick={() => setAsking(false)}>{say({ vi: 'Làm tiếp', en: 'Go on' })}</Button>
          </div>
        </Notice>
      ) : (
        <Button onClick={() => setAsking(true)}>{say({ vi: 'Nộp bài...', en: 'Send...' })}</Button>
      )}
    </>
  )
}

function Sent({ of }: { of: Taking }) {
  return (
    <>
      {of.mark && (
        <Notice>
          <strong>{say(markSaid(of.mark, of.pass))}</strong>
        </Notice>
      )}
      <p class="quiet">
        {of.rightsTold
          ? say({ vi: 'Mỗi câu 1 điểm; điểm không làm tròn.', en: 'A point a question; nothing is rounded.' })
          : say({
              vi: 'Câu nào đúng, câu nào sai được báo khi bài đã đóng và lớp đã xong.',
              en: 'Which were right is told once the test is closed and the class completed.',
            })}
      </p>
      <ul class="bullets">
        {of.items.map(({ number, sheet, answer, right }, at) => (
          <li key={number}>
            {at + 1}. {sheet.ask} <strong>{answerSaid(sheet, answer)}</strong>
            {right !== null && ` (${say(right ? { vi: 'đúng', en: 'right' } : { vi: 'chưa đúng', en: 'not right' })})`}
          </li>
        ))}
      </ul>
    </>
  )
}
