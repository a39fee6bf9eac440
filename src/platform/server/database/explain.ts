/** Says in words why a database could not be used at a start; any other error comes back as it is. */
import { StartFailure } from '../embedded/failure.ts'
import { DatabaseAway } from './open.ts'

/** The setting whose address was being used; null for the database that comes with the program. */
export type Through = 'DATABASE_URL' | 'APP_DATABASE_URL' | null

type Sentences = { readonly vi: string; readonly en: string }

const away = (name: string): Sentences => ({
  vi: `Không kết nối được tới máy chủ PostgreSQL trong ${name}; hãy kiểm tra địa chỉ và máy chủ.`,
  en: `The PostgreSQL server of ${name} does not answer; check the address and the server.`,
})
const unknownHost = (name: string): Sentences => ({
  vi: `Không tìm thấy máy chủ trong ${name}; hãy kiểm tra tên máy.`,
  en: `The host of ${name} is not known; check its name.`,
})
const notReady = (name: string): Sentences => ({
  vi: `Máy chủ PostgreSQL trong ${name} đang khởi động hoặc đang dừng; hãy chạy lại sau ít phút.`,
  en: `The PostgreSQL server of ${name} is starting or stopping; start again in a few minutes.`,
})
const refusedLogin = (name: string): Sentences => ({
  vi: `PostgreSQL từ chối tên hoặc mật khẩu trong ${name}.`,
  en: `PostgreSQL refused the name or password of ${name}.`,
})
const refusedEntry = (name: string): Sentences => ({
  vi: `PostgreSQL không cho tài khoản trong ${name} đăng nhập từ máy này; hãy kiểm tra quyền đăng nhập của tài khoản và pg_hba.conf.`,
  en: `PostgreSQL does not let the login of ${name} in from this machine; check its LOGIN right and pg_hba.conf.`,
})
const noDatabase = (name: string): Sentences => ({
  vi: `Cơ sở dữ liệu trong ${name} chưa có; hãy tạo trước (UTF8).`,
  en: `The database of ${name} does not exist; create it first (UTF8).`,
})

const ofAddress: Readonly<Record<string, (name: string) => Sentences>> = {
  ECONNREFUSED: away,
  ECONNRESET: away,
  EHOSTUNREACH: away,
  ENETUNREACH: away,
  ETIMEDOUT: away,
  ENOTFOUND: unknownHost,
  EAI_AGAIN: unknownHost,
  '57P03': notReady,
  '28P01': refusedLogin,
  '28000': refusedEntry,
  '3D000': noDatabase,
}

/** What one login lacks is not what the other lacks. */
const lacking: Readonly<Record<'DATABASE_URL' | 'APP_DATABASE_URL', Sentences>> = {
  DATABASE_URL: {
    vi: 'Tài khoản trong DATABASE_URL không đủ quyền: phải là chủ cơ sở dữ liệu và được tạo vai trò (CREATEROLE).',
    en: 'The login of DATABASE_URL lacks rights: it must own the database and may create roles (CREATEROLE).',
  },
  APP_DATABASE_URL: {
    vi: 'Tài khoản trong APP_DATABASE_URL chưa là thành viên của nb_app; hãy chạy: GRANT nb_app TO tài_khoản.',
    en: 'The login of APP_DATABASE_URL is not a member of nb_app; run: GRANT nb_app TO that_login.',
  },
}

const inUse: Sentences = {
  vi: 'Các bảng đang có người dùng; hãy dừng các máy chủ khác rồi chạy lại, hoặc chạy lại lúc vắng người.',
  en: 'The tables are in use; stop other servers and start again, or start again at a quieter hour.',
}

const ofServer: Readonly<Record<string, Sentences>> = {
  '55P03': inUse,
  '40P01': inUse,
  '53100': {
    vi: 'Đĩa của cơ sở dữ liệu đã đầy; hãy giải phóng dung lượng rồi chạy lại.',
    en: 'The disk of the database is full; free some space and start again.',
  },
  '53300': {
    vi: 'Cơ sở dữ liệu đã hết số kết nối cho phép; hãy tăng giới hạn (max_connections, CONNECTION LIMIT) hoặc dừng bớt chương trình khác.',
    en: 'The database allows no more connections; raise the limit (max_connections, CONNECTION LIMIT) or stop other programs.',
  },
  '25006': {
    vi: 'Cơ sở dữ liệu chỉ cho đọc (có thể là bản sao); DATABASE_URL phải trỏ tới máy chủ chính.',
    en: 'The database is read-only (perhaps a replica); DATABASE_URL must name the primary.',
  },
}

function codeOf(error: unknown): string {
  const { code } = ((error instanceof DatabaseAway ? error.cause : error) ?? {}) as { code?: unknown }
  return typeof code === 'string' ? code : ''
}

function sentencesFor(code: string, through: Through): Sentences | undefined {
  if (through && code === '42501') return lacking[through]
  return (through && ofAddress[code]?.(through)) || ofServer[code]
}

/** The database's refusal at a start, as one sentence that names the setting to mend. */
export function explainDatabaseError(error: unknown, through: Through): unknown {
  if (error instanceof StartFailure) return error
  const silent = through && error instanceof DatabaseAway ? away(through) : undefined
  const found = sentencesFor(codeOf(error), through) ?? silent
  return found ? new StartFailure(found, error) : error
}

/** The sentence for an address that nobody answers. */
export const explainSilence = (through: Exclude<Through, null>, cause: unknown): StartFailure =>
  new StartFailure(away(through), cause)
