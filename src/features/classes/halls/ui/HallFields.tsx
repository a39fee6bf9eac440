import { NumberField } from '#platform/web/kit/NumberField.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { hallLabels, type TypedHall } from './hall.ts'

/** A hall as it is typed: its name, how it is found, how many find a seat, what is there. */
export function HallFields({ of, onChange }: { of: TypedHall; onChange: (next: TypedHall) => void }) {
  const put = (part: Partial<TypedHall>) => onChange({ ...of, ...part })
  return (
    <>
      <TextField
        at="name"
        label={hallLabels.name}
        required
        maxLength={200}
        value={of.name}
        onChange={(name) => put({ name })}
      />
      <NumberField
        at="seats"
        label={hallLabels.seats}
        required
        min={1}
        max={2000}
        value={of.seats}
        onChange={(seats) => put({ seats })}
      />
      <TextField
        at="address"
        label={hallLabels.address}
        hint={{ vi: 'Thôn, đường, cạnh nơi nào ai cũng biết', en: 'Village, street, beside what everybody knows' }}
        maxLength={300}
        value={of.address}
        onChange={(address) => put({ address })}
      />
      <TextField
        at="equipment"
        label={hallLabels.equipment}
        hint={{ vi: 'Máy chiếu, loa, mạng, máy tính, điện dự phòng', en: 'Projector, loudspeaker, line, computers' }}
        maxLength={300}
        value={of.equipment}
        onChange={(equipment) => put({ equipment })}
      />
    </>
  )
}
