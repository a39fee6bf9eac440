/** The answers of a group, read back with where they came from and the way to mend them. */
import { Button } from '#platform/web/kit/Button.tsx'
import { say } from '#platform/web/language.ts'
import { answerAt } from '../../rules/form.ts'
import type { Sheet } from './sheet.ts'
import type { GroupScreen } from './walk.ts'
import { answerText } from './words.ts'

type Props = {
  readonly sheet: Sheet
  readonly of: GroupScreen
  readonly title: string
  readonly onMend: () => void
}

export function Answers({ sheet, of, title, onMend }: Props) {
  const { facts, lists, originOf } = sheet
  const { person, asked } = of
  return (
    <section class="standards-answers" aria-label={title}>
      <header>
        <h3>{title}</h3>
        <Button look="quiet" label={say({ vi: 'Sửa: {title}', en: 'Change: {title}' }, { title })} onClick={onMend}>
          {say({ vi: 'Sửa', en: 'Change' })}
        </Button>
      </header>
      <dl class="facts">
        {asked.map((question) => {
          const text = answerText(question, answerAt(facts, question.path, person ?? undefined), lists)
          const origin = text === null ? null : originOf(question.path, person)
          return (
            <div key={question.id}>
              <dt>{say(question.asks)}</dt>
              <dd>
                {text ?? <span class="standards-open-answer">{say({ vi: 'chưa trả lời', en: 'not answered' })}</span>}
                {origin && <span class="standards-origin"> {say(origin)}</span>}
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
