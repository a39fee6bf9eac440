/** Whoever is signed in on their own phone types the code on the screen, or came here by its QR code. */
import { useState } from 'preact/hooks'
import type { ClassWalkInId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { marks } from '../../attendance/model.ts'
import { type MySession, outcomes } from '../model.ts'
import { codeIn } from '../rules.ts'
import { checkIn, comeAllTheSame, mySessions } from './calls.ts'

export default function CheckInPage() {
  const read = useRead(mySessions, {})
  return (
    <Page title={{ vi: 'Điểm danh', en: 'Check in' }}>
      <CodeForm />
      <Section title={{ vi: 'Buổi học hôm nay của tôi', en: 'My sessions of today' }}>
        <Reading of={read} rows={2}>
          {({ sessions }) =>
            sessions.length === 0 ? (
              <p>{say({ vi: 'Hôm nay bạn không có buổi học nào.', en: 'You have no session today.' })}</p>
            ) : (
              <ul class="bullets">
                {sessions.map((one) => (
                  <li key={`${one.classSessionId} ${one.role}`}>
                    <Mine of={one} />
                  </li>
                ))}
              </ul>
            )
          }
        </Reading>
      </Section>
    </Page>
  )
}

function CodeForm() {
  const [typed, setTyped] = useState(() => codeIn(location.hash.slice(1)) ?? '')
  const coming = useChange(checkIn)
  const [done, setDone] = useState<Awaited<ReturnType<typeof coming.run>>>(null)
  const code = codeIn(typed)
  const whyNot = code ? null : { vi: 'Gõ tám số của mã.', en: 'Type the eight figures of the code.' }
  const send = async () => {
    if (!code) return
    setDone(await coming.run({ sessionCode: code }))
    // Taken or not, this code is none in a moment: the next one is typed into an empty field.
    setTyped('')
  }
  return (
    <>
      <Form
        draft={null}
        onSubmit={() => void send()}
        problem={coming.problem}
        actions={
          <Button look="primary" submit pending={coming.pending} whyNot={whyNot}>
            {say({ vi: 'Điểm danh', en: 'Check in' })}
          </Button>
        }
      >
        <TextField
          at="sessionCode"
          label={{ vi: 'Mã đang hiện trên màn hình lớp', en: 'The code on the screen of the class' }}
          required
          type="tel"
          maxLength={20}
          value={typed}
          onChange={setTyped}
        />
      </Form>
      {done && (
        <Notice look={done.outcome === 'walk_in' ? 'waits' : 'plain'}>
          <p>{`${done.title}: ${say(outcomes[done.outcome])}`}</p>
          {done.outcome === 'walk_in' && done.classWalkInId && <CameAllTheSame id={done.classWalkInId} />}
        </Notice>
      )}
    </>
  )
}

function CameAllTheSame({ id }: { id: ClassWalkInId }) {
  const coming = useChange(comeAllTheSame)
  const [said, setSaid] = useState(false)
  if (said)
    return <p>{say({ vi: 'Đã báo. Người tổ chức lớp sẽ ghi thêm.', en: 'Said. Who holds the class will add you.' })}</p>
  return (
    <>
      {coming.problem && <ProblemNote of={coming.problem} />}
      <Button
        pending={coming.pending}
        onClick={async () => {
          if (await coming.run({ classWalkInId: id })) setSaid(true)
        }}
      >
        {say({ vi: 'Tôi vẫn đến học', en: 'I came all the same' })}
      </Button>
    </>
  )
}

function Mine({ of }: { of: MySession }) {
  const to = useTo()
  const when = [`${of.from}-${of.until}`, of.title, of.place].filter(Boolean).join(', ')
  const mark = of.mark ? marks[of.mark] : { vi: 'Chưa điểm danh', en: 'Not marked' }
  if (of.role === 'learner') return <span>{`${when}: ${say(mark).toLowerCase()}`}</span>
  return (
    <span>
      {when}
      {of.code && (
        <a href={to(`/ma-diem-danh/${of.classSessionId}`, { vai: 'day' })}>
          {say({ vi: ': hiện mã điểm danh', en: ': show the code' })}
        </a>
      )}
    </span>
  )
}
