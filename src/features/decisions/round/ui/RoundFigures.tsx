/** Figures of a round: every share names its whole, every number opens what it counts. */
import { shareOf, type Whole, wholeSaid, wholesOf } from '#features/areas/rules/totals.ts'
import { caseStateWords } from '#features/rounds/model.ts'
import type { RoundAnswer } from '#features/rounds/ui/answers.ts'
import { purposeSaid } from '#features/surveys/rules/purposes.ts'
import type { AreaId, DecisionId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { today } from '#platform/web/day.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
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
          <Counted areaId={data.areaId} />
          {data.unseen > 0 && <Notice>{say(unseenNote, { n: showNumber(data.unseen), place: data.unseenIn })}</Notice>}
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
  vi: 'Các số này gồm cả {n} hộ của kỳ nay thuộc {place}; danh sách mở ra không hiện các hộ ấy.',
  en: 'These figures count {n} households that live in {place} today; the lists that they open do not show them.',
}

/** Another page counts by what is in force: a reader of both is told why they differ. */
function Counted({ areaId }: { areaId: AreaId }) {
  const to = useTo()
  return (
    <p>
      {say({ vi: 'Số hộ ở đây là kết quả khảo sát của kỳ.', en: 'These are the results of this round.' })}{' '}
      {holds('figure.read') && (
        <a href={to('/so-lieu', { noi: areaId })}>
          {say({
            vi: 'Xem số hộ được công nhận theo quyết định có hiệu lực',
            en: 'See the households by the decisions in force',
          })}
        </a>
      )}
    </p>
  )
}

type TableProps = { readonly title: Words; readonly of: FiguresAnswer; readonly part: 'opens' | 'closes' }

const rateOf = (whole: Whole): Words => {
  const { vi, en } = wholeSaid(whole)
  return { vi: `Tỷ lệ của ${vi}`, en: `Share of ${en}` }
}

function ClassTable({ title, of, part }: TableProps) {
  const wholes = wholesOf(of.denominators)
  const figures = of[part]
  if (!figures) return null
  return (
    <div>
      <h2>{say(title)}</h2>
      <div class="table-frame whole decisions-figures">
        <table>
          <caption class="only-heard">{say(title)}</caption>
          <thead>
            <tr>
              <th scope="col">{say({ vi: 'Diện', en: 'Class' })}</th>
              <th scope="col" class="number">
                {say(counted)}
              </th>
              {wholes.map((whole) => (
                <th key={whole.by} scope="col" class="number">
                  {say(rateOf(whole))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figureRows.map(({ key, head }) => (
              <Row key={key} of={of} head={head} figure={figures[key]} wholes={wholes} />
            ))}
            <Row of={of} head={caseStateWords.ended} figure={of.left} wholes={wholes} shareless />
            <Row of={of} head={onList} figure={of.cases} wholes={wholes} shareless />
          </tbody>
        </table>
      </div>
    </div>
  )
}

const counted: Words = { vi: 'Số hộ', en: 'Households' }
const onList: Words = { vi: 'Tất cả hộ trong danh sách', en: 'All households on the list' }

/** Those that left, and all together, have no share. */
type RowProps = {
  readonly of: FiguresAnswer
  readonly head: Words
  readonly figure: Figure
  readonly wholes: readonly Whole[]
  readonly shareless?: boolean
}

const Row = ({ of, head, figure, wholes, shareless = false }: RowProps) => (
  <tr>
    <th scope="row">{say(head)}</th>
    <td class="number" data-head={say(counted)}>
      <FigureLink roundId={of.roundId} of={figure} />
    </td>
    {wholes.map((whole) => (
      <td key={whole.by} class="number" data-head={say(rateOf(whole))}>
        {shareless ? null : (shareOf(figure.count, whole) ?? '-')}
      </td>
    ))}
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
