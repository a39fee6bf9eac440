/** The environment, read once at start. A wrong value stops the program and is named. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createSecureContext } from 'node:tls'
import { StartFailure } from './embedded/failure.ts'

export type Settings = {
  readonly mode: 'demo' | 'start'
  readonly host: string
  readonly port: number
  readonly dataDir: string
  /** An own PostgreSQL server, as the owner of the database; absent: the embedded one. */
  readonly databaseUrl: string | null
  /** A login for the application, member of nb_app; absent: the owner's login, which steps down to nb_app. */
  readonly appDatabaseUrl: string | null
  /** What stands in every QR, slip and letter. Absent: final papers refuse to print. */
  readonly publicUrl: string | null
  readonly tls: { readonly cert: string; readonly key: string } | null
  readonly trustedProxies: readonly string[]
}

export class SettingsError extends StartFailure {}

const wrong = (name: string, vi: string, en: string): never => {
  throw new SettingsError({ vi: `${name}: ${vi}`, en: `${name}: ${en}` })
}

function portOf(text: string): number {
  const port = Number(text)
  return Number.isInteger(port) && port > 0 && port < 65_536
    ? port
    : wrong('PORT', `"${text}" không phải là cổng từ 1 đến 65535.`, `"${text}" is not a port from 1 to 65535.`)
}

function urlOf(name: string, text: string, schemes: readonly string[]): string {
  const url = URL.parse(text)
  return url && schemes.includes(url.protocol)
    ? text.replace(/\/+$/, '')
    : wrong(name, `địa chỉ không hợp lệ.`, `not a valid address (${schemes.join(' or ')}).`)
}

/** An address of PostgreSQL, as the driver will read it. */
function postgresUrlOf(name: string, text: string): string {
  const url = urlOf(name, text, ['postgres:', 'postgresql:'])
  try {
    decodeURIComponent(url)
    return url
  } catch {
    return wrong(name, 'dấu % trong mật khẩu phải viết là %25.', 'a % in the password must be written as %25.')
  }
}

/** Reads the settings from an environment; throws SettingsError with a sentence naming what is wrong. */
export function settingsFrom(env: Readonly<Record<string, string | undefined>>): Settings {
  // Trimmed: a file of settings written on Windows leaves its line ends in the values.
  const has = (name: string) => env[name]?.trim() || undefined
  const databaseUrl = has('DATABASE_URL')
  const appDatabaseUrl = has('APP_DATABASE_URL')
  const publicUrl = has('PUBLIC_URL')
  const cert = has('TLS_CERT')
  const key = has('TLS_KEY')
  if (Boolean(cert) !== Boolean(key))
    wrong('TLS_CERT, TLS_KEY', 'phải có cả hai hoặc không có cái nào.', 'set both or neither.')
  if (appDatabaseUrl && !databaseUrl)
    wrong('APP_DATABASE_URL', 'chỉ dùng cùng với DATABASE_URL.', 'it is used together with DATABASE_URL only.')
  const mode = has('MODE') === 'demo' ? 'demo' : 'start'
  const host = has('HOST') ?? '127.0.0.1'
  const port = portOf(has('PORT') ?? '8080')
  return {
    mode,
    host,
    port,
    dataDir: resolve(has('DATA_DIR') ?? 'data'),
    databaseUrl: databaseUrl ? postgresUrlOf('DATABASE_URL', databaseUrl) : null,
    appDatabaseUrl: appDatabaseUrl ? postgresUrlOf('APP_DATABASE_URL', appDatabaseUrl) : null,
    // The demo prints only papers marked as samples, so its own address may stand in their QR.
    publicUrl: publicUrl
      ? urlOf('PUBLIC_URL', publicUrl, ['http:', 'https:'])
      : mode === 'demo'
        ? `http://${host}:${port}`
        : null,
    tls: cert && key ? { cert, key } : null,
    trustedProxies: (has('TRUSTED_PROXIES') ?? '')
      .split(',')
      .map((p) => p.trim())
      .filter(Boolean),
  }
}

/** Refuses a certificate and a key that cannot be read or do not fit each other. */
export function proveTls({ tls }: Settings): void {
  if (!tls) return
  try {
    createSecureContext({ cert: readFileSync(tls.cert), key: readFileSync(tls.key) })
  } catch (error) {
    const { message } = error as Error
    wrong('TLS_CERT, TLS_KEY', 'không đọc được hoặc không khớp nhau.', `cannot be read or do not fit: ${message}`)
  }
}
