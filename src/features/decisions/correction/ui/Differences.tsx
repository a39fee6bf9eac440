/** What was said and what is said, side by side, line by line. */
import type { Said } from '#kernel/text.ts'
import { say } from '#platform/web/language.ts'
import type { Difference } from '../model.ts'

const heads = {
  was: { vi: 'Giấy đã ghi', en: 'The papers say' },
  is: { vi: 'Đính chính thành', en: 'Put right as' },
}

/** How the place is called since: told beside what is put right, since it was no mistake. */
export const PlaceNow = ({ of }: { of: Said | null }) =>
  of && (
    <p>
      {say(
        {
          vi: '{place}; đó không phải giấy ghi sai. Giấy chứng nhận mới ghi nơi ở theo địa giới hiện nay.',
          en: '{place}; that is no fault of the papers. The new certificate writes the place as it is called today.',
        },
        { place: say(of) },
      )}
    </p>
  )

export const Differences = ({ of }: { of: readonly Difference[] }) => (
  <div class="table-frame whole">
    <table class="decisions-differences">
      <caption class="only-heard">
        {say({ vi: 'Nội dung đính chính, đã ghi và sửa thành', en: 'What is put right, as it was and as it is' })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{say({ vi: 'Nội dung', en: 'What' })}</th>
          <th scope="col">{say(heads.was)}</th>
          <th scope="col">{say(heads.is)}</th>
        </tr>
      </thead>
      <tbody>
        {of.map(({ what, was, is }) => (
          <tr key={`${what.vi} ${was} ${is}`}>
            <th scope="row">{say(what)}</th>
            <td data-head={say(heads.was)}>
              {was || <span class="quiet">{say({ vi: '(không ghi)', en: '(nothing)' })}</span>}
            </td>
            <td data-head={say(heads.is)}>
              {is || <span class="quiet">{say({ vi: '(bỏ)', en: '(struck out)' })}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
