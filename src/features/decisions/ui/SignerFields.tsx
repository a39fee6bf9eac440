/** Who signs: one of those who hold the chair's role on a day, or another person with the reason. */
import { useEffect } from 'preact/hooks'
import { type Signs, signatureBlock, signatureMark } from '#features/papers/rules/signature.ts'
import { type Authority, authorities, authorityNames } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, DecisionId } from '#kernel/ids.ts'
import { type Choice, ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { MarkNote } from '#platform/web/kit/MarkNote.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { listSigners } from './calls.ts'

export type SignerDraft = {
  /** Who was chosen: `account authority`, or `other`. */
  readonly chosen: string | null
  readonly signerName: string
  readonly authority: Authority | null
  readonly signerBecause: string
}
export const noSigner: SignerDraft = { chosen: null, signerName: '', authority: null, signerBecause: '' }

/** What is still to be said of the signer; null where it is whole. */
export function whyNoSigner({ chosen, signerName, authority, signerBecause }: SignerDraft): Words | null {
  if (!chosen || !signerName.trim()) return { vi: 'Chọn người ký.', en: 'Choose the signer.' }
  if (!authority) return { vi: 'Chọn thẩm quyền ký.', en: 'Choose the authority.' }
  if (chosen !== 'other' || signerBecause.trim()) return null
  return { vi: 'Ghi lý do người khác ký.', en: 'Say why somebody else signs.' }
}

/** As the call takes it. */
export const signerInput = ({ chosen, signerName, authority, signerBecause }: SignerDraft) => ({
  signerName: signerName.trim(),
  ...(authority && { authority }),
  ...(chosen === 'other' && { signerBecause: signerBecause.trim() }),
})

type Props = {
  readonly decisionId: DecisionId
  /** The commune that signs, where another one does than decided. */
  readonly areaId?: AreaId | undefined
  readonly day: PlainDate | null
  readonly value: SignerDraft
  readonly onChange: (value: SignerDraft) => void
  /** Chosen by nobody yet: who holds the role. */
  readonly onPropose: (value: SignerDraft) => void
}

export function SignerFields({ decisionId, areaId, day, value, onChange, onPropose }: Props) {
  const { data } = useRead(listSigners, day ? { decisionId, day, ...(areaId && { areaId }) } : null)
  const signers = (data?.signers ?? []).map((one) => ({ ...one, key: `${one.accountId} ${one.authority}` }))
  const chosenBy = (key: string): SignerDraft => {
    const signer = signers.find((one) => one.key === key)
    if (!signer) return { ...noSigner, chosen: 'other' }
    return { ...noSigner, chosen: key, signerName: signer.name, authority: signer.authority }
  }
  const known = data ? signers.map((one) => one.key).join() : null
  // Another day, other holders: the chair of that day is proposed, unless somebody else was named.
  useEffect(() => {
    if (known === null || value.chosen === 'other') return
    const still = signers.some((one) => one.key === value.chosen)
    if (!still) onPropose(chosenBy(signers[0]?.key ?? 'other'))
  }, [known])
  if (!day) return null
  const choices: Choice<string>[] = [
    ...signers.map((one) => ({ value: one.key, label: one.name, hint: authorities[one.authority] })),
    { value: 'other', label: { vi: 'Người khác', en: 'Somebody else' } },
  ]
  return (
    <>
      <ChoiceField
        label={{ vi: 'Người ký', en: 'Signer' }}
        required
        choices={choices}
        value={value.chosen}
        onChange={(key) => onChange(chosenBy(key))}
      />
      {value.chosen === 'other' && <Other value={value} onChange={onChange} />}
      {value.authority && <SignatureBlock authority={value.authority} signs="chair" />}
    </>
  )
}

type OtherProps = Pick<Props, 'value' | 'onChange'>

const Other = ({ value, onChange }: OtherProps) => (
  <>
    <TextField
      label={{ vi: 'Họ tên người ký', en: 'Name of the signer' }}
      required
      maxLength={120}
      value={value.signerName}
      onChange={(signerName) => onChange({ ...value, signerName })}
    />
    <ChoiceField<Authority>
      label={{ vi: 'Thẩm quyền ký', en: 'Authority' }}
      required
      choices={authorityNames.map((name) => ({ value: name, label: authorities[name] }))}
      value={value.authority}
      onChange={(authority) => onChange({ ...value, authority })}
    />
    <TextField
      label={{ vi: 'Vì sao người này ký', en: 'Why this person signs' }}
      hint={{
        vi: 'Người này không giữ vai trò Chủ tịch tại xã vào ngày này.',
        en: 'The person does not hold the role of the chair on this day.',
      }}
      required
      lines={2}
      maxLength={500}
      value={value.signerBecause}
      onChange={(signerBecause) => onChange({ ...value, signerBecause })}
    />
  </>
)

export const SignatureBlock = ({ authority, signs }: { authority: Authority; signs: Signs }) => (
  <p class="quiet">
    {say(
      { vi: 'Thể thức đề ký: {lines}', en: 'Over the signature: {lines}' },
      { lines: signatureBlock(authority, signs).join(' / ') },
    )}{' '}
    <MarkNote mark={signatureMark} />
  </p>
)
