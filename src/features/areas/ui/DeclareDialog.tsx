import { findPlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { NumberField } from '#platform/web/kit/NumberField.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say, type Words } from '#platform/web/language.ts'
import type { DeclaredRow } from './answers.ts'
import { declareTotal } from './calls.ts'

type Counts = {
  households: number | null
  persons: number | null
  kinhHouseholds: number | null
  dttsHouseholds: number | null
}
const none: Counts = { households: null, persons: null, kinhHouseholds: null, dttsHouseholds: null }

const fields: readonly { key: keyof Counts; label: Words }[] = [
  { key: 'households', label: { vi: 'Số hộ', en: 'Households' } },
  { key: 'persons', label: { vi: 'Số nhân khẩu', en: 'Persons' } },
  { key: 'kinhHouseholds', label: { vi: 'Trong đó: hộ dân tộc Kinh', en: 'Of which Kinh households' } },
  { key: 'dttsHouseholds', label: { vi: 'Trong đó: hộ dân tộc thiểu số', en: 'Of which ethnic minority households' } },
]

type Props = { readonly areaId: AreaId; readonly corrects: DeclaredRow | null; readonly onClose: () => void }

/** A total of a day; of the day and figures of `corrects`, where it replaces that one. */
export function DeclareDialog({ areaId, corrects, onClose }: Props) {
  const draft = useDraft('areas.declare', corrects?.id ?? areaId)
  const [day, setDay] = useTyped<string | null>(draft, 'day', corrects?.day ?? null)
  const [counts, setCounts] = useTyped<Counts>(draft, 'counts', corrects ?? none)
  const [source, setSource] = useTyped(draft, 'source', corrects?.source ?? '')
  const [because, setBecause] = useTyped(draft, 'because', '')
  const declaring = useChange(declareTotal, { draft })
  const declare = async () => {
    const on = findPlainDate(day ?? '')
    if (!on || counts.households === null) return
    const { households, persons, kinhHouseholds, dttsHouseholds } = counts
    const said = { persons, kinhHouseholds, dttsHouseholds, source: source.trim(), because: because.trim() || null }
    if (await declaring.run({ areaId, day: on, households, ...said, replaces: corrects?.id ?? null })) onClose()
  }
  return (
    <Dialog title={corrects ? correcting : entering} onClose={onClose}>
      <Form
        onSubmit={declare}
        draft={draft}
        problem={declaring.problem}
        actions={
          <Button
            look="primary"
            submit
            pending={declaring.pending}
            whyNot={whyNotOf(counts, day, source) ?? (corrects && !because.trim() ? needsReason : null)}
          >
            {say({ vi: 'Ghi', en: 'Record' })}
          </Button>
        }
      >
        <DayField label={{ vi: 'Tại ngày', en: 'As at' }} required value={day} onChange={setDay} />
        {fields.map(({ key, label }) => (
          <NumberField
            key={key}
            label={label}
            required={key === 'households'}
            value={counts[key]}
            onChange={(value) => setCounts({ ...counts, [key]: value })}
          />
        ))}
        <TextField
          label={{ vi: 'Nguồn', en: 'Source' }}
          hint={{ vi: 'Ví dụ: báo cáo số, ngày, cơ quan lập.', en: 'For example: report number, day, who made it.' }}
          required
          value={source}
          onChange={setSource}
          maxLength={300}
        />
        <TextField
          label={{ vi: 'Lý do', en: 'Reason' }}
          hint={{
            vi: 'Cần khi đính chính, hoặc khi số khác xa số đã biết.',
            en: 'Needed for a correction, and where the figure is far from what is known.',
          }}
          required={corrects !== null}
          value={because}
          onChange={setBecause}
          maxLength={300}
        />
      </Form>
    </Dialog>
  )
}

const entering = { vi: 'Ghi tổng số khai báo', en: 'Enter a declared total' }
const correcting = { vi: 'Đính chính tổng số khai báo', en: 'Correct a declared total' }
const needsReason = { vi: 'Đính chính cần lý do.', en: 'A correction needs its reason.' }

function whyNotOf(counts: Counts, day: string | null, source: string): Words | null {
  if (counts.households === null || !day || !source.trim())
    return { vi: 'Cần ngày, số hộ và nguồn.', en: 'Day, households and source are needed.' }
  if ((counts.kinhHouseholds ?? 0) + (counts.dttsHouseholds ?? 0) > counts.households)
    return { vi: 'Hộ Kinh cộng hộ DTTS nhiều hơn số hộ.', en: 'Kinh and minority households exceed the total.' }
  return null
}
