import type { Standard } from '#features/standards/model/standard.ts'
import { addDays, showDate } from '#kernel/dates.ts'
import { useTo } from '#platform/web/address.ts'
import { MarkNote } from '#platform/web/kit/MarkNote.tsx'
import { Unbroken } from '#platform/web/kit/Unbroken.tsx'
import { say, type Words } from '#platform/web/language.ts'

/** A standard in a few lines: what it is for here, its days, and the articles it stands on with their marks. */
export function StandardSummary({ role, standard }: { role: Words; standard: Standard }) {
  const to = useTo()
  const { validity } = standard
  return (
    <div class="rounds-standard">
      <p class="quiet">{say(role)}</p>
      <p>
        <a href={to(`/chuan/${standard.id}`)}>{say(standard.name)}</a>
      </p>
      <p class="quiet">
        {say(
          { vi: 'Áp dụng từ {from} đến hết {last}', en: 'Holds from {from} to {last}' },
          { from: showDate(validity.from), last: showDate(addDays(validity.until, -1)) },
        )}{' '}
        <MarkNote mark={validity.mark} />
      </p>
      <ul class="bullets close">
        {standard.legal.map((law) => (
          <li key={law.id}>
            <Unbroken text={law.title} /> <MarkNote mark={law.mark} />
          </li>
        ))}
      </ul>
    </div>
  )
}

export const opensRole: Words = {
  vi: 'Chuẩn áp dụng cho kết quả mới (xếp loại cho kỳ tới)',
  en: 'Standard of the new results (classes to come)',
}
/** Where one standard holds before and after: nothing opens and nothing closes. */
export const onlyRole: Words = { vi: 'Chuẩn áp dụng', en: 'Standard that applies' }
export const closesRole: Words = {
  vi: 'Chuẩn đang áp dụng (đánh giá năm nay)',
  en: 'Standard in force (this year)',
}
