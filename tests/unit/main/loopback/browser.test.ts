import { expect, test } from 'vitest'
import { openCommand, windowCommand } from '../../../../src/main/loopback/browser.ts'

const url = 'http://127.0.0.1:4711/open?token=abc'

function machine(platform: NodeJS.Platform, installed: readonly string[], env: Record<string, string> = {}) {
  return {
    platform,
    env: { PATH: '/usr/local/bin:/usr/bin', ...env },
    runs: (f: string) => installed.includes(f),
  }
}

test('a Chromium opens the app in a window of its own', () => {
  const command = windowCommand(
    url,
    machine('linux', ['/usr/bin/chromium', '/usr/bin/xdg-open'], { DISPLAY: ':0' }),
  )
  expect(command).toEqual({ file: '/usr/bin/chromium', args: [`--app=${url}`, '--no-first-run'] })
})

test('without one the system opens its own browser', () => {
  const command = windowCommand(
    url,
    machine('linux', ['/usr/bin/xdg-open'], { WAYLAND_DISPLAY: 'wayland-0' }),
  )
  expect(command).toEqual({ file: '/usr/bin/xdg-open', args: [url] })
  expect(windowCommand(url, machine('darwin', []))).toEqual({ file: '/usr/bin/open', args: [url] })
})

test('without a screen, or with nothing to show it, nothing is opened', () => {
  expect(windowCommand(url, machine('linux', ['/usr/bin/chromium']))).toBe(null)
  expect(windowCommand(url, machine('linux', [], { DISPLAY: ':0' }))).toBe(null)
  expect(openCommand(url, machine('linux', ['/usr/bin/xdg-open']))).toBe(null)
})

test('on Windows no shell sees the address', () => {
  const command = openCommand('https://example.org/?a=b&calc', machine('win32', []))
  expect(command?.args).toEqual(['url.dll,FileProtocolHandler', 'https://example.org/?a=b&calc'])
})
