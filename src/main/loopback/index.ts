import { randomBytes } from 'node:crypto'
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openLibrary } from '../core/core.ts'
import { logBug } from '../core/log.ts'
import { systemCode } from '../core/system-code.ts'
import { createEventHub } from '../host/event-hub.ts'
import { libraryFolder } from '../host/library-folder.ts'
import { readLock, writeLock } from '../host/lock.ts'
import { createBuiltRenderer, createDevRenderer } from '../host/renderer-source.ts'
import { askForLink } from '../host/running.ts'
import { createWork } from '../worker/client.ts'
import { launch, thisMachine, windowCommand } from './browser.ts'
import { createLoopbackPlatform } from './platform.ts'
import { createLoopbackServer } from './server.ts'

const { values: flags } = parseArgs({ options: { library: { type: 'string' }, open: { type: 'string' } } })
const folder = libraryFolder({ env: process.env, platform: process.platform, home: homedir() }, flags.library)
const articleId = flags.open ?? null

process.exitCode = await start().catch(giveUp)

/** Opens the library and serves it until a signal comes, or sends the person to the Stet that holds it. */
async function start(): Promise<number> {
  const running = await askForLink(folder, articleId)
  if (running !== null) {
    await show(running, running)
    return 0
  }
  const hub = createEventHub()
  const files = createLoopbackPlatform(hub, newKey)
  const work = createWork()
  const resources = resolve(import.meta.dirname, '../../resources')
  const opened = await openLibrary({ folder, platform: files.platform, work, resources })
  if (!opened.ok) {
    await work.close()
    const holder = await readLock(folder)
    console.error(opened.error.message)
    if (holder !== null) console.error(`It is open in process ${holder.pid}.`)
    return 1
  }
  const core = opened.value
  const server = await createLoopbackServer({
    renderer: await rendererSource(),
    hub,
    newKey,
    call: (method, args) => core.call(method, args),
    picture: (blob) => core.picture(blob),
    takeDownload: (id) => files.takeDownload(id),
    articleId,
  })
  const unlock = await writeLock(folder, {
    pid: process.pid,
    host: 'loopback',
    port: server.port,
    secret: server.secret,
  })
  await show(server.newLink(), server.newLink())
  await signalled()
  await server.close()
  await core.close()
  await work.close()
  await unlock()
  return 0
}

/** Ends at once: a server that cannot be told of must not go on holding the library. What is committed is safe. */
function giveUp(error: unknown): never {
  logBug('loopback', error)
  const code = systemCode(error)
  const why = code === null ? '' : ` (${code}). Look at the folder of the library, ${folder}`
  console.error(`Stet could not go on${why}. Everything saved is kept.`)
  process.exit(1)
}

/** The printed link stays good: the window that opens by itself uses its own. */
async function show(printed: string, own: string): Promise<void> {
  console.log(`Stet is open at ${printed}`)
  if (process.env['STET_NO_BROWSER'] === '1') return
  const command = windowCommand(own, thisMachine())
  if (command === null) console.log('No screen or no browser here: open the address above in one.')
  else if (!(await launch(command))) console.log('The browser did not start: open the address above.')
}

function rendererSource() {
  const dev = process.env['ELECTRON_RENDERER_URL']
  return dev ? createDevRenderer(dev) : createBuiltRenderer(resolve(import.meta.dirname, '../renderer'))
}

function newKey(): string {
  return randomBytes(32).toString('base64url')
}

async function signalled(): Promise<void> {
  await new Promise<void>((done) => {
    process.once('SIGINT', () => done()).once('SIGTERM', () => done())
  })
}
