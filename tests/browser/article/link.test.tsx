import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { schema } from '../../../src/shared/document/schema.ts'
import { openManuscript } from './desk.tsx'

type Open = Awaited<ReturnType<typeof openManuscript>>
let open: Open | null = null
afterEach(() => {
  open?.close()
  open = null
})

async function start(): Promise<Open> {
  const doc = schema.nodes.doc.create(null, [
    schema.nodes.para.create({ style: 'headline' }, [schema.text('Nine boats seized')]),
    schema.nodes.para.create(null, [schema.text('The harbour office has a list.')]),
  ])
  open = await openManuscript(doc, {
    aside: async () => {
      const { Dialogs } = await import('../../../src/renderer/features/shell/dialogs.tsx')
      return <Dialogs />
    },
  })
  await expect.element(page.getByRole('textbox', { name: 'Manuscript' })).toBeVisible()
  const paragraph = open.column.querySelectorAll<HTMLElement>('.ProseMirror > *')[1]
  if (!paragraph) throw new Error('no such paragraph')
  await userEvent.click(paragraph, { position: { x: 60, y: 14 } })
  await userEvent.keyboard('{Home}{Shift>}{ArrowRight}{ArrowRight}{ArrowRight}{/Shift}')
  await expect.poll(() => open?.review.getState().snapshot?.selectionEmpty).toBe(false)
  const { startLink } = await import('../../../src/renderer/features/article/link.ts')
  startLink()
  return open
}

const field = () => page.getByRole('textbox', { name: 'Where “The” leads' })

test('the selected words are led somewhere, and the text has the focus again', async () => {
  const { column } = await start()
  await expect.element(field()).toHaveFocus()
  await userEvent.keyboard('example.org/list{Enter}')
  await expect.poll(() => column.querySelector('a')?.getAttribute('href')).toBe('https://example.org/list')
  expect(column.querySelector('a')?.textContent).toBe('The')
  await expect.element(page.getByRole('textbox', { name: 'Manuscript' })).toHaveFocus()
})

test('an address that may not be led to is refused in words, and can be written anew', async () => {
  const { column } = await start()
  await expect.element(field()).toHaveFocus()
  await userEvent.keyboard('javascript:alert(1){Enter}')
  await expect
    .poll(() => document.querySelector('dialog [role="alert"]')?.textContent)
    .toContain('no address that a link may lead to')
  expect(column.querySelector('a')).toBe(null)
  await userEvent.keyboard('{Escape}')
  expect(column.querySelector('a')).toBe(null)
})
