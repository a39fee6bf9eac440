/** Work in the background: asked for by a change or by the schedule, done once, tried again, seen, and sent again. */
import { Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { allJobs } from '#apps/server/jobs.ts'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { nationId } from '#features/areas/nation/snapshot.ts'
import { scheduleSaid } from '#features/people/runs/rules.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { problem } from '#kernel/problem.ts'
import { systemAccount } from '#platform/server/doors/standing.ts'
import { change, happened, type Request } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { addJob } from '#platform/server/jobs/add.ts'
import { job } from '#platform/server/jobs/job.ts'
import { type Jobs, startJobs } from '#platform/server/jobs/worker.ts'
import { testEvent } from './event.ts'
import { dayChanged } from './jobs/dayChanged.ts'
import { until } from './jobs/until.ts'
import { openWorld, type PersonName, type World } from './world.ts'

let world: World
const servers: Jobs[] = []
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()))
  await world.close()
})

async function startServer(): Promise<void> {
  const url = world.owner.options.connectionString ?? ''
  const pace = { look: 0.5, supervise: 1, stop: 1 }
  servers.push(await startJobs(world.host, { url, jobs: allJobs, nation: nationId, pace }))
}

const day = dayChanged.spec.name
const all = async <T>(text: string, values: unknown[] = []): Promise<T[]> =>
  (await world.owner.query(text, values)).rows
const runs = (state?: string) =>
  all<{ id: string; name: string }>(
    `select id, name from pgboss.job where name = any ($1) ${state ? 'and state::text = $2' : ''}`,
    [allJobs.map(({ spec }) => spec.name), ...(state ? [state] : [])],
  )
const deeds = (what: string) =>
  all<{ account_id: string; facts: Record<string, unknown> }>('select * from audit_line where what = $1', [what])

describe('asked for by a change', () => {
  const door = endpoint({
    name: 'test.asks',
    method: 'POST',
    path: '/api/test',
    right: 'signed_in',
    says: { vi: 'Thử', en: 'Try' },
    input: Type.Object({}),
    output: Type.Object({}),
  })
  const asks = (refuse: boolean) =>
    change(door, async (call) => {
      await addJob(call, dayChanged, {})
      if (refuse) throw problem('record.conflict', { rule: 'test' })
      return happened(testEvent('test.asked', { subject: call.actor.accountId, area: null }), {})
    })
  const request = (): Request => ({
    input: {},
    session: {
      sessionId: newId(),
      csrf: '',
      login: 'hung',
      mustChangePassword: false,
      actor: { accountId: world.idOf('hung'), name: 'Hùng', grants: [] },
    },
    commandId: newId(),
    contentHash: Buffer.from('bytes'),
    address: '127.0.0.1',
    device: '',
    file: null,
    setSession: () => {},
  })

  it('is not there where the change is refused, and is where it is kept', async () => {
    await expect(asks(true).run(world.host, request())).rejects.toMatchObject({ code: 'record.conflict' })
    expect(await runs()).toEqual([])
    await asks(false).run(world.host, request())
    expect(await runs('created')).toHaveLength(1)
  })

  it('is done by the system, in the name of who asked', async () => {
    await startServer()
    await until('it is done', async () => (await runs('completed')).length === 1)
    const [line] = await deeds('area.day_changed')
    expect(line).toMatchObject({ account_id: systemAccount, facts: { day: '2026-11-20', by: world.idOf('hung') } })
  })

  it('says what happened, or does not compile', () => {
    const spec = { ...dayChanged.spec, name: 'test.silent' }
    // @ts-expect-error a job that says nothing
    job(spec, async ({ today }) => today)
  })
})

