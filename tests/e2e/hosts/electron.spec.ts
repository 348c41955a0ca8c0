import { test as base, expect } from '../fixtures.ts'
import type { Display } from '../../standin/display.ts'
import { openDisplay } from './open-standin.ts'

/** What the Electron host has to withstand: the built main and preload, in a real Chromium. */
const test = base.extend<{ display: Display }>({
  display: async ({ place }, use) => {
    const display = await openDisplay(place)
    await use(display)
    await display.closeWindow()
    expect(await display.ended).toBe(0)
    expect(display.unanswered).toEqual([])
  },
})

/** What a hostile script would make of the two functions. */
type AnyCall = { readonly call: (method: unknown, args: unknown) => Promise<unknown> }

const PAGE = 'app://stet/index.html'

test('the window sees two functions of its host and nothing of Node or Electron', async ({ display }) => {
  const seen = await display.page.evaluate(() => {
    const page = window as unknown as Record<string, unknown>
    const names = ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'standinInvoke']
    const api = page['stet'] as object
    return {
      api: Object.keys(api).toSorted(),
      frozen: Object.isFrozen(api),
      found: names.filter((n) => n in page),
    }
  })
  expect(seen).toEqual({ api: ['call', 'on'], frozen: true, found: [] })
})

test('a page is served with its policy, and only what was built', async ({ display }) => {
  const page = await display.app.ask('serve', { url: PAGE, method: 'GET' })
  expect(page.status).toBe(200)
  expect(page.headers['content-security-policy']).toContain("default-src 'none'")
  const asked = [
    'app://stet/../main/index.js',
    'app://stet/%2e%2e/main/index.js',
    'app://stet/..%5cmain%5cindex.js',
    'app://stet//etc/passwd',
    'app://other/index.html',
  ]
  const answers = await Promise.all(asked.map((url) => display.app.ask('serve', { url, method: 'GET' })))
  expect(answers.map(({ status }) => status)).toEqual(asked.map(() => 404))
  expect((await display.app.ask('serve', { url: PAGE, method: 'POST' })).status).toBe(404)
})

test('a script that was not built does not run', async ({ display }) => {
  const ran = await display.page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.injected = true'
    document.body.append(script)
    return 'injected' in window
  })
  expect(ran).toBe(false)
})

test('the window stays on its page', async ({ display }) => {
  const { page } = display
  await page.evaluate(() => {
    location.href = 'https://attacker.example/'
  })
  await expect.poll(() => display.escaped).toContain('https://attacker.example/')
  await page.evaluate(() => {
    location.href = '/assets/other.html'
  })
  await expect.poll(() => display.escaped).toContain('app://stet/assets/other.html')
  expect(await page.evaluate(() => location.pathname)).toBe('/index.html')
  for (const url of ['https://attacker.example/', 'file:///etc/passwd', 'app://stet/x', 'data:text/html,x']) {
    const asked = { window: 1, url, top: true } as const
    expect(await display.app.ask('navigate', { ...asked, event: 'will-redirect' })).toBe(true)
    expect(await display.app.ask('navigate', { ...asked, event: 'will-frame-navigate', top: false })).toBe(
      true,
    )
  }
  expect(await display.app.ask('webview', { window: 1 })).toBe(true)
})

test('no second window opens', async ({ display }) => {
  await display.page.evaluate(() => void window.open('https://attacker.example/'))
  await expect.poll(() => display.popups.map(({ decision }) => decision)).toEqual(['deny'])
  await display.page.evaluate(() => {
    const link = document.createElement('a')
    link.href = 'https://attacker.example/'
    link.target = '_blank'
    document.body.append(link)
    link.click()
  })
  await expect.poll(() => display.popups.map(({ decision }) => decision)).toEqual(['deny', 'deny'])
})

test('every permission is denied, asked for and looked up', async ({ display }) => {
  const asked = [
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'fileSystem',
    'usb',
    'openExternal',
  ]
  const answers = await Promise.all(
    asked.map((permission) => display.app.ask('permission', { window: 1, permission })),
  )
  expect(answers).toEqual(asked.map(() => ({ requested: false, checked: false, device: false })))
})

test('calls are taken from the top frame of our own page only', async ({ display }) => {
  const call = { window: 1, channel: 'stet:call', args: ['session.get', {}] }
  const own = await display.app.ask('invoke', {
    ...call,
    frame: { url: PAGE, origin: 'app://stet', top: true },
  })
  expect(own).toMatchObject({ ok: true })
  const foreign = [
    { url: PAGE, origin: 'app://stet', top: false },
    { url: 'https://attacker.example/', origin: 'https://attacker.example', top: true },
    { url: 'app://stet.attacker/', origin: 'app://stet.attacker', top: true },
    { url: 'about:blank', origin: 'null', top: true },
    null,
  ]
  const answers = await Promise.all(foreign.map((frame) => display.app.ask('invoke', { ...call, frame })))
  expect(answers).toEqual(foreign.map(() => expect.objectContaining({ ok: false })))
})

test('bad arguments are refused in words', async ({ display }) => {
  const outcomes = await display.page.evaluate(async () => {
    const { call } = window.stet as unknown as AnyCall
    return Promise.all([
      call('session.unknown', {}),
      call('__proto__', {}),
      call('constructor', {}),
      call({ method: 'session.get' }, {}),
      call('review.open', { articleId: '../../etc/passwd' }),
      call('review.open', { articleId: 12 }),
      call('articles.import', { name: '../escape.txt', bytes: new Uint8Array(3) }),
      call('articles.import', { name: 'draft.txt', bytes: 'not bytes' }),
      call('shell.openExternal', { url: 'file:///etc/passwd' }),
      call('shell.openExternal', { url: 'javascript:alert(1)' }),
    ])
  })
  for (const outcome of outcomes) {
    expect(outcome).toMatchObject({ ok: false, error: { message: expect.stringMatching(/^[A-Z].*\S/) } })
  }
  expect(display.external).toEqual([])
  const uncloneable = display.page.evaluate(() => {
    const { call } = window.stet as unknown as AnyCall
    return call('session.get', { f: Symbol('s') })
  })
  await expect(uncloneable).rejects.toThrow(/could not be cloned/)
})

test('the menu is the command table, and a chosen command reaches the window', async ({ display }) => {
  expect(display.menu.map(({ label }) => label).filter((label) => label !== 'appMenu')).toEqual([
    'File',
    'Edit',
    'Review',
    'View',
    'Go',
    'Help',
  ])
  await display.page.evaluate(() => {
    const heard: unknown[] = []
    Object.assign(window, { heard })
    window.stet?.on('command', (payload) => heard.push(payload))
  })
  await display.app.ask('clickMenu', { id: 'palette.open' })
  const heard = () => display.page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)
  await expect.poll(heard).toEqual([{ id: 'palette.open' }])
})

test('a second start shows its article in the window of the first', async ({ display }) => {
  await display.page.evaluate(() => {
    const heard: unknown[] = []
    Object.assign(window, { heard })
    window.stet?.on('open', (payload) => heard.push(payload))
  })
  await display.app.ask('secondInstance', { data: { articleId: 'a1' } })
  const heard = () => display.page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)
  await expect.poll(heard).toEqual([{ articleId: 'a1' }])
})
