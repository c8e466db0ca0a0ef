/** Whether an element is read from right to left; asked of the document, which costs no styles as asking CSS would. */
export const isRightToLeft = (element: Element): boolean => element.matches(':dir(rtl)');