describe('on its time', () => {
  it('what was missed over three nights is made up once, by one of two servers', async () => {
    await startServer()
    await Promise.all(servers.splice(0).map((server) => server.stop()))
    await world.owner.query('delete from pgboss.job')
    // Asleep for three days: the time of each job came three times, last three hours ago.
    const at = new Date(Date.now() + 4 * 3_600_000)
    await world.owner.query(
      "update pgboss.schedule set cron = $1, created_on = created_on - interval '4 days', updated_on = now()",
      [`${at.getUTCMinutes()} ${at.getUTCHours()} * * *`],
    )
    await world.owner.query("update pgboss.version set cron_on = cron_on - interval '3 days'")
    await Promise.all([startServer(), startServer()])
    const scheduled = allJobs.filter(({ spec }) => spec.schedule).map(({ spec }) => spec.name)
    await until('all are done', async () => (await runs('completed')).length === scheduled.length)
    expect((await runs()).map(({ name }) => name).sort()).toEqual(scheduled.sort())
  })

  it('every schedule has its words', () => {
    for (const { spec } of allJobs)
      if (spec.schedule) expect(scheduleSaid(spec.schedule).vi).toMatch(/^(hằng ngày lúc|mỗi giờ)/)
  })
})

describe('seen on its page', () => {
  const page = async (who: PersonName) => (await world.as(who).get('/api/jobs')).json()
  const jobOn = async (who: PersonName) => (await page(who)).jobs.find((one: { job: string }) => one.job === day)
  const runNow = (who: PersonName) => world.as(who).post(`/api/jobs/${day}/run`)
  const again = (who: PersonName, id: string) => world.as(who).post(`/api/jobs/${day}/runs/${id}/again`)

  it('is not for Hùng; Kiểm sees and cannot run; nor can who administers one commune', async () => {
    expect((await world.as('hung').get('/api/jobs')).json()).toMatchObject({ code: 'access.denied' })
    expect((await world.as('hung').get('/api/jobs/runs')).json()).toMatchObject({ code: 'access.denied' })
    expect((await page('kiem')).jobs).toHaveLength(allJobs.length)
    expect((await page('kiem')).can).toEqual([])
    expect((await runNow('kiem')).json()).toMatchObject({ code: 'access.denied' })
    const grant = { role: 'administrator', areaId: demoAreas.tamHongToday, from: '2026-11-01', until: null }
    await world.as('quantri').post(`/api/accounts/${world.idOf('dao')}/grants`, grant)
    expect((await page('dao')).can).toEqual([])
    expect((await runNow('dao')).json()).toMatchObject({ code: 'access.denied' })
    expect((await page('quantri')).can).toEqual(['run'])
    expect((await world.as('quantri').post('/api/jobs/areas.nothing/run')).json()).toMatchObject({
      code: 'job.not_found',
    })
  })

  it('fails, is tried again after longer and longer waits, is shown with its sentence, and is sent again', async () => {
    await world.owner.query('delete from pgboss.job')
    await world.owner.query('update pgboss.queue set retry_limit = 2, retry_delay = 1 where name = $1', [day])
    await world.owner.query('alter function area_refresh_paths() rename to area_refresh_paths_kept')
    await world.owner.query(`create function area_refresh_paths() returns void language plpgsql as
      $$ begin raise exception 'broken'; end $$; grant execute on function area_refresh_paths() to nb_app`)
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { runId } = (await runNow('quantri')).json()
    expect((await runNow('quantri')).json()).toMatchObject({ code: 'job.waits_already' })
    await until('it has failed for good', async () => (await runs('failed')).length === 1)
    expect(log.mock.calls.map(([line]) => String(line).split('\n')[0])).toHaveLength(3)
    log.mockRestore()
    expect(await jobOn('kiem')).toMatchObject({ failed: 1, waiting: 0, last: { runId, state: 'failed', tries: 3 } })
    const { runs: listed, total } = (await world.as('kiem').get(`/api/jobs/runs?job=${day}&state=failed`)).json()
    expect(total).toBe(1)
    expect(listed[0].said.vi).toMatch(/^Việc gặp lỗi và chưa ghi gì\. Báo mã [0-9a-f]{8} /)
    expect(listed[0].by).toBe('Ngô Quang Trị')
    expect(Date.parse(listed[0].endedAt) - Date.parse(listed[0].askedAt)).toBeGreaterThan(3000 - 100)

    expect((await again('kiem', runId)).json()).toMatchObject({ code: 'access.denied' })
    await world.owner.query('drop function area_refresh_paths()')
    await world.owner.query('alter function area_refresh_paths_kept() rename to area_refresh_paths')
    expect((await again('quantri', runId)).json()).toEqual({ runId })
    await until('it is done', async () => (await runs('completed')).length === 1)
    expect((await again('quantri', runId)).json()).toMatchObject({ code: 'job.not_failed' })
    expect(await jobOn('quantri')).toMatchObject({
      failed: 0,
      last: { runId, said: { vi: 'Đã tính lại cho ngày 20/11/2026.' } },
    })
    expect(await deeds('job.asked')).toMatchObject([{ account_id: world.idOf('quantri'), facts: { job: day } }])
    expect(await deeds('job.sent_again')).toHaveLength(1)
    expect((await world.as('kiem').get('/api/jobs/runs/file?as=xlsx')).statusCode).toBe(200)
  })

  it('what failed is made good by a later run of the same work', async () => {
    await world.owner.query(
      `insert into pgboss.job_common (name, data, state, created_on, started_on, completed_on)
      values ($1, '{"input":{},"by":null}', 'failed', now() - interval '2 days', now() - interval '2 days', now() - interval '2 days')`,
      [day],
    )
    expect(await jobOn('kiem')).toMatchObject({ failed: 0 })
    const { runs: listed } = (await world.as('kiem').get(`/api/jobs/runs?job=${day}&state=made_good`)).json()
    expect(listed).toMatchObject([{ by: null, said: null }])
  })

  it('its lines in the audit are the system’s, which nobody can sign in as', async () => {
    const { lines } = (await world.as('quantri').get(`/api/areas/${nationId}/audit?room=area`)).json()
    expect(lines[0]).toMatchObject({ by: 'Hệ thống', what: 'area.day_changed' })
    for (const password of ['', ' ', '!']) {
      const reply = await world.nobody.post('/api/sign-in', { login: 'hệ thống', password })
      expect(reply.json()).toMatchObject({ code: 'people.sign_in_failed' })
    }
  })
})

