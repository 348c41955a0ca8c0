import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

/** What a person at the desk does, in the words of the screen. Every function ends when its effect is seen. */

export function manuscript(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Manuscript' })
}

export function paragraphs(page: Page): Locator {
  return manuscript(page).locator(':scope > *')
}

/** A stretch of one paragraph's text as it stands on screen, deleted words included; `to` -1 is its end. */
export type Stretch = { readonly paragraph: number; readonly from: number; readonly to: number }

/** Where a sentence of a paragraph stands, both counted from 0. */
export async function sentence(page: Page, paragraph: number, index: number): Promise<Stretch> {
  const text = (await paragraphs(page).nth(paragraph).textContent()) ?? ''
  const found = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)][index]
  expect(found, `sentence ${index} of paragraph ${paragraph}: ${text}`).toBeDefined()
  const from = found?.index ?? 0
  return { paragraph, from, to: from + (found?.segment.trimEnd().length ?? 0) }
}

/** Selects in the text as a pointer would: the editor has the focus and the selection. */
export async function select(page: Page, { paragraph, from, to }: Stretch): Promise<void> {
  await manuscript(page).focus()
  await paragraphs(page)
    .nth(paragraph)
    .evaluate(
      (element, range) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
        const texts: Text[] = []
        while (walker.nextNode()) texts.push(walker.currentNode as Text)
        const length = texts.reduce((sum, text) => sum + text.data.length, 0)
        const place = (offset: number): [Node, number] => {
          let left = offset
          for (const text of texts) {
            if (left <= text.data.length) return [text, left]
            left -= text.data.length
          }
          return [element, 0]
        }
        const anchor = place(range.from)
        const head = place(range.to === -1 ? length : range.to)
        getSelection()?.setBaseAndExtent(...anchor, ...head)
      },
      { from, to },
    )
  await settled(page)
}

/** The editor hears of a selection in a task of its own; this waits for that and one frame more. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  )
}

export async function caretAt(page: Page, paragraph: number, offset: number): Promise<void> {
  await select(page, { paragraph, from: offset, to: offset })
}

export async function caretAtEnd(page: Page, paragraph: number): Promise<void> {
  const text = (await paragraphs(page).nth(paragraph).textContent()) ?? ''
  await caretAt(page, paragraph, text.length)
}

/** Every edit is acknowledged by main. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
}

export async function switchTo(page: Page, name: string, role: string): Promise<void> {
  await page.getByRole('button', { name: /Change person or role$/ }).click()
  await page.getByRole('group', { name }).getByRole('menuitemradio', { name: role, exact: true }).click()
  await expect(page.getByRole('button', { name: `${name}, ${role}. Change person or role` })).toBeVisible()
}

export async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name: new RegExp(name) }).click()
}

/** Takes the article on, through the menu of the step that it stands at. */
export async function moveOn(page: Page, from: string, to: string): Promise<void> {
  const name = `Move on to ${to}`
  await page.getByRole('button', { name: `${from}. Move the article` }).click()
  await page.getByRole('menuitem', { name: `${name}…` }).click()
  await page
    .getByRole('dialog', { name: `${name}?` })
    .getByRole('button', { name, exact: true })
    .click()
  await expect(page.getByRole('button', { name: `${to}. Move the article` })).toBeVisible()
}

/** Selects, presses the key, writes, sends. */
export async function comment(
  page: Page,
  stretch: Stretch,
  level: 'must' | 'should' | 'fyi',
  words: string,
): Promise<void> {
  await select(page, stretch)
  await page.keyboard.press('ControlOrMeta+Alt+m')
  const card = page.getByRole('article', { name: 'New comment' })
  await card.getByRole('combobox', { name: 'Level' }).selectOption(level)
  await card.getByRole('textbox', { name: 'Comment' }).fill(words)
  await card.getByRole('textbox', { name: 'Comment' }).press('ControlOrMeta+Enter')
  await expect(card).toBeHidden()
}

/** A claim from a selection: one key, no dialog. Its editor opens beside the text. */
export async function claim(page: Page, stretch: Stretch, kind: string): Promise<void> {
  await select(page, stretch)
  await page.keyboard.press('ControlOrMeta+Alt+c')
  // The ledger has a choice of kinds, too.
  await expect(page.getByRole('heading', { name: /^Claim \d+ of/ })).toBeVisible()
  const choice = page.getByRole('combobox', { name: 'Kind' })
  await choice.selectOption(kind)
  await expect(choice).toHaveValue(kind)
}

/** The blocker codes of the Sign-off tab, as listed. */
export async function blockerCodes(page: Page): Promise<readonly string[]> {
  const buttons = page.getByRole('button', { name: /^Go to the cause of B\d+$/ })
  const names = await buttons.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''))
  return names.map((name) => name.replace('Go to the cause of ', ''))
}
