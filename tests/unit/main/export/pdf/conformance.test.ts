import { beforeAll, describe, expect, test } from 'vitest'
import { exportPdf } from '../../../../../src/main/export/pdf/index.ts'
import type { Variant } from '../../../../../src/main/export/pdf/report.ts'
import { signFile } from '../../../../../src/main/export/pdf/sign-file.ts'
import type { ExportRequest } from '../../../../../src/shared/model/interchange.ts'
import { everything } from '../../../../support/pdf-everything.ts'
import { openBook } from '../../../../support/pdf-rules/book.ts'
import { faultsIn, faultsOf, RULES } from '../../../../support/pdf-rules/conformance.ts'
import { readFinished } from '../../../../support/pdf-rules/read.ts'
import { array, catalog, SMUGGLED } from '../../../../support/pdf-rules/smuggled.ts'
import { makeSigningKey } from '../../../../support/signing-key.ts'
import { NOW } from './builders.ts'

async function made(variant: Variant, fields: Partial<ExportRequest> = {}): Promise<Uint8Array> {
  const outcome = await exportPdf(variant, everything(fields))
  if (!outcome.ok) throw new Error(outcome.error.message)
  return outcome.value.bytes
}

let packet: Uint8Array
beforeAll(async () => {
  packet = await made('packet')
}, 60_000)

const said = (faults: ReturnType<typeof faultsOf>) =>
  faults.map(({ rule, clause, says }) => `${rule} (${clause}): ${says}`)

describe('no rule is broken by', () => {
  test.each([
    ['packet', 'external', 'letter'],
    ['redline', 'internal', 'a4'],
    ['redline', 'external', 'a4'],
    ['clean', 'internal', 'letter'],
  ] as const)(
    'a %s for %s readers on %s',
    async (variant, audience, paper) => {
      expect(said(faultsOf(await made(variant, { audience, paper })))).toEqual([])
    },
    60_000,
  )

  test('a packet, signed or not', async () => {
    expect(said(faultsOf(packet))).toEqual([])
    let bytes = packet
    for (const signer of ['Ines Calloway', 'Mara Oyelle']) {
      // oxlint-disable no-await-in-loop -- one signs what the other has signed
      const key = await makeSigningKey({ name: signer, from: NOW - 1e9, until: NOW + 1e9 })
      const signed = await signFile({ name: 'packet.pdf', bytes, ...key, now: NOW })
      // oxlint-enable no-await-in-loop
      if (!signed.ok) throw new Error(signed.error.message)
      bytes = signed.value.bytes
      expect(said(faultsOf(bytes))).toEqual([])
    }
    // What the second one signed was read to its end.
    const book = openBook(readFinished(bytes))
    expect(array(catalog(book, 'AcroForm'), 'Fields')).toHaveLength(2)
  }, 60_000)
})

describe('a fault that was smuggled in is named by its rule', () => {
  const cases = Object.entries(SMUGGLED).flatMap(([rule, ways]) =>
    ways.map((spoil, index) => [rule, index + 1, spoil] as const),
  )

  test.each(cases)('%s, %i', (rule, _way, spoil) => {
    const book = openBook(readFinished(packet))
    spoil(book)
    expect(faultsIn(book.file).map((fault) => fault.rule)).toContain(rule)
  })

  test('for every rule there is', () => {
    expect(Object.keys(SMUGGLED)).toEqual(RULES.map((rule) => rule.name))
  })
})
