import { useForm } from '#features/standards/ui/law.ts'
import { showInstant } from '#kernel/dates.ts'
import { Section } from '#platform/web/kit/Page.tsx'
import type { CaseAnswer } from '../answers.ts'
import { noteHeading } from './rows.ts'

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
          </li>
        ))}
      </ul>
    </Section>
  )
}
