import type { CredentialRuleId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import type { Rule } from '../model.ts'
import { followRule } from './calls.ts'
import { RuleFields } from './RuleFields.tsx'
import { lacking, type ProvinceOfRules, sentOf, type TypedRule, topicsToAsk, typedOf } from './rule.ts'

type Props = { readonly of: Rule; readonly provinces: readonly ProvinceOfRules[]; readonly onClose: () => void }

/** The next version, from its first day on; the one before ends that day, and what it issued stays. */
export function FollowRuleDialog({ of, provinces, onClose }: Props) {
  const { credentialRuleId } = of
  const draft = useDraft('credentialRules.follow', credentialRuleId)
  const [typed, setTyped] = useTyped<TypedRule>(draft, 'rule', () => typedOf(of))
  const nextId = useMade(draft, 'nextId', () => newId<'credential_rule'>() as CredentialRuleId)
  const following = useChange(followRule, { draft })
  const sent = sentOf(typed)
  const topics = provinces.find((one) => one.areaId === of.areaId)?.topics ?? []
  const follow = async () => {
    if (sent && (await following.run({ credentialRuleId, nextId, ...sent }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Ghi bản mới của điều kiện cấp', en: 'Enter a new version' }} onClose={onClose}>
      <p>{of.name}</p>
      <Form
        onSubmit={follow}
        draft={draft}
        problem={following.problem}
        actions={
          <Button look="primary" submit pending={following.pending} whyNot={sent ? null : lacking}>
            {say({ vi: 'Ghi bản mới', en: 'Enter' })}
          </Button>
        }
      >
        <RuleFields of={typed} topics={topicsToAsk(topics, of.topics)} onChange={setTyped} />
      </Form>
    </Dialog>
  )
}
