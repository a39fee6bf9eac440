/** From the door of a household: what was told of it, whom it may be, and the way to tell why it cannot be surveyed. */
import { useMemo } from 'preact/hooks'
import { useKeptRead } from '#platform/web/keptReads.ts'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { say } from '#platform/web/language.ts'
import type { CaseRow } from '../../model.ts'
import { mySurveys } from '../../ui/calls.ts'
import { headsAlike } from '../rules/doubles.ts'
import { noticeKinds, noticeStates } from '../words.ts'
import { Answers } from './Answers.tsx'
import { myNotices } from './calls.ts'
import { knownOf, toldOf } from './known.ts'
import { cannotPath } from './paths.ts'
import { lastNotice } from './sending.ts'

/** Others of the list that this household is likely to be. */
function likeThis({ caseId }: CaseRow, cases: Parameters<typeof knownOf>[0]) {
  const known = knownOf(cases)
  const here = known.find((one) => one.of.caseId === caseId)
  return here ? headsAlike(here, known).flatMap((one) => (one.likely ? [one.of.of] : [])) : []
}

export function CannotWay({ of }: { of: CaseRow }) {
  const cases = useKeptRead(mySurveys, {}).data?.data.cases
  const told = toldOf(useKeptRead(myNotices, {}).data?.data.notices ?? [], of.caseId)
  const likely = useMemo(() => likeThis(of, cases ?? []), [of.caseId, cases])
  const waits = lastNotice(of.caseId)?.state === 'waiting'
  return (
    <>
      {likely.length > 0 && (
        <Notice look="waits">
          {say(
            {
              vi: 'Danh sách có hộ giống hộ này: {names}. Nếu là một hộ, hãy báo xã.',
              en: 'The list has a household like this one: {names}. If they are one, tell the commune.',
            },
            {
              names: likely
                .slice(0, 3)
                .map(({ headName, number, address }) => [headName, number, address].filter(Boolean).join(', '))
                .join('; '),
            },
          )}
        </Notice>
      )}
      {waits && (
        <Notice>
          {say({ vi: 'Tin báo về hộ này đang chờ gửi.', en: 'A notice of this household waits to be sent.' })}
        </Notice>
      )}
      {told && !waits && (
        <Notice>
          <p>
            {say(
              { vi: 'Đã báo xã: {what}. {state}.', en: 'Told the commune: {what}. {state}.' },
              { what: say(noticeKinds[told.kind]), state: say(noticeStates[told.state]) },
            )}
          </p>
          <Answers of={told} />
        </Notice>
      )}
      <LinkButton href={cannotPath(of)}>
        {say({ vi: 'Không khảo sát được hộ này', en: 'This household cannot be surveyed' })}
      </LinkButton>
    </>
  )
}
