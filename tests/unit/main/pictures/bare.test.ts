import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withoutTellings } from '../../../../src/main/pictures/bare.ts'
import { readPictureHeader } from '../../../../src/main/pictures/header.ts'
import { readOrientation } from '../../../../src/main/pictures/orientation.ts'
import { exif, jpeg, png, TOLD, webp } from '../../../support/telling-pictures.ts'

const KINDS = [
  ['PNG', png],
  ['JPEG', jpeg],
  ['WebP', webp],
] as const

/** Where the data of EXIF begin that `writeOrientation` made. */
function wayUp(bytes: Uint8Array): number | null {
  const data = Buffer.from(bytes)
  const at = data.indexOf('MM\0*', 0, 'latin1')
  return at < 0 ? null : readOrientation(data.subarray(at))
}

/** Whether one is the other without some stretches. */
function isPart(bare: Uint8Array, whole: Uint8Array): boolean {
  let at = 0
  for (const byte of bare) {
    at = whole.indexOf(byte, at)
    if (at < 0) return false
    at += 1
  }
  return true
}

describe.each(KINDS)('a %s for readers outside', (_, make) => {
  test('tells nothing beside its pixels, and those stay as they are', () => {
    const whole = make()
    const bare = withoutTellings(whole)
    expect(Buffer.from(bare).includes(TOLD)).toBe(false)
    expect(readPictureHeader(bare)).toEqual(readPictureHeader(whole))
    expect(Buffer.from(bare).includes('EXIF')).toBe(false)
    // What tells nothing is handed back as it is.
    expect(withoutTellings(bare)).toBe(bare)
  })

  test('stays the way up that it is', () => {
    const bare = withoutTellings(make(6))
    expect(Buffer.from(bare).includes(TOLD)).toBe(false)
    expect(wayUp(bare)).toBe(6)
    expect(withoutTellings(bare)).toBe(bare)
    expect(wayUp(withoutTellings(make()))).toBeNull()
  })

  test('that is cut off or changed anywhere is never read past its end', () => {
    const whole = make(6)
    fc.assert(
      fc.property(
        fc.nat(whole.length - 1),
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }),
        (from, changes) => {
          const spoilt = Buffer.from(whole)
          for (const [at, byte] of changes) spoilt[at] = byte
          for (const bytes of [spoilt, spoilt.subarray(0, from), spoilt.subarray(from)]) {
            const bare = withoutTellings(bytes)
            // EXIF without an end of its own gets one.
            expect(bare.length).toBeLessThanOrEqual(bytes.length + 4)
            expect(Buffer.from(withoutTellings(bare)).equals(bare)).toBe(true)
          }
        },
      ),
      { numRuns: 600 },
    )
  })
})

test('the pieces that are kept are those that were there, in their order', () => {
  expect(isPart(withoutTellings(jpeg()).subarray(20), jpeg())).toBe(true)
  expect(isPart(withoutTellings(png()), png())).toBe(true)
})

test('colours, gamma and what a JPEG needs to be drawn stay', () => {
  const kept = (bytes: Uint8Array) => Buffer.from(withoutTellings(bytes)).toString('latin1')
  for (const piece of ['JFIF', 'ICC_PROFILE', 'Adobe']) expect(kept(jpeg())).toContain(piece)
  for (const piece of ['JFXX', 'MPF', 'Photoshop']) expect(kept(jpeg())).not.toContain(piece)
  expect(kept(png())).toContain('gAMA')
  expect(kept(webp())).toContain('ICCP')
})

test.each([
  ['a GIF', Buffer.from('GIF89a\u0001\0\u0001\0\0\0\0;', 'latin1')],
  ['no picture', Buffer.from(TOLD)],
  ['nothing', Buffer.alloc(0)],
])('%s stays as it is', (_, bytes) => {
  expect(withoutTellings(bytes)).toBe(bytes)
})

test('a loop of EXIF entries and an address beyond the end are no way up', () => {
  const far = exif(6)
  far.writeUInt32LE(0xffff_fff0, 4)
  expect(readOrientation(far)).toBeNull()
  const many = exif(6)
  many.writeUInt16LE(0xffff, 8)
  many.writeUInt16LE(0, 10)
  expect(readOrientation(many)).toBeNull()
})
