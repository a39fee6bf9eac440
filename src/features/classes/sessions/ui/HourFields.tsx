import { TextField } from '#platform/web/kit/TextField.tsx'
import { hourFault, sessionLabels } from './session.ts'

type Hours = { readonly from: string; readonly until: string }
type Props = { readonly of: Hours; readonly onChange: (part: Partial<Hours>) => void }

/** From when until when, as people write hours. */
export const HourFields = ({ of, onChange }: Props) => (
  <>
    <TextField
      at="from"
      label={sessionLabels.from}
      hint={{ vi: 'Ví dụ 08:00', en: 'As 08:00' }}
      required
      maxLength={10}
      fault={hourFault(of.from)}
      value={of.from}
      onChange={(from) => onChange({ from })}
    />
    <TextField
      at="until"
      label={sessionLabels.until}
      required
      maxLength={10}
      fault={hourFault(of.until)}
      value={of.until}
      onChange={(until) => onChange({ until })}
    />
  </>
)
