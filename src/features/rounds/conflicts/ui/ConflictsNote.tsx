import type { RoundId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { listConflicts } from './calls.ts'

/** A loud word where somebody would work on their own household; nothing where nobody would. */
export function ConflictsNote({ roundId }: { roundId: RoundId }) {
  const read = useRead(listConflicts, { roundId })
  const to = useTo()
  const n = read.data?.total ?? 0
  if (n === 0) return null
  return (
    <Notice look="waits">
      {say(
        {
          vi: '{n} việc khảo sát, kiểm tra, ký rơi vào người là thành viên của chính hộ đó; nên giao cho người khác. ',
          en: '{n} pieces of work fall to somebody who lives in that household; give them to somebody else. ',
        },
        { n: showNumber(n) },
      )}
      <a href={to(`/ra-soat/${roundId}/nguoi-nha`)}>{say({ vi: 'Xem từng hộ', en: 'See each' })}</a>
    </Notice>
  )
}
