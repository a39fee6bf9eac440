import { useState } from 'preact/hooks'
import { Button } from '#platform/web/kit/Button.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { signedTextIn } from './signedText.ts'

/** Without a camera: the address behind the QR, pasted. */
export function PasteForm({ onGive }: { onGive: (text: string) => void }) {
  const [given, setGiven] = useState('')
  const text = signedTextIn(given)
  const whyNot = text ? null : { vi: 'Dán nội dung của mã QR.', en: 'Paste what the QR holds.' }
  return (
    <Form
      onSubmit={() => text && onGive(text)}
      draft={null}
      actions={
        <Button look="primary" submit whyNot={whyNot}>
          {say({ vi: 'Kiểm tra', en: 'Check' })}
        </Button>
      }
    >
      <TextField
        label={{ vi: 'Nội dung mã QR', en: 'What the QR holds' }}
        hint={{
          vi: 'Quét mã QR ở góc giấy bằng máy ảnh điện thoại sẽ mở thẳng trang này. Không có máy ảnh thì dán địa chỉ trong mã vào đây.',
          en: 'Scanning the QR in the corner of the paper with a phone opens this page. Without a camera paste the address it holds.',
        }}
        required
        lines={4}
        maxLength={2000}
        value={given}
        onChange={setGiven}
      />
    </Form>
  )
}
