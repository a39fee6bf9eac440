/** On the home page: how far the rounds are that I see, which villages or communes are behind, what changed since yesterday. */
import { showDate } from '#kernel/dates.ts'
import { useTo } from '#platform/web/address.ts'
import { Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import { myProgress, roundProgress } from '../../progress/ui/calls.ts'
import { newsPath, progressPath } from '../addresses.ts'
import type { ProgressAnswer } from '../answers.ts'
import { ProgressFigures } from './ProgressFigures.tsx'
import { RoundLine } from './RoundLine.tsx'
import '../rounds.css'

/** So many rounds are told of here, those behind first; the rest stand on the page of progress. */
const told = 6

export default function HomeProgress() {
  const figures = holds('figure.read')
  const read = useRead(figures ? roundProgress : myProgress, figures || holds('round.read') ? {} : null)
  if (!figures && !holds('round.read')) return null
  return (
    <Reading of={read} rows={4}>
      {(data) => (
        <>
          <Rounds of={data} />
          <News of={data} />
        </>
      )}
    </Reading>
  )
}

function Rounds({ of }: { of: ProgressAnswer }) {
  const to = useTo()
  const { rounds, total } = of
  if (rounds.length === 0) return <NoRound />
  const all = { n: showNumber(total) }
  return (
    <Section
      title={{ vi: 'Tiến độ rà soát', en: 'Progress of the reviews' }}
      action={
        holds('figure.read') &&
        rounds.length > 1 && (
          <a href={to(progressPath)}>{say({ vi: 'Xem cả {n} kỳ', en: 'See all {n} rounds' }, all)}</a>
        )
      }
    >
      <ProgressFigures of={of} />
      <ul class="rounds-home">
        {rounds.slice(0, told).map((round) => (
          <RoundLine key={round.roundId} of={round} />
        ))}
      </ul>
    </Section>
  )
}

function NoRound() {
  const to = useTo()
  return (
    <Section title={{ vi: 'Tiến độ rà soát', en: 'Progress of the reviews' }}>
      <p>
        {say({ vi: 'Không có kỳ rà soát nào đang làm.', en: 'No review round is under way.' })}{' '}
        {holds('figure.read') && (
          <a href={to('/so-lieu')}>
            {say({ vi: 'Xem số liệu hộ nghèo, hộ cận nghèo', en: 'See the figures of poor and near-poor households' })}
          </a>
        )}
      </p>
    </Section>
  )
}

function News({ of: { news, since } }: { of: ProgressAnswer }) {
  const to = useTo()
  if (news.length === 0) return null
  return (
    <Section title={say({ vi: 'Từ hôm qua, {day}, đến nay', en: 'Since yesterday, {day}' }, { day: showDate(since) })}>
      <ul class="rounds-lines">
        {news.map(({ what, said, count, more }) => (
          <li key={what}>
            <a href={to(newsPath, { viec: what })}>{say(said)}</a>
            <span class="tabular">{`${showNumber(count)}${more ? '+' : ''}`}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
