/** A start that cannot go on: one sentence in Vietnamese and the same in English, for the console. Nothing was damaged. */
export class StartFailure extends Error {
  readonly vi: string
  readonly en: string

  constructor(sentences: { vi: string; en: string }, cause?: unknown) {
    super(`${sentences.vi}\n${sentences.en}`, cause === undefined ? {} : { cause })
    this.name = 'StartFailure'
    this.vi = sentences.vi
    this.en = sentences.en
  }
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

const unwritable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'])

/** Says in words why a folder or file could not be written; any other error comes back as it is. */
export function explainDiskError(error: unknown, path: string): unknown {
  const code = codeOf(error)
  if (unwritable.has(code)) {
    return new StartFailure(
      {
        vi: `Không ghi được vào ${path} (${code}); hãy cấp quyền ghi hoặc đặt DATA_DIR vào thư mục khác.`,
        en: `Cannot write to ${path} (${code}); allow writing there or set DATA_DIR to another folder.`,
      },
      error,
    )
  }
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return error
  return new StartFailure(
    {
      vi: `Đĩa chứa ${path} đã đầy; hãy giải phóng dung lượng rồi chạy lại.`,
      en: `The disk that holds ${path} is full; free some space and start again.`,
    },
    error,
  )
}

/** Says in words why the HTTP address could not be opened; any other error comes back as it is. */
export function explainListenError(error: unknown, at: { host: string; port: number }): unknown {
  const code = codeOf(error)
  const address = `${at.host}:${at.port}`
  const sentences = {
    EADDRINUSE: {
      vi: `Địa chỉ ${address} đang được chương trình khác dùng; hãy dừng chương trình đó hoặc đặt PORT khác.`,
      en: `The address ${address} is in use by another program; stop that one or set another PORT.`,
    },
    EACCES: {
      vi: `Không được phép mở cổng ${at.port}; hãy đặt PORT từ 1024 trở lên.`,
      en: `Opening port ${at.port} is not allowed; set a PORT of 1024 or above.`,
    },
    EADDRNOTAVAIL: {
      vi: `Máy này không có địa chỉ ${at.host}; hãy sửa HOST.`,
      en: `This machine has no address ${at.host}; correct HOST.`,
    },
    ENOTFOUND: {
      vi: `Không tìm thấy tên máy ${at.host}; hãy sửa HOST.`,
      en: `The host name ${at.host} is not known; correct HOST.`,
    },
  }[code]
  return sentences ? new StartFailure(sentences, error) : error
}
