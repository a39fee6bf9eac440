/** Who I am here, as the server says it, also when it cannot say it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Answer, ok, openPage, problem, serverThat } from '#test/web/page.ts'

const mai = {
  accountId: 'mai',
  name: 'Nguyễn Thị Mai',
  login: 'mai',
  mustChangePassword: false,
  grants: [],
  ended: [],
  can: ['survey.fill'],
  csrf: 'token',
}
const answer = (account: object | null, more: object = {}): Answer =>
  ok({ account, today: '2026-11-20', demo: true, setup: false, ...more })

let session: typeof import('./session.ts')
let calls: typeof import('./calls.ts')
let wire: typeof import('./wire.ts')['wire']
beforeEach(async () => {
  vi.resetModules()
  openPage()
  session = await import('./session.ts')
  calls = await import('./calls.ts')
  wire = (await import('./wire.ts')).wire
})
afterEach(() => vi.unstubAllGlobals())

const refresh = async (...answers: Answer[]) => {
  const asked = serverThat(...answers)
  await session.refreshMe()
  return asked
}
const change = () => calls.send(calls.call('rounds.open', 'POST', '/api/rounds'), {}).catch((fault) => fault)

describe('before the server has answered', () => {
  it('nobody is signed in and no right is held', () => {
    expect([session.me.value, session.account.value]).toEqual([null, null])
    expect(session.holds('survey.fill')).toBe(false)
  })
})

describe('the account', () => {
  it('holds the rights it was told and no other, and its token goes with every change', async () => {
    await refresh(answer(mai))
    expect([session.holds('survey.fill'), session.holds('survey.check')]).toEqual([true, false])
    const asked = serverThat(ok())
    await change()
    expect(asked[0]?.init.headers.get('x-csrf')).toBe('token')
  })

  it('that left takes its token along', async () => {
    await refresh(answer(mai))
    serverThat(answer(null))
    await session.leave()
    expect([session.account.value, wire.csrf]).toEqual([null, ''])
    const asked = serverThat(ok())
    await change()
    expect(asked[0]?.init.headers.has('x-csrf')).toBe(false)
  })

  it('stays while the server is away: the page says so, and nothing is forgotten', async () => {
    await refresh(answer(mai))
    await refresh(null)
    expect(session.account.value?.name).toBe('Nguyễn Thị Mai')
    expect(session.meProblem.value?.code).toBe('web.unreached')
    await refresh(answer(mai))
    expect(session.meProblem.value).toBeNull()
  })
})

describe('a change that is refused', () => {
  it('because the session has ended waits over the page, and goes on once the same person is back', async () => {
    await refresh(answer(mai))
    const asked = serverThat(problem(401, 'access.sign_in_needed'), answer(null))
    const changing = change()
    await vi.waitFor(() => expect(session.ended.value).toBe(true))
    expect([session.account.value?.name, wire.csrf]).toEqual(['Nguyễn Thị Mai', ''])
    expect(asked.map((one) => one.path)).toEqual(['/api/rounds', '/api/me'])
    const again = serverThat(answer({ ...mai, csrf: 'new token' }), ok({ done: true }))
    await session.refreshMe()
    expect(await changing).toEqual({ done: true })
    expect(session.ended.value).toBe(false)
    expect(again.map((one) => one.path)).toEqual(['/api/me', '/api/rounds'])
    expect(again[1]?.init.headers.get('x-csrf')).toBe('new token')
    expect(again[1]?.init.headers.get('x-command')).toBe(asked[0]?.init.headers.get('x-command'))
  })

  it('asks once for all that were refused together, and none goes on for another account', async () => {
    await refresh(answer(mai))
    const refused = problem(401, 'access.sign_in_needed')
    const asked = serverThat(refused, refused, refused, answer(null))
    const changing = [change(), change(), change()]
    await vi.waitFor(() => expect(session.ended.value).toBe(true))
    expect(asked.map((one) => one.path).filter((path) => path === '/api/me')).toHaveLength(1)
    const again = serverThat(answer({ ...mai, accountId: 'hung', csrf: 'his' }), ok())
    await session.refreshMe()
    expect((await Promise.all(changing)).map((fault) => fault.code)).toEqual(Array(3).fill('access.sign_in_needed'))
    expect(again).toHaveLength(1)
    expect(session.account.value?.accountId).toBe('hung')
  })

  it('is refused as it was where the page is given up', async () => {
    await refresh(answer(mai))
    serverThat(problem(401, 'access.sign_in_needed'), answer(null))
    const changing = change()
    await vi.waitFor(() => expect(session.ended.value).toBe(true))
    session.giveUp()
    expect((await changing).code).toBe('access.sign_in_needed')
    expect(session.account.value).toBeNull()
  })

  it('because another window signed her in anew goes on by itself with the new word, once', async () => {
    await refresh(answer(mai))
    const asked = serverThat(
      problem(403, 'access.csrf'),
      answer({ ...mai, csrf: 'new token' }),
      problem(403, 'access.csrf'),
    )
    expect((await change()).code).toBe('access.csrf')
    expect(asked.map((one) => one.path)).toEqual(['/api/rounds', '/api/me', '/api/rounds', '/api/me'])
    expect(asked[2]?.init.headers.get('x-csrf')).toBe('new token')
  })

  it('because the first password is to be changed asks who I am now, and is not sent again', async () => {
    await refresh(answer(mai))
    const asked = serverThat(problem(403, 'access.password_change_first'), answer({ ...mai, mustChangePassword: true }))
    expect((await change()).code).toBe('access.password_change_first')
    expect(asked.map((one) => one.path)).toEqual(['/api/rounds', '/api/me'])
    expect(session.account.value?.mustChangePassword).toBe(true)
  })

  it('for another reason leaves the session alone', async () => {
    await refresh(answer(mai))
    const asked = serverThat(problem(403, 'access.denied'))
    expect((await change()).code).toBe('access.denied')
    expect(asked).toHaveLength(1)
    expect(session.account.value?.login).toBe('mai')
  })

  it('to who is not signed in asks nothing more', async () => {
    await refresh(answer(null))
    const asked = serverThat(problem(401, 'access.sign_in_needed'))
    await change()
    expect(asked).toHaveLength(1)
  })
})

describe('another window of this browser, where Mai signed out and Thắng signed in', () => {
  const thang = { ...mai, accountId: 'thang', name: 'Phạm Văn Thắng' }

  it('answers nothing to the page that still says Mai: it begins anew as his', async () => {
    await refresh(answer(mai))
    const asked = serverThat(ok({ households: 135 }, 'thang'), answer(thang))
    const list = calls.call<never>('surveys.mine', 'GET', '/api/my-households')
    await expect(calls.send(list, {})).rejects.toMatchObject({ code: 'web.another_account', status: 401 })
    await vi.waitFor(() => expect(session.account.value?.name).toBe('Phạm Văn Thắng'))
    expect(asked.map((one) => one.path)).toEqual(['/api/my-households', '/api/me'])
  })

  it('gives her page no paper of his either', async () => {
    await refresh(answer(mai))
    serverThat(ok({}, 'thang'), answer(thang))
    await expect(calls.fetchDocument('/api/certificates')).rejects.toMatchObject({ code: 'web.another_account' })
  })

  it('and who is answered as who he is, or is not signed in yet, is not stopped', async () => {
    await refresh(answer(mai))
    serverThat(ok({ done: true }, 'mai'))
    expect(await change()).toEqual({ done: true })
    serverThat(answer(null))
    await session.leave()
    serverThat(ok({ done: true }, 'thang'))
    expect(await change()).toEqual({ done: true })
  })
})

describe('what a page is told', () => {
  it('is a sentence in both languages, whatever came back', async () => {
    const bodies: Answer[] = [
      null,
      { status: 502, body: '<html>Bad gateway</html>' },
      { status: 500, body: {} },
      { status: 409, body: { code: 'x' } },
      { status: 409, body: { code: 'x', title: { vi: 'Chỉ tiếng Việt' } } },
      problem(409, 'surveys.moved_on'),
    ]
    for (const body of bodies) {
      serverThat(body)
      const { title, code } = await change()
      expect([code, title.vi.length > 5, title.en.length > 5]).toEqual([code, true, true])
    }
  })

  it('is uncertain only where nobody knows whether it was done', async () => {
    for (const [body, uncertain] of [
      [null, true],
      [problem(500, 'server.fault'), true],
      [problem(503, 'server.busy'), true],
      [problem(409, 'surveys.moved_on'), false],
      [problem(422, 'input.invalid'), false],
    ] as [Answer, boolean][]) {
      serverThat(body)
      expect((await change()).uncertain).toBe(uncertain)
    }
  })

  it('says that the server is away and says when it is back', async () => {
    const reached: boolean[] = []
    wire.onReached = (yes) => reached.push(yes)
    serverThat(null, problem(409, 'x'), ok())
    await change()
    await change()
    await change()
    expect(reached).toEqual([false, true, true])
  })
})

describe('who has signed out', () => {
  it('is nobody here at once, though the server cannot be asked again', async () => {
    await refresh(answer(mai))
    serverThat(null)
    await session.leave()
    expect([session.account.value, session.me.value?.today, wire.csrf]).toEqual([null, '2026-11-20', ''])
  })
})
