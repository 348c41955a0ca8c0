import { expect, test } from 'vitest'
import { exportPdf } from '../../../../src/main/export/pdf/index.ts'
import { readAny } from '../../../../src/main/export/pdf/read-any.ts'
import { article, para, request } from '../export/pdf/builders.ts'

/** pdf.js goes by the fonts alone, as browsers do where a page is searched. */
async function read(headline: string, body: string): Promise<string> {
  const made = await exportPdf('clean', request(article(para('headline', headline), para('body', body))))
  if (!made.ok) throw new Error(made.error.message)
  return (await readAny(made.value.bytes)).map((page) => page.body).join('')
}

const LETTERS = '\u1eb8\u0301k\u1ecd\u0301'

test.each([
  ['put together', LETTERS],
  ['taken apart', LETTERS.normalize('NFD')],
])('a letter under several signs, %s, spoils no other that begins as it does', async (_, letters) => {
  const body = await read(`${letters} of Eastern Europe`, `So Every e and o. ${letters} Every`)
  expect(body.normalize('NFC')).toContain(`${LETTERS}ofEasternEurope`)
  expect(body.normalize('NFC')).toContain(`SoEveryeando.${LETTERS}Every`)
})

test('letters that fonts have whole are as they were', async () => {
  const name = 'Nguyễn Đức Thọ'
  expect(await read(name, `${name} spoke, and e, u and o.`)).toContain('NguyễnĐứcThọspoke,ande,uando.')
})
