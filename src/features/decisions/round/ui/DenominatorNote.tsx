import { showDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { MarkNote } from '#platform/web/kit/MarkNote.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import type { Denominators } from './answers.ts'

const noTotal = {
  vi: 'Chưa có tổng số hộ khai báo: ghi ở trang đơn vị.',
  en: 'No declared total yet: enter it on the page of the unit.',
}
const noTotals = {
  vi: 'chưa thôn nào, hoặc chưa đủ các thôn, có tổng số hộ khai báo: ghi ở trang từng thôn.',
  en: 'not each has a declared total: enter them on the pages of the villages.',
}

const elsewhere = {
  vi: 'Không chia cho số hộ trong sổ: có thôn của kỳ nay thuộc đơn vị khác.',
  en: 'No share of the register: a village of the round hangs under another unit today.',
}

type InRegisterProps = {
  readonly of: NonNullable<Denominators['register']>
  readonly declared: Denominators['declared']
  /** Where those counted are listed. */
  readonly list: string | null
}

function InRegister({ of: { households, day }, declared, list }: InRegisterProps) {
  const said = say({ vi: '{n} hộ trong sổ', en: '{n} households in the register' }, { n: showNumber(households) })
  return (
    <>
      {list ? <a href={list}>{said}</a> : said}{' '}
      {say({ vi: 'tại ngày {day}', en: 'as at {day}' }, { day: showDate(day) })}
      {declared && declared.households !== households && (
        <>
          {' '}
          {say(
            { vi: '(chênh {n} hộ so với số khai báo)', en: '({n} apart from the declared)' },
            { n: showNumber(Math.abs(declared.households - households)) },
          )}
        </>
      )}
    </>
  )
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
        {register ? (
          <InRegister of={register} declared={declared} list={villages === null ? to('/ho', { noi: areaId }) : null} />
        ) : (
          say(elsewhere)
        )}
      </p>
    </Notice>
  )
}
