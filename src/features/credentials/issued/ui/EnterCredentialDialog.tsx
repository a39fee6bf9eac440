import { OfficialPicker } from '#features/people/roster/ui/OfficialPicker.tsx'
import { findPlainDate } from '#kernel/dates.ts'
import type { AreaId, CredentialId, CredentialRuleId, OfficialId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { bases } from '../model.ts'
import { enterCredential } from './calls.ts'
import type { CredentialsAnswer } from './credential.ts'

type Basis = 'taught' | 'equivalent'
type Props = {
  readonly areaId: AreaId
  readonly rules: CredentialsAnswer['rules']
  readonly onClose: () => void
}
type Who = { readonly officialId: OfficialId | null; readonly name: string }
const basisChoices = (['taught', 'equivalent'] as const).map((value) => ({ value, label: bases[value] }))

/** What counts as much as the class, by its document: counted apart from classes. */
export function EnterCredentialDialog({ areaId, rules, onClose }: Props) {
  const draft = useDraft('credentials.enter', areaId)
  const [ruleId, setRuleId] = useTyped<CredentialRuleId | null>(draft, 'ruleId', rules[0]?.ruleId ?? null)
  const [who, setWho] = useTyped<Who>(draft, 'who', { officialId: null, name: '' })
  const [basis, setBasis] = useTyped<Basis | null>(draft, 'basis', null)
  const [document, setDocument] = useTyped(draft, 'document', '')
  const [completed, setCompleted] = useTyped<string | null>(draft, 'completedOn', null)
  const credentialId = useMade(draft, 'credentialId', () => newId<'credential'>() as CredentialId)
  const entering = useChange(enterCredential, { draft })
  const completedOn = findPlainDate(completed ?? '')
  const said = document.trim()
  const sent =
    ruleId && who.officialId && basis && said && completedOn
      ? { ruleId, officialId: who.officialId, credentialBasis: basis, document: said, completedOn }
      : null
  const enter = async () => {
    if (sent && (await entering.run({ credentialId, ...sent }))) onClose()
  }
  const whyNot = sent
    ? null
    : {
        vi: 'Cần chứng nhận, người, căn cứ, giấy tờ và ngày.',
        en: 'Credential, person, basis, document and day are needed.',
      }
  return (
    <Dialog
      title={{ vi: 'Ghi chứng nhận có căn cứ khác', en: 'Enter a credential on another basis' }}
      onClose={onClose}
    >
      <Form
        onSubmit={enter}
        draft={draft}
        problem={entering.problem}
        actions={
          <Button look="primary" submit pending={entering.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi chứng nhận', en: 'Enter' })}
          </Button>
        }
      >
        <ChoiceField<CredentialRuleId>
          as="select"
          at="ruleId"
          label={{ vi: 'Chứng nhận', en: 'Credential' }}
          required
          choices={rules.map(({ ruleId: value, name: label }) => ({ value, label }))}
          value={ruleId}
          onChange={setRuleId}
        />
        <OfficialPicker
          at="officialId"
          label={{ vi: 'Họ tên', en: 'Name' }}
          required
          present
          chosen={who.name || null}
          onChoose={(officialId, name) => setWho({ officialId, name })}
        />
        <ChoiceField<Basis>
          at="credentialBasis"
          label={{ vi: 'Căn cứ', en: 'Basis' }}
          required
          choices={basisChoices}
          value={basis}
          onChange={setBasis}
        />
        <TextField
          at="document"
          label={{ vi: 'Giấy tờ', en: 'Document' }}
          hint={{ vi: 'Số, ngày, nơi cấp', en: 'Number, day, issuer' }}
          required
          maxLength={300}
          value={document}
          onChange={setDocument}
        />
        <DayField
          at="completedOn"
          label={{ vi: 'Ngày hoàn thành', en: 'Completed on' }}
          required
          value={completed}
          onChange={setCompleted}
        />
      </Form>
    </Dialog>
  )
}
