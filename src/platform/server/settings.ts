/** The environment, read once at start. A wrong value stops the program and is named. */
import { resolve } from 'node:path'

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

export class SettingsError extends Error {}

const wrong = (name: string, vi: string, en: string): never => {
  throw new SettingsError(`${name}: ${vi} / ${en}`)
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

/** Reads the settings from an environment; throws SettingsError with a sentence naming what is wrong. */
export function settingsFrom(env: Readonly<Record<string, string | undefined>>): Settings {
  const has = (name: string) => env[name]?.trim() || undefined
  const postgres = ['postgres:', 'postgresql:']
  const databaseUrl = has('DATABASE_URL')
  const appDatabaseUrl = has('APP_DATABASE_URL')
  const publicUrl = has('PUBLIC_URL')
  const cert = has('TLS_CERT')
  const key = has('TLS_KEY')
  if (Boolean(cert) !== Boolean(key))
    wrong('TLS_CERT, TLS_KEY', 'phải có cả hai hoặc không có cái nào.', 'set both or neither.')
  const mode = env.MODE === 'demo' ? 'demo' : 'start'
  const host = has('HOST') ?? '127.0.0.1'
  const port = portOf(has('PORT') ?? '8080')
  return {
    mode,
    host,
    port,
    dataDir: resolve(has('DATA_DIR') ?? 'data'),
    databaseUrl: databaseUrl ? urlOf('DATABASE_URL', databaseUrl, postgres) : null,
    appDatabaseUrl: appDatabaseUrl ? urlOf('APP_DATABASE_URL', appDatabaseUrl, postgres) : null,
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
