import { useForm } from '#features/standards/ui/law.ts'
import { showInstant } from '#kernel/dates.ts'
import { Section } from '#platform/web/kit/Page.tsx'
import { say } from '#platform/web/language.ts'
import type { CaseAnswer } from '../answers.ts'
import { answeredSince, noteHeading } from './rows.ts'

/** What was said of the survey when it was returned. */
export function Comments({ of }: { of: CaseAnswer }) {
  const { data: form } = useForm(of.comments.length > 0 ? of.form.hash : null)
  if (of.comments.length === 0) return null
  return (
    <Section title={{ vi: 'Nhận xét đã gửi', en: 'Comments sent' }}>
      <ul class="bullets close">
        {of.comments.map((one) => (
          <li key={`${one.question} ${one.person} ${one.at}`}>
            <strong>{noteHeading(form, of.survey?.facts ?? null, one)}</strong>: {one.note}{' '}
            <small class="quiet">
              {one.by}, {showInstant(one.at)}
            </small>
            <Since of={answeredSince(form, of.survey?.facts ?? null, one)} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The answer when it was commented on, and the one sent since. */
function Since({ of }: { of: ReturnType<typeof answeredSince> }) {
  if (!of) return null
  const unanswered = say({ vi: 'không trả lời', en: 'no answer' })
  const [was, now] = [of.was ?? unanswered, of.now ?? unanswered]
  return (
    <p class="surveys-since">
      {was === now ? (
        <strong>{say({ vi: 'Gửi lại vẫn là: {now}', en: 'Sent again unchanged: {now}' }, { now })}</strong>
      ) : (
        <>
          {say({ vi: 'Trước: {was}. Nay: ', en: 'Before: {was}. Now: ' }, { was })}
          <strong>{now}</strong>
        </>
      )}
    </p>
  )
}
