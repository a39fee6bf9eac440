import type { AreaId, CredentialRuleId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import { enterRule } from './calls.ts'
import { RuleFields } from './RuleFields.tsx'
import { lacking, noRule, type ProvinceOfRules, sentOf, type TypedRule, topicsToAsk } from './rule.ts'

type Props = { readonly provinces: readonly ProvinceOfRules[]; readonly onClose: () => void }

/** What a province asks for comes into the list, by the text that says it. */
export function NewRuleDialog({ provinces, onClose }: Props) {
  const draft = useDraft('credentialRules.enter', 'new')
  const [areaId, setAreaId] = useTyped<AreaId | null>(draft, 'areaId', provinces[0]?.areaId ?? null)
  const [typed, setTyped] = useTyped<TypedRule>(draft, 'rule', noRule)
  const credentialRuleId = useMade(draft, 'credentialRuleId', () => newId<'credential_rule'>() as CredentialRuleId)
  const entering = useChange(enterRule, { draft })
  const sent = sentOf(typed)
  const topics = provinces.find((one) => one.areaId === areaId)?.topics ?? []
  const enter = async () => {
    if (sent && areaId && (await entering.run({ credentialRuleId, areaId, ...sent }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Ghi điều kiện cấp chứng nhận', en: 'Enter a rule' }} onClose={onClose}>
      <Form
        onSubmit={enter}
        draft={draft}
        problem={entering.problem}
        actions={
          <Button look="primary" submit pending={entering.pending} whyNot={sent && areaId ? null : lacking}>
            {say({ vi: 'Ghi điều kiện', en: 'Enter' })}
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
        <RuleFields of={typed} topics={topicsToAsk(topics, [])} onChange={setTyped} />
      </Form>
    </Dialog>
  )
}
