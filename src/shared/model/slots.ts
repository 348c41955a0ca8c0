/** What is signed of an article, one by one, in this order. By itself, for those who load no schemas for it. */
export const SLOTS = ['desk', 'facts', 'copy', 'standards', 'legal', 'approval'] as const
