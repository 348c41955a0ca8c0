import { createEditor } from '../../../../src/renderer/editor/create-editor.ts'
import { newId } from '../../../../src/renderer/host/new-id.ts'

/** Our editor without the screen around it; its store answers at once and keeps nothing. */
export function openBare(place: HTMLElement, stored: string): void {
  let seq = 0
  createEditor(place, {
    doc: JSON.parse(stored) as unknown,
    seq,
    author: 'ines',
    locked: false,
    newId,
    save: (edit) => {
      seq += edit.steps.length
      return Promise.resolve({ ok: true, value: { seq, at: Date.now() } })
    },
    onSnapshot: () => undefined,
    onSaveState: () => undefined,
    announce: () => undefined,
    refuse: () => undefined,
    autocorrect: () => false,
    nameOf: (author) => author,
  })
}