it('forgets failed sign-ins of yesterday and sessions long over, and no others', async () => {
  await world.owner.query('delete from sign_in_failure')
  await world.owner.query(
    `insert into sign_in_failure values ('\\x01', 3, '2026-11-18T00:00Z'), ('\\x02', 3, '2026-11-20T04:00Z')`,
  )
  const session = (ended: string | null, expires: string) =>
    world.owner.query(
      `insert into session (id, token_hash, csrf, account_id, ended_at, expires_at, device)
       values ($1, sha256($2), '', $3, $4, $5, 'test')`,
      [newId(), newId(), world.idOf('mai'), ended, expires],
    )
  await session('2026-08-01', '2026-12-01')
  await session(null, '2026-08-01')
  await session('2026-11-01', '2026-12-01')
  await session(null, '2026-12-01')
  await world.as('quantri').post('/api/jobs/people.old_forgotten/run')
  await until('it is told', async () =>
    (await deeds('session.old_forgotten')).some(({ facts }) => facts.failures === 1 && facts.sessions === 2),
  )
  expect(await all("select 1 from session where device = 'test'")).toHaveLength(2)
  expect(await all('select key from sign_in_failure')).toEqual([{ key: Buffer.from([2]) }])
})

it('goes on when the database has been away', async () => {
  const before = (await deeds('area.day_changed')).length
  const [here] = await all<{ name: string; pid: number }>('select current_database() as name, pg_backend_pid() as pid')
  const elsewhere = `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and application_name = 'nang-buoc' and pid <> pg_backend_pid()`
  for (const _ of [1, 2, 3]) {
    await world.owner.query(elsewhere, [here?.name])
    await new Promise((resolve) => setTimeout(resolve, 700))
  }
  expect((await world.as('quantri').post(`/api/jobs/${day}/run`)).statusCode).toBe(200)
  await until('it is done', async () => (await deeds('area.day_changed')).length === before + 1)
})
