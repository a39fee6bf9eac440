/** Says in words why an own PostgreSQL server could not be used; any other error comes back as it is. */
import { StartFailure } from '../embedded/failure.ts'

const sentences: Record<string, { vi: string; en: string }> = {
  ECONNREFUSED: {
    vi: 'Không kết nối được tới máy chủ PostgreSQL trong DATABASE_URL; hãy kiểm tra địa chỉ và máy chủ.',
    en: 'The PostgreSQL server of DATABASE_URL does not answer; check the address and the server.',
  },
  ENOTFOUND: {
    vi: 'Không tìm thấy máy chủ trong DATABASE_URL; hãy kiểm tra tên máy.',
    en: 'The host of DATABASE_URL is not known; check its name.',
  },
  '28P01': {
    vi: 'PostgreSQL từ chối tên hoặc mật khẩu trong DATABASE_URL hoặc APP_DATABASE_URL.',
    en: 'PostgreSQL refused the name or password of DATABASE_URL or APP_DATABASE_URL.',
  },
  '3D000': {
    vi: 'Cơ sở dữ liệu trong DATABASE_URL chưa có; hãy tạo trước (UTF8).',
    en: 'The database of DATABASE_URL does not exist; create it first (UTF8).',
  },
  '42501': {
    vi: 'Tài khoản trong DATABASE_URL không đủ quyền: phải là chủ cơ sở dữ liệu và được tạo vai trò (CREATEROLE).',
    en: 'The login of DATABASE_URL lacks rights: it must own the database and may create roles (CREATEROLE).',
  },
  '22023': {
    vi: 'Tài khoản trong APP_DATABASE_URL chưa là thành viên của nb_app; hãy chạy: GRANT nb_app TO tài_khoản.',
    en: 'The login of APP_DATABASE_URL is not a member of nb_app; run: GRANT nb_app TO that_login.',
  },
}

/** The database's refusal at a start, as one sentence. */
export function explainDatabaseError(error: unknown): unknown {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = (cause as { code?: unknown } | null)?.code
  const found = typeof code === 'string' ? sentences[code] : undefined
  return found ? new StartFailure(found, error) : error
}
