import { useLocation } from 'preact-iso'
import { addDays } from '#kernel/dates.ts'
import type { AppointmentId, AreaId, OfficialId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { YesNo } from '#platform/web/kit/YesNo.tsx'
import { say } from '#platform/web/language.ts'
import { useStill } from '#platform/web/still.ts'
import { addOfficial } from './calls.ts'
import { heldOf, nobody, numberOf, type Post, pathOf, postAt, sentOf, type Who } from './official.ts'
import { PostFields } from './PostFields.tsx'
import { useThere } from './there.ts'
import { WhoFields } from './WhoFields.tsx'

type Props = { readonly areaId: AreaId; readonly areaName: string; readonly onClose: () => void }

/** A person of the programme is entered, with the first post or without one. */
export function NewOfficialDialog({ areaId, areaName, onClose }: Props) {
  const draft = useDraft('roster.new', areaId)
  const [who, setWho] = useTyped<Who>(draft, 'who', nobody)
  const [post, setPost] = useTyped<Post>(draft, 'post', () => postAt(areaId, areaName))
  const [holds, setHolds] = useTyped(draft, 'holds', true)
  const [sure, setSure] = useTyped(draft, 'sure', '')
  const officialId = useMade(draft, 'officialId', () => newId<'official'>() as OfficialId)
  const appointmentId = useMade(draft, 'appointmentId', () => newId<'appointment'>() as AppointmentId)
  const adding = useChange(addOfficial, { draft })
  const { route } = useLocation()
  const to = useTo()
  const sent = sentOf(who)
  const held = heldOf(post, appointmentId)
  const refused = useStill(adding.problem, adding.problem?.code === 'official.double' ? who : null)
  const there = useThere(post, refused)
  const alike = refused?.code === 'official.double'
  const whyNot = !sent
    ? { vi: 'Cần họ tên, giới tính, ngày sinh.', en: 'Name, sex and birth are needed.' }
    : holds && !held
      ? { vi: 'Cần chức danh, đơn vị và ngày bắt đầu.', en: 'Post, unit and first day are needed.' }
      : alike && !sure.trim()
        ? { vi: 'Nói vì sao vẫn ghi.', en: 'Say why it is entered.' }
        : holds
          ? there.whyNot
          : null
  const add = async () => {
    if (whyNot || !sent) return
    const first = holds && held ? { ...held, until: held.lastDay && addDays(held.lastDay, 1) } : null
    const { lastDay: _last, ...holding } = first ?? { lastDay: null }
    const input = {
      ...{
        officialId,
        unitId: areaId,
        ...sent,
        ...numberOf(who),
        holds: first ? (holding as Omit<typeof first, 'lastDay'>) : null,
      },
      ...(sure.trim() && { sure: sure.trim() }),
    }
    if (await adding.run(input)) route(to(pathOf(officialId)))
  }
  return (
    <Dialog title={{ vi: 'Ghi cán bộ', en: 'Enter an official' }} onClose={onClose}>
      <Form
        onSubmit={add}
        draft={draft}
        problem={there.problem}
        actions={
          <Button look="primary" submit pending={adding.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi vào sổ', en: 'Enter' })}
          </Button>
        }
      >
        <WhoFields who={who} onChange={setWho} />
        <YesNo
          label={{ vi: 'Có giữ chức danh?', en: 'Holds a post?' }}
          required
          value={holds}
          onChange={(yes) => setHolds(yes ?? true)}
        />
        {holds && <PostFields post={post} onChange={setPost} there={there} />}
        {(alike || sure) && (
          <TextField
            label={{ vi: 'Vì sao là người khác', en: 'Why it is another person' }}
            hint={{
              vi: 'Lý do này đứng ở mục Đã nói là hai người, Hồ sơ trùng; không ai phải trả lời lại.',
              en: 'It stands among the pairs said to be two people; nobody is asked again.',
            }}
            required
            lines={2}
            value={sure}
            onChange={setSure}
            maxLength={500}
          />
        )}
      </Form>
    </Dialog>
  )
}
