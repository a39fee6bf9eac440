/** The scan of a signed page: the server looks through the whole of it as soon as it is chosen. */

import { send } from '#platform/web/calls.ts'
import { newId } from '#platform/web/ids.ts'
import { FileField } from '#platform/web/kit/FileField.tsx'
import type { Words } from '#platform/web/language.ts'
import { scanBytes } from '../model.ts'
import { checkScan } from './calls.ts'

type Props = { readonly value: File | null; readonly onChange: (file: File | null) => void }

/** Where no answer comes the file is taken: the act itself looks through it again. */
async function faultOf(file: File, signal: AbortSignal): Promise<Words | null> {
  try {
    const { fault } = await send(checkScan, {}, { commandId: newId<'command'>(), file, signal })
    return fault
  } catch {
    return null
  }
}

export const ScanField = ({ value, onChange }: Props) => (
  <FileField
    label={{ vi: 'Bản quét trang đã ký', en: 'Scan of the signed page' }}
    hint={{ vi: 'PDF, JPEG hoặc PNG, tối đa 20 MB.', en: 'PDF, JPEG or PNG, at most 20 MB.' }}
    at="scan"
    required
    kinds={['pdf', 'jpeg', 'png']}
    maxBytes={scanBytes}
    ask={faultOf}
    value={value}
    onChange={onChange}
  />
)
