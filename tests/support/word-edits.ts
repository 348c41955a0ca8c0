import { edited, editedText } from './returned-desk.ts'

/** What Word does to a file, done to its XML. */

const DATE = '2026-11-21T10:00:00Z'

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** The run that holds these words. */
function runWith(words: string): RegExp {
  return new RegExp(`<w:r>(?:(?!<w:r>|</w:r>).)*${escaped(words)}(?:(?!</w:r>).)*</w:r>`, 's')
}

function run(text: string, kind = 'w:t'): string {
  return `<w:r><${kind} xml:space="preserve">${text}</${kind}></w:r>`
}

/** Cuts the run of plain text at these words, and puts XML in their place. */
export function cutAt(xml: string, words: string, replacement: string): string {
  const [found] = runWith(words).exec(xml) ?? []
  if (found === undefined) throw new Error(`No run says “${words}”`)
  const text = /<w:t[^>]*>([^<]*)<\/w:t>/.exec(found)?.[1] ?? ''
  const at = text.indexOf(words)
  const [before, after] = [text.slice(0, at), text.slice(at + words.length)]
  return xml.replace(found, `${run(before)}${replacement}${run(after)}`)
}

let counter = 9000

function tracked(kind: 'ins' | 'del', author: string, text: string): string {
  const inner = run(text, kind === 'ins' ? 'w:t' : 'w:delText')
  return `<w:${kind} w:id="${(counter += 1)}" w:author="${author}" w:date="${DATE}">${inner}</w:${kind}>`
}

export function insertAfter(
  bytes: Uint8Array,
  words: string,
  author: string,
  text: string,
): Promise<Uint8Array> {
  return editedText(bytes, (xml) => cutAt(xml, words, run(words) + tracked('ins', author, text)))
}

export function deleteWords(bytes: Uint8Array, words: string, author: string): Promise<Uint8Array> {
  return editedText(bytes, (xml) => cutAt(xml, words, tracked('del', author, words)))
}

function changeWith(kind: 'ins' | 'del', words: string): RegExp {
  return new RegExp(
    `<w:${kind} [^>]*>((?:(?!</w:${kind}>).)*${escaped(words)}(?:(?!</w:${kind}>).)*)</w:${kind}>`,
    's',
  )
}

/** Accepts an insertion, or rejects a deletion: the words stay. */
export function keepWords(bytes: Uint8Array, kind: 'ins' | 'del', words: string): Promise<Uint8Array> {
  return editedText(bytes, (xml) =>
    xml.replace(changeWith(kind, words), (_, inner: string) => inner.replaceAll('w:delText', 'w:t')),
  )
}

/** Rejects an insertion, or accepts a deletion: the words go. */
export function dropWords(bytes: Uint8Array, kind: 'ins' | 'del', words: string): Promise<Uint8Array> {
  return editedText(bytes, (xml) => xml.replace(changeWith(kind, words), ''))
}

type Remark = {
  readonly author: string
  readonly text: string
  readonly paraId: string
  readonly replyTo?: string
}

/** A comment on a run, or a reply; the file has comments already. */
export function addRemark(bytes: Uint8Array, words: string, remark: Remark): Promise<Uint8Array> {
  const { author, text, paraId, replyTo } = remark
  const id = (counter += 1)
  const parent = replyTo === undefined ? '' : ` w15:paraIdParent="${replyTo}"`
  return edited(bytes, (part, name) => {
    if (name === 'word/comments.xml') {
      const comment = `<w:comment w:id="${id}" w:author="${author}" w:date="${DATE}" w:initials="X"><w:p w14:paraId="${paraId}" w14:textId="77777777">${run(text)}</w:p></w:comment>`
      return part.replace('</w:comments>', `${comment}</w:comments>`)
    }
    if (name === 'word/commentsExtended.xml') {
      return part.replace(
        '</w15:commentsEx>',
        `<w15:commentEx w15:paraId="${paraId}"${parent} w15:done="0"/></w15:commentsEx>`,
      )
    }
    if (name !== 'word/document.xml') return part
    const [found] = runWith(words).exec(part) ?? []
    if (found === undefined) throw new Error(`No run says “${words}”`)
    const reference = `<w:r><w:commentReference w:id="${id}"/></w:r>`
    return part.replace(
      found,
      `<w:commentRangeStart w:id="${id}"/>${found}<w:commentRangeEnd w:id="${id}"/>${reference}`,
    )
  })
}

/** The paraId of the remark with these words, as the file has it. */
export async function paraIdOf(bytes: Uint8Array, text: string): Promise<string> {
  let paraId = ''
  await edited(bytes, (part, name) => {
    if (name !== 'word/comments.xml') return part
    const comment = part.split('<w:comment ').find((one) => one.includes(text)) ?? ''
    paraId = [...comment.matchAll(/w14:paraId="([0-9A-F]{8})"/g)].at(-1)?.[1] ?? ''
    return part
  })
  return paraId
}

export function resolve(bytes: Uint8Array, paraId: string, done = '1'): Promise<Uint8Array> {
  return edited(bytes, (part, name) =>
    name === 'word/commentsExtended.xml'
      ? part.replace(new RegExp(`(w15:paraId="${paraId}"[^>]*w15:done=")[01]`), `$1${done}`)
      : part,
  )
}
