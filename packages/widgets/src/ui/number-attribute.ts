/** A number written as an attribute. Empty is missing, not 0; what is no number stays NaN, for the widget to say so. */
export const numberAttribute = {
  converter: (text: string | null): number | null => (text === null || text.trim() === '' ? null : Number(text)),
} as const;
