import { MarkNote } from '#platform/web/kit/MarkNote.tsx'
import { say } from '#platform/web/language.ts'
import type { Form } from '../model/form.ts'
import type { Indicator, Standard } from '../model/standard.ts'
import { valuesOf } from './thresholdWords.ts'
import { Cited } from './verdict/VerdictView.tsx'

type Props = { readonly of: Indicator; readonly standard: Standard; readonly form: Form | null }

/** One indicator: when it counts as lacking, the values used, each with its mark, and the article. */
export function IndicatorView({ of: { no, name, threshold }, standard, form }: Props) {
  return (
    <article class="standards-indicator">
      <h3>
        {no}. {say(name)} <MarkNote mark={name.mark} />
      </h3>
      {threshold ? (
        <>
          <p>
            {say(threshold.says)} <MarkNote mark={threshold.mark} />
          </p>
          <dl class="facts">
            {valuesOf(threshold, form).map(({ key, label, text, mark, note }) => (
              <div key={key}>
                <dt>{say(label)}</dt>
                <dd>
                  {text} <MarkNote mark={mark} />
                  {note && <small class="hint">{note}</small>}
                </dd>
              </div>
            ))}
          </dl>
          <Cited citation={threshold.citation} standard={standard} />
        </>
      ) : (
        <p class="standards-no-threshold">
          {say({
            vi: 'Chưa có ngưỡng trong văn bản đã đọc: chỉ số này chưa đánh giá được, không tính là thiếu hụt hay không.',
            en: 'The threshold has not been seen in the law: not assessable, counted neither way.',
          })}
        </p>
      )}
    </article>
  )
}
