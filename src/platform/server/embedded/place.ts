import { createHash, randomBytes } from 'node:crypto'
import { access, chmod, mkdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { explainDiskError, StartFailure } from './failure.ts'
import type { RunAs } from './run.ts'

/** Where cluster and binaries live, and as whom PostgreSQL runs there (undefined: as ourselves). */
export type Place = { readonly dir: string; readonly as: RunAs | undefined }

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

async function makeWritable(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    const probe = join(dataDir, `.write-${randomBytes(4).toString('hex')}`)
    await writeFile(probe, 'x', { flag: 'wx' })
    await rm(probe)
    return await realpath(dataDir)
  } catch (error) {
    throw explainDiskError(error, dataDir)
  }
}

/** PostgreSQL refuses to run as root. Of the accounts every Unix has, `nobody` owns the least. */
async function findServerAccount(): Promise<RunAs> {
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  for (const name of ['nobody', 'postgres', 'daemon']) {
    const account = accounts.find(([known]) => known === name)
    const [uid, gid] = [Number(account?.[2]), Number(account?.[3])]
    if (uid > 0 && gid > 0) return { uid, gid }
  }
  throw new StartFailure({
    vi: 'PostgreSQL không chạy được bằng root và máy này không có tài khoản nobody; hãy chạy bằng người dùng thường.',
    en: 'PostgreSQL does not run as root and this machine has no account nobody; start as an ordinary user.',
  })
}

/** A data folder that was moved takes its place along; one that was copied must not share it with the original. */
async function followLocation(dataDir: string, location: string): Promise<void> {
  if (!(await exists(location))) {
    throw new StartFailure({
      vi: `Cơ sở dữ liệu của ${dataDir} nằm ở ${location} nhưng thư mục đó không còn; hãy khôi phục nó, hoặc xoá tệp LOCATION để bắt đầu mới.`,
      en: `The database of ${dataDir} lives in ${location}, which is gone; restore it, or delete LOCATION to start afresh.`,
    })
  }
  const originFile = join(location, 'DATA_DIR')
  const origin = (await readFile(originFile, 'utf8').catch(() => dataDir)).trim()
  if (origin === dataDir) return
  const originals = await readFile(join(origin, 'LOCATION'), 'utf8').catch(() => '')
  if (originals.trim() === location) {
    throw new StartFailure({
      vi: `${dataDir} là bản sao của ${origin} và trỏ tới cùng một cơ sở dữ liệu; hãy xoá tệp LOCATION trong bản sao để bắt đầu mới.`,
      en: `${dataDir} is a copy of ${origin} and points at the same database; delete LOCATION in the copy to start afresh.`,
    })
  }
  await writeFile(originFile, `${dataDir}\n`)
}

const locationIn = (dataDir: string) => join(dataDir, 'LOCATION')

/** What LOCATION names, empty where there is none. */
async function readLocation(dataDir: string): Promise<string> {
  const file = locationIn(dataDir)
  // Trimmed, since an editor of Windows adds its line ends and its mark.
  const written = (await readFile(file, 'utf8').catch(() => '')).trim()
  // As root we create and open what this file names, so it may name nothing but a place of ours.
  if (written && !/^\/var\/lib\/nang-buoc-[0-9a-f]{12}$/.test(written)) {
    throw new StartFailure({
      vi: `Tệp ${file} không chỉ tới một thư mục /var/lib/nang-buoc-...; hãy sửa hoặc xoá tệp này.`,
      en: `The file ${file} does not name a folder /var/lib/nang-buoc-...; correct or delete it.`,
    })
  }
  return written
}

async function placeForRoot(dataDir: string, log: (line: string) => void): Promise<Place> {
  const inside = join(dataDir, 'postgres')
  const owner = await stat(join(inside, 'cluster')).catch(() => undefined)
  if (owner && owner.uid !== 0) return { dir: inside, as: { uid: owner.uid, gid: owner.gid } }

  const as = await findServerAccount()
  const locationFile = locationIn(dataDir)
  const written = await readLocation(dataDir)
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  const dir = written || `/var/lib/nang-buoc-${hash}`
  try {
    if (written) await followLocation(dataDir, written)
    await mkdir(dir, { recursive: true })
    await chmod(dir, 0o711)
    if (!(await exists(join(dir, 'DATA_DIR')))) await writeFile(join(dir, 'DATA_DIR'), `${dataDir}\n`)
    if (!written) await writeFile(locationFile, `${dir}\n`)
  } catch (error) {
    throw explainDiskError(error, dir)
  }
  log(`PostgreSQL: ${dir} (${locationFile})`)
  return { dir, as }
}

/** Where a cluster already lives, for stopping what runs there: looks and writes nothing. */
export async function findPlace(dataDir: string): Promise<Place | undefined> {
  const real = await realpath(dataDir).catch(() => undefined)
  if (real === undefined) return undefined
  for (const dir of [join(real, 'postgres'), await readLocation(real)]) {
    const owner = dir && (await stat(join(dir, 'cluster')).catch(() => undefined))
    if (owner) return { dir, as: owner.uid === process.getuid?.() ? undefined : { uid: owner.uid, gid: owner.gid } }
  }
  return undefined
}

/**
 * Chooses the place of the cluster: inside the data folder for an ordinary user; as root under /var/lib, because
 * the account PostgreSQL then runs as may not be able to enter the data folder. Creates it and proves it writable.
 */
export async function choosePlace(dataDir: string, log: (line: string) => void): Promise<Place> {
  const real = await makeWritable(dataDir)
  if (process.getuid?.() === 0) return placeForRoot(real, log)

  const dir = join(real, 'postgres')
  if (!(await exists(dir)) && (await exists(join(real, 'LOCATION')))) {
    throw new StartFailure({
      vi: `Dữ liệu trong ${real} do root tạo; hãy chạy lại bằng root hoặc đặt DATA_DIR khác.`,
      en: `The data of ${real} was made by root; start as root again or set another DATA_DIR.`,
    })
  }
  await mkdir(dir, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw explainDiskError(error, dir)
  })
  return { dir, as: undefined }
}
