/** A verdict for the family: the class in one word, why, line by line with the law beside it, and what would change it. */
import { ClassMark } from '#platform/web/kit/ClassMark.tsx'
import { MarkNote } from '#platform/web/kit/MarkNote.tsx'
import { Unbroken } from '#platform/web/kit/Unbroken.tsx'
import { WhyPanel } from '#platform/web/kit/WhyPanel.tsx'
import { language, say, type Words } from '#platform/web/language.ts'
import type { Citation } from '../../model/marks.ts'
import type { Standard } from '../../model/standard.ts'
import type { Bounds, Verdict } from '../../model/verdict.ts'
import { explainInWords, type Line } from '../../rules/words.ts'
import './verdict.css'

type Props = {
  readonly heading: Words
  readonly verdict: Verdict
  readonly standard: Standard
  readonly nameOf: (person: string) => string
}

const poorWords: Readonly<Record<Bounds['poor'], Words>> = {
  surely: { vi: 'Chắc chắn là hộ nghèo.', en: 'Surely poor.' },
  depends: { vi: 'Có thể là hộ nghèo, có thể không.', en: 'It may be poor and may not be.' },
  surely_not: { vi: 'Chắc chắn không phải hộ nghèo.', en: 'Surely not poor.' },
}

export function VerdictView({ heading, verdict, standard, nameOf }: Props) {
  const lines = explainInWords(verdict, standard, { lang: language.value, nameOf })
  const of = (...kinds: Line['kind'][]) => lines.filter((line) => kinds.includes(line.kind))
  const changes = of('change')
  return (
    <section
      class={standard.whatIf ? 'standards-verdict standards-what-if' : 'standards-verdict'}
      aria-label={say(heading)}
    >
      <header>
        <h2>{say(heading)}</h2>
        <p class="quiet">{say(standard.name)}</p>
      </header>
      {standard.whatIf && <p class="notice waits">{say(standard.whatIf)}</p>}
      <p>
        <ClassMark of={verdict.class} big />
      </p>
      {verdict.class === null && (
        <p>
          <strong>{say(poorWords[verdict.bounds.poor])}</strong> {of('class').map((line) => line.text)}
        </p>
      )}
      <WhyPanel open boxed>
        <Lines of={of('income', 'lacking', 'not_lacking', 'open', 'missing')} standard={standard} />
      </WhyPanel>
      {changes.length > 0 && (
        <>
          <h3>{say({ vi: 'Điều gì sẽ làm thay đổi kết quả?', en: 'What would change it?' })}</h3>
          <Lines of={changes} standard={standard} />
        </>
      )}
      <Notes of={of('note')} skip={standard.whatIf} />
    </section>
  )
}

/** A lack stands out; what nobody could judge has a broken line. */
const lookOf = (kind: Line['kind']) => {
  if (kind === 'lacking') return 'standards-lacking'
  return kind === 'open' || kind === 'missing' ? 'standards-unjudged' : undefined
}

const Lines = ({ of, standard }: { of: readonly Line[]; standard: Standard }) => (
  <ul class="standards-why-lines">
    {of.map((line) => (
      <li key={line.text} class={lookOf(line.kind)}>
        <Unbroken text={line.text} /> {line.mark && <MarkNote mark={line.mark} />}
        {line.citation && <Cited citation={line.citation} standard={standard} />}
      </li>
    ))}
  </ul>
)

/** The what-if itself is said above; it is not said twice. */
const Notes = ({ of, skip }: { of: readonly Line[]; skip: Words | undefined }) => {
  const shown = of.filter((line) => !skip || line.text !== say(skip))
  return shown.length === 0 ? null : (
    <ul class="standards-why-lines standards-verdict-notes">
      {shown.map((line) => (
        <li key={line.text}>
          <Unbroken text={line.text} />
        </li>
      ))}
    </ul>
  )
}

/** The document and the article, as the standard lists them. */
export function Cited({ citation, standard }: { citation: Citation; standard: Standard }) {
  const title = standard.legal.find((legal) => legal.id === citation.legal)?.title ?? citation.legal
  return (
    <small class="standards-citation">
      <Unbroken text={citation.article ? `${title}, ${citation.article}` : title} />
    </small>
  )
}
