import { pathOf } from '#features/people/roster/ui/official.ts'
import type { OfficialId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { say } from '#platform/web/language.ts'
import type { WebProblem } from '#platform/web/problem.ts'

/** The page of the record into which the chosen one went meanwhile; nothing of another problem. */
export function Went({ problem }: { problem: WebProblem | null }) {
  const to = useTo()
  if (problem?.code !== 'bodies.went') return null
  const { into, name } = problem.facts as { into: OfficialId; name: string }
  return (
    <p>
      <a href={to(pathOf(into))} target="_blank" rel="noopener">
        {say({ vi: 'Mở hồ sơ của {name} ở cửa sổ khác', en: 'Open the record of {name} in another window' }, { name })}
      </a>
    </p>
  )
}
