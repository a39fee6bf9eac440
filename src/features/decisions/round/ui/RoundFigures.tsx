/** Figures of a round: every share names its whole, every number opens what it counts. */
import { caseStateWords } from '#features/rounds/model.ts'
import type { RoundAnswer } from '#features/rounds/ui/answers.ts'
import { purposeSaid } from '#features/surveys/rules/purposes.ts'
import type { DecisionId } from '#kernel/ids.ts'
import { showNumber, showShare } from '#kernel/numbers.ts'
import { useTo } from '#platform/web/address.ts'
import { today } from '#platform/web/day.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { movementWords } from '../../model.ts'
import { decisionPath } from '../../ui/addresses.ts'
import type { Figure, FiguresAnswer } from './answers.ts'
import { roundFigures } from './calls.ts'
import { DenominatorNote } from './DenominatorNote.tsx'
import { FigureLink, figureRows } from './FigureLink.tsx'
import { VillageFigures } from './VillageFigures.tsx'
import '../../ui/decisions.css'

export function RoundFigures({ of: { round } }: { of: RoundAnswer }) {
  const read = useRead(roundFigures, { roundId: round.roundId })
  const said = (purpose: 'opens' | 'closes') => purposeSaid(purpose, round.classesHoldFrom, today())
  return (
    <Reading of={read} rows={8}>
      {(data) => (
        <>
          <DenominatorNote of={data.denominators} areaId={data.areaId} />
          {data.unseen > 0 && <Notice>{say(unseenNote, { n: showNumber(data.unseen) })}</Notice>}
          <div class="pair">
            <ClassTable
              title={data.closes ? said('opens') : { vi: 'Kết quả theo phiếu', en: 'By the surveys' }}
              of={data}
              part="opens"
            />
            {data.closes && <ClassTable title={said('closes')} of={data} part="closes" />}
          </div>
          {data.movements && <Movements of={data.movements} decisionId={data.decisionId} />}
          <Section title={{ vi: 'Theo thôn', en: 'By village' }}>
            <VillageFigures of={data} />
          </Section>
        </>
      )}
    </Reading>
  )
}

const unseenNote = {
  vi: 'Không kể {n} hộ của kỳ nay ở nơi khác; nơi ấy mới xem được hộ.',
  en: 'Without {n} households of the round that live elsewhere today, where alone they can be seen.',
}

type TableProps = { readonly title: Words; readonly of: FiguresAnswer; readonly part: 'opens' | 'closes' }

const ofDeclared = { vi: '% hộ khai báo', en: '% of declared' }
const ofRegister = { vi: '% hộ trong sổ', en: '% of register' }
/** No share of nobody, and none where fewer were declared than counted. */
const shareOf = (count: number, whole: number): string => (count > whole ? '-' : (showShare(count, whole) ?? '-'))

function ClassTable({ title, of, part }: TableProps) {
  const { declared, register } = of.denominators
  const figures = of[part]
  if (!figures) return null
  return (
    <div>
      <h2>{say(title)}</h2>
      <table class="plain-table decisions-figures">
        <thead>
          <tr>
            <th scope="col">{say({ vi: 'Diện', en: 'Class' })}</th>
            <th scope="col" class="number">
              {say({ vi: 'Số hộ', en: 'Households' })}
            </th>
            <th scope="col" class="number">
              {say(declared ? ofDeclared : ofRegister)}
            </th>
          </tr>
        </thead>
        <tbody>
          {figureRows.map(({ key, head }) => (
            <tr key={key}>
              <th scope="row">{say(head)}</th>
              <td class="number">
                <FigureLink roundId={of.roundId} of={figures[key]} />
              </td>
              <td class="number">
                {key === 'none' ? '' : shareOf(figures[key].count, (declared ?? register).households)}
              </td>
            </tr>
          ))}
          <Row of={of} head={caseStateWords.ended} figure={of.left} />
        </tbody>
        <tfoot>
          <Row of={of} head={{ vi: 'Hộ trong danh sách', en: 'Households on the list' }} figure={of.cases} />
        </tfoot>
      </table>
    </div>
  )
}

/** What is no class and has no share: those that left, and all together. */
const Row = ({ of, head, figure }: { of: FiguresAnswer; head: Words; figure: Figure }) => (
  <tr>
    <th scope="row">{say(head)}</th>
    <td class="number">
      <FigureLink roundId={of.roundId} of={figure} />
    </td>
    <td />
  </tr>
)

type MovementsProps = { readonly of: NonNullable<FiguresAnswer['movements']>; readonly decisionId: DecisionId | null }

function Movements({ of, decisionId }: MovementsProps) {
  const to = useTo()
  return (
    <Section title={{ vi: 'Biến động trong quyết định', en: 'Movement in the decision' }}>
      <ul class="decisions-movements">
        {of.map(({ movement, count }) => (
          <li key={movement}>
            {say(movementWords[movement])}:{' '}
            {decisionId ? (
              <a class="tabular" href={to(decisionPath(decisionId), { 'bien-dong': movement })}>
                {showNumber(count)}
              </a>
            ) : (
              showNumber(count)
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
