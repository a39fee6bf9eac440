import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { say } from '#platform/web/language.ts'
import type { TestState, WholeTest } from '../model.ts'
import { stepTo } from '../rules.ts'
import { dropTest, stepTest } from './calls.ts'

const on = {
  fixed: {
    deed: { vi: 'Chốt đề', en: 'Fix the test' },
    what: {
      vi: 'Các câu được rút từ ngân hàng theo bản hiện nay và giữ nguyên từ đây.',
      en: 'The questions are drawn from the bank in their newest versions and stay so.',
    },
  },
  open: {
    deed: { vi: 'Mở bài kiểm tra', en: 'Open the test' },
    what: { vi: 'Người có chỗ học làm được bài từ bây giờ.', en: 'Who has a seat can take it from now on.' },
  },
  closed: {
    deed: { vi: 'Đóng bài kiểm tra', en: 'Close the test' },
    what: {
      vi: 'Không ai bắt đầu được nữa; bài đang làm dở được chấm theo những gì đã lưu.',
      en: 'Nobody begins any more; what is being answered is marked as it stands.',
    },
  },
} as const

const back = {
  draft: { vi: 'Soạn lại', en: 'Back to a draft' },
  fixed: { vi: 'Chưa mở', en: 'Not open yet' },
  open: { vi: 'Mở lại', en: 'Open again' },
} as const

export const deedOf = (from: TestState, to: TestState) =>
  stepTo(from, to) === 'back' ? back[to as keyof typeof back] : on[to as keyof typeof on].deed

type Props = { readonly of: WholeTest; readonly to: TestState; readonly onClose: () => void }

export function StepTestDialog({ of, to, onClose }: Props) {
  const { classTestId, state, title } = of
  const draft = useDraft('classTests.step', classTestId)
  const stepping = useChange(stepTest, { draft })
  const deed = deedOf(state, to)
  const step = async (because?: string) => {
    if (await stepping.run({ classTestId, seen: state, to, ...(because && { because }) })) onClose()
  }
  if (stepTo(state, to) === 'back')
    return (
      <ReasonDialog
        title={deed}
        what={
          to === 'draft'
            ? {
                vi: `${title}: các câu đã rút được bỏ, chốt lại thì rút lại.`,
                en: `${title}: what was drawn is dropped and drawn anew.`,
              }
            : {
                vi: `${title}: bước vừa rồi ghi nhầm hoặc phải làm lại.`,
                en: `${title}: the last step was wrong, or is done anew.`,
              }
        }
        deed={deed}
        draft={draft}
        pending={stepping.pending}
        problem={stepping.problem}
        onGive={step}
        onClose={onClose}
      />
    )
  return (
    <Dialog title={deed} onClose={onClose}>
      <Form
        onSubmit={() => step()}
        draft={draft}
        problem={stepping.problem}
        actions={
          <Button look="primary" submit pending={stepping.pending}>
            {say(deed)}
          </Button>
        }
      >
        <p>{say(on[to as keyof typeof on].what)}</p>
      </Form>
    </Dialog>
  )
}

export function DropTestDialog({ of, onClose }: { of: WholeTest; onClose: () => void }) {
  const { classTestId, title } = of
  const draft = useDraft('classTests.drop', classTestId)
  const dropping = useChange(dropTest, { draft })
  return (
    <ReasonDialog
      title={{ vi: 'Bỏ bài kiểm tra', en: 'Drop the test' }}
      what={{ vi: title, en: title }}
      deed={{ vi: 'Bỏ', en: 'Drop' }}
      danger
      draft={draft}
      pending={dropping.pending}
      problem={dropping.problem}
      onGive={async (because) => {
        if (await dropping.run({ classTestId, because })) onClose()
      }}
      onClose={onClose}
    />
  )
}
