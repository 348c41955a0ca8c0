import { cdp } from 'vitest/browser'

type Session = { send(method: string, params: Record<string, unknown>): Promise<unknown> }

/** What an input method does: shows a text that grows, then commits it. */
export async function compose(...stages: readonly string[]): Promise<void> {
  // The provider's own session; vitest types it without methods.
  const session = cdp() as unknown as Session
  for (const text of stages) {
    await session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  }
  await session.send('Input.insertText', { text: stages.at(-1) ?? '' })
}
