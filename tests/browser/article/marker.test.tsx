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

/** The first word of the second paragraph is selected, and its colour asked for. */
async function start(colour?: string): Promise<Open> {
  const marks = colour === undefined ? [] : [schema.mark('highlight', { colour })]
  const doc = schema.nodes.doc.create(null, [
    schema.nodes.para.create({ style: 'headline' }, [schema.text('Nine boats seized')]),
    schema.nodes.para.create(null, [schema.text('The', marks), schema.text(' harbour office has a list.')]),
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
  const { startMarker } = await import('../../../src/renderer/features/article/marker.ts')
  startMarker()
  return open
}

const radio = (name: string) => page.getByRole('radio', { name, exact: true })
const marked = ({ column }: Open) =>
  [...column.querySelectorAll<HTMLElement>('mark[data-colour]')].map(
    (mark) => `${mark.textContent ?? ''} ${mark.dataset['colour'] ?? ''}`,
  )

test('the selected words get the colour that is chosen with the keys, and the text has the focus again', async () => {
  const here = await start()
  await expect.element(page.getByRole('group', { name: 'Colour of “The”' })).toBeVisible()
  await expect.element(radio('Yellow')).toHaveFocus()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  await expect.poll(() => marked(here)).toEqual(['The cyan'])
  await expect.element(page.getByRole('textbox', { name: 'Manuscript' })).toHaveFocus()
})

test('another colour takes the place of the one that is there, Escape changes none, and it can be removed', async () => {
  const here = await start('magenta')
  await expect.element(radio('Magenta')).toHaveFocus()
  await userEvent.keyboard('{ArrowUp}{Escape}')
  // Asked for again while it is on its way out, the dialog would be the one that goes.
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
  expect(marked(here)).toEqual(['The magenta'])
  const { startMarker } = await import('../../../src/renderer/features/article/marker.ts')
  startMarker()
  await radio('Green').click()
  await page.getByRole('button', { name: 'Mark the words' }).click()
  await expect.poll(() => marked(here)).toEqual(['The green'])
  await expect.element(page.getByRole('textbox', { name: 'Manuscript' })).toHaveFocus()
  startMarker()
  await page.getByRole('button', { name: 'Remove the marker' }).click()
  await expect.poll(() => marked(here)).toEqual([])
})
