import { type PlainDate, showDate } from '#kernel/dates.ts'
import { say } from '#platform/web/language.ts'
import type { EarlierDecision } from '../model.ts'

type Props = {
  readonly of: { readonly number: string; readonly day: PlainDate; readonly issuer: string }
  readonly earlier: readonly EarlierDecision[]
}

const said = ({ number, day, issuer }: Props['of']): string => `${number}, ${showDate(day)}, ${issuer}`

/** The decision that approved something, and what stood there before it was corrected, the last first. */
export const Decided = ({ of, earlier }: Props) => (
  <>
    {said(of)}
    {[...earlier].reverse().map((one) => (
      <p key={`${one.until} ${said(one)} ${one.because}`}>
        <small>
          {say(
            {
              vi: 'Đến ngày {day} ghi là: {was}. Lý do sửa: {why}',
              en: 'Until {day} it read: {was}. Corrected because: {why}',
            },
            { day: showDate(one.until), was: said(one), why: one.because },
          )}
        </small>
      </p>
    ))}
  </>
)
