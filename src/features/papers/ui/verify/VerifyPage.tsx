/** Is this paper real? Checked in the browser with the public keys alone; only then the server is asked if it still holds. */
import { useEffect, useState } from 'preact/hooks'
import { decodeSigned } from '#kernel/signed.ts'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { say } from '#platform/web/language.ts'
import { PaperAnswer } from './PaperAnswer.tsx'
import { PasteForm } from './PasteForm.tsx'
import { signedTextIn } from './signedText.ts'
import '../papers.css'

const fragment = (): string => signedTextIn(location.hash)

export default function VerifyPage() {
  const [text, setText] = useState(fragment)
  useEffect(() => {
    const change = () => setText(fragment())
    addEventListener('hashchange', change)
    return () => removeEventListener('hashchange', change)
  }, [])
  return (
    <Page
      title={{ vi: 'Kiểm tra giấy chứng nhận, quyết định', en: 'Check a certificate or decision' }}
      state={say({
        vi: 'Không cần đăng nhập. Chữ ký được kiểm tra ngay trên máy này; nội dung giấy không gửi đi đâu.',
        en: 'No sign-in needed. The signature is checked on this device; what the paper says is sent nowhere.',
      })}
    >
      {text && <Checked key={text} text={text} />}
      <Section
        title={text ? { vi: 'Kiểm tra giấy khác', en: 'Check another paper' } : { vi: 'Giấy nào?', en: 'Which paper?' }}
      >
        <PasteForm onGive={setText} />
      </Section>
    </Page>
  )
}

function Checked({ text }: { text: string }) {
  const decoded = decodeSigned(text)
  if (decoded) return <PaperAnswer of={decoded} />
  return (
    <div class="papers-verdict papers-bad" role="status">
      <h2>{say({ vi: 'Không đọc được nội dung này', en: 'This cannot be read' })}</h2>
      <p>
        {say({
          vi: 'Đây không phải mã của giấy do hệ thống này cấp, hoặc mã bị thiếu, bị sửa. Quét lại mã QR trên bản gốc.',
          en: 'This is not the code of a paper issued here, or part of it is missing or changed. Scan the QR of the original again.',
        })}
      </p>
    </div>
  )
}
