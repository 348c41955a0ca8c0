import { describe, expect, test } from 'vitest'
import { externalAddress, isOwnFrame } from '../../../../src/main/electron/trust.ts'

describe('a frame that calls', () => {
  const parent = null

  test('is ours when it is the top frame of our own page', () => {
    expect(isOwnFrame({ parent, origin: 'app://stet' })).toBe(true)
  })

  test.each([
    ['an inner frame', { parent: {} as never, origin: 'app://stet' }],
    ['a page of the web', { parent, origin: 'https://attacker.example' }],
    ['a host that only begins like ours', { parent, origin: 'app://stet.attacker' }],
    ['a frame without an origin', { parent, origin: 'null' }],
    ['no frame', null],
  ])('is foreign when it is %s', (_what, frame) => {
    expect(isOwnFrame(frame)).toBe(false)
  })

  test('is foreign when it is gone and can no longer be read', () => {
    const gone = {
      parent,
      get origin(): string {
        throw new Error('Render frame was disposed before WebFrameMain could be accessed')
      },
    }
    expect(isOwnFrame(gone)).toBe(false)
  })
})

describe('an address for the system', () => {
  test.each(['https://example.org/a?b=c', 'http://example.org/', 'mailto:mara@example.org'])(
    '%s passes',
    (url) => {
      expect(externalAddress(url)).toBe(url)
    },
  )

  test.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'smb://host/x',
    'ms-msdt:/id',
    '',
    'x',
  ])('%s does not', (url) => {
    expect(externalAddress(url)).toBe(null)
  })
})
