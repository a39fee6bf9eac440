import { useLocation } from 'preact-iso'
import type { AreaId, FrameworkId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { send } from '#platform/web/calls.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Picker } from '#platform/web/kit/Picker.tsx'
import { say } from '#platform/web/language.ts'
import { frameworkStates } from '../model.ts'
import { beginFramework, searchFrameworks } from './calls.ts'
import { FrameworkFields } from './FrameworkFields.tsx'
import { nothing, pathOf, sentOf, type Typed } from './framework.ts'

type Copied = { readonly frameworkId: FrameworkId | null; readonly name: string }
type Props = {
  readonly provinces: readonly { readonly areaId: AreaId; readonly name: string }[]
  /** A framework that is looked at, to begin with its topics. */
  readonly copyOf?: Copied
  readonly onClose: () => void
}

/** A draft of a province: empty, or with the topics of a framework that can be read. */
export function BeginDialog({ provinces, copyOf = { frameworkId: null, name: '' }, onClose }: Props) {
  const draft = useDraft('frameworks.begin', copyOf.frameworkId ?? 'new')
  const [typed, setTyped] = useTyped<Typed>(draft, 'framework', nothing)
  const [areaId, setAreaId] = useTyped<AreaId | null>(draft, 'areaId', provinces[0]?.areaId ?? null)
  const [copied, setCopied] = useTyped<Copied>(draft, 'copyOf', copyOf)
  const frameworkId = useMade(draft, 'frameworkId', () => newId<'framework'>() as FrameworkId)
  const beginning = useChange(beginFramework, { draft })
  const { route } = useLocation()
  const to = useTo()
  const sent = sentOf(typed)
  const whyNot =
    sent && areaId ? null : { vi: 'Cần tỉnh và tên khung; năm gồm 4 chữ số.', en: 'Province and name are needed.' }
  const begin = async () => {
    if (!sent || !areaId) return
    if (await beginning.run({ frameworkId, areaId, ...sent, copyOf: copied.frameworkId }))
      route(to(pathOf(frameworkId)))
  }
  return (
    <Dialog title={{ vi: 'Soạn khung đào tạo', en: 'Draft a training framework' }} onClose={onClose}>
      <Form
        onSubmit={begin}
        draft={draft}
        problem={beginning.problem}
        actions={
          <Button look="primary" submit pending={beginning.pending} whyNot={whyNot}>
            {say({ vi: 'Bắt đầu soạn', en: 'Begin' })}
          </Button>
        }
      >
        <ChoiceField<AreaId>
          as="select"
          at="areaId"
          label={{ vi: 'Của tỉnh', en: 'Province' }}
          required
          choices={provinces.map(({ areaId: value, name }) => ({ value, label: name }))}
          value={areaId}
          onChange={setAreaId}
        />
        <FrameworkFields of={typed} onChange={setTyped} />
        <Picker<FrameworkId>
          at="copyOf"
          label={{ vi: 'Lấy chuyên đề từ khung', en: 'With the topics of' }}
          hint={{ vi: 'Để trống nếu soạn từ đầu', en: 'Empty to begin with none' }}
          chosen={copied.name || null}
          load={async (q, signal) => {
            const { frameworks } = await send(searchFrameworks, { q }, { signal })
            return frameworks.map((one) => ({
              value: one.frameworkId,
              label: one.name,
              detail: say(frameworkStates[one.state]),
            }))
          }}
          onChoose={(option) => setCopied({ frameworkId: option.value, name: option.label })}
        />
        {copied.frameworkId && (
          <Button look="quiet" onClick={() => setCopied({ frameworkId: null, name: '' })}>
            {say({ vi: 'Soạn từ đầu', en: 'Begin with none' })}
          </Button>
        )}
      </Form>
    </Dialog>
  )
}
