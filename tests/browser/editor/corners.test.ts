import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { schema } from '../../../src/shared/document/schema.ts'
import { openDesk } from './support.ts'

const claim = (id: string) => schema.marks.claim.create({ id })

/** What stands in the corners of claims, in text order. */
const cornered = (name: 'claim-start' | 'claim-end') =>
  [...document.querySelectorAll(`.ProseMirror:not([hidden]) .${name}`)].map((element) => element.textContent)

function article() {
  const line = schema.nodes.para.create(null, [schema.text('Nine '), schema.text('boats', [claim('k1')])])
  const cell = schema.nodes.cell.create(null, [
    schema.nodes.para.create(null, [schema.text('Fees rose', [claim('k2')]), schema.text('.')]),
  ])
  const table = schema.nodes.table.create(null, [schema.nodes.row.create(null, [cell])])
  const last = schema.nodes.para.create(null, [schema.text('⛴️ at sea', [claim('k3')])])
  return schema.nodes.doc.create(null, [line, table, last])
}

test('corners stand at the first and last character of a claim, in cells too, and follow what is typed', async () => {
  const desk = openDesk(article())
  try {
    await expect.poll(() => cornered('claim-start')).toEqual(['b', 'F', '⛴'])
    expect(cornered('claim-end')).toEqual(['s', 'e', 'a'])
    desk.select(0, 2)
    await userEvent.keyboard('x')
    await expect.poll(async () => (await desk.texts()).final[0]).toBe('Nixne boats')
    expect(cornered('claim-start')).toEqual(['b', 'F', '⛴'])
    expect(cornered('claim-end')).toEqual(['s', 'e', 'a'])
  } finally {
    desk.close()
  }
})

test('only the paragraph of the caret is kept laid out', async () => {
  const desk = openDesk(article())
  const kept = () => [...document.querySelectorAll('.caret-block')].map((element) => element.textContent)
  try {
    desk.select(0, 2)
    await expect.poll(kept).toEqual(['Nine boats'])
    desk.select(2, 2)
    await expect.poll(kept).toEqual(['⛴️ at sea'])
  } finally {
    desk.close()
  }
})
