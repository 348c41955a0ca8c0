import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

export type Machine = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly runs: (file: string) => boolean
}

export type Command = { readonly file: string; readonly args: readonly string[] }

export function thisMachine(): Machine {
  return { env: process.env, platform: process.platform, runs }
}

const ON_LINUX = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'brave-browser',
]
const ON_MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]
const ON_WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']

/** How to show an address in a window of its own; null where there is no screen or nothing to show it with. */
export function windowCommand(url: string, machine: Machine): Command | null {
  if (!hasScreen(machine)) return null
  const browser = candidates(machine).find(machine.runs)
  return browser ? { file: browser, args: [`--app=${url}`, '--no-first-run'] } : openCommand(url, machine)
}

/** How to hand an address to the system; no shell sees it. */
export function openCommand(url: string, machine: Machine): Command | null {
  if (!hasScreen(machine)) return null
  if (machine.platform === 'darwin') return { file: '/usr/bin/open', args: [url] }
  if (machine.platform === 'win32') {
    return { file: 'rundll32.exe', args: ['url.dll,FileProtocolHandler', url] }
  }
  const opener = onPath(['xdg-open'], machine).find(machine.runs)
  return opener ? { file: opener, args: [url] } : null
}

/** Starts it and lets it go: its life is not ours. False when it could not be started. */
export async function launch(command: Command): Promise<boolean> {
  const child = spawn(command.file, command.args, { detached: true, stdio: 'ignore' })
  child.unref()
  return new Promise((resolve) => {
    child.once('error', () => resolve(false)).once('spawn', () => resolve(true))
  })
}

function hasScreen({ env, platform }: Machine): boolean {
  return platform !== 'linux' || Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY'])
}

function candidates(machine: Machine): readonly string[] {
  const { env, platform } = machine
  if (platform === 'darwin') return ON_MAC
  if (platform !== 'win32') return onPath(ON_LINUX, machine)
  const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']]
  return ON_WINDOWS.flatMap((file) => roots.flatMap((root) => (root ? [join(root, file)] : [])))
}

function onPath(names: readonly string[], { env }: Machine): readonly string[] {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function runs(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
