import type { Browser, BrowserContext, Frame, Page, Route } from '@playwright/test'
import { fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import type {
  AskedOfApp,
  AskedOfDisplay,
  DialogAnswer,
  DialogAsked,
  FrameSeen,
  MenuItemSeen,
} from './calls.ts'
import { preloadScript } from './page.ts'
import { createRpc } from './rpc.ts'
import type { Rpc } from './rpc.ts'

/** Chromium knows no app://, so the page lives at an https address that nobody can own. */
const OWN = 'https://stet.app.invalid'
const NAMES = { invoke: 'standinInvoke', message: 'standinMessage', deliver: 'standinDeliver' }

function toApp(url: string): string {
  return url === OWN || url.startsWith(`${OWN}/`) ? `app://stet${url.slice(OWN.length)}` : url
}
function fromApp(url: string): string {
  return url.startsWith('app://stet/') ? `${OWN}${url.slice('app://stet'.length)}` : url
}

export type Start = {
  readonly browser: Browser
  /** The built main process. */
  readonly entry: string
  readonly library: string
  readonly downloads: string
  readonly args?: readonly string[]
}

/** The screen and the hands of a person in front of an app that runs under the stand-in. */
export type Display = {
  readonly page: Page
  readonly app: Rpc<AskedOfApp>
  readonly menu: readonly MenuItemSeen[]
  readonly external: readonly string[]
  /** Addresses outside the app that the page tried to reach; each was stopped. */
  readonly escaped: readonly string[]
  readonly popups: readonly { readonly url: string; readonly decision: 'allow' | 'deny' }[]
  /** Dialogs that nobody had an answer for, and error boxes: a test that leaves any has failed. */
  readonly unanswered: readonly DialogAsked[]
  /** The names that save dialogs proposed. */
  readonly offered: readonly string[]
  /** For the next dialog. */
  answerDialog(answer: DialogAnswer): void
  /** Closes the window and waits until the app has ended by itself. */
  closeWindow(): Promise<void>
  readonly ended: Promise<number | null>
  kill(): Promise<void>
}

/** Starts the app and resolves when its first window has loaded. */
export async function startDisplay(start: Start): Promise<Display> {
  const context = await start.browser.newContext({ viewport: { width: 1440, height: 900 } })
  const child = fork(`${import.meta.dirname}/run.ts`, [start.entry, ...(start.args ?? [])], {
    serialization: 'advanced',
    env: { ...process.env, STET_LIBRARY: start.library, STANDIN_DOWNLOADS: start.downloads },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const answers: DialogAnswer[] = []
  const seen = {
    menu: [] as readonly MenuItemSeen[],
    external: [] as string[],
    escaped: [] as string[],
    popups: [] as { url: string; decision: 'allow' | 'deny' }[],
    unanswered: [] as DialogAsked[],
    offered: [] as string[],
  }
  const loaded = Promise.withResolvers<Page>()
  let page: Page | null = null

  const ours: AskedOfDisplay = {
    load: async ({ window, url, preload }) => {
      page = await openWindow(context, app, { window, url, preload }, seen)
      loaded.resolve(page)
    },
    show: () => undefined,
    close: async () => page?.close(),
    send: async ({ channel, args }) => {
      // A window that is being closed hears nothing more, and nobody minds.
      await page?.evaluate(deliver, { name: NAMES.deliver, channel, args }).catch((error: unknown) => {
        if (page?.isClosed() === false && child.exitCode === null && child.signalCode === null) throw error
      })
    },
    dialog: (asked) => {
      if (asked.kind === 'save') seen.offered.push(asked.defaultPath)
      const answer = asked.kind === 'error' ? undefined : answers.shift()
      if (answer === undefined) seen.unanswered.push(asked)
      return answer ?? { canceled: true, paths: [] }
    },
    external: ({ url }) => void seen.external.push(url),
    menu: ({ items }) => {
      seen.menu = items
    },
  }
  const app = createRpc<AskedOfApp>((message) => {
    // Its errors come to the callback; an app that was killed cannot be told anything.
    if (child.connected) child.send(message, () => undefined)
  }, ours)
  child.on('message', (message) => app.take(message))
  child.once('exit', (code) => {
    app.end(`The app ended with ${code}`)
    loaded.reject(new Error(`The app ended with ${code} before it showed a window`))
  })

  await loaded.promise
  return {
    get page() {
      if (page === null) throw new Error('There is no window')
      return page
    },
    app,
    get menu() {
      return seen.menu
    },
    external: seen.external,
    escaped: seen.escaped,
    popups: seen.popups,
    unanswered: seen.unanswered,
    offered: seen.offered,
    answerDialog: (answer) => void answers.push(answer),
    closeWindow: async () => {
      await page?.close()
      // The app may be gone before it has answered: that is what it was asked for.
      await app.ask('closed', { window: 1 }).catch(() => undefined)
      await ended
      await context.close()
    },
    ended,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
      await context.close()
    },
  }
}

type Opened = { readonly window: number; readonly url: string; readonly preload: string }
type Seen = { escaped: string[]; popups: { url: string; decision: 'allow' | 'deny' }[] }

async function openWindow(
  context: BrowserContext,
  app: Rpc<AskedOfApp>,
  { window, url, preload }: Opened,
  seen: Seen,
): Promise<Page> {
  const page = await context.newPage()
  await page.exposeBinding(NAMES.invoke, async ({ frame }, { channel, args }: Sent) =>
    app.ask('invoke', { window, channel, args, frame: frameSeen(frame) }).then(
      (value) => ({ value }),
      async (error: Error) => (app.hasEnded() ? unheard() : { error: error.message }),
    ),
  )
  await page.exposeBinding(NAMES.message, async ({ frame }, { channel, args }: Sent) => {
    await app
      .ask('message', { window, channel, args, frame: frameSeen(frame) })
      .catch(async (error: unknown) => {
        if (app.hasEnded()) return unheard()
        throw error
      })
    return {}
  })
  await page.addInitScript({ content: preloadScript(await readFile(preload, 'utf8'), NAMES) })
  let loading = true
  await context.route('**/*', (route) => answer(route, loading))
  context.on('page', (popup) => void refusePopup(popup))

  async function answer(route: Route, own: boolean): Promise<void> {
    const request = route.request()
    const address = toApp(request.url())
    const navigation = request.isNavigationRequest()
    const frame = navigation ? frameOf(route) : null
    const ofWindow = !navigation || frame?.page() === page
    if (navigation && !own && ofWindow) {
      const top = frame === page.mainFrame()
      const event = top ? 'will-navigate' : 'will-frame-navigate'
      if (await app.ask('navigate', { window, event, url: address, top })) {
        seen.escaped.push(address)
        return route.abort('aborted')
      }
    }
    if (!address.startsWith('app://') || !ofWindow) {
      seen.escaped.push(address)
      return route.abort('blockedbyclient')
    }
    const served = await app
      .ask('serve', { url: address, method: request.method() })
      .catch((error: unknown) => {
        // Killed while it was asked: its window goes in a moment, too.
        if (app.hasEnded()) return null
        throw error
      })
    if (served === null) return route.abort('failed').catch(() => undefined)
    const { status, headers, body } = served
    return route.fulfill({ status, headers, body: Buffer.from(body) })
  }

  async function refusePopup(popup: Page): Promise<void> {
    const address = toApp(popup.url())
    const decision = await app.ask('open', { window, url: address })
    if (decision === 'deny') await popup.close()
    seen.popups.push({ url: address, decision })
  }

  await page.goto(fromApp(url))
  loading = false
  return page
}

/** What a window asked of an app that was killed: it goes in a moment, too, and hears no answer. */
function unheard(): Promise<never> {
  return new Promise(() => undefined)
}

/** Null for the first request of a window that Playwright has not announced yet. */
function frameOf(route: Route): Frame | null {
  try {
    return route.request().frame()
  } catch {
    return null
  }
}

type Sent = { readonly channel: string; readonly args: readonly unknown[] }

function frameSeen(frame: Frame): FrameSeen {
  const url = toApp(frame.url())
  const origin = url.startsWith('app://stet/') ? 'app://stet' : (URL.parse(url)?.origin ?? 'null')
  return { url, origin, top: frame.parentFrame() === null }
}

function deliver(sent: { name: string; channel: string; args: readonly unknown[] }): void {
  const page = window as unknown as Record<string, (channel: string, args: readonly unknown[]) => void>
  page[sent.name]?.(sent.channel, sent.args)
}
