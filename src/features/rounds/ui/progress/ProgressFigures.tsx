import { useTo } from '#platform/web/address.ts'
import { Stat } from '#platform/web/kit/Stat.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { showNumber, showShare } from '#platform/web/numbers.ts'
import { holds } from '#platform/web/session.ts'
import { askedIn, sentIn } from '../../rules/progress.ts'
import { casesPath, progressPath, standingQuery } from '../addresses.ts'
import type { ProgressAnswer, ProgressRow } from '../answers.ts'

/** Three figures, each opening the list that it counts: of one round its households, of several the rounds. */
export function ProgressFigures({ of }: { of: ProgressAnswer }) {
  const { rounds } = of
  const [only] = rounds
  return (
    <div class="stats">
      {rounds.length === 1 && only && holds('round.read') ? <OfOne of={only} /> : <OfMany of={of} />}
    </div>
  )
}

const states = [
  { state: 'assigned', label: { vi: 'Hộ chờ khảo sát', en: 'To survey' } },
  { state: 'submitted', label: { vi: 'Phiếu chờ kiểm tra', en: 'To check' } },
  { state: 'accepted', label: { vi: 'Phiếu đã chấp nhận', en: 'Accepted' } },
] as const

function OfOne({ of: { roundId, counts } }: { of: ProgressRow }) {
  const to = useTo()
  return (
    <>
      {states.map(({ state, label }) => (
        <Stat
          key={state}
          label={label}
          value={counts[state]}
          href={to(casesPath(roundId), standingQuery({ state }))}
          note={shareOf(counts[state], askedIn(counts))}
        />
      ))}
    </>
  )
}

function OfMany({ of: { rounds, total, late } }: { of: ProgressAnswer }) {
  const to = useTo()
  const page = (loc?: string) => (holds('figure.read') ? to(progressPath, { loc }) : undefined)
  const sum = (figure: (row: ProgressRow) => number) => rounds.reduce((all, row) => all + figure(row), 0)
  const slow = rounds.filter((row) => row.pace === 'slow').length
  const told = rounds.length < total ? ofFirst(rounds.length) : ofRounds(total)
  return (
    <>
      <Stat label={{ vi: 'Kỳ trễ hạn', en: 'Rounds late' }} value={late} href={page('late')} note={ofRounds(total)} />
      <Stat label={{ vi: 'Kỳ làm chậm', en: 'Rounds that are slow' }} value={slow} href={page('slow')} note={told} />
      <Stat
        label={{ vi: 'Phiếu đã gửi', en: 'Surveys sent' }}
        value={sum((row) => sentIn(row.counts))}
        href={page()}
        note={shareOf(
          sum((row) => sentIn(row.counts)),
          sum((row) => askedIn(row.counts)),
          rounds.length < total ? rounds.length : null,
        )}
      />
    </>
  )
}

/** Where more are open than are told of at once. */
const ofFirst = (n: number): Words =>
  say({ vi: 'trong {n} kỳ đến hạn sớm nhất', en: 'of the {n} rounds that end soonest' }, { n: showNumber(n) })

const ofRounds = (n: number): Words =>
  say({ vi: 'trong {n} kỳ đang làm', en: 'of {n} rounds under way' }, { n: showNumber(n) })

/** The share with its whole; of nobody there is none. */
function shareOf(part: number, whole: number, first: number | null = null): Words {
  const share = showShare(part, whole)
  if (share === null) return { vi: 'chưa có hộ cần khảo sát', en: 'no household to survey yet' }
  const said = { vi: '{share} của {n} hộ cần khảo sát', en: '{share} of {n} households to survey' }
  const text = say(said, { share, n: showNumber(whole) })
  return first === null ? text : `${text}, ${say(ofFirst(first))}`
}
