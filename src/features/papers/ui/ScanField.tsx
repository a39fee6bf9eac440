/** The scan of a signed page: the server looks through the whole of it as soon as it is chosen. */

import type { Said } from '#kernel/text.ts'
import { type Call, send } from '#platform/web/calls.ts'
import { newId } from '#platform/web/ids.ts'
import { FileField } from '#platform/web/kit/FileField.tsx'
import type { Words } from '#platform/web/language.ts'
import { scanBytes } from '../model.ts'

type Check = Call<object, { readonly fault: Said | null }>
type Props = {
  /** Of the room whose page it is, by the right of who signs there. */
  readonly check: Check
  readonly value: File | null
  readonly onChange: (file: File | null) => void
}

/** Where no answer comes the file is taken: the act itself looks through it again. */
const faultBy =
  (check: Check) =>
  async (file: File, signal: AbortSignal): Promise<Words | null> => {
    try {
      const { fault } = await send(check, {}, { commandId: newId<'command'>(), file, signal })
      return fault
    } catch {
      return null
    }
  }

export const ScanField = ({ check, value, onChange }: Props) => (
  <FileField
    label={{ vi: 'Bản quét trang đã ký', en: 'Scan of the signed page' }}
    hint={{ vi: 'PDF, JPEG hoặc PNG, tối đa 20 MB.', en: 'PDF, JPEG or PNG, at most 20 MB.' }}
    at="scan"
    required
    kinds={['pdf', 'jpeg', 'png']}
    maxBytes={scanBytes}
    ask={faultBy(check)}
    value={value}
    onChange={onChange}
  />
)
