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
import { YesNo } from '#platform/web/kit/YesNo.tsx'
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
  const [number, setNumber] = useTyped(draft, 'documentNumber', '')
  const [issuer, setIssuer] = useTyped(draft, 'issuer', '')
  const [again, setAgain] = useTyped<boolean | null>(draft, 'again', null)
  const [completed, setCompleted] = useTyped<string | null>(draft, 'completedOn', null)
  const credentialId = useMade(draft, 'credentialId', () => newId<'credential'>() as CredentialId)
  const entering = useChange(enterCredential, { draft })
  const completedOn = findPlainDate(completed ?? '')
  const paper = { documentNumber: number.trim(), issuer: issuer.trim() }
  const asked = entering.problem?.code === 'credential.paper_again' || again !== null
  const sent =
    ruleId && who.officialId && basis && paper.documentNumber && paper.issuer && completedOn
      ? {
          ...{ ruleId, officialId: who.officialId, credentialBasis: basis, ...paper, completedOn },
          ...(again && { again: true as const }),
        }
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
          at="documentNumber"
          label={{ vi: 'Số giấy tờ', en: 'Number of the document' }}
          required
          maxLength={60}
          value={number}
          onChange={setNumber}
        />
        <TextField
          at="issuer"
          label={{ vi: 'Nơi cấp', en: 'Issuer' }}
          required
          maxLength={200}
          value={issuer}
          onChange={setIssuer}
        />
        {asked && (
          <YesNo
            label={{ vi: 'Đúng là một giấy cho cả hai lần', en: 'It is one paper for both' }}
            value={again}
            onChange={setAgain}
          />
        )}
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
