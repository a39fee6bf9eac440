import { showDate } from '#kernel/dates.ts'
import { useTo } from '#platform/web/address.ts'
import { Badge } from '#platform/web/kit/Badge.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { holds } from '#platform/web/session.ts'
import { type Pace, paceWords, roundStateWords } from '../../model.ts'
import { askedIn, sentIn } from '../../rules/progress.ts'
import { casesPath, roundPath, standingQuery } from '../addresses.ts'
import type { ProgressRow } from '../answers.ts'
import { daysSentence } from '../sayings.ts'

/** One round: where, at which step, how many surveys are in, how many days are left; then the villages behind, by name. */
export function RoundLine({ of }: { of: ProgressRow }) {
  const to = useTo()
  const title = `${of.areaName}: ${of.name}`
  return (
    <li>
      <p>
        {holds('round.read') ? <a href={to(roundPath(of.roundId))}>{title}</a> : <strong>{title}</strong>}{' '}
        <PaceMark of={of.pace} />
      </p>
      <p class="quiet">{sentence(of)}</p>
      {of.behindNamed.length > 0 && <Behind of={of} />}
    </li>
  )
}

export const PaceMark = ({ of }: { of: Pace }) =>
  of === 'fine' ? (
    <span class="quiet">{say(paceWords.fine)}</span>
  ) : (
    <Badge look={of === 'late' ? 'late' : 'waits'}>{paceWords[of]}</Badge>
  )

function sentence(of: ProgressRow): string {
  const facts = {
    step: say(roundStateWords[of.state]),
    sent: showNumber(sentIn(of.counts)),
    asked: showNumber(askedIn(of.counts)),
    days: daysSentence(of),
    until: showDate(of.windowUntil),
    behind: showNumber(of.behind),
    villages: showNumber(of.villages),
  }
  const said = say(
    {
      vi: 'Bước: {step}. Đã gửi {sent} trên {asked} phiếu; {days} (đến {until}).',
      en: 'Step: {step}. {sent} of {asked} surveys sent; {days} (until {until}).',
    },
    facts,
  )
  if (of.behind === 0 || of.behindNamed.length > 0) return said
  return `${said} ${say({ vi: '{behind} trên {villages} thôn chậm.', en: '{behind} of {villages} villages are behind.' }, facts)}`
}

const missing = [
  { state: 'listed', said: { vi: '{n} hộ chưa giao', en: '{n} not assigned' } },
  { state: 'assigned', said: { vi: '{n} hộ chờ khảo sát', en: '{n} to survey' } },
  { state: 'returned', said: { vi: '{n} phiếu bị trả lại', en: '{n} returned' } },
] as const

function Behind({ of: { roundId, behindNamed } }: { of: ProgressRow }) {
  const to = useTo()
  const opens = (villageId: string, state: string) => to(casesPath(roundId), standingQuery({ villageId, state }))
  return (
    <>
      <p>
        {say(
          {
            vi: '{n} thôn chậm (hết hạn còn thiếu phiếu, hoặc chưa được một nửa so với thời gian đã qua):',
            en: '{n} villages behind (surveys missing after the last day, or less than half of what the time asks for):',
          },
          { n: showNumber(behindNamed.length) },
        )}
      </p>
      <ul class="rounds-lines">
        {behindNamed.map(({ villageId, name, counts }) => (
          <li key={villageId}>
            <strong>{name}</strong>
            {missing
              .filter(({ state }) => counts[state] > 0)
              .map(({ state, said }) => {
                const text = say(said, { n: showNumber(counts[state]) })
                return holds('round.read') ? (
                  <a key={state} href={opens(villageId, state)}>
                    {text}
                  </a>
                ) : (
                  <span key={state}>{text}</span>
                )
              })}
          </li>
        ))}
      </ul>
    </>
  )
}
