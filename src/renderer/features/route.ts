/** Which screen the address names: `#/article/ID` is a review, anything else the desk. */
export function articleInAddress(hash: string): string | null {
  return /^#\/article\/([A-Za-z0-9_-]{1,64})$/.exec(hash)?.[1] ?? null
}

export function goToArticle(articleId: string): void {
  location.hash = `#/article/${articleId}`
}

export function goToDesk(): void {
  location.hash = '#/'
}
