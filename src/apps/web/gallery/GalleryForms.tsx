import { useState } from 'preact/hooks'
import type { Vnd } from '#kernel/numbers.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField, ChoicesField } from '#platform/web/kit/ChoiceField.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Confirm, Dialog } from '#platform/web/kit/Dialog.tsx'
import { FileField } from '#platform/web/kit/FileField.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { MoneyField, NumberField } from '#platform/web/kit/NumberField.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { Picker } from '#platform/web/kit/Picker.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { YesNo } from '#platform/web/kit/YesNo.tsx'
import { watchWork } from '#platform/web/tray.ts'

const water = [
  { value: 'tap', label: 'Nước máy' },
  { value: 'well', label: 'Giếng khoan', hint: 'Có nắp đậy, cách chuồng trại.' },
  { value: 'none', label: 'Không có nguồn an toàn' },
] as const
const villages = ['Thôn Lâm Xuyên', 'Thôn Nho Lâm', 'Thôn Phù Lưu', 'Thôn Man Để']

export function GalleryForms() {
  const [text, setText] = useState('')
  const [number, setNumber] = useState<number | null>(4571)
  const [money, setMoney] = useState<Vnd | null>(1_500_000 as Vnd)
  const [choice, setChoice] = useState<'tap' | 'well' | 'none' | null>(null)
  const [many, setMany] = useState<string[]>(['well'])
  const [yes, setYes] = useState<boolean | null>(null)
  const [day, setDay] = useState<string | null>('1958')
  const [file, setFile] = useState<File | null>(null)
  const [village, setVillage] = useState<string | null>(null)
  return (
    <Section title="Biểu mẫu">
      <Form onSubmit={() => {}} draft={null} actions={<Overlays />}>
        <TextField label="Họ tên chủ hộ" required value={text} onChange={setText} hint="Như trên sổ hộ khẩu." />
        <TextField label="Ghi chú" lines={3} value={text} onChange={setText} problem="Hãy ghi lý do." />
        <NumberField label="Số hộ" required value={number} onChange={setNumber} unit="hộ" />
        <MoneyField label="Thu nhập tháng" required value={money} onChange={setMoney} />
        <ChoiceField label="Nguồn nước" required choices={water} value={choice} onChange={setChoice} />
        <ChoiceField label="Nguồn nước" as="select" choices={water} value={choice} onChange={setChoice} />
        <ChoicesField label="Nguyên nhân" choices={water} values={many as never[]} onChange={setMany} />
        <YesNo label="Có nhà vệ sinh tự hoại?" required value={yes} onChange={setYes} />
        <DayField label="Ngày sinh" required yearAlone value={day} onChange={setDay} />
        <FileField label="Bản quét" kinds={['pdf']} maxBytes={10_000_000} value={file} onChange={setFile} />
        <Picker
          label="Thôn"
          chosen={village}
          load={async (q) =>
            villages.filter((v) => v.includes(q)).map((v) => ({ value: v, label: v, detail: 'xã Tam Hồng' }))
          }
          onChoose={(option) => setVillage(option.label)}
        />
      </Form>
    </Section>
  )
}

function Overlays() {
  const [open, setOpen] = useState<'side' | 'confirm' | null>(null)
  const close = () => setOpen(null)
  const run = () => {
    let done = 0
    watchWork({
      title: 'In 96 giấy chứng nhận',
      href: '/kit',
      ask: async () => {
        done += 24
        return { done, total: 96, finished: done === 96 }
      },
    })
  }
  return (
    <>
      <Button onClick={() => setOpen('side')}>Mở bên cạnh</Button>
      <Button onClick={() => setOpen('confirm')}>Hỏi lại</Button>
      <Button onClick={run}>Việc dài</Button>
      {open === 'side' && (
        <Dialog title="Hộ ông Nguyễn Văn An" side onClose={close}>
          <p>Nội dung của hộ.</p>
        </Dialog>
      )}
      {open === 'confirm' && (
        <Confirm title="Ký quyết định công nhận 96 hộ nghèo?" deed="Ký quyết định" onConfirm={close} onClose={close}>
          <p>Quyết định có hiệu lực từ ngày ghi trên giấy và không xoá được.</p>
        </Confirm>
      )}
    </>
  )
}
