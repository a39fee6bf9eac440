import { useState } from 'preact/hooks'
import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { useMeanwhile } from '#platform/web/edits.ts'
import { Button, type ButtonLook } from '#platform/web/kit/Button.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { drawList } from '../../list/ui/calls.ts'
import type { RoundAnswer } from '../answers.ts'
import { notMine } from '../sayings.ts'

/** Puts every household that is poor or near-poor now on the list; a second press adds only what is new. */
export function DrawListButton({ of, look = 'secondary' }: { of: RoundAnswer; look?: ButtonLook }) {
  const [added, setAdded] = useState<number | null>(null)
  const draft = useDraft('rounds.draw', of.round.roundId)
  const drawing = useChange(drawList, { draft })
  const [asked, setAsked] = useState(false)
  const unsure = useMeanwhile(drawing.problem?.code === 'rounds.sure', drawing.pending)
  const draw = async (because?: string) => {
    setAsked(true)
    const done = await drawing.run({ roundId: of.round.roundId, ...(because && { because }) })
    if (done) setAdded(done.added)
  }
  return (
    <>
      <Button
        look={look}
        pending={drawing.pending}
        whyNot={of.can.includes('draw') ? null : notMine}
        onClick={() => void draw()}
      >
        {say({ vi: 'Lập danh sách từ hộ nghèo, cận nghèo', en: 'Draw the list from the present poor' })}
      </Button>
      {added !== null && (
        <p role="status" class="quiet">
          {say({ vi: 'Đã thêm {n} hộ.', en: '{n} households added.' }, { n: showNumber(added) })}
        </p>
      )}
      {asked && unsure ? (
        <ReasonDialog
          title={{ vi: 'Hộ đã có ở kỳ hoặc quyết định khác', en: 'In another round or decision already' }}
          what={{
            vi: 'Vẫn đưa các hộ này vào danh sách thì ghi lý do.',
            en: 'To list them all the same, give the reason.',
          }}
          deed={{ vi: 'Vẫn lập danh sách', en: 'Draw the list all the same' }}
          draft={draft}
          pending={drawing.pending}
          problem={drawing.problem}
          onGive={(because) => void draw(because)}
          onClose={() => setAsked(false)}
        />
      ) : (
        <ProblemNote of={drawing.problem} />
      )}
    </>
  )
}
