/** What stands against finishing: one list, the same on the check page and at the result, each line with its way there. */
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import type { Sheet } from './sheet.ts'

export function Stops({ sheet: { stops, go } }: { sheet: Pick<Sheet, 'stops' | 'go'> }) {
  if (stops.length === 0) return null
  const title = { vi: 'Còn {n} chỗ phải làm xong', en: 'Still to be done: {n}' }
  return (
    <section class="attention" aria-label={say({ vi: 'Vì sao chưa gửi được', en: 'Why it cannot be sent' })}>
      <h2>{say(title, { n: showNumber(stops.length) })}</h2>
      <ul class="plain-list">
        {stops.map(({ key, said }) => (
          <li key={`${key} ${said}`}>
            <button type="button" class="row-link" onClick={() => go(key, true)}>
              {said}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
