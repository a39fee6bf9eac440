import { showDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { showNumber } from '#kernel/numbers.ts'
import { useTo } from '#platform/web/address.ts'
import { MarkNote } from '#platform/web/kit/MarkNote.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { say } from '#platform/web/language.ts'
import type { Denominators } from './answers.ts'

const noTotal = {
  vi: 'Chưa có tổng số hộ khai báo: ghi ở trang đơn vị.',
  en: 'No declared total yet: enter it on the page of the unit.',
}
const noTotals = {
  vi: 'chưa thôn nào, hoặc chưa đủ các thôn, có tổng số hộ khai báo: ghi ở trang từng thôn.',
  en: 'not each has a declared total: enter them on the pages of the villages.',
}

/** What the shares are shares of: the declared total with its source beside the register's own count. */
export function DenominatorNote({
  of: { declared, register, villages },
  areaId,
}: {
  of: Denominators
  areaId: AreaId
}) {
  const to = useTo()
  const inRegister = say(
    { vi: '{n} hộ trong sổ', en: '{n} households in the register' },
    { n: showNumber(register.households) },
  )
  return (
    <Notice>
      <p>
        {villages !== null && (
          <>{say({ vi: 'Của {n} thôn trong kỳ:', en: 'Of the {n} villages of the round:' }, { n: villages })} </>
        )}
        {declared ? (
          <>
            <a href={to(`/don-vi/${areaId}`)}>
              {say({ vi: '{n} hộ khai báo', en: '{n} households declared' }, { n: showNumber(declared.households) })}
            </a>{' '}
            {say(
              { vi: 'tại ngày {day}, nguồn: {source}', en: 'as at {day}, source: {source}' },
              { day: showDate(declared.day), source: declared.source },
            )}{' '}
            <MarkNote mark={declared.mark} />
          </>
        ) : (
          <a href={to(`/don-vi/${areaId}`)}>{say(villages === null ? noTotal : noTotals)}</a>
        )}
      </p>
      <p>
        {villages === null ? <a href={to('/ho', { noi: areaId })}>{inRegister}</a> : inRegister}{' '}
        {say({ vi: 'tại ngày {day}', en: 'as at {day}' }, { day: showDate(register.day) })}
        {declared && declared.households !== register.households && (
          <>
            {' '}
            {say(
              { vi: '(chênh {n} hộ so với số khai báo)', en: '({n} apart from the declared)' },
              { n: showNumber(Math.abs(declared.households - register.households)) },
            )}
          </>
        )}
      </p>
    </Notice>
  )
}
