import RoundPage from '#features/rounds/ui/round/RoundPage.tsx'
import type { RoundId } from '#kernel/ids.ts'
import { roundParts } from './roundParts.ts'

/** A round's page with the parts that other rooms bring. */
export default function RoundRoom({ params }: { params: { roundId: RoundId } }) {
  return <RoundPage params={params} parts={roundParts} />
}
