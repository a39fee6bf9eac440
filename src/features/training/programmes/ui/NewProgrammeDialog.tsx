import { useLocation } from 'preact-iso'
import type { AreaId, ProgrammeId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import { addProgramme } from './calls.ts'
import { ProgrammeFields } from './ProgrammeFields.tsx'
import { nothing, pathOf, sentOf, type Typed } from './programme.ts'

type Props = { readonly areaId: AreaId | null; readonly areaName: string; readonly onClose: () => void }

/** A programme, scheme or plan comes into the register. */
export function NewProgrammeDialog({ areaId, areaName, onClose }: Props) {
  const draft = useDraft('programmes.new', areaId ?? 'nowhere')
  const [typed, setTyped] = useTyped<Typed>(draft, 'programme', () => nothing(areaId, areaName))
  const programmeId = useMade(draft, 'programmeId', () => newId<'programme'>() as ProgrammeId)
  const adding = useChange(addProgramme, { draft })
  const { route } = useLocation()
  const to = useTo()
  const sent = sentOf(typed)
  const whyNot =
    sent && typed.areaId
      ? null
      : {
          vi: 'Cần loại, tên, đơn vị ban hành, nguồn và độ tin cậy (của cả từng căn cứ).',
          en: 'Kind, name, unit, source and how sure it is (each basis too) are needed.',
        }
  const add = async () => {
    if (!sent || !typed.areaId) return
    if (await adding.run({ programmeId, areaId: typed.areaId, ...sent })) route(to(pathOf(programmeId)))
  }
  return (
    <Dialog title={{ vi: 'Ghi chương trình, đề án, kế hoạch', en: 'Enter a programme' }} onClose={onClose}>
      <Form
        onSubmit={add}
        draft={draft}
        problem={adding.problem}
        actions={
          <Button look="primary" submit pending={adding.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi vào sổ', en: 'Enter' })}
          </Button>
        }
      >
        <ProgrammeFields of={typed} onChange={setTyped} isNew />
      </Form>
    </Dialog>
  )
}
