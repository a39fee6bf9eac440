import { errorSaid } from '#features/training/needs/model.ts'
import type { AreaId, FrameworkTopicId, InquiryId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { type FormSection, formSections } from '../model.ts'
import { askInquiry, askingChoices } from './calls.ts'

type Props = { readonly areaId: AreaId; readonly section: FormSection | null; readonly onClose: () => void }
type About = `section:${FormSection}` | `topic:${string}`

const isSection = (section: string | undefined): section is FormSection =>
  (formSections as readonly string[]).includes(section ?? '')

export function AskDialog({ areaId, section, onClose }: Props) {
  const draft = useDraft('inquiries.ask', section ? `${areaId}/${section}` : areaId)
  const [about, setAbout] = useTyped<About | null>(draft, 'about', section ? `section:${section}` : null)
  const [said, setSaid] = useTyped(draft, 'ask', '')
  const inquiryId = useMade(draft, 'inquiryId', () => newId<'inquiry'>() as InquiryId)
  const asking = useChange(askInquiry, { draft })
  const { data } = useRead(askingChoices, { areaId })
  const [kind, code] = about?.split(':') ?? []
  const ask = async () => {
    if (!about || !code || !said.trim()) return
    const of = {
      topicId: kind === 'topic' ? (code as FrameworkTopicId) : null,
      section: kind === 'section' && isSection(code) ? code : null,
    }
    if (await asking.run({ inquiryId, areaId, ...of, ask: said.trim() })) onClose()
  }
  const choices: { value: About; label: { vi: string; en: string } }[] = [
    ...formSections.map((one) => {
      const { vi, en } = errorSaid(one)
      return { value: `section:${one}` as const, label: { vi: `Phiếu khảo sát: ${vi}`, en: `Survey form: ${en}` } }
    }),
    ...(data?.topics ?? []).map(({ topicId, code: number, title }) => {
      const words = `${number}. ${title}`
      return { value: `topic:${topicId}` as const, label: { vi: words, en: words } }
    }),
  ]
  return (
    <Dialog title={{ vi: 'Hỏi nghiệp vụ', en: 'Ask about the work' }} onClose={onClose}>
      <Form
        onSubmit={ask}
        draft={draft}
        problem={asking.problem}
        actions={
          <Button
            look="primary"
            submit
            pending={asking.pending}
            whyNot={
              about && said.trim() ? null : { vi: 'Cần chọn về việc gì và câu hỏi.', en: 'Say about what, and ask.' }
            }
          >
            {say({ vi: 'Gửi câu hỏi', en: 'Send' })}
          </Button>
        }
      >
        <ChoiceField<About>
          at="topicId"
          as="select"
          label={{ vi: 'Hỏi về', en: 'About' }}
          required
          choices={choices}
          value={about}
          onChange={setAbout}
        />
        <TextField
          at="ask"
          label={{ vi: 'Câu hỏi', en: 'Question' }}
          hint={{
            vi: 'Kể tình huống; không ghi họ tên, số định danh, số điện thoại của ai.',
            en: 'Tell the case; no names, citizen ids or phone numbers of anybody.',
          }}
          required
          lines={5}
          maxLength={2000}
          value={said}
          onChange={setSaid}
        />
        {data && (
          <p>
            {data.specialists.length > 0
              ? say({ vi: 'Người trả lời: {who}.', en: 'Answered by {who}.' }, { who: data.specialists.join(', ') })
              : say({
                  vi: 'Đơn vị chưa có ai được giao trả lời; câu hỏi vẫn được giữ.',
                  en: 'Nobody answers here yet; the question is kept.',
                })}
          </p>
        )}
      </Form>
    </Dialog>
  )
}
