/** Materials of the demo, written for it in plain words. */
import type { DemoTopic } from '#features/training/demo/frameworks.ts'
import type { MaterialKind } from '../materials/model.ts'

export type DemoMaterial = {
  readonly key: string
  readonly of: 'province' | 'commune'
  readonly topic: DemoTopic
  readonly kind: Exclude<MaterialKind, 'answer'>
  readonly title: string
  readonly summary: string
  readonly basis?: string
  readonly body?: string
  /** A PDF with a line a row, in place of a text. */
  readonly sheet?: { readonly lines: readonly string[]; readonly landscape: boolean }
  /** Of the bank of the same unit. */
  readonly question?: string
  readonly next?: { readonly body: string; readonly because: string }
}

const invented = 'Tài liệu minh họa, viết cho bản mẫu.'

export const demoMaterials: readonly DemoMaterial[] = [
  {
    ...{ key: 'interview', of: 'province', topic: 'CĐ1', kind: 'lesson', question: 'practice' },
    title: 'Vào nhà dân: hỏi thế nào cho đúng',
    summary: `Năm phút đọc trước khi đi khảo sát, có một câu hỏi ở cuối. ${invented}`,
    body: [
      'Chào hỏi, nói mình là ai, đến vì việc gì, mất bao lâu.',
      'Hỏi lần lượt từng câu trong phiếu. Không đọc sẵn câu trả lời, không điền theo phiếu năm trước: hộ có thể đã khác.',
      'Điều gì nhìn thấy được (mái, tường, nền, nhà vệ sinh) thì xin phép xem tận nơi.',
      'Người trả lời không nhớ thì ghi lại để hỏi người khác trong nhà, không đoán thay.',
      'Khi phiếu tính xong, giải thích kết quả tạm tính cho hộ. Rà soát viên không quyết định hộ nghèo tại chỗ: việc đó theo quy trình của xã.',
      'Cảm ơn, để lại số điện thoại của xã cho hộ hỏi lại.',
    ].join('\n\n'),
  },
  {
    ...{ key: 'forms', of: 'province', topic: 'CĐ1', kind: 'document' },
    title: 'Các bước rà soát của một xã, trên một trang',
    summary: `In ra dán ở nhà văn hóa thôn được. ${invented}`,
    basis: 'Quyết định 24/2021/QĐ-TTg',
    sheet: {
      landscape: false,
      lines: [
        '1. Xã lập danh sách hộ cần rà soát và phân công rà soát viên.',
        '2. Rà soát viên đến từng hộ, hỏi theo phiếu.',
        '3. Công chức xã kiểm tra phiếu, trả lại phiếu còn sai.',
        '4. Thôn họp dân, thông qua danh sách.',
        '5. Niêm yết công khai, nhận ý kiến, phúc tra.',
        '6. Chủ tịch UBND xã quyết định công nhận.',
        'Số ngày của mỗi bước: xem kỳ rà soát của xã trong phần mềm.',
      ],
    },
  },
  {
    ...{ key: 'lines', of: 'province', topic: 'CĐ1', kind: 'document' },
    title: 'Chuẩn thu nhập giai đoạn 2022-2025 ở nông thôn và thành thị',
    summary: `Hai con số cần nhớ và chỗ hay nhầm. ${invented}`,
    basis: 'Nghị định 07/2021/NĐ-CP, Điều 3',
    body: [
      'Nông thôn: 1.500.000 đồng một người một tháng. Thành thị: 2.000.000 đồng một người một tháng.',
      'Thu nhập từ mức ấy trở xuống chưa đủ để là hộ nghèo: còn xét số chỉ số thiếu hụt.',
      'Hộ có thu nhập trong mức ấy, thiếu hụt từ 3 chỉ số trở lên là hộ nghèo; thiếu hụt dưới 3 chỉ số là hộ cận nghèo.',
      'Chuẩn áp dụng theo ngày: xem mục Chuẩn nghèo trong phần mềm để biết chuẩn của kỳ đang làm.',
    ].join('\n\n'),
  },
  {
    ...{ key: 'water', of: 'province', topic: 'CĐ1', kind: 'document' },
    title: 'Nước sinh hoạt và nhà tiêu: nhìn gì, hỏi gì',
    summary: `Mục hay bị trả lại nhất. ${invented}`,
    body: [
      'Hỏi nguồn nước dùng để ăn uống, không phải nước tưới.',
      'Giếng đào, nước khe: hỏi nhà có che đậy, có lọc không và ghi đúng như thấy.',
      'Nhà tiêu: xin phép xem. Có tự hoại, thấm dội nước, hai ngăn, hay loại khác thì ghi đúng loại.',
      'Một hộ dùng chung nhà tiêu với hộ khác thì ghi là dùng chung và hỏi chung với ai.',
    ].join('\n\n'),
    next: {
      body: [
        'Hỏi nguồn nước dùng để ăn uống, không phải nước tưới hay nước cho vật nuôi.',
        'Giếng đào, nước khe: hỏi nhà có che đậy, có lọc không và ghi đúng như thấy.',
        'Nhà tiêu: xin phép xem. Có tự hoại, thấm dội nước, hai ngăn, hay loại khác thì ghi đúng loại.',
        'Một hộ dùng chung nhà tiêu với hộ khác thì ghi là dùng chung.',
        'Mùa khô hết nước thì hỏi mấy tháng ấy lấy nước ở đâu.',
      ].join('\n\n'),
      because: 'Thêm nước cho vật nuôi và mùa khô, hai chỗ các xã hay hỏi',
    },
  },
  {
    ...{ key: 'members', of: 'province', topic: 'CĐ1', kind: 'slides' },
    title: 'Ai là thành viên của hộ',
    summary: `Bản trình chiếu cho lớp một buổi sáng, bốn tình huống. ${invented}`,
    sheet: {
      landscape: true,
      lines: [
        'Tình huống 1: con đi làm xa, Tết mới về.',
        'Tình huống 2: cháu ở nhờ để đi học.',
        'Tình huống 3: ông bà ăn riêng trong cùng một nhà.',
        'Tình huống 4: người ở trọ.',
        'Mỗi tình huống: hỏi chung chi tiêu hay không, ở đây mấy tháng trong năm, có tên ở hộ khác không.',
      ],
    },
  },
  {
    ...{ key: 'list', of: 'province', topic: 'CĐ2', kind: 'document' },
    title: 'Mười điều xem khi đi kiểm tra một xã',
    summary: `Cho đoàn kiểm tra và Ban Giám sát. ${invented}`,
    body: [
      '1. Quyết định lập Ban Chỉ đạo và biên bản họp gần nhất.',
      '2. Danh sách rà soát viên: ai được tập huấn, ai chưa.',
      '3. Mười phiếu bất kỳ: đối chiếu với nhà của hộ.',
      '4. Phiếu bị trả lại: mục nào, sửa thế nào.',
      '5. Biên bản họp dân ở hai thôn.',
      '6. Ảnh niêm yết, ngày niêm yết.',
      '7. Sổ ghi ý kiến và trả lời.',
      '8. Quyết định công nhận và danh sách kèm theo.',
      '9. Hộ chuyển đến, chuyển đi trong năm.',
      '10. Tiền đã chi theo kế hoạch và chứng từ.',
    ].join('\n'),
  },
  {
    ...{ key: 'report', of: 'province', topic: 'CĐ2', kind: 'document' },
    title: 'Viết báo cáo ngắn: mỗi con số một nguồn',
    summary: `Một trang mẫu. ${invented}`,
    sheet: {
      landscape: false,
      lines: [
        'Câu đầu: việc gì, ở đâu, đến ngày nào.',
        'Mỗi con số ghi rõ đếm từ danh sách nào, ngày nào.',
        'Việc chưa xong ghi riêng, kèm lý do và ngày sẽ xong.',
        'Không chép lại cả quyết định; dẫn số và ngày.',
      ],
    },
  },
  {
    ...{ key: 'meeting', of: 'province', topic: 'CĐ3', kind: 'document' },
    title: 'Họp dân ở thôn: nói để ai cũng hiểu',
    summary: `Cho bí thư chi bộ, trưởng thôn. ${invented}`,
    body: [
      'Nói trước cuộc họp để làm gì, dân được nói những gì.',
      'Đọc danh sách chậm, đủ tên; không đọc điểm, không kể chuyện riêng của nhà ai.',
      'Ai không đồng ý thì ghi tên và ý kiến vào biên bản, trả lời sau nếu chưa rõ.',
      'Có người không thạo tiếng phổ thông thì nhờ người nói lại bằng tiếng dân tộc.',
    ].join('\n\n'),
  },
  {
    ...{ key: 'paper', of: 'province', topic: 'CĐ3', kind: 'newspaper' },
    title: 'Bản tin giảm nghèo, số minh họa',
    summary: `Một trang bản tin do phần mềm đặt ra để thử; không phải báo thật. ${invented}`,
    sheet: {
      landscape: false,
      lines: [
        'Chuyện một thôn: cả nhà cùng ghi sổ thu chi.',
        'Hỏi đáp: hộ mới chuyển đến thì hỏi ở đâu?',
        'Lịch họp thôn tháng này.',
      ],
    },
  },
  {
    ...{ key: 'group', of: 'province', topic: 'CĐ4', kind: 'document' },
    title: 'Lập một nhóm hộ cùng làm ăn',
    summary: `Bảy bước cho cán bộ phát triển cộng đồng. ${invented}`,
    body: [
      'Bắt đầu từ việc bà con đã làm được, không từ khoản tiền sẽ có.',
      'Nhóm nhỏ, ở gần nhau; cả nam và nữ cùng nói.',
      'Ghi quy ước trên một tờ giấy: góp gì, chia thế nào, ai giữ sổ.',
      'Ba tháng đầu họp hằng tháng, ngắn thôi.',
    ].join('\n\n'),
  },
  {
    ...{ key: 'map', of: 'commune', topic: 'CĐ1', kind: 'picture' },
    title: 'Sơ đồ phân công rà soát viên của xã Tam Hồng',
    summary: `Ai phụ trách thôn nào; số điện thoại hỏi ở xã. ${invented}`,
    sheet: { landscape: true, lines: ['Thôn 1, Thôn 2, Thôn 3: một người', 'Các thôn khác: xem danh sách ở UBND xã'] },
  },
  {
    ...{ key: 'return', of: 'commune', topic: 'CĐ1', kind: 'document' },
    title: 'Vì sao phiếu của xã mình hay bị trả lại',
    summary: `Ba lỗi gặp nhiều, viết sau buổi họp với rà soát viên. ${invented}`,
    body: [
      'Bỏ trống ngày sinh vì chủ hộ không nhớ: hãy xem giấy tờ, hoặc ghi năm.',
      'Ghi thu nhập của cả năm vào ô của tháng.',
      'Diện tích nhà tính cả sân: chỉ tính chỗ ở.',
    ].join('\n\n'),
  },
]
