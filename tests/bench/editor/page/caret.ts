import { frame } from './keys.ts'

/** Puts the caret into the middle of the text, with its line in sight, and waits until all has come to rest. */
export async function putCaretMidway(): Promise<void> {
  const text = document.querySelector<HTMLElement>('.ProseMirror:not([hidden])')
  const paragraph = text?.children[Math.floor(text.children.length / 2)]
  if (!text || !(paragraph instanceof HTMLElement)) throw new Error('no text to put a caret in')
  paragraph.scrollIntoView({ block: 'center' })
  for (let turn = 0; turn < 4; turn++) {
    // oxlint-disable-next-line no-await-in-loop -- paragraphs take their heights frame by frame
    await frame()
  }
  paragraph.scrollIntoView({ block: 'center' })
  text.focus()
  const letters = plainText(paragraph)
  getSelection()?.collapse(letters, Math.floor(letters.length / 2))
  await frame()
  await frame()
}

/** Text of the paragraph that is nobody's change. */
function plainText(paragraph: HTMLElement): Text {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    if (node.parentElement === paragraph && node.length > 20) return node
  }
  throw new Error('every word of the paragraph is changed')
}
